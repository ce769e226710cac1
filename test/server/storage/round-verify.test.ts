import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql, type Transaction } from 'kysely';
import { findingsIn, type Finding } from '../../../packages/server/src/rounds/verify.js';
import { castBallotFrom } from '@buurt/domain/voting/cast-json.js';
import {
  openRound,
  voidCredential,
  withdraw,
} from '../../../packages/server/src/rounds/round-changes.queries.js';
import { changeProposal, changeRound } from '../../../packages/server/src/rounds/round-edits.queries.js';
import { rowsIn, rowsOfRound } from '../../../packages/server/src/rounds/round-rows.queries.js';
import type { Tables } from '../../../packages/server/src/db/tables.js';
import { fullProofs } from '../full-proofs.js';
import { aProposal, RoundOnStage } from '../round-stage.js';
import { codeCost, Stage } from '../stage.js';

/** A text that is not what stood there. */
const otherText = (column: string) => sql`${sql.ref(column)} || 'x'`;
const otherHex = (column: string) =>
  sql`translate(${sql.ref(column)}, '0123456789abcdef', '123456789abcdef0')`;
const otherNumber = (column: string) => sql`${sql.ref(column)} + 1`;
const otherList = (column: string) => sql`${sql.ref(column)} || array['x']`;
const otherFlag = (column: string) => sql`not ${sql.ref(column)}`;
const later = (column: string) => sql`${sql.ref(column)} + interval '1 minute'`;
const otherKey = (json: string) => (column: string) => sql`${sql.ref(column)} || ${json}::jsonb`;

/** Every column that somebody could change, and how. */
const edits = {
  round: {
    ...{ name: otherText, intro: otherText, budget_cents: otherNumber, currency: () => sql`'USD'` },
    ...{
      opens_at: later,
      closes_at: later,
      closed: otherFlag,
      cancelled: otherFlag,
      rules: otherKey('{"picks":{"max":3}}'),
    },
    ...{ tallies: otherKey('[{"method":"equalshares"}]'), group_names: otherKey('{"x":"X"}') },
    ...{ rules_hash: otherHex, salt: () => sql`'\\x00'::bytea`, key_fingerprint: otherText },
  },
  proposal: {
    ...{ id: otherText, title: otherText, story: otherText, cost_cents: otherNumber },
    ...{ categories: otherList, neighborhoods: otherList, excludes: otherList },
    ...{ remark: () => sql`'x'`, withdrawn: otherFlag },
  },
  credential: { credential_hash: otherText, voided: otherFlag, batch: otherNumber },
  ballot: {
    ...{ credential_hash: otherText, lines: () => sql`'[{"proposalId":"c"}]'::jsonb`, version: otherNumber },
    ...{ channel: () => sql`'paper'`, receipt: otherText },
  },
  ballot_key: {
    ...{
      credential_hash: otherText,
      key: () => sql`gen_random_uuid()`,
      fingerprint: otherHex,
      version: otherNumber,
    },
  },
  round_log: {
    ...{
      position: () => sql`position + 1000`,
      event: () => sql`case event when 'made' then 'cast' else 'made' end`,
    },
    ...{ subject: otherText, version: otherNumber, digest: otherText, hash: otherHex },
  },
} as const;
type Table = keyof typeof edits;
const tables = Object.keys(edits) as Table[];

const kept: Readonly<Record<Table, Finding['table']>> = {
  ...{ round: 'round', proposal: 'proposal', credential: 'credential', ballot: 'ballot' },
  ...{ ballot_key: 'ballot_key', round_log: 'log' },
};

class Undone extends Error {}

