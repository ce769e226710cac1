import { createRoute, z } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import { endpoint } from '../endpoint.js';
import type { Parts } from '../parts.js';
import { notFound } from '../problem-json.js';
import { Boundary, Buurt, BuurtSummary, plainText, Settings } from '../schemas.js';
import { findBuurt, findBuurten, findBuurtRow, settingsOf } from '../store/buurten.js';
import { BuurtCode, buurtParams, found } from './contract.js';

const tags = ['Buurten'];

export const listBuurten = createRoute({
  method: 'get',
  path: '/buurten',
  operationId: 'listBuurten',
  tags,
  summary: 'Find buurten',
  description: 'By words in their name, municipality or code; typing errors are forgiven. At most 100.',
  request: { query: z.strictObject({ q: plainText.max(100).optional() }) },
  responses: found('Buurten, by name', z.object({ buurten: z.array(BuurtSummary) })),
});

export const getBuurt = createRoute({
  method: 'get',
  path: '/buurten/{code}',
  operationId: 'getBuurt',
  tags,
  summary: 'One buurt, with its figures',
  request: { params: buurtParams },
  responses: found('The buurt', Buurt),
});

export const getBoundary = createRoute({
  method: 'get',
  path: '/buurten/{code}/boundary',
  operationId: 'getBoundary',
  tags,
  summary: 'The border of a buurt, as GeoJSON',
  request: { params: buurtParams },
  responses: found('The border', Boundary, 'application/geo+json'),
});

export const getSettings = createRoute({
  method: 'get',
  path: '/buurten/{code}/settings',
  operationId: 'getSettings',
  tags,
  summary: 'Which fields, themes and texts the corporation wants in the idea form of a buurt',
  request: { params: buurtParams },
  responses: found('The settings', z.object({ code: BuurtCode, idea: Settings })),
});

const crs84 = '<http://www.opengis.net/def/crs/OGC/1.3/CRS84>';
const seldomChanges = { 'Cache-Control': 'public, max-age=60' };

export function buurtRoutes(app: Hono, { store: { db } }: Parts): void {
  const rowOf = async (code: string) => {
    const row = await findBuurtRow(db, code);
    if (!row) throw notFound();
    return row;
  };

  endpoint(app, listBuurten, async (c, { query: { q = '' } }) =>
    c.json({ buurten: await findBuurten(db, q.trim()) }),
  );

  endpoint(app, getBuurt, async (c, { params: { code } }) => {
    const buurt = await findBuurt(db, code);
    if (!buurt) throw notFound();
    return c.json(buurt);
  });

  endpoint(app, getBoundary, async (c, { params: { code } }) => {
    const { name, border } = await rowOf(code);
    const feature = { type: 'Feature', properties: { code, name }, geometry: border };
    return c.body(JSON.stringify(feature), 200, {
      ...seldomChanges,
      'Content-Type': 'application/geo+json',
      'Content-Crs': crs84,
    });
  });

  endpoint(app, getSettings, async (c, { params: { code } }) =>
    c.json({ code, idea: settingsOf(await rowOf(code)) }, 200, seldomChanges),
  );
}
