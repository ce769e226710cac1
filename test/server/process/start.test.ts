import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { parseConfig, configHints } from '../../../packages/server/src/config.js';
import { saveBuurten } from '../../../packages/server/src/buurten/save-buurten.queries.js';
import { seededBuurten } from '../../../packages/demo-site/src/seed/buurten.js';
import { borderOf } from '../../../packages/demo-site/src/seed/seed.js';
import { askServer } from '../../../packages/server/src/cli/operator-socket.js';
import { lockFolder } from '../../../packages/server/src/db/folder-lock.js';
import { openStore } from '../../../packages/server/src/db/open.js';
import { ChildServer } from '../child-server.js';
import { Folders } from '../folders.js';
import { anIdea, buurtCode, scratchDatabase, secret } from '../stage.js';
import { widgetsFolder } from '../widgets-folder.js';

const serverUrl = process.env['TEST_DATABASE_URL'];
const folders = await Folders.open();
const folder = folders.parent;
after(() => folders.remove());

const refused = async (environment: Record<string, string>, program?: 'demo'): Promise<string> => {
  const all = { DATA_DIR: join(folder, 'unused'), ...environment };
  const { code, output } = await ChildServer.launch(all, program).ended();
  assert.equal(code, 1);
  return output;
};

const handIn = (endpoint: string) =>
  fetch(`${endpoint}/buurten/${buurtCode}/ideas`, {
    method: 'POST',
    body: JSON.stringify(anIdea),
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
  });

