import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { setImmediate, setTimeout as pause } from 'node:timers/promises';
import type { Hono } from 'hono';
import { sql } from 'kysely';
import { findingsIn } from '../../../packages/server/src/rounds/verify.js';
import {
  addCredentials,
  voidCredential,
  withdraw,
} from '../../../packages/server/src/rounds/round-changes.queries.js';
import { rowsOfRound } from '../../../packages/server/src/rounds/round-rows.queries.js';
import { closeDueRounds } from '../../../packages/server/src/rounds/rounds.queries.js';
import { RoundOnStage } from '../round-stage.js';
import { buurtCode, codeCost, Stage } from '../stage.js';

let stage: Stage;
before(async () => {
  stage = await Stage.open({ codeCost, requestsPerMinute: 1_000_000_000 });
  await replaceClock();
});
after(() => stage.close());
beforeEach(async () => {
  await stage.clear();
  await turnClock(0);
});

/** Puts a clock before the one of the database that the test can turn: each session finds its function first. */
async function replaceClock(): Promise<void> {
  const { db } = stage.store;
  await sql`create schema clock`.execute(db);
  await sql`create table clock.shift (by interval not null)`.execute(db);
  await sql`insert into clock.shift values ('0')`.execute(db);
  await sql`
    create function clock.clock_timestamp() returns timestamptz language sql volatile
    return pg_catalog.clock_timestamp() + (select by from clock.shift)`.execute(db);
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db);
  const path = 'clock, public, pg_catalog';
  await sql`alter database ${sql.id(rows[0]?.name ?? '')} set search_path = ${sql.raw(path)}`.execute(db);
  // The sessions that are there already.
  await Promise.all(
    Array.from({ length: 8 }, () =>
      db.connection().execute(async (one) => {
        await sql`set search_path = ${sql.raw(path)}`.execute(one);
        await pause(20);
      }),
    ),
  );
}

const turnClock = (hours: number) =>
  sql`update clock.shift set by = make_interval(hours => ${hours}::int)`.execute(stage.store.db);

const closings = async ({ id }: RoundOnStage) => {
  const rows = await rowsOfRound(stage.store, id);
  assert.deepEqual(findingsIn(rows), []);
  return rows.log.filter(({ event }) => event === 'closed');
};

const phaseAt = async (app: Hono, { id }: RoundOnStage): Promise<string> =>
  ((await (await app.request(`/v1/rounds/${id}`)).json()) as { phase: string }).phase;
const resultsAt = async (app: Hono, { id }: RoundOnStage): Promise<Response> =>
  app.request(`/v1/rounds/${id}/results`);

describe('A round whose time has come', () => {
  it('is closed by the first who looks, once, in the log', async () => {
    const round = await RoundOnStage.open(stage, 2);
    const servers = [stage.app, stage.appWith({})];
    assert.deepEqual(await closings(round), []);
    await turnClock(2);
    await Promise.all(
      Array.from({ length: 20 }, async (_, nth) => {
        const app = servers[nth % 2] as Hono;
        await (nth % 3 === 0 ? resultsAt(app, round) : phaseAt(app, round));
      }),
    );
    const lines = await closings(round);
    assert.deepEqual(
      lines.map(({ subject }) => subject),
      [new Date(round.made.closesAt).toISOString()],
    );
  });

  it('is closed by the server itself when nobody looks', async () => {
    const [round, later] = [
      await RoundOnStage.open(stage, 1),
      await RoundOnStage.open(stage, 1, { closesAt: new Date(Date.now() + 9e6).toISOString() }),
    ];
    assert.equal(await closeDueRounds(stage.store), 0);
    await turnClock(2);
    assert.equal(await closeDueRounds(stage.store), 1);
    assert.equal((await closings(round)).length, 1);
    assert.equal((await closings(later)).length, 0);
    assert.equal(await closeDueRounds(stage.store), 0);
  });

  it('is closed in the list of its buurt as well', async () => {
    const round = await RoundOnStage.open(stage, 1);
    await turnClock(2);
    const { rounds } = await (await stage.get(`/buurten/${buurtCode}/rounds`)).json();
    assert.deepEqual(
      rounds.map(({ phase }: { phase: string }) => phase),
      ['closed'],
    );
    assert.equal((await closings(round)).length, 1);
  });
});

