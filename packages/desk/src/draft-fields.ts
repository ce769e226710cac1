import type { RoundCandidate, RoundDraft, RoundPlan } from '@buurt/domain/desk/round-draft.js';
import type { Problem } from '@buurt/domain/wire/problem.js';
import { centsIn, inEuros } from './amounts.js';
import { fieldFor, momentIn } from './round-forms.js';

/** A plan for a budget vote as it stands in the fields of its form. */
export interface DraftFields {
  readonly name: string;
  readonly intro: string;
  readonly budget: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly ballot: RoundPlan['ballot'];
  readonly most: string;
  readonly isWithinBudget: boolean;
  readonly counting: RoundPlan['counting'];
  /** By initiative: what it costs, in euros. */
  readonly costs: Readonly<Record<string, string>>;
  /** The initiatives on the ballot. */
  readonly chosen: readonly string[];
}

export function fieldsOf({ plan, candidates }: RoundDraft): DraftFields {
  const { name, intro, budgetCents, opensAt, closesAt, ballot, most, isWithinBudget, counting } = plan;
  const costOf = ({ initiativeId, costCents }: RoundCandidate) =>
    plan.proposals.find((each) => each.initiativeId === initiativeId)?.costCents ?? costCents;
  return {
    ...{ name, intro, ballot, isWithinBudget, counting, budget: inEuros(budgetCents) },
    ...{ opensAt: opensAt ? fieldFor(opensAt) : '', closesAt: closesAt ? fieldFor(closesAt) : '' },
    most: most === null ? '' : String(most),
    costs: Object.fromEntries(candidates.map((each) => [each.initiativeId, inEuros(costOf(each))])),
    chosen: plan.proposals.map(({ initiativeId }) => initiativeId),
  };
}

/** The plan that stands in the fields, and what in them cannot be read. What can no longer be voted about is left out. */
export function planFrom(
  fields: DraftFields,
  candidates: readonly RoundCandidate[],
): { readonly plan: RoundPlan; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const amount = (typed: string, pointer: string): number | null => {
    const cents = centsIn(typed);
    if (Number.isNaN(cents)) problems.push({ pointer, code: 'malformed' });
    return cents === undefined || Number.isNaN(cents) ? null : cents;
  };
  const moment = (typed: string, pointer: string): string | null => {
    const at = momentIn(typed);
    if (typed !== '' && at === undefined) problems.push({ pointer, code: 'malformed' });
    return at ?? null;
  };
  const most = /^\d{1,6}$/.test(fields.most.trim()) ? Number(fields.most) : null;
  if (fields.most.trim() !== '' && (most ?? 0) < 1) problems.push({ pointer: '/most', code: 'malformed' });
  const budgetCents = amount(fields.budget, '/budgetCents');
  if (budgetCents === 0) problems.push({ pointer: '/budgetCents', code: 'malformed' });
  const chosen = candidates.filter(({ initiativeId }) => fields.chosen.includes(initiativeId));
  const proposals = chosen.map(({ initiativeId }, index) => {
    const typed = fields.costs[initiativeId] ?? '';
    const pointer = `/proposals/${String(index)}/costCents`;
    if (typed.trim() === '') problems.push({ pointer, code: 'required' });
    return { initiativeId, costCents: amount(typed, pointer) ?? 0 };
  });
  const { name, intro, ballot, isWithinBudget, counting } = fields;
  return {
    problems,
    plan: {
      ...{ name, intro, ballot, isWithinBudget, counting, proposals, most: most || null },
      budgetCents: budgetCents || null,
      ...{ opensAt: moment(fields.opensAt, '/opensAt'), closesAt: moment(fields.closesAt, '/closesAt') },
    },
  };
}
