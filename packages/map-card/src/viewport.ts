import type { StreetViewport } from '@buurt/core/map/streets.js';
import { boundsOf, type Border } from '@buurt/domain/geo/border.js';
import type { Area } from '@buurt/domain/geo/map-place.js';
import type { Place } from '@buurt/domain/geo/place.js';
import { fit, type Point, type Projection } from '@buurt/domain/geo/projection.js';

/** The size of the map in CSS pixels, and where each place lies in it. */
export interface Viewport extends Projection, StreetViewport {}

/** How far the map is zoomed in, and by how many CSS pixels it is moved. */
export interface Zoom {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

export const noZoom: Zoom = { k: 1, x: 0, y: 0 };

/** Room around the border for a pin that stands on it, in em. */
const marginEm = 1.625;

/** Half the size of a large pin, in CSS pixels. */
const edgePx = 40;

/** Narrower than this, names on the map would cross borders and pins of others. */
const narrowEm = 30;

export const isNarrow = ({ width, letterPx }: Viewport): boolean => width < narrowEm * letterPx;

/** The height of a map of this width: the shape of the borders themselves, within limits. */
function heightFor(border: Border, width: number): number {
  const { west, south, east, north } = boundsOf(border);
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const ratio = (north - south) / ((east - west) * narrowing || 1);
  return Math.round(Math.max(width * 0.5, Math.min(width * ratio, width * 1.05, 560)));
}

/** A viewport in which all these areas fit. `width` and `letterPx`, the font size, are in CSS pixels. */
export function viewportOf(areas: readonly Area[], width: number, letterPx: number): Viewport {
  const coordinates = areas.flatMap(({ border }) => border.coordinates);
  const border: Border = { type: 'MultiPolygon', coordinates };
  const height = heightFor(border, width);
  return { width, height, letterPx, ...fit(border, width, height, marginEm * letterPx) };
}

export const zoomed = (viewport: Viewport, { k, x, y }: Zoom): Viewport => ({
  ...viewport,
  toPoint: (place: Place): Point => {
    const point = viewport.toPoint(place);
    return { x: point.x * k + x, y: point.y * k + y };
  },
  toPlace: (point: Point): Place => viewport.toPlace({ x: (point.x - x) / k, y: (point.y - y) / k }),
});

/** Whether at least a part of a pin at this point can be seen. */
export const isVisible = ({ x, y }: Point, { width, height }: Viewport): boolean =>
  x > -edgePx && y > -edgePx && x < width + edgePx && y < height + edgePx;
