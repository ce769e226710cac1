import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { answerOperators } from '../../../packages/server/src/cli/operator-socket.js';
import { runOperator } from '../../../packages/server/src/cli/run.js';
import {
  createRoundSecret,
  createCredentialHasher,
} from '../../../packages/server/src/secrets/credential-hash.js';
import { deriveSecrets } from '../../../packages/server/src/secrets/secrets.js';
import { secretFor } from '../../../packages/server/src/secrets/server-secret.js';
import { openStore } from '../../../packages/server/src/db/open.js';
import { addRound } from '../../../packages/server/src/rounds/round-changes.queries.js';
import { ChildServer } from '../child-server.js';
import { bundled } from '../bundled.js';
import { quickStart } from '../quick-start.js';
import { aRound } from '../round-stage.js';
import { widgetsFolder } from '../widgets-folder.js';
import { addBuurt, scratchDatabase, secret } from '../stage.js';

const cli = await bundled('cli');

const serverUrl = process.env['TEST_DATABASE_URL'];
let folder: string;
before(async () => (folder = await mkdtemp(join(tmpdir(), 'buurt-cli-'))));
after(() => rm(folder, { recursive: true, force: true }));

/** Types a command in a terminal of its own. */
function types(
  words: string,
  env: Record<string, string> = {},
): Promise<{ code: number | null; out: string; err: string }> {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const args = [quickStart, cli, ...words.split(' ').filter(Boolean)];
  const child = spawn(process.execPath, args, { env: { ...inherited, DATA_DIR: folder, ...env } });
  const [out, err]: [string[], string[]] = [[], []];
  child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => err.push(text));
  return new Promise((done) =>
    child.on('close', (code) => done({ code, out: out.join(''), err: err.join('') })),
  );
}

const commands = [
  '',
  'ideas',
  'ideas list',
  'ideas show',
  'ideas publish',
  'ideas correct',
  'ideas hide-photo',
  'ideas show-photo',
  'ideas decline',
  'ideas hide',
  'initiatives',
  'initiatives status',
  'initiatives promise',
  'initiatives news',
  'initiatives ask',
  'remarks',
  'remarks list',
  'remarks publish',
  'remarks hide',
  'remarks resolve',
  'remarks answer',
  'round',
  'round plan',
  'round make',
  'round list',
  'round show',
  'round open',
  'round close',
  'round withdraw',
  'round verify',
  'round settle',
  'round paper',
  'round import',
  'round replay',
  'codes',
  'codes make',
  'codes letters',
  'codes replace',
  'codes void',
  'secret',
  'secret forget',
  'backup',
  'doctor',
  'restore',
  'mails',
  'mails list',
  'mails retry',
  'offers',
  'offers list',
  'offers show',
  'offers answer',
  'offers remove',
  'offers forward',
  'ideas waiting',
  'initiatives jumps',
  'remarks show',
  'round cancel',
  'round change',
  'round change-proposal',
  'export offers',
  'export acts',
  'acts',
  'acts list',
  'settings',
  'buurten',
  'buurten remove',
  'settings show',
  'settings set',
  'settings reset',
  'import-buurten',
  'import-streets',
  'imports',
  'imports ideas',
  'imports list',
  'imports undo',
  'export',
  'export ideas',
  'forget',
  'person',
  'person find',
  'ideas erase',
  'remarks erase',
  'staff',
  'staff list',
  'staff invite',
  'staff roles',
  'staff mails',
  'staff remove',
  'staff link',
  'webhooks',
  'webhooks add',
  'webhooks list',
  'webhooks remove',
  'webhooks test',
  'conform',
];
const groups = [
  '',
  'ideas',
  'initiatives',
  'remarks',
  'offers',
  'round',
  'codes',
  'secret',
  'settings',
  'buurten',
  'imports',
  'export',
  'mails',
  'person',
  'acts',
  'staff',
  'webhooks',
];

describe('The help of the command', () => {
  const help = async (command: string) => {
    const out: string[] = [];
    const io = { out: (text: string) => void out.push(text), err: assert.fail, cwd: folder, isTty: false };
    const nowhere = new Proxy({}, { get: () => assert.fail('help needs no database') }) as never;
    const exitCode = await runOperator(
      [...command.split(' ').filter(Boolean), '--help'],
      io,
      nowhere,
      nowhere,
      assert.fail,
      assert.fail,
    );
    assert.equal(exitCode, 0);
    return out.join('');
  };

  for (const command of commands)
    it(`says what "buurt ${command}" is for, in lines that fit`, async () => {
      const text = await help(command);
      assert.match(text, new RegExp(`^Usage: buurt ${command}`));
      for (const line of text.split('\n')) assert.ok(line.length <= 100, line);
      if (!groups.includes(command)) assert.match(text, new RegExp(`Examples?:\\n {2}buurt ${command}`));
    });

  it('names every command there is', async () => {
    const named = (text: string) => [...text.matchAll(/^ {2}([a-z][a-z-]+)(?= )/gm)].map(([, name]) => name);
    const found: string[] = [''];
    for (const group of groups)
      for (const name of named((await help(group)).split('Commands:')[1]?.split('\n\n')[0] ?? ''))
        if (name !== 'help') found.push([group, name].filter(Boolean).join(' '));
    assert.deepEqual(found.toSorted(), commands.toSorted());
  });
});

