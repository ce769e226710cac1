import { randomBytes, randomUUID } from 'node:crypto';
import { ballotsOf, roundOf as pbRoundOf } from '@buurt/pabulib/pb-round.js';
import type { PbElection } from '@buurt/pabulib/pb.js';
import { compareReplay, type ReplayComparison } from '@buurt/pabulib/replay.js';
import type { BallotLine } from '@buurt/domain/rounds/ballot.js';
import { resultsFrom } from '@buurt/domain/rounds/results-json.js';
import type { RoundResults } from '@buurt/domain/rounds/results.js';
import { tallyResultFrom } from '@buurt/domain/voting/tally-json.js';
import type { TallyResult } from '@buurt/domain/voting/tally-result.js';
import { createApp } from '../app.js';
import { systemClock } from '../clock.js';
import { openPhotos } from '../photos/photos.js';
import { deriveSecrets } from '../secrets/secrets.js';
import { serve } from '../http/serve.js';
import { openStore, type Store } from '../db/open.js';
import { addRound, addCredentials, closeRound, rulesHashOf, type NewRound } from './round-changes.queries.js';
import { addRehearsalBuurt } from './replay.queries.js';
import { rowsOfRound } from './round-rows.queries.js';
import { makeCodes } from './codes.js';
import { createRoundSecret, createCredentialHasher } from '../secrets/credential-hash.js';
import { findingsIn, type Finding } from './verify.js';

/** What came of casting all ballots of a file. */
export interface Replayed extends ReplayComparison {
  readonly results: RoundResults<TallyResult>;
  readonly findings: readonly Finding[];
  readonly castMs: number;
  readonly tallyMs: number;
}

/** Nobody guesses the codes of a rehearsal. */
const codeCost = 2;
const atOnce = 16;
const dayMs = 24 * 60 * 60 * 1000;
const buurtCode = 'BU0000AA00';

/** An address of the API, and a round that is open there with a code for each ballot. */
interface Rehearsal {
  readonly endpoint: string;
  readonly round: NewRound;
  readonly codes: readonly string[];
}

async function prepare(
  store: Store,
  secret: string,
  election: PbElection,
): Promise<Omit<Rehearsal, 'endpoint'>> {
  const { beginsOn: _, endsOn: __, ...stated } = pbRoundOf(election);
  const [opensAt, closesAt] = [-dayMs, dayMs].map((ms) =>
    new Date(systemClock().getTime() + ms).toISOString(),
  ) as [string, string];
  const round = { ...stated, id: randomUUID(), buurtCode, opensAt, closesAt };
  const hasher = createCredentialHasher(deriveSecrets(secret).pepper, codeCost);
  const roundSecret = createRoundSecret(hasher);
  const made = await makeCodes(hasher, roundSecret.salt, election.cast.length, () => {});
  await addRehearsalBuurt(store.db, buurtCode);
  await store.transaction(async (db) => {
    await addRound(db, round, roundSecret);
    await addCredentials(
      db,
      round.id,
      made.map(({ credentialHash }) => credentialHash),
    );
  });
  return { round, codes: made.map(({ code }) => code) };
}

/** Casts one ballot as a browser does; whether it was taken. */
async function cast(
  { endpoint, round }: Rehearsal,
  rulesHash: string,
  body: { code: string; lines: readonly BallotLine[]; channel: string },
): Promise<boolean> {
  const answer = await fetch(`${endpoint}/rounds/${round.id}/ballots`, {
    method: 'POST',
    headers: {
      ...{ 'Content-Type': 'application/json', 'Accept-Encoding': 'identity' },
      'Idempotency-Key': randomUUID(),
    },
    body: JSON.stringify({ ...body, rulesHash }),
  });
  const text = await answer.text();
  if (answer.status === 201 || answer.status === 400) return answer.ok;
  throw new Error(`A ballot was answered with ${String(answer.status)}: ${text}`);
}

async function castAll(
  rehearsal: Rehearsal,
  election: PbElection,
  progress: (done: number, all: number) => void,
): Promise<(readonly BallotLine[])[]> {
  const ballots = ballotsOf(election);
  const rulesHash = rulesHashOf(rehearsal.round);
  const refused: (readonly BallotLine[])[] = [];
  let [next, done] = [0, 0];
  const work = async () => {
    for (let at = next++; at < ballots.length; at = next++) {
      const { lines = [], channel = 'online' } = ballots[at] ?? {};
      const code = rehearsal.codes[at] ?? '';
      if (!(await cast(rehearsal, rulesHash, { code, lines, channel }))) refused.push(lines);
      progress(++done, ballots.length);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return refused;
}

async function rehearse(
  store: Store,
  rehearsal: Rehearsal,
  election: PbElection,
  progress: (done: number, all: number) => void,
): Promise<Replayed> {
  const { endpoint, round } = rehearsal;
  const began = performance.now();
  const refused = await castAll(rehearsal, election, progress);
  const castMs = performance.now() - began;
  await store.transaction((db) => closeRound(db, round.id));
  const closed = performance.now();
  const answer = await fetch(`${endpoint}/rounds/${round.id}/results`);
  const results = resultsFrom(tallyResultFrom)(await answer.json());
  const tallyMs = performance.now() - closed;
  return {
    ...compareReplay(election, round, results.tallies[0], refused),
    results,
    castMs,
    tallyMs,
    findings: findingsIn(await rowsOfRound(store, round.id)),
  };
}

/** Casts every ballot of an election through the API of a server in memory, over the network of this machine. */
export async function replay(
  election: PbElection,
  progress: (done: number, all: number) => void,
): Promise<Replayed> {
  const secret = randomBytes(32).toString('base64url');
  const store = await openStore({ inMemory: true });
  const photos = openPhotos();
  const app = createApp({ store, photos, secret, codeCost, requestsPerMinute: 1_000_000_000 });
  const serving = await serve(Promise.resolve(app), 0, '127.0.0.1');
  try {
    const prepared = await prepare(store, secret, election);
    const endpoint = `http://127.0.0.1:${String(serving.port)}/v1`;
    return await rehearse(store, { ...prepared, endpoint }, election, progress);
  } finally {
    await serving.stop();
    await photos.close();
    await store.close();
  }
}
