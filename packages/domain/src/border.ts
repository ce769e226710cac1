import { ShapeError } from './json.js';
import type { Place } from './place.js';

/** Longitude and latitude in degrees, WGS84: the order of GeoJSON (RFC 7946). */
export type Position = readonly [lon: number, lat: number];
type Ring = readonly Position[];

/** The border of a buurt: polygons, each an outer ring with the holes behind it. Rings are closed. */
export interface Border {
  readonly type: 'MultiPolygon';
  readonly coordinates: readonly (readonly Ring[])[];
}

export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

function position(json: unknown, at: string): Position {
  const [lon, lat] = Array.isArray(json) ? (json as unknown[]) : [];
  const fits = Number.isFinite(lon) && Number.isFinite(lat);
  if (!fits) throw new ShapeError(at, 'a position');
  if (Math.abs(lon as number) > 180 || Math.abs(lat as number) > 90)
    throw new ShapeError(at, 'a position in degrees (WGS84)');
  return [lon as number, lat as number];
}

function ring(json: unknown, at: string): Ring {
  if (!Array.isArray(json)) throw new ShapeError(at, 'a ring');
  const positions = json.map((each, index) => position(each, `${at}/${String(index)}`));
  const [first, last] = [positions[0], positions.at(-1)];
  if (!first || !last) throw new ShapeError(at, 'a ring of at least four positions');
  const closed = first[0] === last[0] && first[1] === last[1] ? positions : [...positions, first];
  if (closed.length < 4) throw new ShapeError(at, 'a ring of at least four positions');
  return closed;
}

function polygon(json: unknown, at: string): readonly Ring[] {
  if (!Array.isArray(json) || json.length === 0) throw new ShapeError(at, 'a polygon');
  return json.map((each, index) => ring(each, `${at}/${String(index)}`));
}

/**
 * Reads a border from GeoJSON: a Polygon or MultiPolygon, or a Feature that holds one. An unclosed ring is closed.
 * @throws {ShapeError} when it is anything else
 */
export function borderFrom(json: unknown, at = ''): Border {
  const { type, geometry, coordinates } = (json ?? {}) as Record<string, unknown>;
  if (type === 'Feature') return borderFrom(geometry, `${at}/geometry`);
  const here = `${at}/coordinates`;
  if (type === 'Polygon') return { type: 'MultiPolygon', coordinates: [polygon(coordinates, here)] };
  if (type !== 'MultiPolygon' || !Array.isArray(coordinates) || coordinates.length === 0)
    throw new ShapeError(at, 'a Polygon or MultiPolygon');
  return {
    type,
    coordinates: coordinates.map((each, index) => polygon(each, `${here}/${String(index)}`)),
  };
}

export function boundsOf(border: Border): Bounds {
  const outer = border.coordinates.flatMap(([first]) => first ?? []);
  const bounds = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [lon, lat] of outer) {
    bounds.west = Math.min(bounds.west, lon);
    bounds.east = Math.max(bounds.east, lon);
    bounds.south = Math.min(bounds.south, lat);
    bounds.north = Math.max(bounds.north, lat);
  }
  return bounds;
}

/** Even-odd rule on one ring: does a ray to the east cross it an odd number of times? */
function inRing(ring: Ring, { lat, lon }: Place): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [x1, y1] = ring[i] as Position;
    const [x2, y2] = ring[j] as Position;
    if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

/** Whether the place lies in the buurt: inside an outer ring and in none of its holes. */
export const contains = (border: Border, place: Place): boolean =>
  border.coordinates.some(
    ([outer, ...holes]) =>
      outer !== undefined && inRing(outer, place) && !holes.some((hole) => inRing(hole, place)),
  );
