import type { z } from '@hono/zod-openapi';
import type { Problem } from '@buurt/domain/wire/problem.js';
import { invalidInput } from './problem-json.js';
import { zodIssuesToProblems } from './zod-problems.js';

/**
 * A body of this shape in which the rules find nothing wrong.
 * @throws {HttpProblem} with everything that is wrong
 */
export function checkedBody<T>(shape: z.ZodType<T>, json: unknown, problemsOf: (sound: T) => Problem[]): T {
  const { success, data, error } = shape.safeParse(json);
  const problems = success ? problemsOf(data) : zodIssuesToProblems(error.issues, json);
  if (!success || problems.length > 0) throw invalidInput(problems);
  return data;
}
