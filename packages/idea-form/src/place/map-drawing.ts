import { boundsOf, type Border } from '@buurt/domain/geo/border.js';
import { metresBetween, moved, type Place } from '@buurt/domain/geo/place.js';
import { fit, svgPath, type Point } from '@buurt/domain/geo/projection.js';
import type { Rectangle } from '@buurt/core/map/streets.js';
import { metresAcross } from '@buurt/domain/geo/relative-location.js';

/** A border as a picture in units of its own, and the way from the picture to the place and back. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** The size that text around the picture would have in it: names of streets become 12 high, as the scale is. */
  readonly letterPx: number;
  readonly path: string;
  /** A round number of metres, and how long that is in the picture. */
  readonly ruler: { readonly metres: number; readonly length: number };
  /** Where the ruler with its number and the arrow to the north stand. */
  readonly reserved: readonly Rectangle[];
  /** How far one press of an arrow key goes. */
  readonly stepMetres: number;
  readonly toPoint: (place: Place) => Point;
  readonly toPlace: (point: Point) => Place;
}

const width = 320;
const letterPx = 17.5;
/** Room around the border: what lies there can be pointed at too, and is said to be outside. */
const margin = 28;
const lengths = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];

/** As tall as the buurt is, but neither a ribbon nor a tower. */
function heightFor(border: Border): number {
  const { west, south, east, north } = boundsOf(border);
  const across = metresBetween({ lat: south, lon: west }, { lat: south, lon: east });
  const up = metresBetween({ lat: south, lon: west }, { lat: north, lon: west });
  return Math.round(Math.min(340, Math.max(220, (width * up) / (across || 1))));
}

export function drawing(border: Border): Drawing {
  const height = heightFor(border);
  const projection = fit(border, width, height, margin);
  const { toPlace, toPoint } = projection;
  const acrossMetres = metresBetween(toPlace({ x: 0, y: height / 2 }), toPlace({ x: width, y: height / 2 }));
  const metres = lengths.findLast((each) => each <= acrossMetres / 4) ?? 10;
  const rulerLength = (metres / acrossMetres) * width;
  return {
    width,
    height,
    letterPx,
    toPlace,
    toPoint,
    path: svgPath(border, projection),
    ruler: { metres, length: rulerLength },
    reserved: [
      { left: 8, top: height - 32, right: Math.max(16 + rulerLength, 84), bottom: height },
      { left: width - 30, top: 8, right: width, bottom: 50 },
    ],
    stepMetres: Math.max(5, Math.round(metresAcross(border) / 50)),
  };
}

/** To the east and to the north. */
const ways = { north: [0, 1], east: [1, 0], south: [0, -1], west: [-1, 0] } as const;
export type Way = keyof typeof ways;

const arrows: Readonly<Record<string, Way>> = {
  ArrowUp: 'north',
  ArrowRight: 'east',
  ArrowDown: 'south',
  ArrowLeft: 'west',
};

/** Where an arrow key points on the map, whichever way the page reads. */
export const wayOf = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): Way | undefined =>
  ctrlKey || altKey || metaKey ? undefined : arrows[key];

export const stepped = (from: Place, way: Way, metres: number): Place =>
  moved(from, ways[way][0] * metres, ways[way][1] * metres);

/** To a decimetre: more digits say nothing. */
export const rounded = ({ lat, lon }: Place): Place => ({
  lat: Number(lat.toFixed(6)),
  lon: Number(lon.toFixed(6)),
});
