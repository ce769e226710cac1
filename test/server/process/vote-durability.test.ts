import assert from 'node:assert/strict';
import { randomInt, randomUUID } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { castBallotFrom, mineFrom, type CastBallot } from '@buurt/domain';
import { makeCodes } from '../../../packages/server/src/rounds/codes.js';
import { newSeal, slotsWith } from '../../../packages/server/src/rounds/slots.js';
import { findingsIn } from '../../../packages/server/src/rounds/verify.js';
import { secretsFrom } from '../../../packages/server/src/secrets.js';
import { openStore, type Store, type StorePlace } from '../../../packages/server/src/store/open.js';
import { addRound, addSlots, rulesHashOf } from '../../../packages/server/src/store/round-changes.js';
import { rowsOfRound } from '../../../packages/server/src/store/round-rows.js';
import { ChildServer } from '../child-server.js';
import { Folders } from '../folders.js';
import { fullProofs } from '../full-proofs.js';
import { aRound } from '../round-stage.js';
import { addBuurt, scratchDatabase, secret } from '../stage.js';

const folders = await Folders.open();
after(() => folders.remove());

const kills = fullProofs ? 50 : 5;
const roundId = randomUUID();
const round = aRound({ id: roundId });
const rulesHash = rulesHashOf(round);

/** A household that changes its mind all the time, until the server is gone. */
interface Household {
  readonly code: string;
  /** What it sent last, and the answer when there was one. */
  last?: { readonly key: string; readonly id: string; answer?: CastBallot };
}

async function cast(endpoint: string, { code }: Household, key: string, id: string): Promise<CastBallot> {
  const answer = await fetch(`${endpoint}/rounds/${roundId}/ballots`, {
    method: 'POST',
    body: JSON.stringify({ code, rulesHash, lines: [{ proposalId: id }], channel: 'online' }),
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
  });
  return castBallotFrom(await answer.json());
}

async function changesItsMind(endpoint: string, household: Household): Promise<void> {
  for (;;) {
    const last: Household['last'] = { key: randomUUID(), id: ['a', 'b', 'c'][randomInt(3)]! };
    household.last = last;
    last!.answer = await cast(endpoint, household, last!.key, last!.id);
  }
}

/** What was acknowledged stands; what was not is sent again under its key, and has one effect. */
async function checks(endpoint: string, household: Household): Promise<void> {
  const { last, code } = household;
  if (!last) return;
  const answer = last.answer ?? (await cast(endpoint, household, last.key, last.id));
  const mine = await fetch(`${endpoint}/rounds/${roundId}/ballots/mine`, {
    method: 'POST',
    body: JSON.stringify({ code }),
    headers: { 'Content-Type': 'application/json' },
  });
  assert.deepEqual(mineFrom(await mine.json()), answer);
  assert.deepEqual(answer.lines, [{ proposalId: last.id }]);
}

async function letters(store: Store): Promise<Household[]> {
  const slots = slotsWith(secretsFrom(secret).pepper);
  const seal = newSeal(slots);
  const made = await makeCodes(slots, seal.salt, 6, () => {});
  await store.transaction(async (db) => {
    await addRound(db, round, seal);
    await addSlots(
      db,
      roundId,
      made.map(({ slot }) => slot),
    );
  });
  return made.map(({ code }) => ({ code }));
}

async function killOften(environment: Record<string, string>, households: Household[]): Promise<void> {
  for (let kill = 0; kill < kills; kill++) {
    const server = await ChildServer.start({ ...environment, SERVER_SECRET: secret });
    for (const household of households) await checks(server.endpoint, household);
    const working = Promise.allSettled(households.map((each) => changesItsMind(server.endpoint, each)));
    await pause(randomInt(300, 900));
    await server.end('SIGKILL');
    await working;
  }
}

/** Kills a server on this database time and again, and reads it afterwards. */
async function holds(place: StorePlace, environment: Record<string, string>): Promise<void> {
  const before = await openStore(place);
  if ('databaseUrl' in place) await addBuurt(before);
  const households = await letters(before);
  await before.close();
  await killOften(environment, households);
  const server = await ChildServer.start({ ...environment, SERVER_SECRET: secret });
  for (const household of households) await checks(server.endpoint, household);
  assert.equal((await server.end('SIGTERM')).code, 0);
  const store = await openStore(place);
  const rows = await rowsOfRound(store, roundId);
  await store.close();
  assert.deepEqual(findingsIn(rows), []);
  assert.equal(rows.ballots.length, households.length);
  assert.ok(rows.keys.length > kills * 2, `only ${String(rows.keys.length)} votes were cast`);
}

describe(`A server that is killed ${String(kills)} times while people vote`, () => {
  it('has every vote that it acknowledged, and none twice: embedded', { timeout: 900_000 }, async () => {
    const dataDir = await folders.withBuurt();
    await holds({ dataDir }, { DATA_DIR: dataDir });
  });

  const serverUrl = process.env['TEST_DATABASE_URL'];
  it(
    'has every vote that it acknowledged, and none twice: PostgreSQL',
    { skip: serverUrl ? false : 'there is no PostgreSQL', timeout: 900_000 },
    async () => {
      const { url, drop } = await scratchDatabase(serverUrl!);
      await holds({ databaseUrl: url }, { DATABASE_URL: url, DATA_DIR: folders.parent });
      await drop();
    },
  );
});