describe('An operator who starts a server that cannot start', () => {
  for (const [environment, line] of [
    [{ PORT: '80a' }, /^PORT is "80a"; it must be a whole number from 0 to 65535\.$/],
    [{ PORT: '70000' }, /^PORT is "70000"; it must be /],
    [{ TRUST_PROXY: 'yes' }, /^TRUST_PROXY has "yes"; it must be a whole number /],
    [{ ALLOWED_ORIGINS: 'https://a.example,www.b.example' }, /^ALLOWED_ORIGINS has "www\.b\.example"; /],
    [{ ALLOWED_ORIGINS: 'https://a.example/' }, /^ALLOWED_ORIGINS has "https:\/\/a\.example\/"; /],
    [{ SERVER_SECRET: 'short' }, /^SERVER_SECRET is too short; /],
    [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL must look like postgres:/],
    [{ TOKEN_KEY: 'c2hvcnQ=' }, /^TOKEN_KEY must be 32 random bytes in base64/],
    [{ SMTP_URL: 'mail.example.nl' }, /^SMTP_URL must look like smtps:/],
    [{ SMTP_URL: 'smtp://mail.example.nl' }, /^MAIL_FROM is needed with SMTP_URL/],
    [{ SMTP_URL: 'smtp://mail.example.nl', MAIL_FROM: 'a@b.nl' }, /^PUBLIC_URL is needed with SMTP_URL/],
    [{ PUBLIC_URL: 'https://buurt.example.nl/pad/' }, /^PUBLIC_URL must look like https:/],
    [{ PUBLIC_URL: 'buurt.example.nl' }, /^PUBLIC_URL must look like https:/],
    [{ PUBLIC_URL: 'https://buurt.example.nl/?x' }, /^PUBLIC_URL must look like https:/],
    [{ METRICS_PORT: 'yes' }, /^METRICS_PORT is "yes"; it must be a whole number from 0 to 65535\.$/],
    [{ WIDGETS_DIR: '/nowhere' }, /^WIDGETS_DIR is "\/nowhere", in which there are no built widgets/],
  ] as const)
    it(`reads what is wrong with ${JSON.stringify(environment)}`, () => {
      assert.throws(() => parseConfig(environment), { name: 'ConfigError', message: line });
    });

  it('reads everything that is wrong at once, a line for each variable', () => {
    const environment = {
      PORT: '80a',
      SERVER_SECRET: 'short',
      ALLOWED_ORIGINS: 'www.a.example, https://b.example,c',
      FRAME_ORIGINS: '*',
      SMTP_URL: 'smtp://mail.example.nl',
      TRUST_PROXY: '0.0.0.0/0,elsewhere',
    };
    assert.throws(() => parseConfig(environment), {
      name: 'ConfigError',
      message: [
        'PORT is "80a"; it must be a whole number from 0 to 65535.',
        'SERVER_SECRET is too short; it must have at least 32 characters.',
        'ALLOWED_ORIGINS has "www.a.example"; each must look like https://www.example.nl, or be *.',
        'ALLOWED_ORIGINS has "c"; each must look like https://www.example.nl, or be *.',
        'FRAME_ORIGINS has "*"; each must look like https://www.example.nl.',
        'TRUST_PROXY has "0.0.0.0/0"; it must be a whole number from 0 to 10, or addresses of proxies as 10.0.0.0/8,::1.',
        'TRUST_PROXY has "elsewhere"; it must be a whole number from 0 to 10, or addresses of proxies as 10.0.0.0/8,::1.',
        'MAIL_FROM is needed with SMTP_URL, as De Wetering <buurt@example.nl>.',
        'PUBLIC_URL is needed with SMTP_URL: mails have links to this server.',
      ].join('\n'),
    });
  });

  it('takes an empty variable for one that is not set', () => {
    const names = ['PORT', 'HOST', 'DATA_DIR', 'MAIL_FROM', 'ALLOWED_ORIGINS', 'TRUST_PROXY', 'WIDGETS_DIR'];
    assert.deepEqual(parseConfig(Object.fromEntries(names.map((name) => [name, ' ']))), parseConfig({}));
  });

  it('is told of names that look like a slip of the finger, and that no site was allowed', () => {
    assert.deepEqual(configHints({ ALOWED_ORIGINS: 'https://a.example', TRUSTPROXY: '1', HOME: '/root' }), [
      'ALOWED_ORIGINS is not known. Is ALLOWED_ORIGINS meant?',
      'TRUSTPROXY is not known. Is TRUST_PROXY meant?',
      'ALLOWED_ORIGINS is not set: only pages of this server itself can use it.',
    ]);
    assert.deepEqual(configHints({ ALLOWED_ORIGINS: 'https://a.example', PATH: '/bin', NODE_ENV: 'x' }), []);
  });

  for (const [environment, line] of [
    [{ PORT: '80a' }, /^PORT is "80a"; .*\n$/],
    [{ DATA_DIR: '/proc/buurt' }, /^The database in \/proc\/buurt cannot be opened: ENOENT.*\n$/],
    [
      { DATABASE_URL: 'postgres://nobody:pw@127.0.0.1:1/x', SERVER_SECRET: secret },
      /^The database cannot be reached: .*\n$/,
    ],
    [
      { DATABASE_URL: 'postgres://nobody:pw@127.0.0.1:1/x' },
      /^With DATABASE_URL a secret is never made up: set SERVER_SECRET .*\n$/,
    ],
    [
      { METRICS_PORT: '0', METRICS_HOST: '203.0.113.1' },
      /^METRICS_HOST is "203\.0\.113\.1", which is not an address of this machine\.\n$/,
    ],
    [{ HOST: '203.0.113.1' }, /^HOST is "203\.0\.113\.1", which is not an address of this machine\.\n$/],
  ] as const)
    it(`reads one line, and no more, about ${JSON.stringify(environment)}`, async () => {
      assert.match(await refused(environment), line);
    });

  it('reads one line when the port is taken, and nothing was made', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const output = await refused({ PORT: String(port) });
    assert.match(output, new RegExp(`^Port ${String(port)} is taken by another program\\. .*\\n$`));
    await assert.rejects(stat(join(folder, 'unused')));
    other.close();
  });

  it('reads one line when the folder is a file, or what is in it is no database', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    assert.match(await refused({ DATA_DIR: file }), /^The database in .*file cannot be opened: .*\n$/);
    const strange = join(folder, 'strange');
    await mkdir(join(strange, 'database'), { recursive: true });
    await writeFile(join(strange, 'database', 'PG_VERSION'), 'nonsense');
    assert.match(await refused({ DATA_DIR: strange }), /^The database in .*strange cannot be opened: .*\n$/);
  });
});

