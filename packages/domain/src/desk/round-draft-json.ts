import {
  count,
  flag,
  list,
  maybe,
  moment,
  nullable,
  number,
  oneOf,
  shape,
  text,
  type Reader,
} from '../wire/json.js';
import { problemCodes, type Problem } from '../wire/problem.js';
import {
  draftBallots,
  draftCountings,
  type DraftSummary,
  type PlanCheck,
  type RoundCandidate,
  type RoundDraft,
  type RoundPlan,
} from './round-draft.js';

/** The drafts of the buurten of whoever asks, and where there is something to vote about. */
export interface Drafts {
  readonly drafts: readonly DraftSummary[];
  readonly buurten: readonly {
    readonly code: string;
    readonly name: string;
    readonly candidateCount: number;
  }[];
}

const summary = {
  id: text,
  buurt: shape<DraftSummary['buurt']>({ code: text, name: text }),
  name: text,
  savedAt: moment,
  savedBy: nullable(text),
} as const;

export const draftsFrom = shape<Drafts>({
  drafts: list(shape<DraftSummary>(summary)),
  buurten: list(shape<Drafts['buurten'][number]>({ code: text, name: text, candidateCount: count })),
});

const problemFrom: Reader<Problem> = shape<Omit<Problem, 'group'>>({
  pointer: text,
  code: oneOf(...problemCodes),
  limit: maybe(number),
  actual: maybe(number),
});

export const planCheckFrom = shape<PlanCheck>({
  problems: list(problemFrom),
  rules: shape<PlanCheck['rules']>({ nl: list(text), en: list(text) }),
});

export const roundDraftFrom = shape<RoundDraft>({
  ...summary,
  version: count,
  plan: shape<RoundPlan>({
    name: text,
    intro: text,
    budgetCents: nullable(count),
    opensAt: nullable(moment),
    closesAt: nullable(moment),
    ballot: oneOf(...draftBallots),
    most: nullable(count),
    isWithinBudget: flag,
    counting: oneOf(...draftCountings),
    proposals: list(shape<RoundPlan['proposals'][number]>({ initiativeId: text, costCents: count })),
  }),
  check: planCheckFrom,
  candidates: list(
    shape<RoundCandidate>({ initiativeId: text, reference: text, title: text, costCents: count }),
  ),
  isOfColleague: flag,
});