let stage: Stage;
let round: RoundOnStage;
before(async () => {
  stage = await Stage.open({ codeCost });
  await stage.clear();
  round = await RoundOnStage.open(stage, 12, {
    opensAt: new Date(Date.now() + 60_000).toISOString(),
    proposals: ['a', 'b', 'c', 'd'].map((id) => aProposal(id, 3000_00)),
  });
  await stage.store.transaction(async (db) => {
    const closesAt = new Date(Date.now() + 7_200_000).toISOString();
    assert.equal(await changeRound(db, round.id, { name: 'Buurtbudget 2027' }), 'done');
    assert.equal(await changeProposal(db, round.id, 'c', { title: 'Plan C', costCents: 2500_00 }), 'done');
    assert.equal(await changeRound(db, round.id, { intro: 'Kies mee.', closesAt }), 'done');
    assert.ok(await openRound(db, round.made));
    assert.ok(await withdraw(db, round.id, 'd'));
    const later = new Date(Date.now() + 9_000_000).toISOString();
    assert.equal(await changeRound(db, round.id, { closesAt: later }), 'done');
  });
  const { rulesHash } = (await (await round.get()).json()) as { rulesHash: string };
  for (const [index, code] of round.codes.slice(0, 8).entries())
    for (let times = 0; times <= index % 3; times++) {
      const answer = await round.cast({ code, ids: [times === 1 ? 'b' : 'a'], more: { rulesHash } });
      castBallotFrom(await answer.json());
    }
  const [{ credential_hash }] = (await stage.store.db
    .selectFrom('credential')
    .select('credential_hash')
    .execute()) as [{ credential_hash: string }];
  await stage.store.transaction((db) => voidCredential(db, round.id, credential_hash));
});
after(() => stage.close());

/** What is found after a change that is then taken back; undefined when the database itself refuses it. */
async function foundAfter(
  change: (db: Transaction<Tables>) => Promise<bigint | undefined>,
): Promise<Finding[] | undefined> {
  let found: Finding[] | undefined;
  await stage.store
    .transaction(async (db) => {
      if (((await change(db)) ?? 0n) === 0n) throw new Undone();
      found = findingsIn(await rowsIn(db, round.id));
      throw new Undone();
    })
    .catch((error: unknown) => {
      // A constraint of the database is a guard of its own.
      if (!(error instanceof Undone) && !/^23/.test(String((error as { code?: string }).code))) throw error;
    });
  return found;
}

/** One row of a table, by its place among them. */
async function ctidOf(table: Table, nth: number): Promise<string> {
  const { rows } = await sql<{ ctid: string }>`
    select ctid::text from ${sql.table(table)} order by ctid`.execute(stage.store.db);
  return rows[nth % rows.length]!.ctid;
}

describe('the log of a round', () => {
  it('has nothing to say against a round with which only was done what may be done', async () => {
    assert.deepEqual(findingsIn(await rowsOfRound(stage.store, round.id)), []);
  });

  it('shows every single change of the database, and where', async () => {
    const columns = tables.flatMap((table) => Object.entries(edits[table]).map((edit) => ({ table, edit })));
    const times = fullProofs ? 1000 : 300;
    let seen = 0;
    for (let nth = 0; seen < times && nth < times * 4; nth++) {
      const { table, edit } = columns[nth % columns.length]!;
      const [column, value] = edit as [string, (column: string) => ReturnType<typeof otherText>];
      const ctid = await ctidOf(table, Math.floor(nth / columns.length) * 7 + nth);
      const found = await foundAfter(async (db) => {
        const { numAffectedRows } =
          await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${value(column)}
          where ctid = ${ctid}::tid and ${sql.ref(column)} is distinct from ${value(column)}`.execute(db);
        return numAffectedRows;
      });
      if (!found) continue;
      seen++;
      assert.ok(
        found.some((each) => each.table === kept[table]),
        `${table}.${column} in row ${ctid}: ${JSON.stringify(found)}`,
      );
    }
    assert.equal(seen, times);
  });

  it('shows a row that is gone, from every table, and one that was put in', async () => {
    for (const table of tables.filter((each) => each !== 'round'))
      for (let nth = 0; nth < 12; nth++) {
        const ctid = await ctidOf(table, nth);
        const found = await foundAfter(
          async (db) =>
            (await sql`delete from ${sql.table(table)} where ctid = ${ctid}::tid`.execute(db))
              .numAffectedRows,
        );
        assert.ok(found && found.length > 0, `${table} ${ctid}`);
      }
    const stuffed = await foundAfter(async (db) => {
      const row = { round_id: round.id, credential_hash: 'stuffed' };
      await db
        .insertInto('credential')
        .values({ ...row, batch: 5 })
        .execute();
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('ballot')
        .values({ ...row, lines: '[{"proposalId":"a"}]', channel: 'online', version: 1, receipt: 'STUFFED0' })
        .executeTakeFirst();
      return numInsertedOrUpdatedRows;
    });
    assert.deepEqual(
      stuffed?.map(({ table }) => table),
      ['credential', 'ballot'],
    );
  });
});
