import type { Problem } from '../wire/problem.js';
import type { BallotLine, BallotRules, Dimension, Group, GroupRules, Range } from './ballot.js';
import { limitProblems } from '../voting/ballot-problems.js';
import { codeLength, type CodeProblem } from './code.js';
import { chosenOf, limitsOf, sameGroup, type BallotForm, type Measure } from './limits.js';
import { remaining, type RemainingOfLimit } from '../voting/remaining.js';
import type { Round } from './round.js';
import type { RulesSentences } from './sentences.nl.js';

/** What sentences about a ballot are made from. */
export type ExplainedForm = BallotForm & Pick<Round, 'currency' | 'groupNames'>;

const nameOf = ({ groupNames }: ExplainedForm, group?: Group): string => {
  if (!group) return '';
  return Object.hasOwn(groupNames, group.key) ? (groupNames[group.key] ?? group.key) : group.key;
};

/** A range without a lower end that says nothing; absent when no end is left. */
function telling({ min, max }: Range = {}, lowest = 0): Range | undefined {
  const says = min !== undefined && min > (max === undefined ? lowest : Math.min(lowest, 0));
  if (!says && max === undefined) return undefined;
  return { ...(says ? { min } : {}), ...(max === undefined ? {} : { max }) };
}

function explainChoosing(rules: BallotRules, { explain }: RulesSentences): string[] {
  const { expression, perProject, defaultScore = 0 } = rules;
  const range = telling(rules.picks, 1);
  const total = telling(rules.total, expression === 'score' ? -Infinity : 0);
  const each = telling(perProject, expression === 'score' ? -Infinity : 0);
  if (expression === 'approve') return [range ? explain.picks({ range }) : explain.anyPicks];
  if (expression === 'rank') {
    if (range?.max === 1) return [explain.picks({ range })];
    return [range ? explain.ranked({ range }) : explain.anyRanked, explain.firstOnTop];
  }
  const picks = range ? [explain.pointsFor({ range })] : [];
  if (expression === 'score')
    return [
      ...(perProject ? [explain.mark({ range: perProject })] : [explain.anyPoints]),
      ...picks,
      ...(total ? [explain.markTotal({ range: total })] : []),
      explain.skipped({ count: defaultScore }),
    ];
  return [
    total ? explain.divide({ range: total }) : explain.anyPoints,
    ...picks,
    ...(each ? [explain.perProject({ range: each })] : []),
  ];
}

const alike = (a: Range | undefined, b: Range | undefined) => a?.min === b?.min && a?.max === b?.max;

/** Whether all groups that there are in a dimension have the same limits, so that one sentence says it. */
function isSame(dimension: Dimension, groups: readonly GroupRules[], { proposals }: BallotForm): boolean {
  const [first, ...others] = groups;
  const keys = proposals.flatMap((each) => (dimension === 'category' ? each.categories : each.neighborhoods));
  return (
    first !== undefined &&
    others.length > 0 &&
    others.every((each) => alike(each.picks, first.picks) && alike(each.spendCents, first.spendCents)) &&
    keys.every((key) => groups.some((group) => group.key === key))
  );
}

function explainGroups(dimension: Dimension, form: ExplainedForm, { explain }: RulesSentences): string[] {
  const { currency } = form;
  const groups = (form.rules.groups ?? []).filter((group) => group.dimension === dimension);
  const same = isSame(dimension, groups, form);
  return (same ? groups.slice(0, 1) : groups).flatMap((rules) => {
    const group = nameOf(form, rules);
    const picks = telling(rules.picks);
    const spend = telling(rules.spendCents);
    const about = { dimension, group, currency };
    const [sayPicks, saySpend] =
      same && picks?.max !== 0
        ? [explain.eachPicks, explain.eachSpend]
        : [explain.groupPicks, explain.groupSpend];
    return [
      ...(picks ? [sayPicks({ ...about, range: picks })] : []),
      ...(spend ? [saySpend({ ...about, range: spend })] : []),
    ];
  });
}

/** What the rules ask, before anything was chosen. */
export function explainRules(form: ExplainedForm, texts: RulesSentences): string[] {
  const { rules, currency } = form;
  const { explain } = texts;
  const spend = telling(rules.spendCents);
  const single = rules.picks?.max === 1;
  const saySpend = single ? explain.spendOne : explain.spend;
  return [
    ...explainChoosing(rules, texts),
    ...(spend ? [saySpend({ range: spend, currency })] : []),
    ...(spend?.max !== undefined && spend.min === undefined && !single ? [explain.needNotSpend] : []),
    ...explainGroups('category', form, texts),
    ...explainGroups('neighborhood', form, texts),
  ];
}

type RemainingPhrase = (limit: RemainingOfLimit, form: ExplainedForm, texts: RulesSentences) => string;

