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
/** An end that is out of reach; `limit` is what can be reached. */
const tooHigh = (pointer: string, actual: number, limit: number): Problem[] =>
  actual > limit ? [{ pointer, code: 'out-of-range', limit, actual }] : [];
const tooLow = (pointer: string, actual: number, limit: number): Problem[] =>
  actual < limit ? [{ pointer, code: 'out-of-range', limit, actual }] : [];

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
function totalProblems(rules: BallotRules, lines: readonly number[]): Problem[] {
  const { min: from = -Infinity, max: to = Infinity } = pointRange(rules);
  const { min = -Infinity, max = Infinity } = rules.total ?? {};
  const problems = [
    ...tooHigh('/rules/total/min', min, Math.max(...lines.map((count) => count * to))),
    ...tooLow('/rules/total/max', max, Math.min(...lines.map((count) => count * from))),
  ];
  return problems.length > 0 ? problems : [{ pointer: '/rules/total', code: 'unsatisfiable' }];
}

const picksProblems = ({ picks: { min = 0, max = Infinity } = {} }: BallotRules, available: number) => [
  ...tooLow('/rules/picks/max', max, 1),
  ...tooHigh('/rules/picks/min', min, available),
];

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
  return [...tooLow(`${pointer}/max`, max, cheapest), ...tooHigh(`${pointer}/min`, min, dearest)];
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
  const small = tooHigh(`${pointer}/picks/min`, own.least, limit);
  const problems =
    small.length > 0 ? small : spendProblems(`${pointer}/spendCents`, spendCents, reachable, members);
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
  const asked = sum(own.map((group) => group.picks?.min ?? 0));
  const askedCents = sum(own.map((group) => group.spendCents?.min ?? 0));
  const allowed = own.map((group) => {
    const members = proposals.filter((each) => belongsTo(each, group)).length;
    return Math.min(members, group.picks?.max ?? members);
  });
  const most = sum(allowed) + homes.filter((count) => count === 0).length;
  return [
    ...tooHigh('/rules/groups', asked, lines.most),
    ...tooLow('/rules/spendCents/max', spendCents?.max ?? Infinity, askedCents),
    ...tooHigh('/rules/picks/min', picks?.min ?? 0, most),
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
  if (meeting.length === 0) return totalProblems(rules, counts);
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
