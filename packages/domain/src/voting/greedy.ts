import type { BudgetLedger } from './budget-ledger.js';
import type { TallyRules } from '../rounds/round.js';
import type { Scored } from './scores.js';
import type { NotGranted, TallyStep } from './tally-result.js';
import type { TieBreaks } from './ties.js';

interface Greedy {
  readonly ledger: BudgetLedger;
  readonly ties: TieBreaks;
  readonly kind: 'votes' | 'fill';
  /** Whether counting ends at the first proposal for which there is no money. */
  readonly stops?: boolean;
}

/** Why a proposal does not take part in the count at all. */
export function outOfCount(
  { proposal, votes, score }: Scored,
  { method, threshold = 0 }: TallyRules,
): NotGranted | undefined {
  if (proposal.withdrawn) return { code: 'withdrawn' };
  if (votes === 0 || score <= 0) return { code: 'no-votes' };
  const hasThreshold = method === 'greedy-threshold' || method === 'greedy-no-skip';
  return hasThreshold && score < threshold ? { code: 'below-threshold', threshold } : undefined;
}

/** By score, and each time the first that the tie-breaks name: grants what there is money for. */
export function greedySteps(
  candidates: readonly Scored[],
  { ledger, ties, kind, stops = false }: Greedy,
): TallyStep[] {
  let waiting = candidates.toSorted((a, b) => b.score - a.score || ties.compare(a, b));
  const steps: TallyStep[] = [];
  let stoppedBy: string | undefined;
  while (waiting.length > 0) {
    const [head, ...rest] = waiting as [Scored, ...Scored[]];
    const equals = rest.filter(({ score }) => score === head.score);
    const { winner, tie } = ties.first([head, ...equals]);
    const { id, costCents } = winner.proposal;
    const leftBeforeCents = ledger.leftCents;
    const why: NotGranted | undefined =
      stoppedBy === undefined ? ledger.notGrantedBecause(winner.proposal) : { code: 'after-stop', stoppedBy };
    if (!why) ledger.grant(winner.proposal);
    if (stops && why?.code === 'does-not-fit') stoppedBy = id;
    steps.push({
      kind,
      proposalId: id,
      granted: !why,
      ...(why ? { why } : {}),
      score: winner.score,
      costCents,
      leftBeforeCents,
      leftAfterCents: ledger.leftCents,
      ...(tie ? { tie } : {}),
    });
    waiting = rest;
  }
  return steps;
}
