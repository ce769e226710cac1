import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { saveBuurten } from '../../../packages/server/src/buurten/save-buurten.queries.js';
import { parseConfig } from '../../../packages/server/src/config.js';
import { openStore } from '../../../packages/server/src/db/open.js';
import { seededBuurten } from '../../../packages/demo-site/src/seed/buurten.js';
import { borderOf } from '../../../packages/demo-site/src/seed/seed.js';
import { freePort } from '../../e2e/free-port.js';
import { ChildServer } from '../child-server.js';
import { anIdea, scratchDatabase, secret } from '../stage.js';
import { widgetsFolder } from '../widgets-folder.js';

const hosting = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../../docs/hosting/${name}`, import.meta.url)), 'utf8');
const has = (program: string, ...words: string[]) => spawnSync(program, words).error === undefined;
const buurt = seededBuurten[0]!;
const publicUrl = 'https://buurt.example.nl';

/** A proxy of Debian in a process of its own, which listens here without TLS. */
class Proxy {
  private constructor(
    readonly child: ChildProcess,
    readonly port: number,
    readonly folder: string,
  ) {}

  static async #start(name: string, text: string, port: number, words: (file: string) => string[]) {
    const folder = mkdtempSync(join(tmpdir(), 'buurt-proxy-'));
    const file = join(folder, name);
    writeFileSync(file, text.replaceAll('{folder}', folder));
    const environment = { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
    const child = spawn(words(file)[0]!, words(file).slice(1), { env: environment });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    for (let tries = 0; tries < 100; tries++) {
      if (child.exitCode !== null) throw new Error(said);
      const socket = connect(port, '127.0.0.1');
      const isOpen = await once(socket, 'connect').then(
        () => true,
        () => false,
      );
      socket.destroy();
      if (isOpen) return new Proxy(child, port, folder);
      await pause(50);
    }
    throw new Error(`${name} does not listen:\n${said}`);
  }

  /** @param site what stands in `http { … }`; `{port}` is where it listens */
  static async nginx(site: string): Promise<Proxy> {
    const port = await freePort();
    const text = `pid {folder}/pid; error_log stderr; daemon off; worker_processes 1;
      events {}
      http {
        access_log off;
        client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
        uwsgi_temp_path {folder}; scgi_temp_path {folder};
        ${site.replaceAll('{port}', String(port))}
      }`;
    return Proxy.#start('nginx.conf', text, port, (file) => ['nginx', '-c', file]);
  }

  static async caddy(text: string): Promise<Proxy> {
    const port = await freePort();
    return Proxy.#start('Caddyfile', text.replaceAll('{port}', String(port)), port, (file) => [
      ...['caddy', 'run', '--adapter', 'caddyfile', '--config'],
      file,
    ]);
  }

  async stop(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await gone;
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** What a visitor gets; `from` is their address, one of those that a machine has of itself. */
  ask(
    path: string,
    { from = '127.0.0.1', method = 'GET', headers = {}, body }: Asked = {},
  ): Promise<{ status: number; type: string; text: string }> {
    return new Promise((resolve, reject) => {
      const asked = request(
        {
          ...{ host: '127.0.0.1', port: this.port, path, method, localAddress: from, agent: false },
          headers: { Host: 'buurt.example.nl', ...headers },
        },
        (answer) => {
          let text = '';
          answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
          answer.on('end', () =>
            resolve({ status: answer.statusCode ?? 0, type: answer.headers['content-type'] ?? '', text }),
          );
        },
      );
      asked.on('error', reject);
      asked.end(body);
    });
  }

  /** An idea from a page of the server itself. */
  handIn(key: string = randomUUID()) {
    return this.ask(`/v1/buurten/${buurt.code}/ideas`, {
      method: 'POST',
      headers: { Origin: publicUrl, 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify(anIdea),
    });
  }
}

interface Asked {
  readonly from?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** The example without what only the real machine has: names, certificates, and ports below 1024. */
const nginxHere = (server: number) =>
  hosting('nginx.conf')
    .replace(/server \{\s+listen 80;[^}]*\}/, '')
    .replace('listen 443 ssl;', 'listen {port};')
    .replaceAll(/^ *ssl_.*$/gm, '')
    .replaceAll('127.0.0.1:8080', `127.0.0.1:${String(server)}`);

const { path: widgets, remove } = widgetsFolder({
  'buurt.js': 'export {}',
  'buurt.css': ':root{}',
  'buurt-framed.js': 'export {}',
});
const common = {
  SERVER_SECRET: secret,
  PUBLIC_URL: publicUrl,
  TRUST_PROXY: '1',
  WIDGETS_DIR: widgets,
};
const portOf = (server: ChildServer) => Number(new URL(server.endpoint).port);

async function withBuurt(place: { dataDir: string } | { databaseUrl: string }): Promise<void> {
  const store = await openStore(place);
  await saveBuurten(store.db, [{ ...buurt, households: null, year: null, border: borderOf(buurt) }], {
    today: '2026-11-30',
  });
  await store.close();
}

describe('A server behind a proxy as the guides have it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'buurt-hosting-'));
  let server: ChildServer;
  before(async () => {
    const dataDir = join(folder, 'data');
    await withBuurt({ dataDir });
    server = await ChildServer.start({ ...common, DATA_DIR: dataDir, REQUESTS_PER_MINUTE: '40' });
  });
  after(async () => {
    await server.end('SIGTERM');
    remove();
    rmSync(folder, { recursive: true });
  });

  const proxies: Readonly<Record<string, (port: number) => Promise<Proxy>>> = {
    ...(has('nginx', '-v')
      ? {
          nginx: (port) => Proxy.nginx(nginxHere(port)),
          'nginx without the lines about HTTP and Host': (port) =>
            Proxy.nginx(
              nginxHere(port).replaceAll(/proxy_(http_version 1\.1|set_header (Host|Connection) \S+);/g, ''),
            ),
        }
      : {}),
    ...(has('caddy', 'version')
      ? {
          Caddy: (port) =>
            Proxy.caddy(
              `{\nadmin off\nauto_https off\n}\n${hosting('Caddyfile')
                .replace('{$DOMAIN}', 'http://:{port}')
                .replace('{$SERVER:server:8080}', `127.0.0.1:${String(port)}`)}`,
            ),
        }
      : {}),
  };
  let nextAddress = 2;
  for (const [name, start] of Object.entries(proxies))
    it(`tells residents apart, takes what its own pages send, and photos: ${name}`, async () => {
      const proxy = await start(portOf(server));
      try {
        assert.equal((await proxy.handIn()).status, 201);
        const [one, other] = [nextAddress++, nextAddress++].map((last) => `127.0.0.${String(last)}`);
        const statuses: number[] = [];
        for (let count = 0; count < 42; count++)
          statuses.push((await proxy.ask('/v1/buurten', { from: one! })).status);
        assert.deepEqual([statuses[0], statuses.at(-1)], [200, 429]);
        const forged = { 'X-Forwarded-For': '203.0.113.9', Forwarded: 'for=203.0.113.9' };
        assert.equal((await proxy.ask('/v1/buurten', { from: one!, headers: forged })).status, 429);
        assert.equal((await proxy.ask('/v1/buurten', { from: other! })).status, 200);
        for (let count = 0; count < 5; count++) {
          const photo = await proxy.ask('/v1/photos', {
            from: other!,
            method: 'POST',
            headers: { 'Content-Type': 'image/jpeg' },
            body: new Uint8Array(8 * 1024 * 1024),
          });
          assert.match(photo.type, /problem\+json/, photo.text);
        }
      } finally {
        await proxy.stop();
      }
    });

  if (has('nginx', '-v'))
    it('finds all its files under a path of another site', async () => {
      const proxy = await Proxy.nginx(`server {
        listen {port};
        location /participatie/ { proxy_pass http://127.0.0.1:${String(portOf(server))}/; }
      }`);
      const home = '/participatie/embed/idea-form';
      const page = await proxy.ask(`${home}?buurt=${buurt.code}`, { from: '127.0.0.90' });
      assert.equal(page.status, 200);
      const addresses = [...page.text.matchAll(/(?:src|href)="(?!data:)([^"]*)"/g)].map(([, path]) => path!);
      assert.ok(addresses.length >= 4);
      for (const address of addresses) {
        const { pathname } = new URL(address, `http://x${home}`);
        assert.match(pathname, /^\/participatie\//);
        assert.equal((await proxy.ask(pathname, { from: '127.0.0.90' })).status, 200, pathname);
      }
      await proxy.stop();
    });
});

