import { boundsOf, contains, type Border, type Position, type Ring } from './border.js';
import type { Place } from './place.js';
import { metresBetween } from './place.js';

/** Square degrees; positive or negative by the way round. */
function ringArea(ring: Ring): number {
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    const [[x1, y1], [x2, y2]] = [ring[i - 1] as Position, ring[i] as Position];
    twice += x1 * y2 - x2 * y1;
  }
  return Math.abs(twice / 2);
}

/** Surface in square metres, without the holes; flat, which is right for a buurt. */
export function areaOf(border: Border): number {
  const { south, north } = boundsOf(border);
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const perDegree = metresBetween({ lat: 0, lon: 0 }, { lat: 1, lon: 0 });
  const degrees = border.coordinates.reduce(
    (sum, [outer = [], ...holes]) =>
      sum + ringArea(outer) - holes.reduce((all, hole) => all + ringArea(hole), 0),
    0,
  );
  return degrees * narrowing * perDegree ** 2;
}

/** Where a horizontal line crosses the border, from west to east. */
function crossings({ coordinates }: Border, lat: number): readonly number[] {
  const lons: number[] = [];
  for (const ring of coordinates.flat())
    for (let i = 1; i < ring.length; i++) {
      const [[x1, y1], [x2, y2]] = [ring[i - 1] as Position, ring[i] as Position];
      if (y1 > lat !== y2 > lat) lons.push(x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1));
    }
  return lons.sort((one, other) => one - other);
}

const lines = 15;

/** A place well inside the border, also when its middle is not: where a name or a mark can stand. */
export function insideOf(border: Border): Place {
  const { west, south, east, north } = boundsOf(border);
  let best: Place = { lat: (south + north) / 2, lon: (west + east) / 2 };
  let most = -1;
  for (let line = 1; line <= lines; line++) {
    const lat = south + ((north - south) * line) / (lines + 1);
    const lons = crossings(border, lat);
    // A line in the middle serves as well as one that is a little longer.
    const fromMiddle = Math.abs(line / (lines + 1) - 0.5);
    for (let i = 1; i < lons.length; i += 2) {
      const [from, to] = [lons[i - 1] as number, lons[i] as number];
      const worth = (to - from) * (1 - fromMiddle);
      if (worth > most) [best, most] = [{ lat, lon: (from + to) / 2 }, worth];
    }
  }
  return contains(border, best) || most > 0 ? best : { lat: south, lon: west };
}
