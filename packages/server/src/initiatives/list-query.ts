import { createHash } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import { initiativeSorts } from '@buurt/domain/initiatives/initiative-list.js';
import { initiativeStatuses } from '@buurt/domain/initiatives/initiative-status.js';
import type { Problem } from '@buurt/domain/wire/problem.js';
import { invalidInput } from '../http/problem-json.js';
import { text } from '../http/shared.schemas.js';
import { timingSafeEqualStrings, type Secrets } from '../secrets/secrets.js';
import type { Cursor } from './page.queries.js';
import { latLon, placeFrom } from '../http/contract.js';

const dayMs = 24 * 60 * 60 * 1000;

/** Which initiatives of a buurt: on a list and on a map the same. */
export const initiativeFilter = {
  status: z
    .array(z.enum(initiativeStatuses))
    .max(initiativeStatuses.length)
    .optional()
    .openapi({ description: 'One or more: `status=new&status=done`' }),
  theme: z
    .array(text(100))
    .max(20)
    .optional()
    .openapi({ description: 'Ids of themes of the settings, one or more' }),
  q: text(200)
    .optional()
    .openapi({ description: 'Words in title, story or address; Dutch endings and typing errors forgiven' }),
};

/** What can be asked of the list of a buurt. */
export const InitiativeQuery = z.strictObject({
  ...initiativeFilter,
  near: latLon.optional().openapi({ description: '`lat,lon` in WGS84 degrees, for `sort=near`' }),
  sort: z.enum(initiativeSorts).default('new').openapi({
    description:
      'Newest, most support, most help asked, nearest (needs `near`), latest news, or shuffled (needs `seed`)',
  }),
  seed: z.coerce.number().int().min(0).max(2_147_483_647).optional().openapi({
    description: 'Another order for each number; keep it, so that a visitor sees the same order again',
  }),
  cursor: z
    .string()
    .max(1000)
    .optional()
    .openapi({ description: 'From the `Link` of the page before; opaque, good for a day' }),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type InitiativeQuery = z.infer<typeof InitiativeQuery>;

/** Where it must be near to; a sort that misses what it needs is refused. */
export function sortOrderOf({ sort, near, seed }: InitiativeQuery) {
  const problems: Problem[] = [];
  if (sort === 'near' && near === undefined) problems.push({ pointer: '/near', code: 'required' });
  if (sort === 'random' && seed === undefined) problems.push({ pointer: '/seed', code: 'required' });
  if (problems.length > 0) throw invalidInput(problems);
  return { sort, near: near === undefined ? undefined : placeFrom(near, '/near'), seed };
}

/** What a cursor belongs to: the buurt and everything that was asked but the size of the page. */
function questionOf(
  buurt: string,
  { status = [], theme = [], q, near, sort, seed }: InitiativeQuery,
): string {
  const asked = [buurt, [...status].sort(), [...theme].sort(), q, near, sort, seed];
  return createHash('sha256').update(JSON.stringify(asked)).digest('base64url').slice(0, 16);
}

const CursorShape = z.tuple([z.string(), z.string(), z.string(), z.string(), z.number()]);

/** Makes and reads cursors: what stands in one is nobody's business, and nobody else can make one. */
export function cursors({ cursorSignature }: Secrets, buurt: string, query: InitiativeQuery, now: Date) {
  const question = questionOf(buurt, query);
  const written = ({ key, id, snapshot }: Cursor, since: number) => {
    const text = Buffer.from(JSON.stringify([question, key, id, snapshot, since])).toString('base64url');
    return `${text}.${cursorSignature(text)}`;
  };
  const refused = (code: 'malformed' | 'not-an-option') => invalidInput([{ pointer: '/cursor', code }]);
  const read = (cursor: string): Cursor & { readonly since: number } => {
    const [text = '', signature = ''] = cursor.split('.');
    if (!timingSafeEqualStrings(signature, cursorSignature(text))) throw refused('malformed');
    const [of, key, id, snapshot, since] = CursorShape.parse(
      JSON.parse(Buffer.from(text, 'base64url').toString()),
    );
    if (of !== question || now.getTime() - since > dayMs) throw refused('not-an-option');
    return { key, id, snapshot, since };
  };
  return { written, read };
}

/** The same question, for the next page; relative, so that it holds behind any proxy. */
export function nextLink(query: InitiativeQuery, cursor: string): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...query, cursor }))
    for (const each of Array.isArray(value) ? value : [value])
      if (each !== undefined) search.append(key, String(each));
  return `<?${search.toString()}>; rel="next"`;
}
