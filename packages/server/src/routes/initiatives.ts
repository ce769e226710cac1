import { createRoute, z } from '@hono/zod-openapi';
import { initiativeStatuses } from '@buurt/domain';
import type { Hono } from 'hono';
import { endpoint } from '../endpoint.js';
import type { Parts } from '../parts.js';
import { invalid, notFound } from '../problem-json.js';
import { InitiativeShape, plainText, Summary } from '../schemas.js';
import { buurtExists } from '../store/buurten.js';
import { findInitiative, listInitiatives as page, type Cursor } from '../store/initiatives.js';
import { findSimilar as similar } from '../store/similar.js';
import { buurtParams, found, idParams } from './contract.js';

const tags = ['Initiatives'];

const filters = z.strictObject({
  status: z.enum(initiativeStatuses).optional(),
  theme: plainText.max(100).optional().openapi({ description: 'Id of a theme of the settings' }),
  sort: z.enum(['new']).optional(),
  cursor: z
    .string()
    .max(200)
    .optional()
    .openapi({ description: 'From the `Link` of the page before; opaque' }),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});

export const listInitiatives = createRoute({
  method: 'get',
  path: '/buurten/{code}/initiatives',
  operationId: 'listInitiatives',
  tags,
  summary: 'The published initiatives of a buurt, newest first',
  description: 'When there are more, `Link` with `rel="next"` has the address of the next page.',
  request: { params: buurtParams, query: filters },
  responses: found(
    'A page of initiatives; `total` counts them on all pages',
    z.object({ initiatives: z.array(Summary), total: z.int().min(0) }),
  ),
});

export const findSimilar = createRoute({
  method: 'get',
  path: '/buurten/{code}/initiatives/similar',
  operationId: 'findSimilar',
  tags,
  summary: 'Initiatives of a buurt whose title looks like this one, typing errors forgiven',
  request: { params: buurtParams, query: z.strictObject({ title: plainText.min(1).max(200) }) },
  responses: found('At most three, the most alike first', z.object({ initiatives: z.array(Summary).max(3) })),
});

export const getInitiative = createRoute({
  method: 'get',
  path: '/initiatives/{id}',
  operationId: 'getInitiative',
  tags,
  summary: 'Everything public of one initiative',
  request: { params: idParams },
  responses: found('The initiative', InitiativeShape),
});

const CursorShape = z.tuple([z.iso.datetime(), z.uuid()]);

const written = ({ publishedAt, id }: Cursor) =>
  Buffer.from(JSON.stringify([publishedAt, id])).toString('base64url');

function cursorFrom(text: string): Cursor {
  try {
    const [publishedAt, id] = CursorShape.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return { publishedAt, id };
  } catch {
    throw invalid([{ pointer: '/cursor', code: 'malformed' }]);
  }
}

/** The same question, for the next page; relative, so that it holds behind any proxy. */
function nextLink(query: Readonly<Record<string, string | number | undefined>>, cursor: Cursor): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...query, cursor: written(cursor) }))
    if (value !== undefined) search.set(key, String(value));
  return `<?${search.toString()}>; rel="next"`;
}

export function initiativeRoutes(app: Hono, { store }: Parts): void {
  const { db } = store;

  endpoint(app, listInitiatives, async (c, { params: { code }, query }) => {
    const { status, theme, cursor, limit } = query;
    const after = cursor === undefined ? undefined : cursorFrom(cursor);
    if (!(await buurtExists(db, code))) throw notFound();
    const { initiatives, total, next } = await page(db, { buurt: code, status, theme }, limit, after);
    if (next) c.header('Link', nextLink(query, next));
    return c.json({ initiatives, total });
  });

  endpoint(app, findSimilar, async (c, { params: { code }, query: { title } }) => {
    if (!(await buurtExists(db, code))) throw notFound();
    return c.json({ initiatives: await similar(store, code, title) });
  });

  endpoint(app, getInitiative, async (c, { params: { id } }) => {
    const initiative = await findInitiative(db, id);
    if (!initiative) throw notFound();
    return c.json(initiative);
  });
}
