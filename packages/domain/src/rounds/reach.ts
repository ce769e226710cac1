import type { Problem } from '../wire/problem.js';
import { dimensions, type BallotRules, type Dimension, type GroupRules, type Range } from './ballot.js';
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

/** The groups of one dimension, where no proposal is in two of them. */
function apart(dimension: Dimension, { groups = [] }: BallotRules, proposals: readonly Proposal[]) {
  const own = groups.filter((group) => group.dimension === dimension);
  const overlap = proposals.some((each) => own.filter((group) => belongsTo(each, group)).length > 1);
  return overlap ? [] : own;
}

/**
 * The least that so many proposals cost, or the most when `sign` is -1, when each group gets the picks that it asks
 * and no more than it allows: first what each must have, then whatever is cheapest. Exact for groups that are apart.
 */
function costOf(
  count: number,
  sign: 1 | -1,
  groups: readonly GroupRules[],
  proposals: readonly Proposal[],
): number {
  const sorted = (some: readonly Proposal[]) => some.toSorted((a, b) => sign * (a.costCents - b.costCents));
  const shares = groups.map((group) => {
    const members = sorted(proposals.filter((each) => belongsTo(each, group)));
    const { min = 0, max = members.length } = group.picks ?? {};
    return { must: members.slice(0, min), may: members.slice(min, max) };
  });
  const others = proposals.filter((each) => !groups.some((group) => belongsTo(each, group)));
  const must = shares.flatMap((share) => share.must);
  const may = sorted([...shares.flatMap((share) => share.may), ...others]);
  const taken = [...must, ...may.slice(0, Math.max(0, count - must.length))];
  return sum(taken.map(({ costCents }) => costCents));
}

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
  { min = 0, max = Infinity }: Range = {},
  { least, most }: Span,
  proposals: readonly Proposal[],
  groupings: readonly (readonly GroupRules[])[] = [[]],
): Problem[] {
  const cheapest = groupings.map((groups) => costOf(least, 1, groups, proposals));
  const dearest = groupings.map((groups) => costOf(most, -1, groups, proposals));
  return [
    ...tooLow(`${pointer}/max`, max, Math.max(...cheapest)),
    ...tooHigh(`${pointer}/min`, min, Math.min(...dearest)),
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
  const small = tooHigh(`${pointer}/picks/min`, own.least, limit);
  const problems =
    small.length > 0 ? small : spendProblems(`${pointer}/spendCents`, spendCents, reachable, members);
  return problems.map((problem) => ({ ...problem, group: { dimension, key } }));
}

/** What groups that are apart ask and allow together. */
function togetherProblems(
  groups: readonly GroupRules[],
  { picks, spendCents }: BallotRules,
  lines: Span,
  proposals: readonly Proposal[],
): Problem[] {
  const asked = sum(groups.map((group) => group.picks?.min ?? 0));
  const askedCents = sum(groups.map((group) => group.spendCents?.min ?? 0));
  const allowed = groups.map((group) => {
    const members = proposals.filter((each) => belongsTo(each, group)).length;
    return Math.min(members, group.picks?.max ?? members);
  });
  const others = proposals.filter((each) => !groups.some((group) => belongsTo(each, group)));
  return [
    ...tooHigh('/rules/groups', asked, lines.most),
    ...tooLow('/rules/spendCents/max', spendCents?.max ?? Infinity, askedCents),
    ...tooHigh('/rules/picks/min', picks?.min ?? 0, sum(allowed) + others.length),
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
 * is out of reach: picks against the proposals there are; the total of points against picks × points of each; the
 * groups of a dimension together, where no proposal is in two of them; money against the cheapest that must and the
 * dearest that may be picked, per group, and for all with what such groups ask and allow. `limit` is what can be reached. What no rule is to blame for alone is
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
  const groupings = dimensions
    .map((dimension) => apart(dimension, rules, available))
    .filter(({ length }) => length > 0);
  const problems = [
    ...(rules.groups ?? []).flatMap((group, index) => groupProblems(group, index, lines, available)),
    ...groupings.flatMap((groups) => togetherProblems(groups, rules, lines, available)),
  ];
  if (problems.length === 0)
    problems.push(
      ...spendProblems('/rules/spendCents', rules.spendCents, lines, available, [[], ...groupings]),
    );
  if (problems.length > 0) return problems;
  const verdict = satisfiable(available.length, sumsOf(rules, lines, available));
  return verdict === 'no' ? [{ pointer: '/rules', code: 'unsatisfiable' }] : [];
}