const remainingPhrases: Readonly<Record<Measure, RemainingPhrase>> = {
  picks: ({ used, left, needed, group: of }, form, { remaining: phrases }) => {
    const group = nameOf(form, of);
    if (needed > 0) return phrases.picksNeeded({ count: needed, exact: needed === left, group });
    if (left === 0) return group ? phrases.groupFull({ group }) : phrases.full({ count: used });
    if (left !== undefined) return phrases.picksLeft({ count: left, group });
    return used === 0 ? phrases.nothingYet : phrases.chosen({ count: used });
  },
  total: ({ used, left, needed }, _, { remaining: phrases }) => {
    if (needed > 0) return phrases.pointsNeeded({ count: needed, exact: needed === left });
    if (left === 0) return phrases.pointsGone;
    return left === undefined ? phrases.given({ count: used }) : phrases.pointsLeft({ count: left });
  },
  spend: ({ used, left, needed, group: of }, form, { remaining: phrases }) => {
    const about = { currency: form.currency, group: nameOf(form, of) };
    if (needed > 0) return phrases.spendNeeded({ ...about, cents: needed });
    if (left === 0) return phrases.spendGone(about);
    return left === undefined
      ? phrases.spent({ ...about, cents: used })
      : phrases.spendLeft({ ...about, cents: left });
  },
};

/** How far a choice has come with one limit: what is needed, what is left, or what is too much. */
export function remainingSentence(
  form: ExplainedForm,
  limit: RemainingOfLimit,
  texts: RulesSentences,
): string {
  const [passed] = (limit.left ?? 0) < 0 ? limitProblems(limit, limit.used) : [];
  return passed ? problemSentence(form, passed, texts) : remainingPhrases[limit.measure](limit, form, texts);
}

/** How far a choice has come with everything that the rules limit, and how many plans still fit where not all do. */
export function remainingSentences(
  form: ExplainedForm,
  lines: readonly BallotLine[],
  texts: RulesSentences,
): string[] {
  const { picks, total, spend, groups, fitting } = remaining(form, lines);
  const limited = ({ range }: RemainingOfLimit) => range.min !== undefined || range.max !== undefined;
  const open = form.proposals.filter(({ withdrawn }) => !withdrawn).length - chosenOf(form, lines).length;
  return [
    ...[picks, ...[total, spend, ...groups].filter(limited)].map((each) =>
      remainingSentence(form, each, texts),
    ),
    ...(picks.left !== 0 && fitting.length < open
      ? [texts.remaining.fitting({ count: fitting.length })]
      : []),
  ];
}

/** Whether the limit that was passed leaves no other number: “het moeten er 3 zijn”, not “minstens 3”. */
function isExact({ rules }: BallotForm, { code, group }: Problem): boolean {
  const limit = limitsOf(rules).find(
    ({ measure, group: of }) =>
      code.startsWith(`${measure}.`) && (of && group ? sameGroup(of, group) : of === group),
  );
  return limit !== undefined && limit.range.min === limit.range.max;
}

function lineSentence({ code, pointer, limit = 0 }: Problem, { problems }: RulesSentences): string {
  const isRank = pointer.endsWith('/rank');
  if (code === 'required') {
    if (isRank) return problems.rankMissing;
    return pointer.endsWith('/points') ? problems.pointsMissing : problems.empty;
  }
  if (code === 'doubled') return isRank ? problems.rankDoubled : problems.doubled;
  if (code === 'not-an-option') return problems.unknown;
  if (code === 'withdrawn') return problems.withdrawn;
  if (code === 'out-of-range' && isRank) return problems.rankOut({ places: limit });
  return code === 'malformed' ? problems.notWhole : problems.unasked;
}

/** Why a ballot cannot be sent: one problem of `ballotProblems`, with what to do about it. */
export function problemSentence(form: ExplainedForm, problem: Problem, texts: RulesSentences): string {
  const { code, limit = 0, actual = 0, group } = problem;
  const { currency } = form;
  const { problems } = texts;
  const about = { limit, actual, exact: isExact(form, problem), group: nameOf(form, group), currency };
  if (code === 'picks.min') return problems.picksMin(about);
  if (code === 'picks.max') return problems.picksMax(about);
  if (code === 'spend.min') return problems.spendMin(about);
  if (code === 'spend.max') return problems.spendMax(about);
  if (code === 'points.min') return problems.pointsMin(about);
  if (code === 'points.max') return problems.pointsMax(about);
  if (code === 'total.min') return problems.totalMin(about);
  if (code === 'total.max') return problems.totalMax(about);
  return lineSentence(problem, texts);
}

/** Why a plan cannot be added: one problem of `reasonsCannotAdd`. */
export function cannotAddSentence(
  form: ExplainedForm,
  { code, limit = 0, actual = 0, group: of }: Problem,
  { cannotAdd }: RulesSentences,
): string {
  const group = nameOf(form, of);
  const over = actual - limit;
  if (code === 'picks.max') return cannotAdd.picks({ used: actual - 1, over, group });
  if (code === 'spend.max') return cannotAdd.spend({ cents: over, currency: form.currency, group });
  if (code === 'total.max') return cannotAdd.total({ count: over });
  if (code === 'doubled') return cannotAdd.doubled;
  return code === 'withdrawn' ? cannotAdd.withdrawn : cannotAdd.unknown;
}

/** Why a code cannot be one. */
export function codeSentence(problem: CodeProblem, { code }: RulesSentences): string {
  const length = codeLength;
  if (problem.code === 'wrong-sign') return code.wrongSign(problem);
  if (problem.code === 'wrong-check') return code.wrongCheck;
  if (problem.code === 'too-long') return code.tooLong({ over: problem.actual - length, length });
  return problem.actual === 0 ? code.empty : code.tooShort({ missing: length - problem.actual, length });
}
