import { boundsOf, type Border, type Position } from './border.js';
import type { Place } from './place.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** From places to points in a picture and back. */
export interface Projection {
  readonly toPoint: (place: Place) => Point;
  readonly toPlace: (point: Point) => Place;
}

const mercatorY = (lat: number) => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
const latitude = (y: number) => (Math.atan(Math.exp(y)) * 360) / Math.PI - 90;

/**
 * Fits a border in a picture of `width` × `height` (any unit), centred, in Web Mercator, so that shapes look as on
 * other maps.
 */
export function fit(border: Border, width: number, height: number, padding = 0): Projection {
  const { west, south, east, north } = boundsOf(border);
  const [left, right] = [(west * Math.PI) / 180, (east * Math.PI) / 180];
  const [bottom, top] = [mercatorY(south), mercatorY(north)];
  const scale = Math.min(
    (width - 2 * padding) / (right - left || 1e-9),
    (height - 2 * padding) / (top - bottom || 1e-9),
  );
  const [midX, midY] = [(left + right) / 2, (bottom + top) / 2];
  return {
    toPoint: ({ lat, lon }) => ({
      x: width / 2 + ((lon * Math.PI) / 180 - midX) * scale,
      y: height / 2 - (mercatorY(lat) - midY) * scale,
    }),
    toPlace: ({ x, y }) => ({
      lat: latitude(midY + (height / 2 - y) / scale),
      lon: ((midX + (x - width / 2) / scale) * 180) / Math.PI,
    }),
  };
}

/** The border as the `d` of an SVG path; draw it with `fill-rule="evenodd"` so that holes stay open. */
export function svgPath(border: Border, { toPoint }: Projection): string {
  const written = ([lon, lat]: Position) => {
    const { x, y } = toPoint({ lat, lon });
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  };
  return border.coordinates
    .flat()
    .map((ring) => `M${ring.slice(0, -1).map(written).join('L')}Z`)
    .join('');
}
