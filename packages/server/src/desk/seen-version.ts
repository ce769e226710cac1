import { z } from '@hono/zod-openapi';
import { problem } from '../http/contract.js';
import { HttpProblem } from '../http/problem-json.js';
import { actHeaders } from './act-endpoint.js';

/** With the version that was seen of what is changed. */
export const seenHeaders = actHeaders.extend({
  'if-match': z
    .string()
    .max(50)
    .regex(/^"[^"]+"$/)
    .optional()
    .openapi({ param: { description: 'The version that was seen, as its `ETag`; needed' } }),
});

export const seenResponses = {
  412: problem('It is another version than was seen; nothing was changed'),
  422: problem('The Idempotency-Key was used for something else'),
  428: problem('`If-Match` is missing'),
};

/** @throws {HttpProblem} when it is missing */
export function seenVersion({ 'if-match': version }: z.infer<typeof seenHeaders>): string {
  if (version === undefined)
    throw new HttpProblem('version-needed', 'Stuur als If-Match mee welke versie je zag.');
  return version.slice(1, -1);
}