const databases = process.env['TEST_DATABASE_URL'];
if (databases && has('nginx', '-v'))
  describe('Three servers behind nginx on one PostgreSQL', () => {
    let servers: ChildServer[] = [];
    let proxy: Proxy;
    let drop = () => Promise.resolve();
    before(async () => {
      const scratch = await scratchDatabase(databases);
      drop = scratch.drop;
      await withBuurt({ databaseUrl: scratch.url });
      const environment = { ...common, WIDGETS_DIR: widgetsFolder().path, DATABASE_URL: scratch.url };
      servers = await Promise.all([1, 2, 3].map(() => ChildServer.start(environment)));
      const upstream = servers.map((each) => `server 127.0.0.1:${String(portOf(each))};`).join(' ');
      proxy = await Proxy.nginx(
        `upstream buurt { ${upstream} } server { listen {port};
          location / {
            proxy_pass http://buurt;
            proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
          } }`,
      );
    });
    after(async () => {
      await proxy.stop();
      await Promise.all(servers.map((each) => each.end('SIGTERM')));
      await drop();
    });

    it('take one idea of one key, whichever of them is asked, and each has it at once', async () => {
      const key = randomUUID();
      const answers = await Promise.all(Array.from({ length: 9 }, () => proxy.handIn(key)));
      assert.deepEqual([...new Set(answers.map(({ status }) => status))].sort(), [201]);
      const references = answers.map(({ text }) => (JSON.parse(text) as { reference: string }).reference);
      assert.equal(new Set(references).size, 1);
    });

    it('count together what one address hands in during a day', async () => {
      const statuses: number[] = [];
      for (let count = 0; count < 61; count++) statuses.push((await proxy.handIn()).status);
      assert.deepEqual([statuses[0], statuses.at(-1)], [201, 429]);
    });

    it('go on while one of them is brought up to date', async () => {
      const [first] = servers;
      await first!.end('SIGTERM');
      const statuses = await Promise.all(
        Array.from({ length: 12 }, async () => (await proxy.ask('/v1/buurten')).status),
      );
      assert.deepEqual([...new Set(statuses)], [200]);
      servers = servers.slice(1);
    });
  });

