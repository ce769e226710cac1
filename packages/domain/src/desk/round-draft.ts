import { longestFromOperator } from '../ideas/settings.js';
import { textProblems, type Problem } from '../wire/problem.js';

export const draftBallots = ['approve', 'rank', 'allocate'] as const;
export const draftCountings = ['equalshares', 'greedy'] as const;

/** A budget vote as somebody thinks it out at the desk; nothing has to be complete yet. */
export interface RoundPlan {
  readonly name: string;
  readonly intro: string;
  readonly budgetCents: number | null;
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  /** How a ballot speaks: by picking, by an order, or by dividing points. */
  readonly ballot: (typeof draftBallots)[number];
  /** How many plans at most; of points, how many there are to divide. Null: no limit. */
  readonly most: number | null;
  /** Whether what one household chooses has to fit in the budget. */
  readonly isWithinBudget: boolean;
  readonly counting: (typeof draftCountings)[number];
  /** Which initiatives are on the ballot, and what each costs. */
  readonly proposals: readonly { readonly initiativeId: string; readonly costCents: number }[];
}

/** An initiative with a cost, that can be voted about. */
export interface RoundCandidate {
  readonly initiativeId: string;
  readonly reference: string;
  readonly title: string;
  readonly costCents: number;
}

/** What a plan comes to: what is wrong with it, and else the rules of its ballot, a sentence each. */
export interface PlanCheck {
  readonly problems: readonly Problem[];
  readonly rules: { readonly nl: readonly string[]; readonly en: readonly string[] };
}

/** Who last said how a draft should be, and when. */
export interface DraftSummary {
  readonly id: string;
  readonly buurt: { readonly code: string; readonly name: string };
  readonly name: string;
  readonly savedAt: string;
  /** Null once they do not work here any more. */
  readonly savedBy: string | null;
}

/** A budget vote that nobody but staff sees yet. */
export interface RoundDraft extends DraftSummary {
  /** Another one after each change: what somebody saves goes with the one that they saw. */
  readonly version: number;
  readonly plan: RoundPlan;
  readonly check: PlanCheck;
  readonly candidates: readonly RoundCandidate[];
  /** Whether somebody else than whoever asks saved it last: then they can make the vote of it. */
  readonly isOfColleague: boolean;
}

const mostProposals = 1000;

/** What is missing in a plan, or cannot be so whatever else it says. */
export function planProblems({ name, intro, ...plan }: RoundPlan): Problem[] {
  const needed = (['budgetCents', 'opensAt', 'closesAt'] as const).filter((each) => plan[each] === null);
  return [
    ...textProblems('/name', name, { required: true, max: longestFromOperator.roundName }),
    ...textProblems('/intro', intro, { max: longestFromOperator.roundIntro }),
    ...needed.map((each): Problem => ({ pointer: `/${each}`, code: 'required' })),
    ...(plan.ballot === 'allocate' && plan.most === null
      ? [{ pointer: '/most', code: 'required' as const }]
      : []),
    ...(plan.proposals.length === 0 ? [{ pointer: '/proposals', code: 'required' as const }] : []),
    ...(plan.proposals.length > mostProposals
      ? [{ pointer: '/proposals', code: 'too-many' as const, limit: mostProposals }]
      : []),
  ];
}
