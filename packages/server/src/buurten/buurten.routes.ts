import { createRoute, z } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import { endpoint } from '../http/endpoint.js';
import type { AppDeps } from '../http/app-deps.js';
import { invalidInput, notFound } from '../http/problem-json.js';
import { Buurt } from '../maps/maps.schemas.js';
import { BuurtSummary, Settings, text } from '../http/shared.schemas.js';
import { buurtAt, findBuurt, findBuurten, findBuurtRow, settingsOf } from './buurten.queries.js';
import { figuresOf } from './figures.queries.js';
import { BuurtCode, buurtParams, okResponse, latLon, placeFrom, seldomChanges } from '../http/contract.js';

const tags = ['Buurten'];

export const listBuurten = createRoute({
  method: 'get',
  path: '/buurten',
  operationId: 'listBuurten',
  tags,
  summary: 'Find buurten',
  description:
    'By words in their name, municipality or code, typing errors forgiven: at most 100. Or the one in which a place lies.',
  request: {
    query: z.strictObject({
      q: text(100).optional(),
      at: latLon.optional().openapi({ description: '`lat,lon` in WGS84 degrees; not together with `q`' }),
    }),
  },
  responses: okResponse('Buurten, by name', z.object({ buurten: z.array(BuurtSummary) })),
});

export const getBuurt = createRoute({
  method: 'get',
  path: '/buurten/{code}',
  operationId: 'getBuurt',
  tags,
  summary: 'One buurt, with its figures',
  request: { params: buurtParams },
  responses: okResponse('The buurt', Buurt),
});

export const getSettings = createRoute({
  method: 'get',
  path: '/buurten/{code}/settings',
  operationId: 'getSettings',
  tags,
  summary: 'Which fields, themes and texts the corporation wants in the idea form of a buurt',
  request: { params: buurtParams },
  responses: okResponse('The settings', z.object({ code: BuurtCode, idea: Settings })),
});

export function buurtRoutes(app: Hono, { store: { db }, clock }: AppDeps): void {
  endpoint(app, listBuurten, async (c, { query: { q, at } }) => {
    if (at === undefined) return c.json({ buurten: await findBuurten(db, (q ?? '').trim()) });
    if (q !== undefined) throw invalidInput([{ pointer: '/q', code: 'not-an-option' }]);
    const buurt = await buurtAt(db, placeFrom(at, '/at'));
    return c.json({ buurten: buurt ? [buurt] : [] });
  });

  endpoint(app, getBuurt, async (c, { params: { code } }) => {
    const buurt = await findBuurt(db, code);
    if (!buurt) throw notFound();
    return c.json({ ...buurt, figures: await figuresOf(db, code, clock()) });
  });

  endpoint(app, getSettings, async (c, { params: { code } }) => {
    const row = await findBuurtRow(db, code);
    if (!row) throw notFound();
    return c.json({ code, idea: settingsOf(row) }, 200, seldomChanges);
  });
}
