import type { Photo } from '../initiatives/initiative.js';
import type { NamedPlace } from '../geo/place.js';
import type { BallotRules, Dimension } from './ballot.js';

/** What can be voted for in a round: an initiative with a cost. */
export interface Proposal {
  readonly id: string;
  readonly title: string;
  /** The story; plain text. */
  readonly story: string;
  readonly costCents: number;
  /** The keys of the themes that it belongs to; `category` of the .pb format. */
  readonly categories: readonly string[];
  /** The keys of the parts of the area that it belongs to; `neighborhood` of the .pb format. */
  readonly neighborhoods: readonly string[];
  /** The initiative that it was made from; `null` for a proposal of a file. */
  readonly initiativeId: string | null;
  readonly photo: Photo | null;
  readonly place: NamedPlace | null;
  /** What the organiser has to say about it while people vote. */
  readonly remark: string | null;
  /** Proposals that cannot be granted together with this one. Holds both ways. */
  readonly excludes: readonly string[];
  /** Withdrawn after the round was made: stays to be seen, cannot be picked, is not counted. */
  readonly withdrawn: boolean;
}

/** Money that is kept for a group: at most this much (`cap`), or only for this group (`earmark`). */
export interface GroupBudget {
  readonly dimension: Dimension;
  readonly key: string;
  readonly budgetCents: number;
  readonly kind: 'cap' | 'earmark';
}

export const tallyMethods = [
  'greedy',
  'greedy-no-skip',
  'greedy-threshold',
  'equalshares',
  'equalshares/add1',
] as const;
type TallyMethod = (typeof tallyMethods)[number];

export const tieBreaks = ['cheaper', 'more-votes', 'lot'] as const;
export type TieBreak = (typeof tieBreaks)[number];

/** How the ballots of a round become a result. */
export interface TallyRules {
  readonly method: TallyMethod;
  /** The lowest score that can win; for `greedy-threshold`, and where it is wanted for `greedy-no-skip`. */
  readonly threshold?: number;
  /** Points of the first rank, the second and so on; `borda`: as many as there are proposals, and one less each time. */
  readonly rankScores?: 'borda' | readonly number[];
  readonly groupBudgets?: readonly GroupBudget[];
  /** What decides between equals, in this order; what is equal then is decided by `lot`, which is seeded by the round. */
  readonly tieBreak: readonly TieBreak[];
  /** By how many cents `equalshares/add1` raises every voter's share each time; 100 unless said otherwise. */
  readonly add1Cents?: number;
  /** What happens with money that Equal Shares leaves: filled up by votes, or kept. */
  readonly leftover: 'next-that-fits' | 'none';
}

export const roundPhases = ['announced', 'open', 'closed'] as const;
/** By the clock of the server's database. */
export type RoundPhase = (typeof roundPhases)[number];

export interface RoundSummary {
  readonly id: string;
  readonly buurtCode: string;
  readonly name: string;
  readonly budgetCents: number;
  /** The currency of all its amounts: ISO 4217. */
  readonly currency: string;
  readonly phase: RoundPhase;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly proposalCount: number;
}

/** One budget vote: everything that anybody may know of it before it is closed. */
export interface Round extends RoundSummary {
  /** What the organiser tells about it; plain text. */
  readonly intro: string;
  readonly rules: BallotRules;
  readonly rulesHash: string;
  /** The first decides; any further are shown beside it. */
  readonly tallies: readonly [TallyRules, ...TallyRules[]];
  /** Names of the keys in `categories` and `neighborhoods`. */
  readonly groupNames: Readonly<Record<string, string>>;
  readonly proposals: readonly Proposal[];
  /** The server's clock when it answered, to correct the device's. */
  readonly serverTime: string;
}
