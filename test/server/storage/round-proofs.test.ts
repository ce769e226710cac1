import assert from 'node:assert/strict';
import { createHash, scryptSync } from 'node:crypto';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { castBallotFrom, mineFrom } from '@buurt/domain/voting/cast-json.js';
import { printCode } from '@buurt/domain/rounds/code.js';
import { publishedReceiptsFrom } from '@buurt/domain/rounds/results-json.js';
import { sql } from 'kysely';
import { findingsIn } from '../../../packages/server/src/rounds/verify.js';
import { rowsOfRound } from '../../../packages/server/src/rounds/round-rows.queries.js';
import { fullProofs } from '../full-proofs.js';
import { RoundOnStage } from '../round-stage.js';
import { codeCost, Stage } from '../stage.js';

let stage: Stage;
before(async () => (stage = await Stage.open({ codeCost, requestsPerMinute: 1_000_000_000 })));
after(() => stage.close());
beforeEach(() => stage.clear());

/** As a widget and its resident do: a server that is too busy is asked again, after a pause that grows. */
async function insist(ask: () => Promise<Response>): Promise<Response> {
  for (let longestMs = 500; ; longestMs = Math.min(longestMs * 2, 60_000)) {
    const answer = await ask();
    if (answer.status !== 503) return answer;
    await pause(Math.random() * longestMs);
  }
}

const castLines = async (roundId: string) => {
  const rows = await rowsOfRound(stage.store, roundId);
  assert.deepEqual(findingsIn(rows), []);
  return rows.log.filter(({ event }) => event === 'cast');
};

const households = fullProofs ? 500 : 40;

describe(`${String(households)} households at once`, () => {
  it('have one ballot each when every request comes twenty times', async () => {
    const round = await RoundOnStage.open(stage, households);
    const answers = await Promise.all(
      round.codes.flatMap((code) => {
        const key = randomUUID();
        return Array.from({ length: 20 }, () => insist(() => round.cast({ code, ids: ['a'], key })));
      }),
    );
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [201]);
    assert.equal((await castLines(round.id)).length, households);
    await round.end();
    const { receipts } = publishedReceiptsFrom(await (await round.get('/receipts')).json());
    assert.equal(new Set(receipts).size, households);
  });

  it('with five devices each keep the vote that was acknowledged last, and none is lost', async () => {
    const round = await RoundOnStage.open(stage, households);
    const answers = await Promise.all(
      round.codes.flatMap((code) =>
        ['a', 'b', 'c', 'a', 'b'].map(async (id) => {
          const key = randomUUID();
          const answer = await insist(() => round.cast({ code, ids: [id], key }));
          const { version } = castBallotFrom(await answer.json());
          return { code, id, version };
        }),
      ),
    );
    for (const code of round.codes) {
      const mine = answers.filter((each) => each.code === code).toSorted((x, y) => x.version - y.version);
      assert.deepEqual(
        mine.map(({ version }) => version),
        [1, 2, 3, 4, 5],
      );
      const standing = mineFrom(await (await round.mine(code)).json());
      assert.deepEqual(standing?.lines, [{ proposalId: mine.at(-1)!.id }]);
    }
    assert.equal((await castLines(round.id)).length, households * 5);
  });
});

describe('a vote that races against the closing of its round', () => {
  const races = fullProofs ? 1000 : 100;

  it('counts when it was acknowledged, and else not', async () => {
    const outcomes = { counted: 0, late: 0 };
    for (let race = 0; race < races; race += 4) {
      const round = await RoundOnStage.open(stage, 4);
      const votes = round.codes.map(async (code, nth) => {
        await pause(nth * 3);
        return round.cast({ code, ids: ['a'] });
      });
      const [answers] = await Promise.all([
        Promise.all(votes),
        pause(((race / 4) % 10) * 4).then(() => round.end()),
      ]);
      const acknowledged = await Promise.all(
        answers
          .filter(({ status }) => status === 201)
          .map(async (answer) => castBallotFrom(await answer.json()).receipt),
      );
      for (const { status } of answers) assert.ok(status === 201 || status === 409, String(status));
      const { receipts } = publishedReceiptsFrom(await (await round.get('/receipts')).json());
      assert.deepEqual(receipts, acknowledged.toSorted());
      outcomes.counted += acknowledged.length;
      outcomes.late += answers.length - acknowledged.length;
    }
    assert.ok(outcomes.counted > races / 20 && outcomes.late > races / 20, JSON.stringify(outcomes));
  });
});

