import type { Problem } from '../wire/problem.js';
import { amountProblems } from '../rounds/amount.js';
import type { BallotRules } from '../rounds/ballot.js';
import { belongsTo, sameGroup } from '../rounds/limits.js';
import type { Proposal, TallyRules } from '../rounds/round.js';

function thresholdProblems({ method, threshold }: TallyRules, pointer: string): Problem[] {
  if (threshold === undefined) return method === 'greedy-threshold' ? [{ pointer, code: 'required' }] : [];
  if (method !== 'greedy-threshold' && method !== 'greedy-no-skip') return [{ pointer, code: 'unknown-key' }];
  return amountProblems(pointer, threshold, 0);
}

/** Points for ranks: on ranked ballots only, whole, and never more for a later rank. */
function rankScoreProblems(
  { rankScores }: TallyRules,
  { expression }: BallotRules,
  pointer: string,
): Problem[] {
  if (rankScores === undefined) return [];
  if (expression !== 'rank') return [{ pointer, code: 'unknown-key' }];
  if (rankScores === 'borda') return [];
  if (rankScores.length === 0) return [{ pointer, code: 'required' }];
  return rankScores.flatMap((score, index) =>
    amountProblems(`${pointer}/${String(index)}`, score, 0, rankScores[index - 1]),
  );
}

function groupBudgetProblems(
  { groupBudgets = [] }: TallyRules,
  proposals: readonly Proposal[],
  budgetCents: number,
  pointer: string,
): Problem[] {
  const problems = groupBudgets.flatMap((group, index): Problem[] => {
    const here = `${pointer}/${String(index)}`;
    const { dimension, key, budgetCents: own } = group;
    const about = { group: { dimension, key } };
    const doubled = groupBudgets.slice(0, index).some((above) => sameGroup(above, group));
    return [
      ...(doubled ? [{ pointer: here, code: 'doubled' as const, ...about }] : []),
      ...(proposals.some((each) => belongsTo(each, group))
        ? []
        : [{ pointer: `${here}/key`, code: 'not-an-option' as const, ...about }]),
      ...amountProblems(`${here}/budgetCents`, own, 0, budgetCents).map((each) => ({ ...each, ...about })),
    ];
  });
  return problems.length > 0 ? problems : earmarkProblems(groupBudgets, budgetCents, pointer);
}

/** What is kept for groups cannot be more than there is. */
function earmarkProblems(
  groups: NonNullable<TallyRules['groupBudgets']>,
  limit: number,
  pointer: string,
): Problem[] {
  const kept = groups.filter(({ kind }) => kind === 'earmark');
  const actual = kept.reduce((sum, { budgetCents }) => sum + budgetCents, 0);
  return actual > limit ? [{ pointer, code: 'out-of-range', limit, actual }] : [];
}

export const sharesEqually = ({ method }: TallyRules): boolean => method.startsWith('equalshares');

/** Equal Shares gives all money to the voters, so that none can be kept for a group; only `add1` raises a share. */
function sharesProblems(tally: TallyRules, pointer: string): Problem[] {
  const { method, add1Cents, groupBudgets = [] } = tally;
  return [
    ...(add1Cents === undefined || method === 'equalshares/add1'
      ? []
      : [{ pointer: `${pointer}/add1Cents`, code: 'unknown-key' as const }]),
    ...(add1Cents === undefined ? [] : amountProblems(`${pointer}/add1Cents`, add1Cents, 1)),
    ...groupBudgets.flatMap(({ kind }, index) =>
      kind === 'earmark' && sharesEqually(tally)
        ? [{ pointer: `${pointer}/groupBudgets/${String(index)}/kind`, code: 'unknown-key' as const }]
        : [],
    ),
  ];
}

/**
 * What is wrong with the ways of counting: there is one; `greedy-threshold` has a threshold, `greedy-no-skip` may;
 * points for ranks only when ballots rank, whole and never rising; budgets of groups that have a proposal, each group
 * once, none above the budget, nor the earmarks together; no earmarks with Equal Shares, and a raise only where it
 * raises; no tie-break twice.
 */
export function talliesProblems(
  rules: BallotRules,
  proposals: readonly Proposal[],
  budgetCents: number,
  tallies: readonly TallyRules[],
): Problem[] {
  if (tallies.length === 0) return [{ pointer: '/tallies', code: 'required' }];
  return tallies.flatMap((tally, index) => {
    const pointer = `/tallies/${String(index)}`;
    return [
      ...thresholdProblems(tally, `${pointer}/threshold`),
      ...rankScoreProblems(tally, rules, `${pointer}/rankScores`),
      ...groupBudgetProblems(tally, proposals, budgetCents, `${pointer}/groupBudgets`),
      ...sharesProblems(tally, pointer),
      ...tally.tieBreak.flatMap((each, place) =>
        tally.tieBreak.indexOf(each) === place
          ? []
          : [{ pointer: `${pointer}/tieBreak/${String(place)}`, code: 'doubled' as const }],
      ),
    ];
  });
}
