import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { seedRounds } from '../../../packages/demo-site/src/seed/rounds.js';
import { seed } from '../../../packages/demo-site/src/seed/seed.js';
import { seedStaff } from '../../../packages/demo-site/src/seed/staff.js';
import { writeSnapshot } from '../../../packages/server/src/backup/backup.queries.js';
import { makeBackupFile, type BackupWriter } from '../../../packages/server/src/backup/backup-file.js';
import { restore } from '../../../packages/server/src/cli/backup.commands.js';
import { runAction } from '../../../packages/server/src/cli/run.js';
import { migrations, migrationsIn, migrateTo } from '../../../packages/server/src/db/migrations/index.js';
import { openStore, type DatabasePlace, type Store } from '../../../packages/server/src/db/open.js';
import { createCredentialHasher } from '../../../packages/server/src/secrets/credential-hash.js';
import { deriveSecrets } from '../../../packages/server/src/secrets/secrets.js';
import { secretFor } from '../../../packages/server/src/secrets/server-secret.js';
import { OperatorOnStage, type Carried } from '../operator-stage.js';
import { RoundOnStage } from '../round-stage.js';
import { anIdea, bareImage, codeCost, scratchDatabase, secret, Stage } from '../stage.js';
import { rowsOfAll, type Rows } from '../upgrade/dump.js';

const serverUrl = process.env['TEST_DATABASE_URL'];
let folder: string;
let stage: Stage;
let operator: OperatorOnStage;
let round: RoundOnStage;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'buurt-backup-'));
  stage = await Stage.open({ codeCost });
  stage.now = new Date();
  const hasher = createCredentialHasher(deriveSecrets(secret).pepper, codeCost);
  await seed(stage.store, stage.now);
  await seedRounds(stage.store, hasher, stage.now);
  await seedStaff(stage.store, stage.now);
  await secretFor(stage.store, { secret, dataDir: folder, databaseUrl: undefined });
  round = await RoundOnStage.open(stage, 3);
  assert.equal((await round.cast({ code: round.codes[0]!, ids: ['a', 'b'] })).status, 201);
  operator = await OperatorOnStage.enter(stage.store, () => stage.now);
});
after(async () => {
  await operator.leave();
  await stage.close();
  await rm(folder, { recursive: true });
});

/** What only pages that are being turned need: it is left behind. */
async function contentOf({ db }: Store): Promise<Map<string, Rows>> {
  const all = await rowsOfAll(async (text) => (await sql.raw<Rows[number]>(text).execute(db)).rows);
  all.delete('initiative_rank_history');
  return all;
}

interface EmptyPlace {
  readonly place: DatabasePlace;
  readonly dataDir: string;
  readonly gone: () => Promise<void>;
}

async function emptyFolder(): Promise<EmptyPlace> {
  const dataDir = join(folder, randomUUID());
  return { place: { dataDir }, dataDir, gone: () => rm(dataDir, { recursive: true, force: true }) };
}

async function emptyDatabase(): Promise<EmptyPlace> {
  const { url, drop } = await scratchDatabase(serverUrl!);
  return { place: { databaseUrl: url }, dataDir: join(folder, randomUUID()), gone: drop };
}

/** Types `buurt restore` with this place in the environment. */
async function restores(file: string, { place, dataDir }: EmptyPlace, own?: string): Promise<Carried> {
  const [out, err]: [string[], string[]] = [[], []];
  const io = {
    out: (text: string) => void out.push(text),
    err: (text: string) => void err.push(text),
    cwd: operator.folder,
    isTty: false,
  };
  const databaseUrl = 'databaseUrl' in place ? place.databaseUrl : undefined;
  const exitCode = await runAction(io, () => restore(io, file, { dataDir, databaseUrl, secret: own }));
  return { exitCode, out: out.join(''), err: err.join('') };
}

const backup = async (...options: string[]): Promise<string> => {
  const file = `${randomUUID()}.backup`;
  const { exitCode, err } = await operator.types('backup', ...options, file);
  assert.deepEqual([exitCode, err], [0, '']);
  return file;
};

/** Another file, with these lines. */
async function changed(file: string, change: (text: string) => string): Promise<string> {
  const text = gunzipSync(await readFile(join(operator.folder, file))).toString();
  assert.notEqual(change(text), text);
  return operator.saves(`${randomUUID()}.backup`, gzipSync(change(text)));
}

