import type { Problem } from '../wire/problem.js';
import { limitProblems } from './ballot-problems.js';
import type { BallotLine, Group, Range } from '../rounds/ballot.js';
import { withProposal } from './choice.js';
import { chosenOf, limitsOf, measured, type BallotForm, type Measure } from '../rounds/limits.js';

/** How far a ballot has come with one limit: in proposals, cents or points. */
export interface RemainingOfLimit {
  readonly measure: Measure;
  readonly group?: Group;
  readonly range: Range;
  readonly used: number;
  /** Until the most: negative when it was passed, absent when there is no most. */
  readonly left?: number;
  /** Until the least; 0 when that is reached, or when there is none. */
  readonly needed: number;
}

export interface Remaining {
  /** Proposals, points and money of the whole ballot, whether or not the rules limit them. */
  readonly picks: RemainingOfLimit;
  readonly total: RemainingOfLimit;
  readonly spend: RemainingOfLimit;
  /** Only what the rules limit, in their order. */
  readonly groups: readonly (RemainingOfLimit & { readonly group: Group })[];
  /** The ids of the proposals that can be added now. */
  readonly fitting: readonly string[];
}

function remainingOf(measure: Measure, range: Range, used: number, group?: Group): RemainingOfLimit {
  return {
    measure,
    range,
    used,
    needed: Math.max(0, (range.min ?? used) - used),
    ...(range.max === undefined ? {} : { left: range.max - used }),
    ...(group ? { group } : {}),
  };
}

/** The highest sums, by limit, that a choice has passed. */
function passed(form: BallotForm, lines: readonly BallotLine[]): Problem[] {
  const chosen = chosenOf(form, lines);
  return limitsOf(form.rules)
    .flatMap((limit) => limitProblems(limit, measured(limit.measure, chosen, limit.group)))
    .filter(({ code }) => code.endsWith('.max'));
}

/**
 * Why a proposal cannot be added to a choice now; empty when it can. It says only what adding makes worse: a proposal
 * is not kept off because of a group that it does not belong to. `actual` is what it would become. A choice that has
 * not reached its least yet keeps nothing off.
 */
export function reasonsCannotAdd(
  form: BallotForm,
  lines: readonly BallotLine[],
  proposalId: string,
): Problem[] {
  const proposal = form.proposals.find(({ id }) => id === proposalId);
  const pointer = `/lines/${String(lines.length)}`;
  if (!proposal) return [{ pointer, code: 'not-an-option' }];
  if (proposal.withdrawn) return [{ pointer, code: 'withdrawn' }];
  if (lines.some((line) => line.proposalId === proposalId)) return [{ pointer, code: 'doubled' }];
  const before = passed(form, lines);
  const isWorse = (problem: Problem) =>
    !before.some(
      ({ code, group, actual }) =>
        code === problem.code &&
        group?.key === problem.group?.key &&
        group?.dimension === problem.group?.dimension &&
        actual === problem.actual,
    );
  return passed(form, withProposal(form.rules, lines, proposalId)).filter(isWorse);
}

/** How much of each limit is left, for a budget bar, and which proposals still fit. */
export function remaining(form: BallotForm, lines: readonly BallotLine[]): Remaining {
  const { rules, proposals } = form;
  const chosen = chosenOf(form, lines);
  const whole = (measure: Measure, range: Range = {}) =>
    remainingOf(measure, range, measured(measure, chosen));
  return {
    picks: whole('picks', rules.picks),
    total: whole('total', rules.total),
    spend: whole('spend', rules.spendCents),
    groups: limitsOf(rules).flatMap(({ measure, range, group }) =>
      group ? [{ ...remainingOf(measure, range, measured(measure, chosen, group), group), group }] : [],
    ),
    fitting: proposals.map(({ id }) => id).filter((id) => reasonsCannotAdd(form, lines, id).length === 0),
  };
}