/** All tables with all their columns, those of the system too, as text. */
async function dump(): Promise<{ table: string; rows: Record<string, string | null>[] }[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public'`.execute(
    stage.store.db,
  );
  return Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await sql<{
        row: Record<string, string | null>;
        ctid: string;
        xmin: string;
        cmin: string;
      }>`
        select to_jsonb(t) as row, ctid::text, xmin::text, cmin::text from ${sql.table(name)} t order by ctid`.execute(
        stage.store.db,
      );
      const texts = rows.map(({ row, ...system }) => ({
        ...Object.fromEntries(
          Object.entries(row).map(([key, value]) => [
            key,
            typeof value === 'string' ? value : JSON.stringify(value),
          ]),
        ),
        ...system,
      }));
      return { table: name, rows: texts };
    }),
  );
}

describe('a dump of the whole database', () => {
  const letters = 200;

  it('holds no code in any form that can be made without the secret of the server', async () => {
    const round = await RoundOnStage.open(stage, 5);
    for (const code of round.codes) await round.cast({ code, ids: ['a'] });
    const { rows } = await sql<{ salt: Uint8Array }>`select salt from round`.execute(stage.store.db);
    const text = JSON.stringify(await dump()).toLowerCase();
    for (const code of round.codes) {
      const hashes = [
        ...['sha256', 'sha512', 'md5'].map((algorithm) => createHash(algorithm).update(code).digest()),
        scryptSync(code, rows[0]!.salt, 32, { N: codeCost, r: 8, p: 1 }),
      ];
      const forms = hashes.flatMap((hash) => [
        hash.toString('hex'),
        hash.toString('base64url'),
        hash.toString('base64'),
      ]);
      for (const form of [code, printCode(code), ...forms])
        assert.ok(!text.includes(form.toLowerCase()), form);
    }
  });

  it('joins letters to ballots no better than chance, by any order that a column has', async () => {
    const round = await RoundOnStage.open(stage, letters);
    const order = round.codes.map((code, letter) => ({
      code,
      letter,
      at: createHash('md5').update(code).digest('hex'),
    }));
    for (const { code } of order.toSorted((a, b) => (a.at < b.at ? -1 : 1)))
      await round.cast({ code, ids: ['a'] });
    const receipts = await Promise.all(
      round.codes.map(async (code) => mineFrom(await (await round.mine(code)).json())!.receipt),
    );
    const tables = await dump();
    const ballots = tables.find(({ table }) => table === 'ballot')!.rows;
    const byCredential = new Map(ballots.map((each) => [each['credential_hash'], each['receipt']]));
    let orders = 0;
    for (const { table, rows } of tables.filter(({ rows: { length } }) => length >= letters))
      for (const column of Object.keys(rows[0]!)) {
        const value = (row: Record<string, string | null>) => row[column] ?? '';
        const sorted = rows.toSorted((a, b) => value(a).localeCompare(value(b), 'en', { numeric: true }));
        const named = sorted
          .map((row) => row['receipt'] ?? byCredential.get(row['credential_hash'] ?? '') ?? row['subject'])
          .filter((receipt) => receipts.includes(receipt ?? ''));
        if (new Set(rows.map(value)).size < letters) continue;
        orders++;
        const hits = named.filter((receipt, letter) => receipts[letter] === receipt).length;
        // One hit is to be expected; more than eight come by chance once in a million times.
        assert.ok(hits <= 8, `${table}.${column}: ${String(hits)} of ${String(letters)}`);
      }
    assert.ok(orders >= 12, `only ${String(orders)} orders were tried`);
  });
});