const places = [
  ['a folder', emptyFolder, false],
  ['PostgreSQL', emptyDatabase, serverUrl === undefined && 'there is no PostgreSQL'],
] as const;

describe('A backup that is made while residents use the server', () => {
  for (const [name, empty, skip] of places)
    it(`comes back in ${name} as it was at one moment`, { skip }, async () => {
      const original = await contentOf(stage.store);
      const meanwhile: Promise<Response>[] = [];
      const path = join(operator.folder, `${randomUUID()}.backup`);
      const writes = async () => {
        if (meanwhile.length > 0) return;
        meanwhile.push(stage.handIn(anIdea), round.cast({ code: round.codes[1]!, ids: ['c'] }));
        // The embedded database has one connection: there they wait until all was read.
        if (serverUrl !== undefined) await Promise.all(meanwhile);
      };
      const counts = await makeBackupFile(path, (writer) => {
        const watched: BackupWriter = {
          head: (head) => writer.head(head),
          table: async (table) => {
            await writes();
            await writer.table(table);
          },
          rows: (rows) => writer.rows(rows),
        };
        return writeSnapshot(stage.store, watched, { at: stage.now });
      });
      for (const { ok } of await Promise.all(meanwhile)) assert.ok(ok);
      assert.equal(counts.rows, [...original.values()].flat().length);

      const target = await empty();
      try {
        const { exitCode, out, err } = await restores(path, target, secret);
        assert.equal(exitCode, 0, err);
        assert.match(out, /^[\d,]+ rows of \d+ tables came back, as they were on \S+Z\. [^\n]+\n$/);
        await compared(target, original);
      } finally {
        await target.gone();
      }
    });

  async function compared({ place }: EmptyPlace, original: Map<string, Rows>): Promise<void> {
    const again = Stage.on(await openStore(place), { codeCost });
    again.now = stage.now;
    try {
      const content = await contentOf(again.store);
      assert.deepEqual([...content.keys()], [...original.keys()]);
      for (const [table, rows] of original) assert.deepEqual(content.get(table), rows, table);
      assert.ok(original.get('photo_file')!.length > 10 && original.get('act')!.length === 0);

      const lists = (await (await stage.get('/buurten/BU9999AA01/initiatives')).json()) as {
        initiatives: { id: string; photo: { sources: { url: string }[] } | null }[];
      };
      const [{ photo } = { photo: null }] = lists.initiatives.filter((each) => each.photo !== null);
      const address = `/${photo!.sources[0]!.url.replace(/^.*?photos/, 'photos')}`;
      const bytesOf = async (of: Stage) => Buffer.from(await (await of.get(address)).arrayBuffer());
      assert.ok((await bytesOf(stage)).length > 1000);
      assert.deepEqual(await bytesOf(again), await bytesOf(stage));

      const verifier = await OperatorOnStage.enter(again.store, () => stage.now);
      const verified = await verifier.types('round', 'verify', round.id);
      await verifier.leave();
      assert.equal(verified.exitCode, 0, verified.err + verified.out);

      const key = randomUUID();
      const lines = [{ proposalId: 'a' }];
      const body = { code: round.codes[2]!, rulesHash: round.rulesHash, lines, channel: 'online' };
      const path = `/rounds/${round.id}/ballots`;
      assert.equal((await again.post(path, body, { 'Idempotency-Key': key })).status, 201);
      const mine = await again.post(`${path}/mine`, { code: round.codes[0] });
      assert.equal(mine.status, 200);
      // What counts, numbers and guards by itself does so again.
      const handedIn = await again.post('/buurten/BU9999AA01/ideas', anIdea);
      assert.equal(handedIn.status, 201);
      await assert.rejects(sql`delete from buurt where code = 'BU9999AA01'`.execute(again.store.db));
      const supported = await supportOf(again, lists.initiatives[0]!.id);
      assert.equal(supported.after, supported.before + 1);
      await rowsAreNumbered(again.store);
    } finally {
      await again.close();
    }
  }

  async function supportOf(of: Stage, id: string): Promise<{ before: number; after: number }> {
    const count = async () =>
      (
        await of.store.db
          .selectFrom('initiative')
          .select('support_count')
          .where('id', '=', id)
          .executeTakeFirstOrThrow()
      ).support_count;
    const before = await count();
    await of.store.db
      .insertInto('support')
      .values({ initiative_id: id, browser_key_hash: randomUUID(), created_at: of.now })
      .execute();
    return { before, after: await count() };
  }

  async function rowsAreNumbered({ db }: Store): Promise<void> {
    const { rows } = await sql<{ last: number | null; highest: number }>`
      select (select max(id) from street) as highest,
        (select last_value from pg_sequences where sequencename = 'street_id_seq') as last`.execute(db);
    assert.ok(Number(rows[0]!.highest) > 0);
    assert.equal(Number(rows[0]!.last), Number(rows[0]!.highest));
  }

  it(
    'comes back from the embedded database in PostgreSQL and the reverse',
    { skip: !serverUrl },
    async () => {
      const there = await emptyFolder();
      assert.equal((await restores(await backup(), there, secret)).exitCode, 0);
      const original = await contentOf(stage.store);
      const embedded = await openStore(there.place);
      const path = join(operator.folder, `${randomUUID()}.backup`);
      await makeBackupFile(path, (writer) => writeSnapshot(embedded, writer, { at: stage.now }));
      await embedded.close();
      const target = await emptyDatabase();
      try {
        const { exitCode, err } = await restores(path, target, secret);
        assert.equal(exitCode, 0, err);
        const store = await openStore(target.place);
        assert.deepEqual(await contentOf(store), original);
        await store.close();
      } finally {
        await target.gone();
      }
    },
  );

  it('of an older version comes back in the tables of now, and says which secret it needs', async () => {
    const old = Object.keys(migrations).slice(0, -3);
    const store = await openStore({ inMemory: true, image: await bareImage() }, { migrates: false });
    await migrateTo(store.db, old.at(-1)!);
    assert.deepEqual(await migrationsIn(store.db), old);
    await secretFor(store, { secret, dataDir: folder, databaseUrl: undefined });
    await sql`insert into buurt (code, name, municipality, border, west, south, east, north)
      values ('BU9999ZZ01', 'Oud', 'Stad', '{}', 1, 2, 3, 4.1)`.execute(store.db);
    const path = join(operator.folder, `${randomUUID()}.backup`);
    await makeBackupFile(path, (writer) => writeSnapshot(store, writer, { at: stage.now }));
    await store.close();
    const target = await emptyFolder();
    const { exitCode, out } = await restores(path, target);
    assert.equal(exitCode, 0);
    assert.match(out, /The secret was not in the backup: set it before/);
    assert.ok(!(await readdir(target.dataDir)).includes('secret'));
    const again = await openStore(target.place, { migrates: false });
    assert.deepEqual(await migrationsIn(again.db), Object.keys(migrations));
    const buurten = await again.db.selectFrom('buurt').select(['name', 'north']).execute();
    assert.deepEqual(buurten, [{ name: 'Oud', north: 4.1 }]);
    await again.close();
  });
});

