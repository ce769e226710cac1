import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { OperatorIo } from '../../../packages/server/src/cli/operator-socket.js';
import { runOperator } from '../../../packages/server/src/cli/run.js';
import { createCredentialHasher } from '../../../packages/server/src/secrets/credential-hash.js';
import { deriveSecrets } from '../../../packages/server/src/secrets/secrets.js';
import { givenSecret, secretFor } from '../../../packages/server/src/secrets/server-secret.js';
import { aRound, RoundOnStage } from '../round-stage.js';
import { buurtCode, codeCost, secret, Stage } from '../stage.js';

const another = 'a secret of somebody else, who restored the dump';
const databaseUrl = 'postgres://localhost/of-somebody';

let stage: Stage;
let dataDir: string;
before(async () => (stage = await Stage.open({ codeCost })));
after(() => stage.close());
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'buurt-secret-'));
  await stage.clear();
  await stage.store.db.deleteFrom('key_fingerprint').execute();
});
afterEach(() => rm(dataDir, { recursive: true }));

const settings = (own: { secret?: string; databaseUrl?: string } = {}) => ({
  dataDir,
  secret: own.secret,
  databaseUrl: own.databaseUrl,
});
const secretWith = (own: Parameters<typeof settings>[0] = {}) => secretFor(stage.store, settings(own));

/** Types a command on a machine with this secret. */
async function types(own: Parameters<typeof settings>[0], ...argv: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const io: OperatorIo = {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    cwd: dataDir,
    isTty: false,
  };
  const findHasher = async () =>
    createCredentialHasher(deriveSecrets(await secretWith(own)).pepper, codeCost);
  const exitCode = await runOperator(argv, io, stage.store, findHasher, () => stage.now, assert.fail);
  return { exitCode, out: out.join(''), err: err.join('') };
}

const isAnother = {
  name: 'ConfigError',
  message: /^This database was begun with another SERVER_SECRET [^\n]+$/,
};

describe('A database', () => {
  it('knows the secret that it was begun with, and no other one', async () => {
    assert.equal(await secretWith({ secret }), secret);
    assert.equal(await secretWith({ secret }), secret);
    await assert.rejects(secretWith({ secret: another }), isAnother);
    await assert.rejects(secretWith({ secret: another, databaseUrl }), isAnother);
  });

  it('keeps a fingerprint that does not hold the secret', async () => {
    await secretWith({ secret });
    const rows = await stage.store.db.selectFrom('key_fingerprint').selectAll().execute();
    assert.equal(rows.length, 1);
    assert.match(rows[0]!.fingerprint, /^[\w-]{43}$/);
    assert.ok(!JSON.stringify(rows).includes(secret));
  });

  it('takes one of two secrets that come at the same moment', async () => {
    const both = await Promise.allSettled([secretWith({ secret }), secretWith({ secret: another })]);
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
  });

  it('from before there were fingerprints takes only the secret of the rounds that are not closed', async () => {
    await RoundOnStage.open(stage, 0);
    await assert.rejects(secretWith({ secret: another }), isAnother);
    assert.equal(await secretWith({ secret }), secret);
  });

  it('from before there were fingerprints takes any secret when its rounds are closed', async () => {
    await (await RoundOnStage.open(stage, 0)).end();
    assert.equal(await secretWith({ secret: another }), another);
  });
});

describe('A secret', () => {
  it('is made once for the embedded database, and found again', async () => {
    const made = await secretWith();
    assert.equal(await readFile(join(dataDir, 'secret'), 'utf8'), made);
    assert.equal((await stat(join(dataDir, 'secret'))).mode & 0o777, 0o600);
    assert.equal(await secretWith(), made);
  });

  it('that was lost is not made anew', async () => {
    await secretWith();
    await rm(join(dataDir, 'secret'));
    await assert.rejects(secretWith(), {
      name: 'ConfigError',
      message: /secret is not there, [^\n]*backup/,
    });
    assert.deepEqual(await readdir(dataDir), []);
  });

  it('is not made for a database from before there were fingerprints, in which people vote', async () => {
    await RoundOnStage.open(stage, 0);
    await assert.rejects(secretWith(), /secret is not there/);
    assert.deepEqual(await readdir(dataDir), []);
    assert.equal(await secretWith({ secret }), secret);
  });

  it('is never made up for a database elsewhere', async () => {
    const needed = { name: 'ConfigError', message: /^With DATABASE_URL [^\n]*set SERVER_SECRET [^\n]+$/ };
    await assert.rejects(givenSecret(settings({ databaseUrl })), needed);
    await assert.rejects(secretWith({ databaseUrl }), needed);
    assert.deepEqual(await readdir(dataDir), []);
    const made = await secretWith();
    assert.equal(await secretWith({ databaseUrl }), made, 'its file may lie in DATA_DIR');
  });
});