describe('The files for who runs the server', () => {
  const project = fileURLToPath(new URL('../../../', import.meta.url));

  it('name only variables that the server has', () => {
    const compose = readFileSync(join(project, 'compose.yml'), 'utf8');
    const [, server = ''] = /^ {2}server:\n([^]*?)^ {2}\w+:/m.exec(compose) ?? [];
    const [, block = ''] = /^ {4}environment:\n((?: {6}.*\n)+)/m.exec(server) ?? [];
    const environment = Object.fromEntries(
      [...block.matchAll(/^ {6}(\w+): (.*)$/gm)].map(([, name, value]) => [
        name!,
        value!
          .replaceAll(/\$\{DOMAIN\}/g, 'buurt.example.nl')
          .replaceAll(/\$\{SERVER_SECRET[^}]*\}/g, 'a'.repeat(32))
          .replaceAll(/\$\{DATABASE_PASSWORD[^}]*\}/g, 'x')
          .replaceAll(/\$\{\w+:-\}/g, ''),
      ]),
    );
    assert.ok(Object.keys(environment).length >= 8);
    const config = parseConfig(environment);
    assert.equal(config.databaseUrl, 'postgres://buurt:x@database:5432/buurt');
    assert.equal(config.publicUrl, publicUrl);
    const known = readFileSync(join(project, 'packages/server/README.md'), 'utf8');
    for (const name of Object.keys(environment)) assert.ok(known.includes(`\`${name}\``), name);
  });

  if (has('systemd-analyze', '--version'))
    it('are a unit that systemd takes, and that can do little else than serve', () => {
      const folder = mkdtempSync(join(tmpdir(), 'buurt-unit-'));
      const unit = join(folder, 'buurt.service');
      writeFileSync(unit, hosting('buurt.service').replace('/usr/bin/node', process.execPath));
      const checked = spawnSync('systemd-analyze', ['verify', '--man=no', unit], { encoding: 'utf8' });
      assert.equal(
        checked.stderr
          .split('\n')
          .filter((line) => line.includes('buurt.service'))
          .join(),
        '',
      );
      const security = ['security', '--offline=true', '--no-pager', unit];
      const { stdout } = spawnSync('systemd-analyze', security, { encoding: 'utf8' });
      const [, exposure = '10'] = /exposure level for buurt\.service: ([\d.]+)/.exec(stdout) ?? [];
      assert.ok(Number(exposure) < 3, stdout);
      rmSync(folder, { recursive: true });
    });
});