describe('The file of a backup', () => {
  it('is for its owner alone, says whether the secret is in it, and replaces no other file', async () => {
    const without = await operator.types('backup', 'without.backup');
    assert.match(without.out, /^[\d,]+ rows of \d+ tables written to \/.*without\.backup\.\n/);
    assert.match(without.out, /\nThe secret of the server is not in it: /);
    const path = join(operator.folder, 'without.backup');
    assert.equal((await stat(path)).mode & 0o777, 0o600);
    assert.ok(!gunzipSync(await readFile(path)).includes(secret));
    const again = await operator.types('backup', 'without.backup');
    assert.deepEqual([again.exitCode, again.out], [1, '']);
    assert.match(again.err, /without\.backup is there already: give another name\.\n$/);
    const nowhere = await operator.types('backup', 'no-folder/x.backup');
    assert.match(nowhere.err, /no-folder\/x\.backup: there is no such file or folder\.\n$/);
    const including = await operator.types('backup', '--with-secret', 'with.backup');
    assert.match(including.out, /\nThe secret of the server is in it: /);
    assert.ok(gunzipSync(await readFile(join(operator.folder, 'with.backup'))).includes(secret));
    assert.deepEqual(
      (await readdir(operator.folder)).filter((name) => name.endsWith('.part')),
      [],
    );
  });

  it('leaves nothing behind when it could not be written to its end', async () => {
    const path = join(operator.folder, 'halfway.backup');
    await assert.rejects(
      makeBackupFile(path, async (writer) => {
        await writer.table({ table: 'buurt', columns: ['code'], sequences: {} });
        throw new Error('the database went away');
      }),
      /went away/,
    );
    assert.deepEqual(
      (await readdir(operator.folder)).filter((name) => name.startsWith('halfway')),
      [],
    );
  });

  it('brings its secret along where none is set, and keeps to the one that is', async () => {
    const file = await backup('--with-secret');
    const target = await emptyFolder();
    const { out } = await restores(file, target);
    assert.match(out, /The secret was in the backup and is in \/.*\/secret now/);
    const brought = join(target.dataDir, 'secret');
    assert.equal(await readFile(brought, 'utf8'), secret);
    assert.equal((await stat(brought)).mode & 0o777, 0o600);

    const other = await emptyFolder();
    const refused = await restores(file, other, secret.toUpperCase());
    assert.deepEqual([refused.exitCode, refused.out], [1, '']);
    assert.match(refused.err, /\nAnother secret is set here [^\n]+ Nothing was changed\.\n$/);
    await assert.rejects(stat(other.dataDir));
  });
});

