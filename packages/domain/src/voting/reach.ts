import type { Problem } from '../problem.js';
import type { BallotRules, Dimension, GroupRules, Range } from './ballot.js';
import { belongsTo, limitsOf, pointRange, type BallotForm } from './limits.js';
import type { Proposal } from './round.js';
import { satisfiable, type Sum } from './satisfiable.js';

/** A range with both its ends. */
interface Span {
  readonly least: number;
  readonly most: number;
}

const spanOf = ({ min = 0, max = Infinity }: Range = {}): Span => ({ least: min, most: max });
const sum = (amounts: readonly number[]) => amounts.reduce((all, each) => all + each, 0);
const costsOf = (proposals: readonly Proposal[]) =>
  proposals.map(({ costCents }) => costCents).toSorted((a, b) => a - b);

/** Numbers of lines with which the total can be met: `lines × least ≤ total.max` and `lines × most ≥ total.min`. */
function linesForTotal(rules: BallotRules, lines: readonly number[]): number[] {
  const { min: from = -Infinity, max: to = Infinity } = pointRange(rules);
  const { min = -Infinity, max = Infinity } = rules.total ?? {};
  return lines.filter((count) => count * from <= max && count * to >= min);
}

/** The end of the total that no number of lines reaches. */
function totalProblem(rules: BallotRules, lines: readonly number[]): Problem {
  const { min: from = -Infinity, max: to = Infinity } = pointRange(rules);
  const { min = -Infinity, max = Infinity } = rules.total ?? {};
  const highest = Math.max(...lines.map((count) => count * to));
  const lowest = Math.min(...lines.map((count) => count * from));
  if (highest < min)
    return { pointer: '/rules/total/min', code: 'out-of-range', limit: highest, actual: min };
  if (lowest > max) return { pointer: '/rules/total/max', code: 'out-of-range', limit: lowest, actual: max };
  return { pointer: '/rules/total', code: 'unsatisfiable' };
}

function picksProblems({ picks = {} }: BallotRules, available: number): Problem[] {
  if (picks.max === 0) return [{ pointer: '/rules/picks/max', code: 'out-of-range', limit: 1, actual: 0 }];
  return picks.min !== undefined && picks.min > available
    ? [{ pointer: '/rules/picks/min', code: 'out-of-range', limit: available, actual: picks.min }]
    : [];
}

/** Money against the number of picks: the cheapest that must be picked, the dearest that may. */
function spendProblems(
  pointer: string,
  range: Range | undefined,
  { least, most }: Span,
  proposals: readonly Proposal[],
): Problem[] {
  const costs = costsOf(proposals);
  const cheapest = sum(costs.slice(0, least));
  const dearest = sum(most < costs.length ? costs.slice(costs.length - most) : costs);
  const { min = 0, max = Infinity } = range ?? {};
  return [
    ...(max < cheapest
      ? [{ pointer: `${pointer}/max`, code: 'out-of-range' as const, limit: cheapest, actual: max }]
      : []),
    ...(min > dearest
      ? [{ pointer: `${pointer}/min`, code: 'out-of-range' as const, limit: dearest, actual: min }]
      : []),
  ];
}

function groupProblems(
  { dimension, key, picks, spendCents }: GroupRules,
  index: number,
  lines: Span,
  proposals: readonly Proposal[],
): Problem[] {
  const pointer = `/rules/groups/${String(index)}`;
  const members = proposals.filter((each) => belongsTo(each, { dimension, key }));
  const own = spanOf(picks);
  const limit = Math.min(members.length, lines.most);
  const reachable = { least: own.least, most: Math.min(own.most, limit) };
  const problems: Problem[] =
    own.least > limit
      ? [{ pointer: `${pointer}/picks/min`, code: 'out-of-range', limit, actual: own.least }]
      : spendProblems(`${pointer}/spendCents`, spendCents, reachable, members);
  return problems.map((problem) => ({ ...problem, group: { dimension, key } }));
}

