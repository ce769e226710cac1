import type { Problem, ProblemCode } from '../problem.js';
import { money } from './words.js';

const reasons: Readonly<Partial<Record<ProblemCode, string>>> = {
  required: 'is missing, and the round needs it',
  malformed: 'is not a whole number',
  'range-reversed': 'begins above its end',
  'not-an-option': 'names something that is not in the round',
  'unknown-key': 'does not go with this way of voting or counting',
  doubled: 'is there twice',
  'not-mutual': 'holds one way only: the other proposal must exclude this one too',
  unsatisfiable: 'cannot be kept: no ballot meets all of it at once',
};

/**
 * One problem of `rulesProblems` as a line for the operator who makes the round, in English like his commands:
 * `/rules/picks/min is 5, and no more than 4 is possible`.
 */
export function ruleProblemSentence(
  { pointer, code, limit, actual, group }: Problem,
  currency: string,
): string {
  const written = (amount: number) =>
    /cents/i.test(pointer) ? money(amount, currency, 'en-GB') : String(amount);
  const about = group ? `${pointer} (${group.dimension} “${group.key}”)` : pointer;
  if (code !== 'out-of-range') return `${about} ${reasons[code] ?? code}`;
  if (limit === undefined || actual === undefined) return `${about} is more than can be counted exactly`;
  return `${about} is ${written(actual)}, and no ${actual > limit ? 'more' : 'less'} than ${written(limit)} is possible`;
}
