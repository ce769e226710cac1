import type { Border, Position, Ring } from './border.js';
import { fromRd, isRd } from './rd.js';
import { squareMetres, turnsLeft } from './surface.js';

/** Why a geometry cannot be mended. */
export type GeometryProblem =
  'no-geometry' | 'another-shape' | 'too-few-positions' | 'no-surface' | 'not-degrees';

/** A geometry as it should be, or what is wrong with it. */
export type Repaired<T> = { readonly right: T } | { readonly wrong: GeometryProblem };

const listed = (json: unknown): readonly unknown[] => (Array.isArray(json) ? json : []);

const isPosition = (json: unknown): json is Position =>
  Array.isArray(json) && Number.isFinite(json[0]) && Number.isFinite(json[1]);

/** What is a position in a list; what is none (`null`, text) is left out. */
const positionsIn = (json: unknown): readonly Position[] =>
  listed(json)
    .filter(isPosition)
    .map(([x, y]) => [x, y]);

const isDegrees = ([lon, lat]: Position): boolean => Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
const isSwapped = ([x, y]: Position): boolean => x > 50 && x < 54 && y > 3 && y < 8;
const isInRd = ([x, y]: Position): boolean => isRd({ x, y });

/** Ten centimetres on the ground: no border is known better, and it halves what every visitor fetches. */
const short = (degrees: number) => Math.round(degrees * 1e6) / 1e6;

/**
 * Degrees with longitude first: turned around when latitude came first, from RD New when they are metres, also where the
 * file says otherwise. Judged by the first: no file mixes them in one shape.
 */
function inDegrees(lines: readonly (readonly Position[])[]): readonly (readonly Position[])[] | undefined {
  const all = lines.flat();
  const [first] = all;
  if (!first) return lines;
  const changed = (change: (position: Position) => Position) =>
    lines.map((line) =>
      line.map((each) => change(each)).map(([lon, lat]): Position => [short(lon), short(lat)]),
    );
  if (all.every(isDegrees)) return changed(isSwapped(first) ? ([lat, lon]) => [lon, lat] : (each) => each);
  return all.every(isInRd) ? changed(([x, y]) => fromRd({ x, y })) : undefined;
}

const isSame = (one: Position, other: Position | undefined): boolean =>
  one[0] === other?.[0] && one[1] === other[1];

const withoutDoubles = (positions: readonly Position[]): readonly Position[] =>
  positions.filter((each, index) => !isSame(each, positions[index - 1]));

/** Closed, and walked with the inside on the left, as RFC 7946 has an outer ring; the other way for a hole. */
function ringOf(positions: readonly Position[], hole: boolean): Ring | GeometryProblem {
  const [first] = positions;
  const open = withoutDoubles(positions);
  const corners = first && open.length > 1 && isSame(first, open.at(-1)) ? open.slice(0, -1) : open;
  if (!first || corners.length < 3) return 'too-few-positions';
  const ring = [...corners, first];
  if (squareMetres(ring) < 1) return 'no-surface';
  return turnsLeft(ring) === hole ? ring.toReversed() : ring;
}

/** The rings of a Polygon or MultiPolygon, by polygon. */
function polygonsIn(geometry: unknown): readonly (readonly (readonly Position[])[])[] | undefined {
  const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown };
  if (type !== 'Polygon' && type !== 'MultiPolygon') return undefined;
  const polygons = type === 'Polygon' ? [coordinates] : listed(coordinates);
  return polygons.map((rings) => listed(rings).map(positionsIn));
}

/**
 * A border from GeoJSON that need not be right: unclosed, walked the wrong way round, with positions double or missing,
 * latitude first, in RD New. A hole or an island without surface is left out.
 */
export function repairBorder(geometry: unknown): Repaired<Border> {
  if (typeof geometry !== 'object' || geometry === null) return { wrong: 'no-geometry' };
  const polygons = polygonsIn(geometry);
  if (!polygons) return { wrong: 'another-shape' };
  const lines = inDegrees(polygons.flat());
  if (!lines) return { wrong: 'not-degrees' };
  let next = 0;
  const rings = polygons.map((polygon) =>
    polygon.map((_, nth) => ringOf(lines[next++] as readonly Position[], nth > 0)),
  );
  const coordinates = rings
    .filter(([outer]) => typeof outer === 'object')
    .map((polygon) => polygon.filter((ring) => typeof ring === 'object'));
  if (coordinates.length > 0) return { right: { type: 'MultiPolygon', coordinates } };
  return { wrong: rings.some(([outer]) => outer === 'no-surface') ? 'no-surface' : 'too-few-positions' };
}

/** Lines from GeoJSON that need not be right, as a border; what is shorter than two positions is left out. */
export function repairLines(geometry: unknown): Repaired<readonly (readonly Position[])[]> {
  if (typeof geometry !== 'object' || geometry === null) return { wrong: 'no-geometry' };
  const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown };
  if (type !== 'LineString' && type !== 'MultiLineString') return { wrong: 'another-shape' };
  const lines = inDegrees((type === 'LineString' ? [coordinates] : listed(coordinates)).map(positionsIn));
  if (!lines) return { wrong: 'not-degrees' };
  const right = lines.map(withoutDoubles).filter(({ length }) => length > 1);
  return right.length > 0 ? { right } : { wrong: 'too-few-positions' };
}

/** What a collection holds: the borders that are right or could be mended, and which features (from 0) could not. */
export interface BordersRead {
  readonly borders: readonly { readonly properties: unknown; readonly border: Border }[];
  readonly refused: readonly { readonly feature: number; readonly wrong: GeometryProblem }[];
}

/** Every border of a FeatureCollection, or of one Feature. Never throws, whatever the JSON is. */
export function readBorders(json: unknown): BordersRead {
  const { type, features } = (json ?? {}) as { type?: unknown; features?: unknown };
  const read = {
    borders: [] as BordersRead['borders'][number][],
    refused: [] as BordersRead['refused'][number][],
  };
  for (const [feature, each] of (type === 'Feature' ? [json] : listed(features)).entries()) {
    const { properties, geometry } = (each ?? {}) as { properties?: unknown; geometry?: unknown };
    const border = repairBorder(geometry);
    if ('right' in border) read.borders.push({ properties, border: border.right });
    else read.refused.push({ feature, wrong: border.wrong });
  }
  return read;
}