describe('A server that is measured', () => {
  it('tells its numbers at a port of its own, and only when asked to', async () => {
    const widgets = widgetsFolder();
    const environment = { DATA_DIR: join(folder, 'measured'), WIDGETS_DIR: widgets.path };
    try {
      const asked = await ChildServer.start({ ...environment, METRICS_PORT: '0' });
      await asked.said(/^Metrics /m);
      const [, address = ''] = /^Metrics +(http:\/\/127\.0\.0\.1:\d+\/metrics)$/m.exec(asked.output) ?? [];
      assert.equal((await fetch(`${asked.endpoint}/buurten`)).status, 200);
      const text = await (await fetch(address)).text();
      assert.match(text, /^buurt_http_requests_total\{method="GET",route="\/v1\/buurten",status="200"\} 1$/m);
      assert.match(text, /^buurt_database_answers 1$/m);
      assert.match(text, /^process_resident_memory_bytes \d/m);
      assert.equal((await fetch(new URL('/metrics', asked.endpoint))).status, 404);
      assert.equal((await fetch(new URL('/v1/buurten', address))).status, 404);
      assert.equal((await asked.end('SIGTERM')).code, 0);

      const unasked = await ChildServer.start(environment);
      await unasked.said(/ALLOWED_ORIGINS is not set/);
      assert.equal((await fetch(new URL('/metrics', unasked.endpoint))).status, 404);
      assert.equal((await unasked.end('SIGTERM')).code, 0);
      assert.doesNotMatch(unasked.output, /^Metrics /m);
      await assert.rejects(fetch(address));
    } finally {
      widgets.remove();
    }
  });
});

describe('A server that nobody asked for a demo', () => {
  it('begins empty on a new folder, and says nothing of a made-up corporation', async () => {
    const widgets = widgetsFolder();
    const environment = { DATA_DIR: join(folder, 'real'), WIDGETS_DIR: widgets.path, DEMO: '' };
    const server = await ChildServer.start(environment);
    try {
      const { buurten } = (await (await fetch(`${server.endpoint}/buurten`)).json()) as {
        buurten: unknown[];
      };
      assert.deepEqual(buurten, []);
      for (const path of ['/', '/over-deze-demo', '/demo/demo.css'])
        assert.equal((await fetch(new URL(path, server.endpoint))).status, 404, path);
      const builder = await fetch(new URL('/insluiten', server.endpoint));
      assert.equal(builder.status, 200);
      assert.doesNotMatch(await builder.text(), /demo|verzonnen/i);
      assert.doesNotMatch(server.output, /demo/i);
      assert.match(server.output, /^\d{4}-\S+Z ALLOWED_ORIGINS is not set: /m);
    } finally {
      await server.end('SIGKILL');
    }
  });

  it('starts also with DEMO in its environment, and says in one line how the demo is started', async () => {
    const environment = { DATA_DIR: join(folder, 'left-over'), DEMO: 'yes', ALLOWED_ORIGINS: '*' };
    const server = await ChildServer.start(environment);
    try {
      await server.said(
        /^\d{4}-\S+Z DEMO is no setting of the server: the demo is started with `npm start`\.\n/m,
      );
      assert.deepEqual(await (await fetch(`${server.endpoint}/buurten`)).json(), { buurten: [] });
    } finally {
      await server.end('SIGKILL');
    }
  });
});

