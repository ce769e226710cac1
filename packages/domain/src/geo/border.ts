import type { Place } from './place.js';

/** Longitude and latitude in degrees, WGS84: the order of GeoJSON (RFC 7946). */
export type Position = readonly [lon: number, lat: number];
export type Ring = readonly Position[];

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

/**
 * Whether the place lies in the buurt: inside an outer ring and in none of its holes. A place on the border itself
 * belongs to exactly one of two neighbours; whether an idea may have it, `admits` says.
 */
export const contains = (border: Border, place: Place): boolean =>
  border.coordinates.some(
    ([outer, ...holes]) =>
      outer !== undefined && inRing(outer, place) && !holes.some((hole) => inRing(hole, place)),
  );
