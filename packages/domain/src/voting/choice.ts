import type { BallotLine, BallotRules } from '../rounds/ballot.js';
import { pointRange, takesPoints } from '../rounds/limits.js';

type Lines = readonly BallotLine[];

/** Lines in the order of their ranks, which then run from 1 without gaps; those without a rank come last. */
function ranked({ expression }: BallotRules, lines: Lines): BallotLine[] {
  if (expression !== 'rank') return [...lines];
  const { MAX_SAFE_INTEGER: last } = Number;
  return lines
    .toSorted((a, b) => (a.rank ?? last) - (b.rank ?? last))
    .map((line, index) => ({ ...line, rank: index + 1 }));
}

/** What a proposal gets when it is chosen and before points are given: 1, or the nearest to it that the rules allow. */
function firstPoints(rules: BallotRules): number {
  const { min = 1, max = Infinity } = pointRange(rules);
  return Math.min(max, Math.max(min, 1));
}

/** The choice with this proposal at its end; the same when it is there already. */
export function withProposal(rules: BallotRules, lines: Lines, proposalId: string): BallotLine[] {
  if (lines.some((line) => line.proposalId === proposalId)) return [...lines];
  const line = takesPoints(rules) ? { proposalId, points: firstPoints(rules) } : { proposalId };
  return ranked(rules, [...lines, line]);
}

/** The choice without this proposal; what stood below it moves up. */
export const withoutProposal = (rules: BallotRules, lines: Lines, proposalId: string): BallotLine[] =>
  ranked(
    rules,
    lines.filter((line) => line.proposalId !== proposalId),
  );

/** The choice with this proposal so many places lower, or higher where `places` is negative; no further than the end. */
export function movedProposal(
  rules: BallotRules,
  lines: Lines,
  proposalId: string,
  places: number,
): BallotLine[] {
  const order = ranked(rules, lines);
  const from = order.findIndex((line) => line.proposalId === proposalId);
  if (from < 0) return order;
  const to = Math.max(0, Math.min(order.length - 1, from + places));
  const [line] = order.splice(from, 1) as [BallotLine];
  order.splice(to, 0, line);
  return rules.expression === 'rank' ? order.map((each, index) => ({ ...each, rank: index + 1 })) : order;
}

/**
 * The choice with these points for a proposal, which is added where it was not there. `NaN` (nothing filled in) takes
 * it off, and so does 0 where points are divided: it says nothing there, whereas a mark of 0 does. Points outside the
 * rules stay for `ballotProblems` to name.
 */
export function withPoints(
  rules: BallotRules,
  lines: Lines,
  proposalId: string,
  points: number,
): BallotLine[] {
  if (Number.isNaN(points) || (points === 0 && rules.expression === 'allocate'))
    return withoutProposal(rules, lines, proposalId);
  return withProposal(rules, lines, proposalId).map((line) =>
    line.proposalId === proposalId ? { ...line, points } : line,
  );
}
