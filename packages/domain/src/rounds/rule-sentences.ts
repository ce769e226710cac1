import type { Problem, ProblemCode } from '../wire/problem.js';
import { dimensions, expressions } from './ballot.js';
import { tallyMethods, tieBreaks } from './round.js';
import { money } from './format.js';

const reasons: Readonly<Partial<Record<ProblemCode, string>>> = {
  required: 'is missing, and the round needs it',
  'too-short': 'is empty: say it in words',
  'range-reversed': 'begins above its end',
  'unknown-key': 'does not go with this way of voting or counting',
  doubled: 'is there twice',
  'not-mutual': 'holds one way only: the other proposal must exclude this one too',
  unsatisfiable: 'cannot be kept: no ballot meets all of it at once',
};

const moment = 'is not a moment that there is, written as 2027-01-31T20:00:00+01:00 (with a zone)';
const text = 'is not a text, or holds a sign that cannot be kept';
const list = 'is not a list, in [ ]';
const object = 'is not an object, in { }';

/** What a field wants that is no whole number, by its name; a member of a list is named by the list. */
const wanted: ReadonlyMap<string, string> = new Map([
  ['opensAt', moment],
  ['closesAt', moment],
  ['currency', 'is not a currency as EUR: three capitals'],
  ...['buurt', 'name', 'intro', 'title', 'story', 'remark', 'key', 'groupNames', 'description'].map(
    (name): [string, string] => [name, text],
  ),
  ['id', 'is not a text without a comma, which would part it in ballots'],
  ['initiativeId', 'is not the id of an initiative, as "buurt round plan" writes it, or null'],
  ...[
    'proposals',
    'tallies',
    'groups',
    'groupBudgets',
    'categories',
    'neighborhoods',
    'excludes',
    'tieBreak',
  ].map((name): [string, string] => [name, list]),
  ['rankScores', 'is not "borda" or a list of whole numbers'],
  ...['rules', 'picks', 'spendCents', 'perProject', 'total'].map((name): [string, string] => [name, object]),
]);

const options: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['expression', expressions],
  ['method', tallyMethods],
  ['tieBreak', tieBreaks],
  ['leftover', ['next-that-fits', 'none']],
  ['dimension', dimensions],
  ['kind', ['cap', 'earmark']],
]);

const lists = new Set(['categories', 'neighborhoods', 'excludes']);

/** What a value that has the wrong form should have been. */
function malformed(pointer: string): string {
  const path = pointer.split('/').slice(1);
  if (path.length === 0) return object;
  const last = path.at(-1) ?? '';
  if (path.at(-2) === 'groupNames') return text;
  if (!/^\d+$/.test(last)) {
    if (last === 'groupNames') return object;
    return wanted.get(last) ?? 'is not a whole number';
  }
  const of = path.at(-2) ?? '';
  if (lists.has(of)) return text;
  return of === 'rankScores' ? 'is not a whole number' : object;
}

function notAnOption(pointer: string): string {
  const field = pointer.split('/').findLast((each) => !/^\d+$/.test(each)) ?? '';
  const known = options.get(field);
  return known ? `is not one of ${known.join(', ')}` : 'names something that is not in the round';
}

/**
 * One problem of `rulesProblems`, or of the shape of a file, as a line for the operator who makes the round, in English
 * like their commands: `/rules/picks/min is 5, and no more than 4 is possible`.
 */
export function ruleProblemSentence(
  { pointer, code, limit, actual, group }: Problem,
  currency: string,
): string {
  const written = (amount: number) =>
    /cents/i.test(pointer) ? money(amount, currency, 'en-GB') : String(amount);
  const about = group ? `${pointer} (${group.dimension} “${group.key}”)` : pointer || 'The file';
  if (code === 'malformed') return `${about} ${malformed(pointer)}`;
  if (code === 'not-an-option') return `${about} ${notAnOption(pointer)}`;
  if (limit !== undefined && actual !== undefined) {
    if (code === 'too-long')
      return `${about} is ${String(actual)} characters long, and no more than ${String(limit)} is possible`;
    if (code === 'too-many')
      return `${about} has ${String(actual)} members, and no more than ${String(limit)} is possible`;
  }
  if (code !== 'out-of-range') return `${about} ${reasons[code] ?? code}`;
  if (/^\/(opens|closes)At$/.test(pointer)) return `${about} has passed already`;
  if (limit === undefined || actual === undefined) return `${about} is more than can be counted exactly`;
  return `${about} is ${written(actual)}, and no ${actual > limit ? 'more' : 'less'} than ${written(limit)} is possible`;
}