describe('When the clock of the database jumps forward, and back', () => {
  it('a round that somebody saw closed stays closed, with one result on every server', async () => {
    const round = await RoundOnStage.open(stage, 3);
    const [one, other] = [stage.app, stage.appWith({})];
    assert.equal((await round.cast({ code: round.codes[0]!, ids: ['a'] })).status, 201);
    await turnClock(2);
    assert.equal(await phaseAt(other, round), 'closed');
    await turnClock(0);
    const late = await round.cast({ code: round.codes[1]!, ids: ['b'] });
    assert.equal(late.status, 409);
    assert.equal(await phaseAt(one, round), 'closed');
    const results = await Promise.all([one, other, one, other].map((app) => resultsAt(app, round)));
    const bodies = await Promise.all(results.map((answer) => answer.json()));
    assert.deepEqual(
      bodies.map(({ ballotCount }) => ballotCount),
      [1, 1, 1, 1],
    );
    assert.equal((await closings(round)).length, 1);
    await turnClock(-48);
    assert.equal(await phaseAt(one, round), 'closed');
  });

  it('a round that nobody saw meanwhile goes on, and nothing of it was counted or shown', async () => {
    const round = await RoundOnStage.open(stage, 2);
    await turnClock(2);
    await turnClock(0);
    assert.equal((await resultsAt(stage.app, round)).status, 409);
    for (const code of round.codes) assert.equal((await round.cast({ code, ids: ['a'] })).status, 201);
    await turnClock(2);
    assert.equal((await (await resultsAt(stage.app, round)).json()).ballotCount, 2);
  });

  it('every vote that was acknowledged counts, and no other, while readers look at two servers', async () => {
    const round = await RoundOnStage.open(stage, 60);
    const servers = [stage.app, stage.appWith({})];
    let acknowledged = 0;
    const seen = new Set<number>();
    const over = new AbortController();
    const readers = servers.map(async (app) => {
      while (!over.signal.aborted) {
        const answer = await resultsAt(app, round);
        if (answer.ok) seen.add((await answer.json()).ballotCount);
        // No timer: one that is due again each time PGlite has computed would leave the event loop no turn for other work.
        await setImmediate();
      }
    });
    const jumps = async () => {
      for (const hours of [-3, 0, -1, 0, 2, 0, 2, -3, 0]) {
        await pause(25);
        await turnClock(hours);
      }
    };
    /** As the widget does: a server that is too busy is asked again, with the same key. */
    const votes = async (code: string): Promise<void> => {
      const key = randomUUID();
      for (;;) {
        const { status } = await round.cast({ code, ids: ['a'], key });
        if (status === 201) acknowledged++;
        else if (status !== 503) assert.equal(status, 409);
        if (status !== 503) return;
        await pause(50);
      }
    };
    try {
      await Promise.all([
        jumps(),
        ...round.codes.map(async (code, nth) => {
          await pause(nth * 4);
          await votes(code);
        }),
      ]);
      await turnClock(2);
      seen.add((await (await resultsAt(stage.app, round)).json()).ballotCount);
    } finally {
      over.abort();
      await Promise.all(readers);
    }
    assert.deepEqual([...seen], [acknowledged]);
    assert.equal((await closings(round)).length, 1);
  });
});

describe('A closed round', () => {
  it('takes no letters, no void ones and no withdrawal, also from who had it in hand as it closed', async () => {
    const round = await RoundOnStage.open(stage, 1);
    const { credential_hash } = await stage.store.db
      .selectFrom('credential')
      .select('credential_hash')
      .where('round_id', '=', round.id)
      .executeTakeFirstOrThrow();
    await round.end();
    const { transaction } = stage.store;
    await assert.rejects(
      transaction((db) => addCredentials(db, round.id, ['x'])),
      { kind: 'closed' },
    );
    await assert.rejects(
      transaction((db) => voidCredential(db, round.id, credential_hash)),
      { kind: 'closed' },
    );
    await assert.rejects(
      transaction((db) => withdraw(db, round.id, 'a')),
      { kind: 'closed' },
    );
    await closings(round);
  });

  it('waits its turn behind those who vote, and no longer, however many there are', async () => {
    const round = await RoundOnStage.open(stage, 12);
    let acknowledged = 0;
    const voters = round.codes.map(async (code) => {
      for (;;) {
        const { status } = await round.cast({ code, ids: ['a'], key: randomUUID() });
        if (status === 409) return;
        assert.ok([200, 201, 503].includes(status), String(status));
        if (status === 503) await pause(50);
        else acknowledged++;
      }
    });
    while (acknowledged < 30) await pause(5);
    const start = performance.now();
    await round.end();
    const took = performance.now() - start;
    await Promise.all(voters);
    assert.ok(took < 5000, `${took.toFixed(0)} ms`);
    const rows = await rowsOfRound(stage.store, round.id);
    assert.equal(rows.log.filter(({ event }) => event === 'cast').length, acknowledged);
    assert.equal(rows.log.at(-1)?.event, 'closed');
    await closings(round);
  });
});
