import { createRoute, z } from '@hono/zod-openapi';
import type { MapPlace } from '@buurt/domain/geo/map-place.js';
import type { Context, Hono } from 'hono';
import { endpoint } from '../http/endpoint.js';
import { Boundaries, Boundary, Places, Surroundings } from './maps.schemas.js';
import type { AppDeps } from '../http/app-deps.js';
import { invalidInput, notFound } from '../http/problem-json.js';
import { text } from '../http/shared.schemas.js';
import { boundariesOf, type BordersWanted } from './borders.queries.js';
import { buurtExists } from '../buurten/buurten.queries.js';
import { placesOf } from './places.queries.js';
import { surroundingsOf } from './surroundings.queries.js';
import { BuurtCode, buurtParams, okResponse, seldomChanges } from '../http/contract.js';
import { initiativeFilter } from '../initiatives/list-query.js';

const tags = ['Maps'];
const geojson = 'application/geo+json';
const width = z.coerce.number().int().min(100).max(4000).optional().openapi({
  description: 'Of the picture, in pixels: leaves out what cannot be seen in it. Everything unless told.',
});

export const getBoundary = createRoute({
  method: 'get',
  path: '/buurten/{code}/boundary',
  operationId: 'getBoundary',
  tags,
  summary: 'The border of a buurt, as GeoJSON',
  request: { params: buurtParams, query: z.strictObject({ width }) },
  responses: okResponse('The border', Boundary, geojson),
});

export const getSurroundings = createRoute({
  method: 'get',
  path: '/buurten/{code}/surroundings',
  operationId: 'getSurroundings',
  tags,
  summary: 'What lies around a buurt, as GeoJSON',
  description: 'Neighbouring buurten, and streets as far as the operator brought them in.',
  request: { params: buurtParams, query: z.strictObject({ width }) },
  responses: okResponse('Neighbouring buurten and streets', Surroundings, geojson),
});

export const getPlaces = createRoute({
  method: 'get',
  path: '/buurten/{code}/places',
  operationId: 'getPlaces',
  tags,
  summary: 'Where the published initiatives of a buurt are, as GeoJSON',
  description:
    'The same filters as the list of initiatives, and only what a map needs. At most 5,000 and 2 MiB: `total` less ' +
    '`withoutPlace` tells how many there are.',
  request: { params: buurtParams, query: z.strictObject(initiativeFilter) },
  responses: okResponse('Newest first', Places, geojson),
});

export const listBoundaries = createRoute({
  method: 'get',
  path: '/boundaries',
  operationId: 'listBoundaries',
  tags,
  summary: 'The borders of several buurten, as GeoJSON',
  description:
    'Of these codes, or of a whole municipality (at most 1,000); codes that are not there are left out.',
  request: {
    query: z.strictObject({
      buurt: z.array(BuurtCode).min(1).max(50).optional(),
      municipality: text(120).min(1).optional().openapi({ example: 'Weterdam' }),
      width,
    }),
  },
  responses: okResponse('Buurten, by code', Boundaries, geojson),
});

const asGeoJson = (c: Context, body: object, headers: Readonly<Record<string, string>> = {}) =>
  c.body(JSON.stringify(body), 200, {
    ...headers,
    'Content-Type': geojson,
    'Content-Crs': '<http://www.opengis.net/def/crs/OGC/1.3/CRS84>',
  });

/** A widget reads no answer over 2 MiB; this leaves room for what stands around the features. */
const mostBytes = 2 * 1024 * 1024 - 1024;

/** As many from the beginning as one answer holds. */
function inOneAnswer<T>(features: readonly T[]): readonly T[] {
  let bytes = 0;
  const cut = features.findIndex(
    (each) => (bytes += Buffer.byteLength(JSON.stringify(each)) + 1) > mostBytes,
  );
  return cut === -1 ? features : features.slice(0, cut);
}

/** Ten centimetres on the ground. */
const short = (degrees: number) => Math.round(degrees * 1e6) / 1e6;

const placeFeature = ({ id, lat, lon, ...properties }: MapPlace) => ({
  ...{ type: 'Feature', id, geometry: { type: 'Point', coordinates: [short(lon), short(lat)] } },
  properties,
});

/** Either codes or a municipality. */
function wantedBy(codes: readonly string[] | undefined, municipality: string | undefined): BordersWanted {
  if (codes && municipality === undefined) return { codes };
  if (!codes && municipality !== undefined) return { municipality };
  throw invalidInput([{ pointer: '/buurt', code: codes ? 'not-an-option' : 'required' }]);
}

export function mapRoutes(app: Hono, { store }: AppDeps): void {
  const { db } = store;

  endpoint(app, getBoundary, async (c, { params: { code }, query }) => {
    const [found] = await boundariesOf(db, { codes: [code] }, query.width);
    if (!found) throw notFound();
    const { name, border } = found;
    return asGeoJson(c, { type: 'Feature', properties: { code, name }, geometry: border }, seldomChanges);
  });

  endpoint(app, getSurroundings, async (c, { params: { code }, query }) => {
    const around = await surroundingsOf(db, code, query.width);
    if (!around) throw notFound();
    const features = [
      ...around.buurten.map(({ code, name, border }) => ({
        ...{ type: 'Feature', properties: { kind: 'buurt', code, name }, geometry: border },
      })),
      ...around.streets.map(({ name, lines }) => ({
        ...{ type: 'Feature', properties: { kind: 'street', name } },
        geometry: { type: 'MultiLineString', coordinates: lines },
      })),
    ];
    return asGeoJson(c, { type: 'FeatureCollection', features }, seldomChanges);
  });

  endpoint(app, getPlaces, async (c, { params: { code }, query }) => {
    if (!(await buurtExists(db, code))) throw notFound();
    const { places, ...counts } = await placesOf(store, { buurt: code, ...query });
    const features = inOneAnswer(places.map(placeFeature));
    return asGeoJson(c, { type: 'FeatureCollection', ...counts, features });
  });

  endpoint(app, listBoundaries, async (c, { query: { buurt, municipality, width } }) => {
    const borders = await boundariesOf(db, wantedBy(buurt, municipality), width);
    const features = borders.map(({ code, name, initiativeCount, border }) => ({
      ...{ type: 'Feature', id: code, properties: { code, name, initiativeCount }, geometry: border },
    }));
    return asGeoJson(c, { type: 'FeatureCollection', features }, seldomChanges);
  });
}
