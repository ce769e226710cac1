import type { Problem } from '../wire/problem.js';
import type { BallotLine, BallotRules } from '../rounds/ballot.js';
import {
  chosenOf,
  limitsOf,
  measured,
  pointRange,
  takesPoints,
  type BallotForm,
  type Limit,
} from '../rounds/limits.js';

function rankProblems({ expression }: BallotRules, lines: readonly BallotLine[], index: number): Problem[] {
  const rank = lines[index]?.rank;
  const pointer = `/lines/${String(index)}/rank`;
  if (expression !== 'rank') return rank === undefined ? [] : [{ pointer, code: 'unknown-key' }];
  if (rank === undefined) return [{ pointer, code: 'required' }];
  if (!Number.isSafeInteger(rank)) return [{ pointer, code: 'malformed' }];
  if (rank < 1 || rank > lines.length)
    return [{ pointer, code: 'out-of-range', limit: lines.length, actual: rank }];
  const taken = lines.slice(0, index).some((above) => above.rank === rank);
  return taken ? [{ pointer, code: 'doubled', actual: rank }] : [];
}

function pointProblems(rules: BallotRules, { points }: BallotLine, index: number): Problem[] {
  const pointer = `/lines/${String(index)}/points`;
  if (!takesPoints(rules)) return points === undefined ? [] : [{ pointer, code: 'unknown-key' }];
  if (points === undefined) return [{ pointer, code: 'required' }];
  if (!Number.isSafeInteger(points)) return [{ pointer, code: 'malformed' }];
  const { min = -Infinity, max = Infinity } = pointRange(rules);
  if (points < min) return [{ pointer, code: 'points.min', limit: min, actual: points }];
  return points > max ? [{ pointer, code: 'points.max', limit: max, actual: points }] : [];
}

function proposalProblems({ proposals }: BallotForm, lines: readonly BallotLine[], index: number): Problem[] {
  const id = lines[index]?.proposalId;
  const pointer = `/lines/${String(index)}`;
  const proposal = proposals.find((each) => each.id === id);
  if (!proposal) return [{ pointer, code: 'not-an-option' }];
  if (proposal.withdrawn) return [{ pointer, code: 'withdrawn' }];
  const doubled = lines.slice(0, index).some(({ proposalId }) => proposalId === id);
  return doubled ? [{ pointer, code: 'doubled' }] : [];
}

/** What is wrong where a measure passes one end of its range: which end, that end, the measure, the group. */
export function limitProblems({ measure, range, group }: Limit, actual: number): Problem[] {
  const { min = -Infinity, max = Infinity } = range;
  const about = { pointer: '/lines', actual, ...(group ? { group } : {}) };
  if (actual < min) return [{ ...about, code: `${measure}.min`, limit: min }];
  return actual > max ? [{ ...about, code: `${measure}.max`, limit: max }] : [];
}

/**
 * Everything that is wrong with a ballot, lines first, then the ballot as a whole; empty when it can be sent. The widget
 * and the server call the same function. A ballot without lines is never sent. What is unknown, withdrawn or doubled
 * is named and does not count further. Proposals that exclude each other may stand on one ballot: that bears on the
 * tally only.
 */
export function ballotProblems(form: BallotForm, lines: readonly BallotLine[]): Problem[] {
  if (lines.length === 0) return [{ pointer: '/lines', code: 'required' }];
  const chosen = chosenOf(form, lines);
  return [
    ...lines.flatMap((line, index) => [
      ...proposalProblems(form, lines, index),
      ...rankProblems(form.rules, lines, index),
      ...pointProblems(form.rules, line, index),
    ]),
    ...limitsOf(form.rules).flatMap((limit) =>
      limitProblems(limit, measured(limit.measure, chosen, limit.group)),
    ),
  ];
}
