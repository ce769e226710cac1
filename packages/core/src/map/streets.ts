import { css, svg, type TemplateResult } from 'lit';
import type { Position } from '@buurt/domain/geo/border.js';
import type { Place } from '@buurt/domain/geo/place.js';
import type { Point } from '@buurt/domain/geo/projection.js';
import {
  mapSurroundingsFrom,
  type Street,
  type MapSurroundings,
} from '@buurt/domain/geo/map-surroundings.js';
import type { CallOptions } from '../http/api.js';
import { inBuurt, type Client } from '../http/client.js';

/** What lies around a buurt, and its streets, in as much detail as a picture of 1000 pixels can show. */
export const readSurroundings = (
  client: Client,
  buurt: string,
  { signal }: CallOptions,
): Promise<MapSurroundings> =>
  client.read({ path: `${inBuurt(buurt)}/surroundings?width=1000` as const, signal }, mapSurroundingsFrom);

/** The picture in which streets are drawn; its unit may be a CSS pixel or one of its own. */
export interface StreetViewport {
  readonly width: number;
  readonly height: number;
  /** The size of the text around the picture, in the unit of the picture. */
  readonly letterPx: number;
  readonly toPoint: (place: Place) => Point;
  /** Where something else is written, so that no name of a street may be. */
  readonly reserved?: readonly Rectangle[];
}

/** A part of a picture, in its unit. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const pathOf = (line: readonly Position[], { toPoint }: StreetViewport): string =>
  line
    .map(([lon, lat], index) => {
      const { x, y } = toPoint({ lat, lon });
      return `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .join('');

/** How high the letters of a name are, as part of the size of the text, and how wide one is, as part of its height. */
export const [letterHeight, letterWidth] = [0.6875, 0.56];

/** The longest straight piece of a street, if its name fits there. */
function nameOf({ name, lines }: Street, ground: StreetViewport) {
  const pieces = lines.flatMap((line) => {
    const points = line.map(([lon, lat]) => ground.toPoint({ lat, lon }));
    return points.slice(1).map((to, index) => ({ from: points[index] ?? to, to }));
  });
  const lengthOf = ({ from, to }: (typeof pieces)[number]) => Math.hypot(to.x - from.x, to.y - from.y);
  const longest = pieces.toSorted((one, other) => lengthOf(other) - lengthOf(one))[0];
  const high = letterHeight * ground.letterPx;
  const wide = name.length * high * letterWidth;
  if (!longest || lengthOf(longest) < wide + 8) return '';
  const { from, to } = longest;
  const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
  if (x < 0 || y < 0 || x > ground.width || y > ground.height) return '';
  const part = wide / lengthOf(longest) / 2;
  const halfWidth = part * Math.abs(to.x - from.x) + high / 2;
  const halfHeight = part * Math.abs(to.y - from.y) + high / 2;
  const isTaken = ({ left, top, right, bottom }: Rectangle) =>
    x + halfWidth > left && x - halfWidth < right && y + halfHeight > top && y - halfHeight < bottom;
  if (ground.reserved?.some(isTaken)) return '';
  const angle = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
  const upright = angle > 90 ? angle - 180 : angle < -90 ? angle + 180 : angle;
  const place = `translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${upright.toFixed(1)})`;
  return svg`<text transform=${place} dy="0.35em">${name}</text>`;
}

/** Streets as lines, with the names that fit; for inside an element with the class `land`. */
export const streetsPicture = (streets: readonly Street[], ground: StreetViewport): TemplateResult => svg`
  ${streets.map(({ lines }) => svg`<path class="street" d=${lines.map((line) => pathOf(line, ground)).join('')}/>`)}
  ${streets.map((street) => nameOf(street, ground))}`;

/** How streets and names look on the ground of a map. */
export const streetStyles = css`
  .street {
    fill: none;
    stroke: color-mix(in srgb, var(--_text) 17%, var(--_surface));
    stroke-width: 5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .land text {
    fill: var(--_muted);
    stroke: var(--_surface);
    stroke-width: 3;
    paint-order: stroke;
    stroke-linejoin: round;
    font-size: 0.6875em;
    text-anchor: middle;
  }
  @media (forced-colors: active) {
    /* Streets are the ground here: thinner than the border and what stands on it. */
    .street {
      stroke: GrayText;
      stroke-width: 1;
    }
    .land text {
      fill: CanvasText;
      stroke: Canvas;
    }
  }
`;
