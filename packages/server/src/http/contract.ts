import { z } from '@hono/zod-openapi';
import { isPlace, type Place } from '@buurt/domain/geo/place.js';
import { invalidInput } from './problem-json.js';
import { ProblemShape } from './shared.schemas.js';

export const BuurtCode = z
  .string()
  .max(10)
  .regex(/^BU[0-9A-Z]{8}$/)
  .openapi({ param: { description: 'CBS code of the buurt' }, example: 'BU0363AA01' });
/** In lower case, as the database writes it: keys and signatures are made of that text. */
export const Id = z.uuid().toLowerCase();

/** A place in a query. */
export const latLon = z
  .string()
  .max(40)
  .regex(/^-?\d{1,2}(\.\d{1,15})?,-?\d{1,3}(\.\d{1,15})?$/)
  .openapi({ example: '52.37,4.89' });

/** The place that stands at this key of the query. */
export function placeFrom(written: string, pointer: string): Place {
  const [lat = NaN, lon = NaN] = written.split(',').map(Number);
  if (!isPlace({ lat, lon })) throw invalidInput([{ pointer, code: 'out-of-range' }]);
  return { lat, lon };
}

export const seldomChanges = { 'Cache-Control': 'public, max-age=60' };

export const buurtParams = z.strictObject({ code: BuurtCode });
export const idParams = z.strictObject({ id: Id });
export const idempotent = z.object({
  'idempotency-key': z.uuid().openapi({
    param: {
      description:
        'One for each thing that a resident wants. The same key and body give the same answer, also much later; ' +
        'the same key with another body gives 422.',
    },
  }),
});

export const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ProblemShape } },
});

/** Answers that any route can give. */
const always = {
  429: problem('Too many requests from this address; `Retry-After` tells when again'),
  500: problem('Our mistake'),
  503: problem('Too busy; `Retry-After` tells when again'),
};

export const okResponse = <T extends z.ZodType>(
  description: string,
  schema: T,
  type = 'application/json',
) => ({
  200: { description, content: { [type]: { schema } } },
  304: { description: 'Not changed since the `ETag` that was sent as `If-None-Match`' },
  400: problem('Something is wrong with what was asked'),
  404: problem('Not there'),
  ...always,
});

export const createdResponse = <T extends z.ZodType>(description: string, schema: T) => ({
  201: {
    description,
    headers: z.object({
      'idempotency-replayed': z
        .enum(['true'])
        .optional()
        .openapi({ description: 'This was answered before; nothing new was made' }),
    }),
    content: { 'application/json': { schema } },
  },
  400: problem('Something is wrong; `errors` has everything at once'),
  403: problem('The site that sends this is not on the list of this server'),
  404: problem('Not there'),
  408: problem('The body stopped coming'),
  413: problem('Too big'),
  415: problem('Another type of content than asked'),
  422: problem('The Idempotency-Key was used for something else'),
  ...always,
});

export const conflict = { 409: problem('The initiative has ended') };

/** Something that is so from now on, however often it is asked. */
export const changedResponse = <T extends z.ZodType>(
  description: string,
  schema: T,
  type = 'application/json',
) => ({
  200: { description, content: { [type]: { schema } } },
  400: problem('Something is wrong with what was asked'),
  403: problem('The site that sends this is not on the list of this server'),
  404: problem('Not there'),
  ...always,
});

/** What a link in a mail holds: an id, and the signature of the server's secret over it. */
export const tokenParams = z.strictObject({
  token: z
    .string()
    .max(80)
    .regex(/^[\da-f-]{36}\.[\w-]{43}$/)
    .openapi({ param: { description: 'From a mail' } }),
});

/** A body that must be there, as JSON. */
export const jsonBody = <S extends z.ZodType>(schema: S) => ({
  required: true,
  content: { 'application/json': { schema } },
});
