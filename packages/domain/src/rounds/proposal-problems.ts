import { isBlank, type Problem } from '../wire/problem.js';
import { amountProblems } from './amount.js';
import type { Proposal, TallyRules } from './round.js';
import { sharesEqually } from '../voting/tally-rules.js';

function excludesProblems(
  { id, excludes }: Proposal,
  byId: ReadonlyMap<string, Proposal>,
  pointer: string,
): Problem[] {
  return excludes.flatMap((other, index): Problem[] => {
    const here = `${pointer}/${String(index)}`;
    const proposal = byId.get(other);
    if (!proposal || other === id) return [{ pointer: here, code: 'not-an-option' }];
    if (excludes.indexOf(other) !== index) return [{ pointer: here, code: 'doubled' }];
    return proposal.excludes.includes(id) ? [] : [{ pointer: here, code: 'not-mutual' }];
  });
}

/**
 * What is wrong with the proposals of a round: one must take part; ids are there and come once; costs are whole cents
 * and within the budget, together an exact number, and not 0 where Equal Shares weighs votes against them; exclusions
 * are known, single and mutual.
 */
export function proposalsProblems(
  proposals: readonly Proposal[],
  budgetCents: number,
  tallies: readonly TallyRules[],
): Problem[] {
  if (!proposals.some(({ withdrawn }) => !withdrawn)) return [{ pointer: '/proposals', code: 'required' }];
  const byId = new Map(proposals.toReversed().map((each) => [each.id, each]));
  const most = Number.isSafeInteger(budgetCents) ? budgetCents : Infinity;
  const least = tallies.some(sharesEqually) ? 1 : 0;
  const problems = proposals.flatMap((proposal, index): Problem[] => {
    const pointer = `/proposals/${String(index)}`;
    return [
      ...(isBlank(proposal.id) ? [{ pointer: `${pointer}/id`, code: 'required' as const }] : []),
      ...(byId.get(proposal.id) === proposal ? [] : [{ pointer: `${pointer}/id`, code: 'doubled' as const }]),
      ...amountProblems(
        `${pointer}/costCents`,
        proposal.costCents,
        least,
        proposal.withdrawn ? Infinity : most,
      ),
      ...excludesProblems(proposal, byId, `${pointer}/excludes`),
    ];
  });
  const exact = Number.isSafeInteger(proposals.reduce((sum, { costCents }) => sum + costCents, 0));
  return exact || problems.length > 0 ? problems : [{ pointer: '/proposals', code: 'out-of-range' }];
}
