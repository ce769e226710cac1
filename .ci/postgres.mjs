import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const isRoot = process.getuid?.() === 0;
const debian = '/usr/lib/postgresql';

/** The folder with `initdb`, of the newest PostgreSQL here; undefined when there is none. */
export function postgresBin() {
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const places = [
    process.env.POSTGRES_BIN,
    ...versions.map((version) => `${debian}/${version}/bin`),
    '/opt/homebrew/opt/postgresql/bin',
    '/usr/local/pgsql/bin',
  ];
  return places.find((place) => place && existsSync(join(place, 'initdb')));
}

/** PostgreSQL refuses to run as root, so then it runs as the user that its package made. */
function run(command, args) {
  const options = { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' };
  if (!isRoot) return execFileSync(command, args, options);
  return execFileSync(
    'setpriv',
    ['--reuid=postgres', '--regid=postgres', '--clear-groups', command, ...args],
    {
      ...options,
      env: { PATH: process.env.PATH, HOME: '/tmp' },
    },
  );
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** A cluster that lives as long as the tests: `{ url, stop }`. */
export async function startPostgres(bin) {
  const folder = mkdtempSync(join(tmpdir(), 'buurt-postgres-'));
  if (isRoot) {
    const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
    chownSync(folder, id('-u'), id('-g'));
  }
  const cluster = join(folder, 'cluster');
  const port = await freePort();
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=off`;
  run(join(bin, 'initdb'), ['-D', cluster, '-U', 'buurt', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8']);
  run(join(bin, 'pg_ctl'), ['-D', cluster, '-w', '-l', join(folder, 'log'), '-o', settings, 'start']);
  return {
    url: `postgres://buurt@127.0.0.1:${port}/postgres`,
    stop() {
      run(join(bin, 'pg_ctl'), ['-D', cluster, '-m', 'immediate', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
