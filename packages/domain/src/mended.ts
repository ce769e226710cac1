import type { Position } from './border.js';
import { fromRd, isRd } from './rd.js';

/** Coordinates of GeoJSON as they should be, or why they cannot be. */
export type Mended = { readonly coordinates: unknown } | { readonly refused: 'metres' };

function firstPosition(coordinates: unknown): Position | undefined {
  let at = coordinates;
  while (Array.isArray(at) && Array.isArray(at[0])) at = at[0];
  return Array.isArray(at) && Number.isFinite(at[0]) && Number.isFinite(at[1])
    ? [at[0] as number, at[1] as number]
    : undefined;
}

/** Each position made another; what is no position stays, for the reader to refuse. */
function changed(coordinates: unknown, change: (position: Position) => Position): unknown {
  if (!Array.isArray(coordinates)) return coordinates;
  const [first, second] = coordinates as readonly unknown[];
  if (typeof first === 'number' && typeof second === 'number') return change([first, second]);
  return coordinates.map((each) => changed(each, change));
}

const isSwapped = ([x, y]: Position): boolean => x > 50 && x < 54 && y > 3 && y < 8;

/**
 * The coordinates of a Dutch GeoJSON geometry in degrees with longitude first: from RD New when they are metres, turned
 * around when latitude came first. Judged by the first position: no file mixes them in one shape.
 */
export function mended(coordinates: unknown): Mended {
  const first = firstPosition(coordinates);
  if (!first) return { coordinates };
  if (isSwapped(first)) return { coordinates: changed(coordinates, ([lat, lon]) => [lon, lat]) };
  const [x, y] = first;
  if (Math.abs(x) <= 180 && Math.abs(y) <= 90) return { coordinates };
  if (!isRd({ x, y })) return { refused: 'metres' };
  return { coordinates: changed(coordinates, ([east, north]) => fromRd({ x: east, y: north })) };
}