describe('The demo', () => {
  const env = (dataDir: string) => ({ DATA_DIR: join(folder, dataDir) });
  const addRealBuurt = async (dataDir: string) => {
    const store = await openStore({ dataDir: join(folder, dataDir) });
    const [made] = seededBuurten;
    const real = { code: 'BU0363AA01', name: 'Echte buurt', municipality: 'Amsterdam' };
    await saveBuurten(store.db, [{ ...real, households: null, year: null, border: borderOf(made!) }], {
      today: '2026-11-29',
    });
    await store.close();
  };

  it('starts again on a database that was made as one, and not on one with other buurten', async () => {
    for (let start = 0; start < 2; start++)
      await (await ChildServer.start(env('demo'), 'demo')).end('SIGTERM');
    await addRealBuurt('demo');
    const output = await refused(env('demo'), 'demo');
    assert.match(output, /^This database has buurten of your own \(BU0363AA01 Echte buurt\)/);
    assert.match(output, /^[^\n]+ Nothing was changed\.\n$/);
    await (await ChildServer.start(env('demo'))).end('SIGTERM');
  });
});

describe('An operator who runs a server on a folder', () => {
  let dataDir: string;
  let server: ChildServer;
  before(async () => {
    dataDir = await folders.withBuurt();
    server = await ChildServer.start({ DATA_DIR: dataDir });
  });
  after(() => server.end('SIGKILL'));

  it('keeps folder and secret to himself', async () => {
    assert.equal((await stat(dataDir)).mode & 0o777, 0o700);
    assert.equal((await stat(join(dataDir, 'secret'))).mode & 0o777, 0o600);
  });

  it('cannot start a second one on it, and reads why in one line', async () => {
    const output = await refused({ DATA_DIR: dataDir });
    assert.match(
      output,
      new RegExp(
        `^The folder .* is in use by another server \\(process ${String(server.child.pid)}\\)\\. .*\\n$`,
      ),
    );
    assert.equal((await fetch(`${server.endpoint}/buurten`)).status, 200);
  });

  it('has orders carried out by the server that runs', async () => {
    let out = '';
    const io = {
      out: (text: string) => void (out += text),
      err: (text: string) => void (out += text),
      cwd: folder,
      isTty: false,
    };
    const { id } = await (await handIn(server.endpoint)).json();
    assert.ok(id);
    assert.equal(await askServer(dataDir, ['ideas', 'list'], io), 0);
    assert.match(out, /Een lange tafel/);
    assert.notEqual(await askServer(dataDir, ['no-such-order'], io), 0);
    assert.equal(await askServer(join(folder, 'nobody-here'), ['ideas', 'list'], io), undefined);
  });

  it('finds everything back after a stop, with what runs finished, and the same secret', async () => {
    const receipt = await (await handIn(server.endpoint)).json();
    const running = Array.from({ length: 5 }, () => handIn(server.endpoint));
    await Promise.race(running);
    const { code } = await server.end('SIGTERM');
    assert.equal(code, 0);
    for (const answer of await Promise.allSettled(running))
      if (answer.status === 'fulfilled') assert.equal(answer.value.status, 201);
    server = await ChildServer.start({ DATA_DIR: dataDir });
    const headers = { Authorization: `Bearer ${receipt.ownerKey}` };
    assert.equal((await fetch(`${server.endpoint}/ideas/${receipt.id}`, { headers })).status, 200);
  });
});

const another = 'a secret of somebody else, who restored the dump';
const begunWithAnother = /^This database was begun with another SERVER_SECRET .*\n$/;

describe('A server whose mail server says nothing', () => {
  it('stops within ten seconds while mails are on their way', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const server = await ChildServer.start({
      DATA_DIR: await folders.withBuurt(),
      SMTP_URL: `smtp://127.0.0.1:${String(port)}`,
      MAIL_FROM: 'Buurt <buurt@example.nl>',
      PUBLIC_URL: 'http://localhost:8080',
    });
    const connected = once(silent, 'connection');
    for (const name of ['mila', 'sam']) {
      const { status } = await fetch(`${server.endpoint}/buurten/${buurtCode}/followers`, {
        method: 'POST',
        body: JSON.stringify({ email: `${name}@voorbeeld.nl` }),
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
      });
      assert.equal(status, 201);
    }
    await connected;
    const start = performance.now();
    const { code, output } = await server.end('SIGTERM');
    const took = performance.now() - start;
    assert.equal(code, 0);
    assert.ok(took < 10_000, `${took.toFixed(0)} ms`);
    assert.doesNotMatch(output, /destroyed|voorbeeld\.nl/);
    silent.close();
  });
});

