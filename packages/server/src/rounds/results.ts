import { tally, type Round, type RoundResults, type TallyResult } from '@buurt/domain';
import { countedBallots, type CountedBallots } from '../store/ballots.js';
import type { Store } from '../store/open.js';
import { roundOf, type RoundRow } from '../store/rounds.js';

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

/** Counts a round that is closed. */
export async function countRound(store: Store, row: RoundRow): Promise<CountedRound> {
  const ballots = await store.transaction((db) => countedBallots(db, row));
  const round = await roundOf(store.db, row);
  return { round, ballots, results: resultsOf(round, ballots) };
}

const mostKept = 10;

/** Counts each closed round once: nothing of it changes any more. The rounds asked for last are kept. */
export function counter(store: Store): (row: RoundRow) => Promise<CountedRound> {
  const kept = new Map<string, Promise<CountedRound>>();
  return (row) => {
    const known = kept.get(row.id);
    const counted = known ?? countRound(store, row);
    kept.delete(row.id);
    kept.set(row.id, counted);
    const [oldest = row.id] = kept.keys();
    if (kept.size > mostKept) kept.delete(oldest);
    if (!known) counted.catch(() => kept.delete(row.id));
    return counted;
  };
}
