import { boundsOf, type Border, type Position, type Ring } from './border.js';
import type { Place } from './place.js';
import { metresBetween } from './place.js';

const metresPerDegree = metresBetween({ lat: 0, lon: 0 }, { lat: 1, lon: 0 });

/** Square degrees; positive when it turns left. Seen from its first position, so that a small ring loses no digits. */
function signedArea(ring: Ring): number {
  const [x0, y0] = ring[0] ?? [0, 0];
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    const [[x1, y1], [x2, y2]] = [ring[i - 1] as Position, ring[i] as Position];
    twice += (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
  }
  return twice / 2;
}

/** Whether it is walked with the inside on the left, as an outer ring of GeoJSON (RFC 7946). */
export const turnsLeft = (ring: Ring): boolean => signedArea(ring) > 0;

/** Surface within a ring; flat, which is right for a buurt. */
export function squareMetres(ring: Ring): number {
  const lats = ring.slice(1).map(([, lat]) => lat);
  const middle = lats.reduce((sum, lat) => sum + lat, 0) / (lats.length || 1);
  return Math.abs(signedArea(ring)) * Math.cos((middle * Math.PI) / 180) * metresPerDegree ** 2;
}

/** Surface in square metres, without the holes. */
export const areaOf = ({ coordinates }: Border): number =>
  coordinates.reduce(
    (sum, [outer = [], ...holes]) =>
      sum + squareMetres(outer) - holes.reduce((all, hole) => all + squareMetres(hole), 0),
    0,
  );

/** Where a horizontal line crosses the rings, from west to east. */
function crossings(rings: readonly Ring[], lat: number): readonly number[] {
  const lons: number[] = [];
  for (const ring of rings)
    for (let i = 1; i < ring.length; i++) {
      const [[x1, y1], [x2, y2]] = [ring[i - 1] as Position, ring[i] as Position];
      if (y1 > lat !== y2 > lat) lons.push(x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1));
    }
  return lons.sort((one, other) => one - other);
}

const lines = 15;

/** A place well inside the border, also when its middle is not: where a name or a mark can stand. */
export function insideOf({ type, coordinates }: Border): Place {
  const [largest = []] = coordinates.toSorted(
    ([one = []], [other = []]) => squareMetres(other) - squareMetres(one),
  );
  const { west, south, east, north } = boundsOf({ type, coordinates: [largest] });
  let best: Place = { lat: (south + north) / 2, lon: (west + east) / 2 };
  let most = 0;
  for (let line = 1; line <= lines; line++) {
    const lat = south + ((north - south) * line) / (lines + 1);
    const lons = crossings(largest, lat);
    // A line in the middle serves as well as one that is a little longer.
    const fromMiddle = Math.abs(line / (lines + 1) - 0.5);
    for (let i = 1; i < lons.length; i += 2) {
      const [from, to] = [lons[i - 1] as number, lons[i] as number];
      const worth = (to - from) * (1 - fromMiddle);
      if (worth > most) [best, most] = [{ lat, lon: (from + to) / 2 }, worth];
    }
  }
  return best;
}