describe('A server that gets another secret than its database was begun with', () => {
  it('does not start on its folder, and starts again with the right one', async () => {
    const dataDir = await folders.withBuurt();
    await (await ChildServer.start({ DATA_DIR: dataDir })).end('SIGTERM');
    assert.match(await refused({ DATA_DIR: dataDir, SERVER_SECRET: another }), begunWithAnother);
    const right = await readFile(join(dataDir, 'secret'), 'utf8');
    await rm(join(dataDir, 'secret'));
    assert.match(await refused({ DATA_DIR: dataDir }), /^.*secret is not there, .*\n$/);
    await assert.rejects(stat(join(dataDir, 'secret')));
    const server = await ChildServer.start({ DATA_DIR: dataDir, SERVER_SECRET: right });
    assert.equal((await server.end('SIGTERM')).code, 0);
  });

  it(
    'does not start on a dump that was restored',
    { skip: serverUrl ? false : 'there is no PostgreSQL' },
    async () => {
      const dump = await scratchDatabase(serverUrl!);
      const restored = await scratchDatabase(serverUrl!);
      try {
        const environment = { DATABASE_URL: dump.url, SERVER_SECRET: secret };
        await (await ChildServer.start(environment)).end('SIGTERM');
        const text = execFileSync('pg_dump', ['--no-owner', dump.url], { encoding: 'utf8' });
        execFileSync('psql', ['--quiet', restored.url], { input: text, stdio: ['pipe', 'ignore', 'ignore'] });
        const DATABASE_URL = restored.url;
        assert.match(await refused({ DATABASE_URL, SERVER_SECRET: another }), begunWithAnother);
        const server = await ChildServer.start({ DATABASE_URL, SERVER_SECRET: secret });
        assert.equal((await server.end('SIGTERM')).code, 0);
      } finally {
        await dump.drop();
        await restored.drop();
      }
    },
  );
});

describe('Processes that want one folder at the same moment', () => {
  it('get one winner, again and again, also after the one before was killed', async () => {
    const dataDir = join(folder, 'wanted');
    for (let round = 0; round < 5; round++) {
      const attempts = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(dataDir)));
      const won = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []));
      assert.equal(won.length, 1);
      for (const attempt of attempts)
        if (attempt.status === 'rejected')
          assert.match(attempt.reason.message, /is in use by another server/);
      await won[0]!.release();
    }
  });

  it('take over at once from one that was killed', async () => {
    const dataDir = await folders.withBuurt();
    await (await ChildServer.start({ DATA_DIR: dataDir })).end('SIGKILL');
    const lock = await lockFolder(dataDir);
    await lock.release();
  });

  it('are told apart also in a folder with a very long name', async () => {
    const dataDir = join(folder, ...Array<string>(8).fill('a-long-name-for-a-folder'));
    const lock = await lockFolder(dataDir);
    await assert.rejects(lockFolder(dataDir), /is in use/);
    await lock.release();
    await (await lockFolder(dataDir)).release();
  });

  it('may each have a copy of one folder, and leave the other alone', async () => {
    const original = await folders.withBuurt();
    const lock = await lockFolder(original);
    const copy = join(folder, 'copy');
    await cp(original, copy, { recursive: true, filter: (path) => !path.endsWith('.sock') });
    const other = await lockFolder(copy);
    await assert.rejects(lockFolder(original), /is in use/);
    await lock.release();
    await rm(original, { recursive: true });
    await other.release();
    await (await lockFolder(copy)).release();
    assert.ok((await stat(join(copy, 'database'))).isDirectory());
  });

  it('do not trip over what a power cut left', async () => {
    const dataDir = join(folder, 'cut');
    await mkdir(dataDir);
    await writeFile(join(dataDir, 'lock-7'), '');
    await mkdir(join(dataDir, 'unfinished-abc'));
    const store = await openStore({ dataDir });
    await store.close();
    await assert.rejects(stat(join(dataDir, 'unfinished-abc')));
  });
});
