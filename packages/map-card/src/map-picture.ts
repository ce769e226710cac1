import { svg, type TemplateResult } from 'lit';
import { letterHeight, letterWidth, streetsPicture } from '@buurt/core/map/streets.js';
import type { Area } from '@buurt/domain/geo/map-place.js';
import { svgPath } from '@buurt/domain/geo/projection.js';
import { insideOf } from '@buurt/domain/geo/surface.js';
import type { MapSurroundings } from '@buurt/domain/geo/map-surroundings.js';
import type { Viewport } from './viewport.js';

/** How far below its pin the name of a buurt stands, and how wide a pin is, in em. */
const nameOffsetEm = 2.125;
const pinWidthEm = 2.5;

/**
 * The names of the buurten for which there is room: those whose pin stands alone, and that cross no other pin or name.
 * The name of a single buurt stands above the map.
 */
function areaNames(areas: readonly Area[], { toPoint, letterPx }: Viewport) {
  if (areas.length < 2) return '';
  const height = letterHeight * letterPx;
  const labels = areas.map(({ name, border }) => {
    const { x, y } = toPoint(insideOf(border));
    return { name, x, y, halfWidth: (name.length * height * letterWidth * 1.3) / 2 };
  });
  type Label = (typeof labels)[number];
  const overlap = (one: Label, other: Label) =>
    Math.abs(one.y - other.y) < height * 1.6 && Math.abs(one.x - other.x) < one.halfWidth + other.halfWidth;
  const pinWidth = pinWidthEm * letterPx;
  const crossesPin = ({ x, y, halfWidth }: Label, pin: Label) =>
    Math.abs(x - pin.x) < halfWidth + pinWidth / 2 &&
    Math.abs(y + nameOffsetEm * letterPx - pin.y) < (height + pinWidth) / 2;
  const standsAlone = (label: Label) =>
    labels.every(
      (other) =>
        other === label ||
        (Math.hypot(label.x - other.x, label.y - other.y) > pinWidth && !crossesPin(label, other)),
    );
  const shown: Label[] = [];
  for (const label of labels.filter(standsAlone))
    if (!shown.some((each) => overlap(each, label))) shown.push(label);
  return shown.map(
    ({ name, x, y }) => svg`<text class="name" x=${x} y=${y + nameOffsetEm * letterPx}>${name}</text>`,
  );
}

/** Draws the buurten with what lies around them. Hidden from screen readers: all of it is in the texts of the card too. */
export const mapPicture = (
  areas: readonly Area[],
  surroundings: MapSurroundings | undefined,
  viewport: Viewport,
  hasNames: boolean,
): TemplateResult => svg`<svg
    class="land"
    viewBox="0 0 ${viewport.width} ${viewport.height}"
    aria-hidden="true"
    focusable="false"
  >
    ${surroundings?.neighbours.map(
      ({ border }) => svg`<path class="neighbour" d=${svgPath(border, viewport)}/>`,
    )}
    ${areas.map(({ border }) => svg`<path class="area" d=${svgPath(border, viewport)} fill-rule="evenodd"/>`)}
    ${surroundings && streetsPicture(surroundings.streets, viewport)} ${hasNames ? areaNames(areas, viewport) : ''}
  </svg>`;
