import type { BallotLine } from '@buurt/domain/rounds/ballot.js';
import { pbOf } from '@buurt/pabulib/pb-export.js';
import { writePb } from '@buurt/pabulib/pb.js';
import type { RoundResults } from '@buurt/domain/rounds/results.js';
import type { Round, TallyRules } from '@buurt/domain/rounds/round.js';
import type { TallyResult } from '@buurt/domain/voting/tally-result.js';
import { tally } from '@buurt/domain/voting/tally.js';
import { closedRound } from './round.js';

/** Forty households, most of whom want what is on their own side of the buurt. */
const choices: readonly (readonly [number, readonly string[]])[] = [
  [12, ['speeltuin', 'bomen']],
  [9, ['speeltuin', 'bank', 'licht']],
  [8, ['tafel', 'geveltuin', 'bank']],
  [6, ['licht', 'bank']],
  [4, ['tafel', 'geveltuin']],
  [1, ['werkplaats']],
];

export const ballots: readonly { readonly lines: readonly BallotLine[] }[] = choices.flatMap(([times, ids]) =>
  Array.from({ length: times }, () => ({ lines: ids.map((proposalId) => ({ proposalId })) })),
);

export const greedy: TallyRules = { method: 'greedy', tieBreak: ['cheaper'], leftover: 'none' };
export const equalShares: TallyRules = {
  method: 'equalshares/add1',
  tieBreak: ['cheaper'],
  leftover: 'next-that-fits',
};

/** A closed round that is counted in these ways, the first of which decides. */
export const countedBy = (...tallies: [TallyRules, ...TallyRules[]]): Round => ({ ...closedRound, tallies });

/** What everybody can download. */
export const fileOf = (round: Round, counted = ballots): string => writePb(pbOf(round, counted));

export const resultsOf = (round: Round, counted = ballots): RoundResults<TallyResult> => ({
  ballotCount: counted.length,
  channelCounts: {
    online: counted.length - Math.min(5, counted.length),
    paper: Math.min(5, counted.length),
    assisted: 0,
  },
  tallies: round.tallies.map((rules) => tally(round, rules, counted)),
  chainHead: '5b1d8f0c'.repeat(8),
});
