import type { RoundResults } from '@buurt/domain/rounds/results.js';
import type { Round } from '@buurt/domain/rounds/round.js';
import type { TallyResult } from '@buurt/domain/voting/tally-result.js';
import { tally } from '@buurt/domain/voting/tally.js';
import { LRUCache } from 'lru-cache';
import { countedBallots, type CountedBallots } from './ballots.queries.js';
import type { Database, Store } from '../db/open.js';
import { headOf } from './round-log.queries.js';
import { roundOf, type RoundRow } from './rounds.queries.js';

/** A closed round, its ballots and what came of them. */
export interface CountedRound {
  readonly round: Round;
  readonly ballots: CountedBallots;
  readonly results: RoundResults<TallyResult>;
}

function resultsOf(round: Round, { ballots, head }: CountedBallots): RoundResults<TallyResult> {
  const cameBy = (channel: string) => ballots.filter((each) => each.channel === channel).length;
  return {
    ballotCount: ballots.length,
    channelCounts: { online: cameBy('online'), paper: cameBy('paper'), assisted: cameBy('assisted') },
    tallies: round.tallies.map((rules) => tally(round, rules, ballots)),
    chainHead: head,
  };
}

/** Counts a round that is written as closed, of which nothing changes while it is read. */
export async function countRoundIn(db: Database, row: RoundRow): Promise<CountedRound> {
  if (!row.closed) throw new Error(`Round ${row.id} is not closed, so it is not counted.`);
  const [ballots, round] = [await countedBallots(db, row), await roundOf(db, row)];
  return { round, ballots, results: resultsOf(round, ballots) };
}

/** Counts a round that is written as closed, as it stands at one moment. */
export const countRound = (store: Store, row: RoundRow): Promise<CountedRound> =>
  store.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((db) => countRoundIn(db, row));

/**
 * Counts each closed round once for every head of its log: another head is another round, such as one that was put back
 * from a backup. The rounds asked for last are kept.
 */
export function counter(store: Store): (row: RoundRow) => Promise<CountedRound> {
  const rounds = new LRUCache<string, CountedRound, RoundRow>({
    max: 10,
    fetchMethod: (_key, _stale, { context: row }) => countRound(store, row),
    // Whoever waits for a count gets it, also when others push it out meanwhile.
    ignoreFetchAbort: true,
  });
  return async (row) => rounds.forceFetch(`${row.id} ${await headOf(store.db, row.id)}`, { context: row });
}
