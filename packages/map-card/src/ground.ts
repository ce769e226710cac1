import type { Ground as StreetGround } from '@buurt/core/map/streets.js';
import { boundsOf, type Border } from '@buurt/domain/geo/border.js';
import type { Place } from '@buurt/domain/geo/place.js';
import { fit, type Point, type Projection } from '@buurt/domain/geo/projection.js';

/** What the map is drawn on: how large it is, in CSS pixels, and where each place lies in it. */
export interface Ground extends Projection, StreetGround {}

/** Room around the border for a mark that stands on it, in the size of the letters. */
const margin = 1.625;

/** How high a picture of these borders is in a column so wide: their own shape, but neither a ribbon nor a tower. */
function heightFor(border: Border, width: number): number {
  const { west, south, east, north } = boundsOf(border);
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const ratio = (north - south) / ((east - west) * narrowing || 1);
  return Math.round(Math.max(width * 0.5, Math.min(width * ratio, width * 1.05, 560)));
}

/** `width` and `letterPx`, the size of the letters, in CSS pixels. */
export function groundFor(border: Border, width: number, letterPx: number): Ground {
  const height = heightFor(border, width);
  return { width, height, letterPx, ...fit(border, width, height, margin * letterPx) };
}

/** What a visitor sees of the ground: so many times larger, and moved so many pixels. */
export interface View {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

export const wholeView: View = { k: 1, x: 0, y: 0 };

export const seen = (ground: Ground, { k, x, y }: View): Ground => ({
  ...ground,
  toPoint: (place: Place): Point => {
    const point = ground.toPoint(place);
    return { x: point.x * k + x, y: point.y * k + y };
  },
  toPlace: (point: Point): Place => ground.toPlace({ x: (point.x - x) / k, y: (point.y - y) / k }),
});
