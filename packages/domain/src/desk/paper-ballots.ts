import type { BallotRules } from '../rounds/ballot.js';

/**
 * Which time it is that a ballot on paper is typed over: `first` and `second` are of two different people, who do not see
 * each other's; `third` is a look at a paper of which those differ.
 */
export const paperPasses = ['first', 'second', 'third'] as const;
export type PaperPass = (typeof paperPasses)[number];

/** Why a paper that has a code counts for nobody. */
export const voidReasons = ['blank', 'unclear', 'against-rules'] as const;
export type VoidReason = (typeof voidReasons)[number];

/**
 * What became of a paper: `voted` when the home voted already, `replaced` when its letter was replaced or made void; else it
 * was counted, or two people found it void.
 */
export const paperResults = ['counted', 'voted', 'replaced', ...voidReasons, 'no-code'] as const;
export type PaperResult = (typeof paperResults)[number];

/** One plan that is marked, by its number on the ballot; with points where the round asks for them. */
export interface PaperMark {
  readonly number: number;
  readonly points: number | null;
}

/** What stands on a paper: plans, the first choice first where they are ranked, or why it is void. */
export interface PaperContent {
  readonly marks: readonly PaperMark[];
  readonly voidReason: VoidReason | null;
}

/** A paper as somebody typed it over. */
export interface NewPaperEntry extends PaperContent {
  readonly pass: PaperPass;
  /** However it is written. */
  readonly code: string;
}

/**
 * What is done with a paper that was typed over. `kept`: it waits for a second person. `different`: it waits for a third look.
 * `settled`: it is clear what becomes of it, and `settled-before`: it was so already. With anything else nothing was kept.
 */
export const paperOutcomes = [
  'kept',
  'different',
  'settled',
  'settled-before',
  'typed-by-you',
  'typed-by-colleague',
  'not-typed-yet',
  'not-different',
  'code-malformed',
  'code-unknown',
  'refused-by-rules',
] as const;
export type PaperOutcome = (typeof paperOutcomes)[number];

export interface PaperAnswer {
  readonly outcome: PaperOutcome;
  /** Of the paper, when what was typed waits: whoever typed it can take it away. */
  readonly id: string | null;
  /** Once it is settled. */
  readonly result: PaperResult | null;
  /** What the rules have against it, a sentence each. */
  readonly sentences: { readonly nl: readonly string[]; readonly en: readonly string[] };
}

/** A paper of which people typed different things. */
export interface PaperDifference {
  readonly id: string;
  readonly entries: readonly (PaperContent & {
    /** Null: a colleague who is not there any more. */
    readonly by: string | null;
    readonly isYours: boolean;
  })[];
}

/** The ballots on paper of a round, for one member of staff. */
export interface DeskPaper {
  readonly expression: BallotRules['expression'];
  /** As the ballot numbers them. */
  readonly plans: readonly {
    readonly number: number;
    readonly title: string;
    readonly withdrawn: boolean;
  }[];
  readonly counts: {
    /** For a second person. */
    readonly waiting: number;
    /** Of those, what somebody else typed: so much this person can type over as the second. */
    readonly forYou: number;
    readonly different: number;
    readonly results: Readonly<Record<PaperResult, number>>;
  };
  readonly differences: readonly PaperDifference[];
}

export const longestPaperCode = 60;
export const mostPaperMarks = 1000;
