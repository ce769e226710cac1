import { longestFromOperator } from '../ideas/settings.js';
import { isCalendarDay } from '../wire/calendar.js';
import { textProblems, type Problem } from '../wire/problem.js';
import type { RoundPhase } from '../rounds/round.js';
import type { StaffAct } from './inbox.js';

/** Where a round stands, for whoever runs it. */
export type RoundState = RoundPhase | 'cancelled' | 'settled';

/** A budget vote in a list at the desk. */
export interface DeskRoundSummary {
  readonly id: string;
  readonly buurt: { readonly code: string; readonly name: string };
  readonly name: string;
  readonly budgetCents: number;
  readonly currency: string;
  readonly state: RoundState;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly proposalCount: number;
}

/** A budget vote as staff see it. How many voted is told after closing, as to everybody. */
export interface DeskRound extends DeskRoundSummary {
  readonly intro: string;
  /** The rules of the ballot, a sentence each. */
  readonly rules: { readonly nl: readonly string[]; readonly en: readonly string[] };
  /** How many letters are good, and how many were replaced or made void. */
  readonly letters: { readonly good: number; readonly voided: number };
  /** As residents see their titles, those that won first and then by votes; before the result by title. */
  readonly proposals: readonly {
    readonly id: string;
    readonly title: string;
    readonly story: string;
    readonly costCents: number;
    readonly withdrawn: boolean;
    readonly initiativeId: string | null;
    /** Null before the result. */
    readonly result: { readonly votes: number; readonly granted: boolean } | null;
  }[];
  /** By the way of counting that decides; null before closing. */
  readonly result: {
    readonly ballotCount: number;
    readonly spentCents: number;
    readonly leftoverCents: number;
  } | null;
  /** Who promises the money unless somebody else is named: the organisation. May be empty. */
  readonly promisedBy: string;
  /** What was done with it, newest first. */
  readonly acts: readonly StaffAct[];
}

/** Who promises the money of a round, and by when it is there. */
export interface Settlement {
  readonly who: string;
  /** `YYYY-MM-DD` */
  readonly dueOn: string;
}

export const settlementProblems = ({ who, dueOn }: Settlement): Problem[] => [
  ...textProblems('/who', who, { required: true, max: longestFromOperator.promisedBy }),
  ...(dueOn === '' ? [{ pointer: '/dueOn', code: 'required' as const }] : []),
  ...(dueOn === '' || isCalendarDay(dueOn) ? [] : [{ pointer: '/dueOn', code: 'malformed' as const }]),
];

/** What can be changed of a round after it was made. What is left out stays. */
export interface RoundEdit {
  readonly name?: string | undefined;
  readonly intro?: string | undefined;
  readonly opensAt?: string | undefined;
  readonly closesAt?: string | undefined;
}

/** What is wrong with the words of a change; whether its times are possible, only the clock of the server knows. */
export const roundEditProblems = ({ name, intro = '' }: RoundEdit): Problem[] => [
  ...(name === undefined
    ? []
    : textProblems('/name', name, { required: true, max: longestFromOperator.roundName })),
  ...textProblems('/intro', intro, { max: longestFromOperator.roundIntro }),
];

/** What can be changed of a proposal before people vote. What is left out stays. */
export interface ProposalEdit {
  readonly title?: string | undefined;
  readonly story?: string | undefined;
  readonly costCents?: number | undefined;
}

/** As much as a database keeps. */
const mostCents = 2_147_483_647;

/** What is wrong with a change by itself; whether the round still works with it, the server says. */
export const proposalEditProblems = ({ title, story = '', costCents = 0 }: ProposalEdit): Problem[] => [
  ...(title === undefined
    ? []
    : textProblems('/title', title, { required: true, max: longestFromOperator.proposalTitle })),
  ...textProblems('/story', story, { max: longestFromOperator.proposalStory }),
  ...(Number.isInteger(costCents) && costCents >= 0 && costCents <= mostCents
    ? []
    : [{ pointer: '/costCents', code: 'out-of-range' as const }]),
];