describe('The operator at his terminal', () => {
  it('makes no folder by asking for help, or by a slip of the finger', async () => {
    assert.equal((await types('ideas list --help')).code, 0);
    const slip = await types('ideas lst');
    assert.equal(slip.code, 2);
    assert.equal(slip.out, '');
    assert.match(slip.err, /^error: unknown command 'lst'/);
    assert.deepEqual(await readdir(folder), []);
  });

  it('hears that there is no database where he looks for ideas, and none is made', async () => {
    const nowhere = join(folder, 'nowhere');
    const { code, out, err } = await types('ideas list', { DATA_DIR: nowhere });
    assert.deepEqual([code, out], [1, '']);
    assert.match(err, /^Database: the folder .*nowhere\nThere is no database in .*nowhere, [^\n]+\n$/);
    assert.deepEqual(await readdir(folder), []);
  });

  it('has his orders carried out by the server that runs on the folder, and by himself when none does', async () => {
    const store = await openStore({ dataDir: folder });
    try {
      assert.ok(store.lock);
      answerOperators(
        store.lock,
        (...asked) => runOperator(...asked, assert.fail, () => new Date(), assert.fail),
        store,
      );
      const empty = await types('ideas list');
      assert.deepEqual(empty, { code: 0, out: 'No ideas.\n', err: `Database: the folder ${folder}\n` });
      const wrong = await types('ideas publish ZZZ-ZZZ');
      assert.deepEqual([wrong.code, wrong.out], [1, '']);
      assert.match(wrong.err, /\nThere is no idea ZZZ-ZZZ\. Nothing was changed\.\n$/);
    } finally {
      await store.close();
    }
    assert.equal((await types('ideas list')).out, 'No ideas.\n');
  });

  it('makes a backup through the server that runs, and brings it back in another folder', async () => {
    const running = join(folder, 'running');
    const widgets = widgetsFolder();
    after(widgets.remove);
    const server = await ChildServer.start({ DATA_DIR: running, WIDGETS_DIR: widgets.path });
    const file = join(folder, 'all.backup');
    try {
      const made = await types(`backup --with-secret ${file}`, { DATA_DIR: running });
      assert.equal(made.code, 0, made.err);
      const taken = await types(`restore ${file}`, { DATA_DIR: running });
      assert.deepEqual([taken.code, taken.out], [1, '']);
      assert.match(taken.err, /\nThe folder .* is in use by another server /);
    } finally {
      await server.end('SIGTERM');
    }
    const elsewhere = join(folder, 'elsewhere');
    const restored = await types(`restore ${file}`, { DATA_DIR: elsewhere });
    assert.equal(restored.code, 0, restored.err);
    assert.match(restored.out, /^\d+ rows? of \d+ tables came back, [^\n]+\n$/);
    const again = await ChildServer.start({ DATA_DIR: elsewhere, WIDGETS_DIR: widgets.path });
    assert.equal((await again.end('SIGTERM')).code, 0);
  });

  it(
    'makes no secret for a database elsewhere, and nothing with another one',
    { skip: serverUrl ? false : 'there is no PostgreSQL' },
    async () => {
      const { url, drop } = await scratchDatabase(serverUrl!);
      const elsewhere = { DATABASE_URL: url, DATA_DIR: join(folder, 'in-a-shell') };
      try {
        const store = await openStore({ databaseUrl: url });
        await addBuurt(store);
        await secretFor(store, { secret, databaseUrl: url, dataDir: folder });
        await store.transaction((db) =>
          addRound(db, aRound(), createRoundSecret(createCredentialHasher(deriveSecrets(secret).pepper))),
        );
        await store.close();
        const make = `codes make Buurtbudget --count 1 --out ${join(folder, 'codes.csv')}`;
        const none = await types(make, elsewhere);
        assert.deepEqual([none.code, none.out], [1, '']);
        assert.match(none.err, /^With DATABASE_URL a secret is never made up: [^\n]+$/m);
        const wrong = await types(make, { ...elsewhere, SERVER_SECRET: secret.toUpperCase() });
        assert.deepEqual([wrong.code, wrong.out], [1, '']);
        assert.match(wrong.err, /^This database was begun with another SERVER_SECRET [^\n]+$/m);
        const left = await readdir(folder);
        assert.ok(!left.includes('in-a-shell') && !left.includes('codes.csv'), left.join());
        assert.equal((await types(make, { ...elsewhere, SERVER_SECRET: secret })).code, 0);
      } finally {
        await drop();
      }
    },
  );

  it('hears in one line what is wrong with the database', async () => {
    const { code, out, err } = await types('ideas list', {
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    });
    assert.equal(code, 1);
    assert.equal(out, '');
    assert.match(
      err,
      /^Database: none on 127\.0\.0\.1:1 \(DATABASE_URL\)\nThe database cannot be reached: [^\n]+\n$/,
    );
  });
});
