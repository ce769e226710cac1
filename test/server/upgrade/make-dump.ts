/**
 * Makes the dump that `test/server/storage/upgrade.test.ts` upgrades, with the code of this checkout:
 *
 *     TEST_DATABASE_URL=… node --import tsx --conditions buurt-source test/server/upgrade/make-dump.ts
 *
 * Run it when a version is released, so that what people have is what is tested; the dump of an older version stays.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { migrations } from '../../../packages/server/src/db/migrations/index.js';
import { sendDueMails, type Mailer } from '../../../packages/server/src/mail/mail-sender.js';
import type { Mail } from '../../../packages/server/src/mail/mail-texts.js';
import { saveStreets } from '../../../packages/server/src/maps/streets.queries.js';
import { deriveSecrets } from '../../../packages/server/src/secrets/secrets.js';
import { secretFor } from '../../../packages/server/src/secrets/server-secret.js';
import { sql } from 'kysely';
import sharp from 'sharp';
import { OperatorOnStage } from '../operator-stage.js';
import { aProposal, RoundOnStage } from '../round-stage.js';
import { anIdea, buurtCode, codeCost, secret, Stage } from '../stage.js';
import type { DumpFacts, OwnedIdea } from './dump.js';

const serverUrl = process.env['TEST_DATABASE_URL'];
if (!serverUrl) throw new Error('Set TEST_DATABASE_URL: pg_dump makes the dump');
const publicUrl = 'https://buurt.example.nl';
const stage = await Stage.open({ codeCost, publicUrl });
const operator = await OperatorOnStage.enter(stage.store, () => stage.now);
const { db } = stage.store;

async function says(...argv: string[]): Promise<string> {
  const { exitCode, out, err } = await operator.types(...argv);
  assert.equal(exitCode, 0, err);
  return out;
}

async function made<T>(answer: Response | Promise<Response>): Promise<T> {
  const done = await answer;
  assert.ok(done.ok, await done.clone().text());
  return (await done.json()) as T;
}

/** A small photo, as a telephone sends it. */
const photo = (background: string) =>
  sharp({ create: { width: 48, height: 32, channels: 3, background } })
    .jpeg()
    .toBuffer();

async function mails(carry?: Mailer['carry']): Promise<Mail[]> {
  const sent: Mail[] = [];
  await sendDueMails(
    {
      store: stage.store,
      secrets: deriveSecrets(secret),
      publicUrl,
      sites: new Set(),
      carry: carry ?? ((mail) => Promise.resolve(void sent.push(mail))),
    },
    stage.now,
  );
  return sent;
}

async function follow(path: string, email: string): Promise<void> {
  await made(stage.post(`${path}/followers`, { email }));
  const asking = (await mails()).find(({ to }) => to === email);
  const page = /https:\/\/buurt\.example\.nl\/v1(\S+)/.exec(asking!.text)![1]!;
  assert.equal((await stage.send('POST', `${page}/confirm`)).status, 200);
}

interface Receipt extends OwnedIdea {
  readonly reference: string;
}

const owned = ({ id, ownerKey }: Receipt): OwnedIdea => ({ id, ownerKey });

await secretFor(stage.store, { dataDir: operator.folder, secret, databaseUrl: undefined });
await stage.clear({
  moderated: true,
  organisation: { name: 'Woningstichting Voorbeeld' },
  contactKeptDays: 60,
});
await stage.addBuurt('BU9999AA02', 'Rozenbuurt');
await saveStreets(db, [
  {
    name: 'Lindenlaan',
    line: [
      [5.001, 52.001],
      [5.004, 52.002],
    ],
  },
]);

const { id: photoId } = await made<{ id: string }>(stage.upload(await photo('green')));
await made(stage.upload(await photo('gray')));
const ideas = {
  published: await made<Receipt>(
    stage.handIn({
      ...anIdea,
      place: { lat: 52.005, lon: 5.005, address: 'Lindenlaan 12' },
      needs: ['time', 'tools'],
      offers: ['space'],
      cost: { minCents: 100_00, maxCents: 300_00 },
      photos: [{ id: photoId, alt: 'Het plein' }],
      name: 'Mila',
      email: 'mila@voorbeeld.nl',
    }),
  ),
  waiting: await made<Receipt>(
    stage.handIn({ ...anIdea, title: 'Een jeu-de-boulesbaan', email: 'zoe@voorbeeld.nl' }),
  ),
  declined: await made<Receipt>(stage.handIn({ ...anIdea, title: 'Een zwembad' })),
};
await follow(`/buurten/${buurtCode}`, 'sam@voorbeeld.nl');
await says('ideas', 'publish', ideas.published.reference);
await says('ideas', 'decline', ideas.declined.reference, '--reason', 'Daar is geen plek voor.');
await says('initiatives', 'ask', ideas.published.reference, 'time=3');

const path = `/initiatives/${ideas.published.id}`;
for (const _ of [1, 2, 3]) await made(stage.send('PUT', `${path}/supports/${randomUUID()}`));
await made(
  stage.post(`${path}/offers`, {
    kinds: ['time'],
    message: 'Ik kan op zaterdag koken.',
    name: 'Samira',
    contact: '06 87654321',
  }),
);
await stage.acceptOffers();
await made(
  stage.post(`${path}/offers`, {
    kinds: ['tools'],
    message: 'Een ladder.',
    name: 'Bo',
    contact: 'bo@voorbeeld.nl',
  }),
);
for (const text of ['Komt er ook verlichting?', 'Wie ruimt op?'])
  await made(stage.post(`${path}/remarks`, { stance: 'question', text, name: 'Noor' }));