describe('A backup that cannot come back', () => {
  const refusedIn = async (target: EmptyPlace, file: string): Promise<string> => {
    const { exitCode, out, err } = await restores(file, target);
    assert.deepEqual([exitCode, out], [1, '']);
    return err.replace(/^Database: .*\n/, '');
  };

  it('says so when a sign of it changed, it is not whole, or it is something else', async () => {
    const file = await backup('--with-secret');
    const whole = await readFile(join(operator.folder, file));
    const target = await emptyFolder();
    const flipped = await changed(file, (text) =>
      text.replace('Een lange', 'Een korte').replace('De ', 'Di '),
    );
    assert.match(
      await refusedIn(target, flipped),
      /: it is not what was written: [^\n]+ Nothing was changed\.\n$/,
    );
    const cut = await operator.saves('cut.backup', whole.subarray(0, whole.length - 100));
    assert.match(
      await refusedIn(target, cut),
      /: it is no backup, or not a whole one\. Nothing was changed\.\n$/,
    );
    const shorter = await changed(file, (text) => text.split('\n').slice(0, -3).join('\n') + '\n');
    assert.match(await refusedIn(target, shorter), /Nothing was changed\.\n$/);
    await writeFile(join(operator.folder, 'other.backup'), 'a letter');
    assert.match(await refusedIn(target, 'other.backup'), /: it is no backup, or not a whole one\./);
    assert.match(
      await refusedIn(target, 'none.backup'),
      /none\.backup: there is no such file or folder\.\n$/,
    );
    await assert.rejects(stat(target.dataDir));
  });

  it('leaves no half database behind', async () => {
    const path = join(operator.folder, `${randomUUID()}.backup`);
    await makeBackupFile(path, async (writer) => {
      await writer.head({ at: stage.now, migrations: Object.keys(migrations), keyFingerprint: null, secret });
      await writer.table({ table: 'nowhere', columns: ['code'], sequences: {} });
    });
    const target = await emptyFolder();
    assert.match(
      await refusedIn(target, path),
      /^The backup has a table that this server does not know: "nowhere"/,
    );
    const left = (await readdir(target.dataDir)).filter((name) => !name.startsWith('lock'));
    assert.deepEqual(left, []);
  });

  it('says so when a newer version made it', async () => {
    const newer = await changed(await backup(), (text) =>
      text.replace('"0001-ideas"', '"0001-ideas","9999-later"'),
    );
    assert.equal(
      await refusedIn(await emptyFolder(), newer),
      'A newer version of the server made this backup (it has the step 9999-later). Restore it with that version.\n',
    );
  });

  it('says so when the folder has a database', async () => {
    const target = await emptyFolder();
    await mkdir(join(target.dataDir, 'database'), { recursive: true });
    assert.match(await refusedIn(target, await backup()), /^There is a database in .* already\. /);
  });

  it(
    'says so when PostgreSQL has rows, and comes back where a server was only started',
    { skip: !serverUrl },
    async () => {
      const target = await emptyDatabase();
      try {
        const file = await backup();
        const started = await openStore(target.place);
        await secretFor(started, { secret, dataDir: target.dataDir, databaseUrl: undefined });
        const { exitCode, err } = await restores(file, target, secret);
        assert.equal(exitCode, 0, err);
        assert.deepEqual(await contentOf(started), await contentOf(stage.store));
        await started.close();
        const { exitCode: code, err: why } = await restores(file, target, secret);
        assert.equal(code, 1);
        assert.match(why, /\nThis database is not empty \(there are rows in "[a-z_]+"\)\. [^\n]+\n$/);
      } finally {
        await target.gone();
      }
    },
  );
});
