import { characters } from './characters.js';
import type { Group } from '../rounds/ballot.js';

/**
 * One thing that is wrong with what somebody handed in: data, not a sentence. The widget makes the sentence;
 * the server sends the same data in `errors[]` of its problem+json answer (RFC 9457).
 */
export interface Problem {
  /** JSON Pointer (RFC 6901) into what was handed in: `/title`, `/photos/0/alt`. */
  readonly pointer: string;
  readonly code: ProblemCode;
  /** The bound that was passed, in the unit of the value: characters, photos, cents, points. */
  readonly limit?: number;
  readonly actual?: number;
  /** The group of proposals whose limit was passed. */
  readonly group?: Group;
}

/** What can be wrong with a form. */
export const formProblemCodes = [
  'required',
  'too-short',
  'too-long',
  'too-many',
  'not-an-option',
  'not-an-email',
  'not-a-phone-number',
  'not-a-contact',
  'outside-buurt',
  'range-reversed',
  'out-of-range',
  'consent',
  'malformed',
  'unknown-key',
] as const;

/** What can be wrong with a ballot, or with the rules of one, beside that. */
const voteProblemCodes = [
  'doubled',
  'withdrawn',
  'not-mutual',
  'unsatisfiable',
  'picks.min',
  'picks.max',
  'spend.min',
  'spend.max',
  'points.min',
  'points.max',
  'total.min',
  'total.max',
] as const;

export const problemCodes = [...formProblemCodes, ...voteProblemCodes] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** Whether there is nothing to read in it: only white space and characters that show nothing. */
export const isBlank = (text: string): boolean => !/[^\s\p{Cc}\p{Cf}\p{DI}]/u.test(text);

/**
 * Problems of one text that must have between `min` and `max` characters; blank text counts as empty. A text with a
 * NUL is malformed: PostgreSQL cannot keep it.
 */
export function textProblems(
  pointer: string,
  text: string,
  rule: { required?: boolean; min?: number; max?: number },
): Problem[] {
  if (text.includes('\0')) return [{ pointer, code: 'malformed' }];
  const actual = isBlank(text) ? 0 : characters(text.trim());
  if (actual === 0) return rule.required ? [{ pointer, code: 'required' }] : [];
  if (rule.min !== undefined && actual < rule.min)
    return [{ pointer, code: 'too-short', limit: rule.min, actual }];
  if (rule.max !== undefined && actual > rule.max)
    return [{ pointer, code: 'too-long', limit: rule.max, actual }];
  return [];
}
