import { longest } from '@buurt/domain/ideas/settings.js';
import { characters } from '@buurt/domain/wire/characters.js';
import type { Problem, ProblemCode } from '@buurt/domain/wire/problem.js';
import type { z } from '@hono/zod-openapi';

type Issue = z.core.$ZodIssue;

const token = (key: PropertyKey) => String(key).replaceAll('~', '~0').replaceAll('/', '~1');
/** The most of a pointer: bodies are not deeper than ten, and a sign of a key can become two. */
export const longestPointer = 10 * (2 * longest.id + 1);

/** Where something stands; a key that is longer than any of ours is not sent back: the pointer then ends above it. */
function pointerTo(path: readonly PropertyKey[]): string {
  const tooLong = path.findIndex((key) => String(key).length > longest.id);
  const known = tooLong < 0 ? path : path.slice(0, tooLong);
  return known.map((key) => `/${token(key)}`).join('');
}

const tooBig: Readonly<Partial<Record<string, ProblemCode>>> = { string: 'too-long', array: 'too-many' };

function problemOf(issue: Issue, pointer: string, value: unknown): Problem {
  if (value === undefined) return { pointer, code: 'required' };
  if (issue.code === 'too_big') {
    const code = tooBig[issue.origin] ?? 'out-of-range';
    const actual =
      typeof value === 'string' ? characters(value.trim()) : Array.isArray(value) ? value.length : undefined;
    return { pointer, code, limit: Number(issue.maximum), ...(actual === undefined ? {} : { actual }) };
  }
  if (issue.code === 'too_small')
    return {
      pointer,
      code: 'out-of-range',
      limit: Number(issue.minimum),
      ...(typeof value === 'number'
        ? { actual: value }
        : Array.isArray(value)
          ? { actual: value.length }
          : {}),
    };
  if (issue.code === 'custom' && issue.params?.['isEmpty'] === true)
    return { pointer, code: 'too-short', limit: 1, actual: 0 };
  return { pointer, code: issue.code === 'invalid_value' ? 'not-an-option' : 'malformed' };
}

const at = (json: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((here, key) => (here as Record<PropertyKey, unknown> | undefined | null)?.[key], json);

/** What is wrong with the shape of what was handed in, in the words of the domain. */
export function zodIssuesToProblems(
  issues: readonly Issue[],
  json: unknown,
  above: readonly PropertyKey[] = [],
): Problem[] {
  return issues.flatMap((issue): Problem[] => {
    const path = [...above, ...issue.path];
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ pointer: pointerTo([...path, key]), code: 'unknown-key' }));
    if (issue.code === 'invalid_union') {
      const [first] = issue.errors;
      if (first && first.length > 0) return zodIssuesToProblems(first, json, path);
    }
    return [problemOf(issue, pointerTo(path), at(json, path))];
  });
}
