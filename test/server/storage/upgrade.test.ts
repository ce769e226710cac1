import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ownIdeaFrom } from '@buurt/domain/ideas/receipt.js';
import { initiativeFrom } from '@buurt/domain/initiatives/initiative-page-json.js';
import { publishedReceiptsFrom, resultsFrom } from '@buurt/domain/rounds/results-json.js';
import { roundFrom } from '@buurt/domain/rounds/round-json.js';
import { castBallotFrom, mineFrom } from '@buurt/domain/voting/cast-json.js';
import { tallyResultFrom } from '@buurt/domain/voting/tally-json.js';
import { sql } from 'kysely';
import sharp from 'sharp';
import type { Store } from '../../../packages/server/src/db/open.js';
import { sendDueMails } from '../../../packages/server/src/mail/mail-sender.js';
import type { Mail } from '../../../packages/server/src/mail/mail-texts.js';
import { rowsOfRound } from '../../../packages/server/src/rounds/round-rows.queries.js';
import { findingsIn } from '../../../packages/server/src/rounds/verify.js';
import { deriveSecrets } from '../../../packages/server/src/secrets/secrets.js';
import { secretFor } from '../../../packages/server/src/secrets/server-secret.js';
import { OperatorOnStage } from '../operator-stage.js';
import { buurtCode, codeCost, openEmptyStore, secret, Stage } from '../stage.js';
import {
  factsOf,
  rowsOfAll,
  upgradeDump,
  type DumpFacts,
  type Rows,
  type Upgraded,
} from '../upgrade/dump.js';

/** What is called otherwise since that version: `table`, `table.column` or `table.column=value`, by its old name. */
const renamedSince: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '0018': {
    slot: 'credential',
    'slot.slot': 'credential_hash',
    'ballot.slot': 'credential_hash',
    'ballot_key.slot': 'credential_hash',
    'cast_count.code': 'code_hash',
    secret_mark: 'key_fingerprint',
    'secret_mark.mark': 'fingerprint',
    'round.mark': 'key_fingerprint',
    standing_before: 'initiative_rank_history',
    'standing_before.changed': 'position',
    'standing_before.at': 'changed_at',
    'offer.words': 'message',
    'promise.by': 'due_on',
    'round_revision.at': 'revised_at',
    'round_revision.times': 'revisions',
    'mail.kind=told': 'news',
  },
};

const publicUrl = 'https://buurt.example.nl';

const runIn =
  ({ db }: Store) =>
  async (text: string): Promise<Rows> =>
    (await sql.raw<Rows[number]>(text).execute(db)).rows;

/** All that the tables are made of, as PostgreSQL describes it; a dump changes the order of columns, and brackets. */
async function schemaOf(store: Store): Promise<string[]> {
  const run = runIn(store);
  const parts = [
    `select table_name, column_name, data_type, is_nullable, column_default, is_identity, generation_expression
     from information_schema.columns where table_schema = 'public'`,
    `select tablename, indexname, indexdef from pg_indexes where schemaname = 'public'`,
    `select conrelid::regclass::text as of, conname, pg_get_constraintdef(oid) as constraint from pg_constraint
     where connamespace = 'public'::regnamespace and contype <> 'n'`,
    `select tgrelid::regclass::text as of, tgname, pg_get_triggerdef(oid) as trigger from pg_trigger
     where not tgisinternal`,
    `select proname, prosrc, pg_get_function_identity_arguments(oid) as arguments from pg_proc
     where pronamespace = 'public'::regnamespace
       and not exists (select 1 from pg_depend where objid = pg_proc.oid and deptype = 'e')`,
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S'`,
  ];
  const rows = (await Promise.all(parts.map(run))).flat();
  return rows.map((row) => JSON.stringify(row).replaceAll(/[()]/g, '')).toSorted();
}

