import type { Problem } from '../wire/problem.js';

/** What is wrong with a whole number that has bounds: cents, picks, points. */
export function amountProblems(
  pointer: string,
  actual: number,
  lowest: number,
  highest = Infinity,
): Problem[] {
  if (!Number.isSafeInteger(actual)) return [{ pointer, code: 'malformed' }];
  if (actual >= lowest && actual <= highest) return [];
  return [{ pointer, code: 'out-of-range', limit: actual < lowest ? lowest : highest, actual }];
}
