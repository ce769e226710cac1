import { createRoute, z } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import { endpoint } from '../http/endpoint.js';
import type { AppDeps } from '../http/app-deps.js';
import { notFound } from '../http/problem-json.js';
import { InitiativePageShape, InitiativeShape } from './initiatives.schemas.js';
import { Summary, text } from '../http/shared.schemas.js';
import { buurtExists } from '../buurten/buurten.queries.js';
import { listInitiatives as page } from './page.queries.js';
import { findInitiative } from './initiatives.queries.js';
import { findSimilar as similar } from '../ideas/similar.queries.js';
import { buurtParams, okResponse, idParams } from '../http/contract.js';
import { cursors, InitiativeQuery, nextLink, sortOrderOf } from './list-query.js';

const tags = ['Initiatives'];

export const listInitiatives = createRoute({
  method: 'get',
  path: '/buurten/{code}/initiatives',
  operationId: 'listInitiatives',
  tags,
  summary: 'The published initiatives of a buurt: filtered, searched and sorted',
  description:
    'When there are more, `Link` with `rel="next"` has the address of the next page. The pages hold every initiative ' +
    'once, also when others write meanwhile: they keep the order of the first page.',
  request: { params: buurtParams, query: InitiativeQuery },
  responses: okResponse('A page of initiatives; `total` counts them on all pages', InitiativePageShape),
});

export const findSimilar = createRoute({
  method: 'get',
  path: '/buurten/{code}/initiatives/similar',
  operationId: 'findSimilar',
  tags,
  summary: 'Initiatives of a buurt whose title looks like this one, typing errors forgiven',
  request: { params: buurtParams, query: z.strictObject({ title: text(200).min(1) }) },
  responses: okResponse(
    'At most three, the most alike first',
    z.object({ initiatives: z.array(Summary).max(3) }),
  ),
});

export const getInitiative = createRoute({
  method: 'get',
  path: '/initiatives/{id}',
  operationId: 'getInitiative',
  tags,
  summary: 'Everything public of one initiative',
  request: { params: idParams },
  responses: okResponse('The initiative', InitiativeShape),
});

export function initiativeRoutes(app: Hono, { store, secrets, clock }: AppDeps): void {
  const { db } = store;

  endpoint(app, listInitiatives, async (c, { params: { code }, query }) => {
    const wish = { buurt: code, ...query, ...sortOrderOf(query) };
    const { written, read } = cursors(secrets, code, query, clock());
    const after = query.cursor === undefined ? undefined : read(query.cursor);
    if (!(await buurtExists(db, code))) throw notFound();
    const { next, ...shown } = await page(store, { ...wish, after });
    if (next) c.header('Link', nextLink(query, written(next, after?.since ?? clock().getTime())));
    return c.json(shown);
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