describe('An operator with another secret than the server', () => {
  it('is refused in one line before a round, a code or a letter is made', async () => {
    await secretWith({ secret });
    const { id, codes } = await RoundOnStage.open(stage, 1);
    const { id: _, buurtCode: __, proposals, ...draft } = aRound();
    const plans = proposals.map(({ id: plan, title, costCents }) => ({ id: plan, title, costCents }));
    await writeFile(
      join(dataDir, 'round.json'),
      JSON.stringify({ ...draft, name: 'Een ander', buurt: buurtCode, proposals: plans }),
    );
    await writeFile(join(dataDir, 'codes.csv'), `letter;code\n1;${codes[0]!}\n`);
    await writeFile(join(dataDir, 'paper.csv'), `code;choice\n${codes[0]!};1\n`);
    const letters = ['--sender', 'x', '--page', 'https://www.example.nl/stem', '--help-line', 'Bel 0123.'];
    const commands = [
      ['round', 'make', 'round.json'],
      ['round', 'paper', id, 'paper.csv'],
      ['codes', 'make', id, '--count', '2', '--out', 'more.csv'],
      ['codes', 'letters', id, ...letters],
      ['codes', 'replace', id, '--code', codes[0]!, '--out', 'new.csv'],
      ['codes', 'void', id, '--code', codes[0]!],
    ];
    const kept = async () =>
      JSON.stringify([
        await stage.store.db.selectFrom('round').selectAll().execute(),
        await stage.store.db.selectFrom('credential').selectAll().execute(),
        await stage.store.db.selectFrom('round_log').selectAll().execute(),
        await readdir(dataDir),
      ]);
    const before = await kept();
    for (const own of [{ secret: another }, { databaseUrl }])
      for (const argv of commands) {
        const { exitCode, out, err } = await types(own, ...argv);
        assert.equal(exitCode, 1, argv.join(' '));
        assert.equal(out, '');
        assert.match(
          err,
          /^(This database was begun with another|With DATABASE_URL a secret)[^\n]*SERVER_SECRET[^\n]*\n$/,
        );
      }
    assert.equal(await kept(), before);
    for (const argv of commands.slice(0, 4))
      assert.equal((await types({ secret }, ...argv)).exitCode, 0, argv.join(' '));
  });

  it('is told that a file has the codes of another round', async () => {
    const [first, second] = [await RoundOnStage.open(stage, 1), await RoundOnStage.open(stage, 1)];
    await writeFile(join(dataDir, 'codes.csv'), `letter;code\n1;${first.codes[0]!}\n`);
    const letters = ['--sender', 'x', '--page', 'https://www.example.nl/stem', '--help-line', 'Bel 0123.'];
    const { exitCode, err } = await types({ secret }, 'codes', 'letters', second.id, ...letters);
    assert.equal(exitCode, 1);
    assert.match(err, /^The codes of codes\.csv are not of Buurtbudget\. No letter was made\.\n$/);
    assert.ok(!(await readdir(dataDir)).includes('letters.html'));
  });
});

describe('A secret that is lost', () => {
  const fingerprints = async () =>
    (await stage.store.db.selectFrom('key_fingerprint').selectAll().execute()).length;

  it('is forgotten when no round is running, and the next one is kept', async () => {
    await secretWith({ secret });
    assert.match((await types({ secret }, 'secret', 'forget', '--yes')).err, /it is not lost/);
    assert.match((await types({}, 'secret', 'forget')).err, /--yes\.\n$/);
    assert.equal(await fingerprints(), 1);
    assert.equal((await types({}, 'secret', 'forget', '--yes')).exitCode, 0);
    assert.equal(await fingerprints(), 0);
    assert.deepEqual(await readdir(dataDir), [], 'no secret was made meanwhile');
    assert.match((await types({}, 'secret', 'forget', '--yes')).err, /knows no secret yet/);
    assert.equal(await secretWith({ secret: another, databaseUrl }), another);
    await assert.rejects(secretWith({ secret }), isAnother);
  });

  it('is not forgotten while its letters can still be used; those rounds can be ended without it', async () => {
    await secretWith({ secret });
    const unused = await RoundOnStage.open(stage, 1);
    const used = await RoundOnStage.open(stage, 1, { name: 'Met een stem' });
    assert.equal((await used.cast({ code: used.codes[0]!, ids: ['a'] })).status, 201);
    const refused = await types({}, 'secret', 'forget', '--yes');
    assert.match(refused.err, /these rounds .*: Buurtbudget, Met een stem\. Cancel them/);
    assert.equal(await fingerprints(), 1);
    assert.equal((await types({}, 'round', 'cancel', unused.id, '--yes')).exitCode, 0);
    assert.match((await types({}, 'secret', 'forget', '--yes')).err, /: Met een stem\. Cancel them/);
    assert.equal((await types({}, 'round', 'close', used.id, '--yes')).exitCode, 0);
    assert.equal((await types({}, 'secret', 'forget', '--yes')).exitCode, 0);
    assert.equal((await (await used.get('/results')).json()).ballotCount, 1);
  });
});
