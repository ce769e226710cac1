import { boundsOf, contains, type Border, type Position } from './border.js';
import { metresBetween, type Place } from './place.js';
import type { Street } from './map-surroundings.js';

/** Clockwise from the north. */
export const compass = [
  'north',
  'northeast',
  'east',
  'southeast',
  'south',
  'southwest',
  'west',
  'northwest',
] as const;
export type Compass = (typeof compass)[number];

/** Where a place lies in a buurt, for somebody who does not see the map. */
export interface RelativeLocation {
  readonly inside: boolean;
  /** Whether an idea may have this place: see `admits`. */
  readonly admitted: boolean;
  /** In the middle fifth; then `side` says little. */
  readonly central: boolean;
  /** On which side of the middle. */
  readonly side: Compass;
  /** To the nearest edge, from within or from without. */
  readonly edgeMetres: number;
}

export function middleOf(border: Border): Place {
  const { west, south, east, north } = boundsOf(border);
  return { lat: (south + north) / 2, lon: (west + east) / 2 };
}

/** From one corner to the opposite one. */
export function metresAcross(border: Border): number {
  const { west, south, east, north } = boundsOf(border);
  return metresBetween({ lat: south, lon: west }, { lat: north, lon: east });
}

/** Metres to the east and north of the place: flat, which is right for a buurt. */
const seenFrom =
  (place: Place) =>
  ([lon, lat]: Position): readonly [east: number, north: number] => {
    const metresPerDegree = metresBetween({ lat: 0, lon: 0 }, { lat: 0, lon: 1 });
    const narrowing = Math.cos((place.lat * Math.PI) / 180);
    return [(lon - place.lon) * metresPerDegree * narrowing, (lat - place.lat) * metresPerDegree];
  };

/** From the origin to the line between two points. */
function metresToEdge([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = -(x1 * dx + y1 * dy) / (dx * dx + dy * dy || 1);
  const nearest = Math.max(0, Math.min(1, along));
  return Math.hypot(x1 + nearest * dx, y1 + nearest * dy);
}

function metresToNearest(lines: readonly (readonly Position[])[], place: Place): number {
  const seen = seenFrom(place);
  let least = Infinity;
  for (const line of lines) {
    const points = line.map(seen);
    for (const [index, point] of points.entries()) {
      const before = points[index - 1];
      if (before) least = Math.min(least, metresToEdge(before, point));
    }
  }
  return least;
}

/** Metres from the place to the nearest edge of the border, on either side of it. */
export const metresFromEdge = (border: Border, place: Place): number =>
  metresToNearest(border.coordinates.flat(), place);

/** Farther from a street than this, its name says little about a place. */
const mostMetresToStreet = 75;

/** The name of the street that lies nearest to the place; undefined where none is near. */
export function nearestStreet(streets: readonly Street[], place: Place): string | undefined {
  let [nearest, least]: [string | undefined, number] = [undefined, mostMetresToStreet];
  for (const { name, lines } of streets) {
    const metres = name.trim() === '' ? Infinity : metresToNearest(lines, place);
    if (metres < least) [nearest, least] = [name, metres];
  }
  return nearest;
}

/** The error of a phone's position, or the width of a street that is the border. */
const nearMetres = 15;

/** Whether an idea for the buurt may have this place: inside the border, on it, or no more than 15 metres beside it. */
export const admits = (border: Border, place: Place): boolean =>
  contains(border, place) || metresFromEdge(border, place) <= nearMetres;

export function relativeLocation(border: Border, place: Place): RelativeLocation {
  const inside = contains(border, place);
  const edgeMetres = metresFromEdge(border, place);
  const middle = middleOf(border);
  const [east, north] = seenFrom(middle)([place.lon, place.lat]);
  const eighths = Math.round((Math.atan2(east, north) / (2 * Math.PI)) * 8);
  return {
    inside,
    admitted: inside || edgeMetres <= nearMetres,
    central: Math.hypot(east, north) < metresAcross(border) / 10,
    side: compass[(eighths + 8) % 8] as Compass,
    edgeMetres,
  };
}