const [remark] = await db
  .selectFrom('remark')
  .select('id')
  .where('text', '=', 'Komt er ook verlichting?')
  .execute();
await says('remarks', 'publish', remark!.id);
await made(stage.post(`/remarks/${remark!.id}/reports`, { reason: 'Dit gaat over mijn lamp.' }));
await follow(path, 'noor@voorbeeld.nl');
await says(
  ...['initiatives', 'promise', ideas.published.reference, '--who', 'Woningstichting Voorbeeld'],
  ...['--what', 'We betalen de tafel.', '--by', '2027-05-01', '--granted', '250'],
);
await operator.saves('news.jpg', await photo('orange'));
await says(
  ...['initiatives', 'news', ideas.published.reference, '--text', 'De tafel staat.'],
  ...['--photo', 'news.jpg', '--alt', 'De tafel'],
);
// Mails are refused for good; after that there waits one of each kind.
const { error } = console;
console.error = () => undefined;
await mails(() =>
  Promise.reject(
    Object.assign(new Error('not taken'), {
      responseCode: 550,
      command: 'RCPT TO',
      response: '550 no such user',
    }),
  ),
);
console.error = error;
await made(stage.post(`${path}/followers`, { email: 'lou@voorbeeld.nl' }));
await says('initiatives', 'status', ideas.published.reference, 'granted', '--reason', 'Er is geld voor.');
const bench = await made<Receipt>(stage.handIn({ ...anIdea, title: 'Een bankje', theme: 'green' }));
await says('ideas', 'publish', bench.reference);

const rounds = {
  open: await RoundOnStage.open(stage, 6, {
    name: 'Buurtbudget',
    intro: 'Kies twee plannen.',
    // Open on every day on which the test runs.
    opensAt: '2020-01-01T11:00:00.000Z',
    closesAt: '2099-12-31T11:00:00.000Z',
    proposals: [
      aProposal('a', 4000_00, { initiativeId: ideas.published.id, title: 'Een lange tafel' }),
      aProposal('b', 5000_00, { remark: 'Onder voorbehoud.', categories: ['groen'], excludes: ['c'] }),
      aProposal('c', 3000_00),
      aProposal('d', 100_00),
    ],
  }),
  closed: await RoundOnStage.open(stage, 5, { name: 'Het budget van vorig jaar' }),
};
await says('round', 'withdraw', rounds.open.id, 'd');
const votes = [
  { round: rounds.open, picks: [['a'], ['a', 'b'], ['b']] },
  { round: rounds.closed, picks: [['a'], ['a', 'c'], ['c', 'b'], ['c']] },
];
for (const { round, picks } of votes)
  for (const [letter, ids] of picks.entries()) await made(round.cast({ code: round.codes[letter]!, ids }));
// The first voter has changed their mind, and the last letter was replaced.
await made(rounds.open.cast({ code: rounds.open.codes[0]!, ids: ['c'] }));
await says('codes', 'void', rounds.open.id, '--code', rounds.open.codes[5]!);
await rounds.closed.end();
const { receipts, head } = await made<{ receipts: string[]; head: string }>(rounds.closed.get('/receipts'));
const { tallies } = await made<{ tallies: { winners: string[]; spentCents: number }[] }>(
  rounds.closed.get('/results'),
);

const tables = await sql<{ name: string }>`
  select table_name as name from information_schema.tables where table_schema = 'public'`.execute(db);
for (const { name } of tables.rows) {
  const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db);
  assert.equal(rows.length, 1, `${name} is empty`);
}

const facts: DumpFacts = {
  ideas: {
    published: owned(ideas.published),
    waiting: owned(ideas.waiting),
    declined: owned(ideas.declined),
  },
  open: { id: rounds.open.id, rulesHash: rounds.open.rulesHash, codes: [...rounds.open.codes] },
  closed: {
    id: rounds.closed.id,
    receipts,
    head,
    winners: tallies[0]!.winners,
    spentCents: tallies[0]!.spentCents,
  },
};
const database = new URL(serverUrl);
const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db);
database.pathname = `/${rows[0]!.name}`;
const text = execFileSync(
  'pg_dump',
  ['--no-owner', '--no-privileges', '--rows-per-insert=100', database.href],
  {
    encoding: 'utf8',
  },
);
// Without the comments of pg_dump, which tell of this machine, and settings of a session that other versions do not know.
const dump = text
  .split('\n')
  .filter(
    (line) =>
      !/^(?:--|SET (?!check_function_bodies)|SELECT pg_catalog\.set_config|\\|COMMENT ON EXTENSION)/.test(
        line,
      ),
  )
  .join('\n');
const version = Object.keys(migrations).at(-1)!.slice(0, 4);
await writeFile(new URL(`${version}.sql`, import.meta.url), dump.trimStart());
await writeFile(new URL(`${version}.json`, import.meta.url), `${JSON.stringify(facts, null, 2)}\n`);
await operator.leave();
await stage.close();
