import type { Problem, ProblemCode } from '@buurt/domain';
import type { z } from '@hono/zod-openapi';

type Issue = z.core.$ZodIssue;

const token = (key: PropertyKey) => String(key).replaceAll('~', '~0').replaceAll('/', '~1');
const pointerTo = (path: readonly PropertyKey[]) => path.map((key) => `/${token(key)}`).join('');

function codeOf({ code }: Issue, value: unknown): ProblemCode {
  if (value === undefined) return 'required';
  if (code === 'too_big' || code === 'too_small') return 'out-of-range';
  return code === 'invalid_value' ? 'not-an-option' : 'malformed';
}

const at = (json: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((here, key) => (here as Record<PropertyKey, unknown> | undefined | null)?.[key], json);

/** What is wrong with the shape of what was handed in, in the words of the domain. */
export function shapeProblems(
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
      if (first && first.length > 0) return shapeProblems(first, json, path);
    }
    return [{ pointer: pointerTo(path), code: codeOf(issue, at(json, path)) }];
  });
}