for (const [version, renamed] of Object.entries(renamedSince))
  describe(`A database as version ${version} of its tables left it, brought to the newest`, () => {
    let upgraded: Upgraded;
    let stage: Stage;
    let facts: DumpFacts;
    let path: string;
    before(async () => {
      facts = await factsOf(version);
      path = `/initiatives/${facts.ideas.published.id}`;
      upgraded = await upgradeDump(version);
      stage = Stage.on(upgraded.store, { codeCost, publicUrl });
      // Later on the day on which all of it was done.
      stage.now = new Date('2026-11-23T11:00:00.000Z');
    });
    after(() => stage.close());

    const verified = async (id: string) => findingsIn(await rowsOfRound(stage.store, id));

    it('has every row of then, with what stood in it', async () => {
      const now = await rowsOfAll(runIn(stage.store));
      for (const [table, rows] of upgraded.before) {
        assert.notEqual(rows.length, 0, `the dump has nothing in ${table}`);
        const found = now.get(renamed[table] ?? table) ?? [];
        const columns = Object.keys(rows[0]!);
        const renamedValue = (column: string, value: unknown) =>
          renamed[`${table}.${column}=${String(value)}`] ?? value;
        const then = rows.map((row) => columns.map((column) => renamedValue(column, row[column])));
        const since = found.map((row) =>
          columns.map((column) => row[renamed[`${table}.${column}`] ?? column]),
        );
        const sorted = (all: readonly unknown[]) => all.map((row) => JSON.stringify(row)).toSorted();
        assert.deepEqual(sorted(since), sorted(then), table);
      }
    });

    it('has the tables of a new database', async () => {
      const empty = await openEmptyStore();
      const expected = await schemaOf(empty);
      await empty.close();
      assert.deepEqual(await schemaOf(stage.store), expected);
    });

    it('knows its secret, and no other one', async () => {
      const settings = { dataDir: '/nowhere', databaseUrl: undefined };
      assert.equal(await secretFor(stage.store, { ...settings, secret }), secret);
      await assert.rejects(
        secretFor(stage.store, { ...settings, secret: 'a secret of somebody else, who is not us' }),
        /begun with another SERVER_SECRET/,
      );
    });

    it('shows the initiative with all that was said and promised below it', async () => {
      const shown = initiativeFrom(await (await stage.get(path)).json());
      assert.equal(shown.title, 'Een lange tafel op het plein');
      assert.deepEqual([shown.status, shown.statusReason], ['granted', 'Er is geld voor.']);
      assert.deepEqual([shown.supportCount, shown.offerCount, shown.initiator], [3, 1, 'Mila']);
      assert.deepEqual(shown.place, { lat: 52.005, lon: 5.005, address: 'Lindenlaan 12' });
      assert.deepEqual(shown.help, [{ kind: 'time', asked: 3, offered: 1 }]);
      assert.deepEqual(
        shown.remarks.map(({ text, name }) => [text, name]),
        [['Komt er ook verlichting?', 'Noor']],
      );
      assert.deepEqual(
        shown.promises.map(({ what, dueOn, grantedCents }) => [what, dueOn, grantedCents]),
        [['We betalen de tafel.', '2027-05-01', 250_00]],
      );
      assert.deepEqual(
        shown.news.map(({ text, photo }) => [text, photo?.alt]),
        [['De tafel staat.', 'De tafel']],
      );
      assert.deepEqual(
        shown.photos.map(({ alt }) => alt),
        ['Het plein'],
      );
      const file = await stage.get(`/${shown.photos[0]!.sources[0]!.url}`);
      const { format, width } = await sharp(Buffer.from(await file.arrayBuffer())).metadata();
      assert.deepEqual([format, width], ['webp', 48]);
    });

    it('tells the makers of ideas what became of them', async () => {
      const own = async (idea: { id: string; ownerKey: string }) => {
        const headers = { Authorization: `Bearer ${idea.ownerKey}` };
        const { state, reason } = ownIdeaFrom(await (await stage.get(`/ideas/${idea.id}`, headers)).json());
        return [state, reason];
      };
      assert.deepEqual(await own(facts.ideas.published), ['published', undefined]);
      assert.deepEqual(await own(facts.ideas.waiting), ['waiting', undefined]);
      assert.deepEqual(await own(facts.ideas.declined), ['declined', 'Daar is geen plek voor.']);
    });

    it('still has what only an operator sees', async () => {
      const operator = await OperatorOnStage.enter(stage.store, () => stage.now);
      const { out: offers } = await operator.types('export', 'offers', '--with-contact');
      for (const text of ['06 87654321', 'bo@voorbeeld.nl']) assert.ok(offers.includes(text), offers);
      const { out: mila } = await operator.types('person', 'find', 'mila@voorbeeld.nl', '--json');
      assert.equal((JSON.parse(mila) as unknown[]).length, 1);
      assert.match((await operator.types('remarks', 'list', '--state', 'waiting')).out, /Wie ruimt op\?/);
      assert.match((await operator.types('settings', 'show', buurtCode)).out, /Woningstichting Voorbeeld/);
      for (const { id } of [facts.open, facts.closed])
        assert.equal((await operator.types('round', 'verify', id)).exitCode, 0);
      await operator.leave();
    });

    it('keeps the result of the round that was closed, and its log', async () => {
      const { id, receipts, head, winners, spentCents } = facts.closed;
      assert.deepEqual(await verified(id), []);
      const results = resultsFrom(tallyResultFrom)(await (await stage.get(`/rounds/${id}/results`)).json());
      assert.deepEqual([results.ballotCount, results.chainHead], [4, head]);
      assert.deepEqual([results.tallies[0]!.winners, results.tallies[0]!.spentCents], [winners, spentCents]);
      assert.deepEqual(publishedReceiptsFrom(await (await stage.get(`/rounds/${id}/receipts`)).json()), {
        receipts,
        head,
      });
    });

    it('goes on with the round that is open, with the letters that people have', async () => {
      const { id, rulesHash, codes } = facts.open;
      const ballots = `/rounds/${id}/ballots`;
      const mine = async (code: string) => (await stage.post(`${ballots}/mine`, { code })).json();
      assert.deepEqual(await verified(id), []);
      const round = roundFrom(await (await stage.get(`/rounds/${id}`)).json());
      assert.deepEqual([round.phase, round.rulesHash], ['open', rulesHash]);
      assert.deepEqual(
        round.proposals.filter(({ withdrawn }) => withdrawn).map((proposal) => proposal.id),
        ['d'],
      );
      const cast = mineFrom(await mine(codes[0]!));
      assert.deepEqual([cast?.version, cast?.lines], [2, [{ proposalId: 'c' }]]);
      assert.equal(mineFrom(await mine(codes[3]!)), null);
      assert.match(JSON.stringify(await mine(codes[5]!)), /code-replaced/);
      const choice = { rulesHash, lines: [{ proposalId: 'a' }], channel: 'online' };
      const first = await stage.post(ballots, { ...choice, code: codes[3]! });
      assert.equal(first.status, 201);
      const changed = await stage.post(ballots, { ...choice, code: codes[0]! });
      assert.deepEqual([changed.status, castBallotFrom(await changed.json()).receipt], [200, cast?.receipt]);
      assert.deepEqual(await verified(id), []);
    });

    it('counts support and news on from what there was', async () => {
      await stage.send('PUT', `${path}/supports/0f0c2d52-8f0e-4a0e-9b53-6d1a3c1f9a01`);
      assert.equal(initiativeFrom(await (await stage.get(path)).json()).supportCount, 4);
      const list = await stage.get(`/buurten/${buurtCode}/initiatives?sort=support`);
      const { initiatives } = (await list.json()) as { initiatives: { title: string }[] };
      assert.deepEqual(
        initiatives.map(({ title }) => title),
        ['Een lange tafel op het plein', 'Een bankje'],
      );
    });

    it('sends the mails that waited, one of each kind', async () => {
      const sent: Mail[] = [];
      const carry = (mail: Mail) => Promise.resolve(void sent.push(mail));
      const secrets = deriveSecrets(secret);
      stage.now = new Date('2026-11-25T11:00:00.000Z');
      await sendDueMails({ store: stage.store, secrets, publicUrl, sites: new Set(), carry }, stage.now);
      const subjects = sent.map(({ to, subject }) => `${to}: ${subject}`).toSorted();
      assert.deepEqual(subjects, [
        'lou@voorbeeld.nl: Wil je “Een lange tafel op het plein” volgen?',
        'noor@voorbeeld.nl: Nieuws over Een lange tafel op het plein',
        'sam@voorbeeld.nl: Nieuw in de buurt: Een bankje',
        'sam@voorbeeld.nl: Nieuws over Een lange tafel op het plein',
      ]);
    });
  });
