import type { Group } from '../rounds/ballot.js';
import type { TallyRules, TieBreak } from '../rounds/round.js';

/** Why a proposal did not get money. Amounts are in cents, as they were at that moment. */
export type NotGranted =
  | { readonly code: 'withdrawn' }
  | { readonly code: 'no-votes' }
  | { readonly code: 'below-threshold'; readonly threshold: number }
  | { readonly code: 'excluded'; readonly by: string }
  /** The money of a group was spent: `leftCents` was left of it. */
  | { readonly code: 'group-full'; readonly group: Group; readonly leftCents: number }
  | { readonly code: 'does-not-fit'; readonly leftCents: number }
  /** Counting stopped at a proposal that did not fit. */
  | { readonly code: 'after-stop'; readonly stoppedBy: string }
  /** Equal Shares: so much was left to all its voters together, rounded down. */
  | { readonly code: 'supporters-short'; readonly haveCents: number };

/** Equals that had to be told apart. */
export interface Tie {
  readonly between: readonly string[];
  readonly by: TieBreak;
}

/** What the voters of a proposal paid for it with Equal Shares. */
export interface SharedPayment {
  /** Voters who paid. */
  readonly voters: number;
  /** What one point paid (one vote, where ballots approve), in cents, rounded up. */
  readonly perPointCents: number;
  /** The same exactly: `7` or `100/3`. */
  readonly exactly: string;
  /** Voters who paid less, with all that they had left. */
  readonly emptied: number;
}

/** One step of the count, in order. */
export interface TallyStep {
  /** By votes, by Equal Shares, or filled up by votes with what Equal Shares left. */
  readonly kind: 'votes' | 'shares' | 'fill';
  readonly proposalId: string;
  readonly granted: boolean;
  readonly why?: NotGranted;
  readonly score: number;
  readonly costCents: number;
  readonly leftBeforeCents: number;
  readonly leftAfterCents: number;
  readonly tie?: Tie;
  readonly payment?: SharedPayment;
}

export interface ProposalOutcome {
  readonly proposalId: string;
  /** Ballots that name it. */
  readonly votes: number;
  /** Votes, or the points of all ballots together. */
  readonly score: number;
  readonly granted: boolean;
  /** Absent when granted. */
  readonly why?: NotGranted;
}

/** What a count gives, with the steps that explain it. Holds whole numbers and texts only, so that it can be sent. */
export interface TallyResult {
  readonly rules: TallyRules;
  readonly ballotCount: number;
  /** Most points first. */
  readonly outcomes: readonly ProposalOutcome[];
  readonly steps: readonly TallyStep[];
  /** In the order in which they were granted. */
  readonly winners: readonly string[];
  readonly budgetCents: number;
  readonly spentCents: number;
  readonly leftoverCents: number;
  /** Ballots of which at least one proposal is granted. */
  readonly ballotsWithAWinner: number;
  /** Equal Shares: what every voter could spend in the end, rounded down, and how often it was raised. */
  readonly shares?: { readonly perVoterCents: number; readonly raises: number };
}