/** What the groups of one dimension ask and allow together, where no proposal is in two of them. */
function dimensionProblems(
  dimension: Dimension,
  { picks, spendCents, groups = [] }: BallotRules,
  lines: Span,
  proposals: readonly Proposal[],
): Problem[] {
  const own = groups.filter((group) => group.dimension === dimension);
  const homes = proposals.map((each) => own.filter((group) => belongsTo(each, group)).length);
  if (own.length === 0 || homes.some((count) => count > 1)) return [];
  const pointer = '/rules/groups';
  const asked = sum(own.map((group) => group.picks?.min ?? 0));
  const askedCents = sum(own.map((group) => group.spendCents?.min ?? 0));
  const limitCents = spendCents?.max ?? Infinity;
  const allowed = own.map((group) => {
    const members = proposals.filter((each) => belongsTo(each, group)).length;
    return Math.min(members, group.picks?.max ?? members);
  });
  const most = sum(allowed) + homes.filter((count) => count === 0).length;
  return [
    ...(asked > lines.most
      ? [{ pointer, code: 'out-of-range' as const, limit: lines.most, actual: asked }]
      : []),
    ...(askedCents > limitCents
      ? [{ pointer, code: 'out-of-range' as const, limit: limitCents, actual: askedCents }]
      : []),
    ...(most < lines.least
      ? [
          picks?.min === lines.least
            ? { pointer: '/rules/picks/min', code: 'out-of-range' as const, limit: most, actual: lines.least }
            : { pointer: '/rules', code: 'unsatisfiable' as const },
        ]
      : []),
  ];
}

/** Every limit on what is chosen as a sum over the proposals, with the number of lines narrowed to `lines`. */
function sumsOf(rules: BallotRules, lines: Span, proposals: readonly Proposal[]): Sum[] {
  const limits = limitsOf(rules).filter(({ measure }) => measure !== 'total');
  return [
    { weights: proposals.map(() => 1), ...lines, counts: true },
    ...limits.map(({ measure, range, group }) => ({
      weights: proposals.map((each) => {
        if (group && !belongsTo(each, group)) return 0;
        return measure === 'picks' ? 1 : each.costCents;
      }),
      ...spanOf(range),
      counts: measure === 'picks',
    })),
  ];
}

/**
 * Whether some ballot keeps all rules; the values themselves are taken to be in order. Names a rule by itself where one
 * is out of reach: picks against the proposals there are; the total of points against picks × points of each; money
 * against the cheapest that must and the dearest that may be picked, for all and per group; the groups of a dimension
 * together, where they do not overlap. `limit` is what can be reached. What no rule is to blame for alone is
 * `unsatisfiable` at `/rules`.
 */
export function reachProblems({ rules, proposals }: BallotForm): Problem[] {
  const available = proposals.filter(({ withdrawn }) => !withdrawn);
  const wrongPicks = picksProblems(rules, available.length);
  if (wrongPicks.length > 0) return wrongPicks;
  const { min = 1, max = available.length } = rules.picks ?? {};
  const counts = available.map((_, index) => index + 1).filter((count) => count >= min && count <= max);
  const meeting = linesForTotal(rules, counts);
  if (meeting.length === 0) return [totalProblem(rules, counts)];
  const lines = { least: Math.min(...meeting), most: Math.max(...meeting) };
  const problems = [
    ...spendProblems('/rules/spendCents', rules.spendCents, lines, available),
    ...(rules.groups ?? []).flatMap((group, index) => groupProblems(group, index, lines, available)),
    ...(['category', 'neighborhood'] as const).flatMap((dimension) =>
      dimensionProblems(dimension, rules, lines, available),
    ),
  ];
  if (problems.length > 0) return problems;
  const verdict = satisfiable(available.length, sumsOf(rules, lines, available));
  return verdict === 'no' ? [{ pointer: '/rules', code: 'unsatisfiable' }] : [];
}
