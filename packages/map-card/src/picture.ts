import { svg, type TemplateResult } from 'lit';
import { letterHeight, letterWidth, streetsPicture } from '@buurt/core/map/streets.js';
import type { Area } from '@buurt/domain/geo/map-place.js';
import { svgPath } from '@buurt/domain/geo/projection.js';
import { insideOf } from '@buurt/domain/geo/surface.js';
import type { Vicinity } from '@buurt/domain/geo/map-surroundings.js';
import type { Ground } from './ground.js';

/** How far a name is below where the mark of the buurt stands, and how wide a mark is, in the size of the text. */
const [nameBelow, markWidth] = [2.125, 2.5];

/**
 * The names for which there is room: of a buurt whose mark stands alone, and not over another name. Only where there are
 * several: the name of one stands above the map.
 */
function areaNames(areas: readonly Area[], ground: Ground) {
  if (areas.length < 2) return '';
  const { letterPx } = ground;
  const height = letterHeight * letterPx;
  const labels = areas.map(({ name, border }) => ({
    ...ground.toPoint(insideOf(border)),
    ...{ name, half: (name.length * height * letterWidth * 1.3) / 2 },
  }));
  type Label = (typeof labels)[number];
  const overlaps = (one: Label, other: Label) =>
    Math.abs(one.y - other.y) < height * 1.6 && Math.abs(one.x - other.x) < one.half + other.half;
  const standsAlone = (label: Label) =>
    labels.every(
      (other) => other === label || Math.hypot(label.x - other.x, label.y - other.y) > markWidth * letterPx,
    );
  const written: Label[] = [];
  for (const label of labels.filter(standsAlone))
    if (!written.some((each) => overlaps(each, label))) written.push(label);
  return written.map(
    ({ name, x, y }) => svg`<text class="name" x=${x} y=${y + nameBelow * letterPx}>${name}</text>`,
  );
}

/** The buurten on their ground, with what lies around them; everything in it is also told in words elsewhere. */
export const picture = (
  areas: readonly Area[],
  around: Vicinity | undefined,
  ground: Ground,
): TemplateResult => svg`<svg
    class="land"
    viewBox="0 0 ${ground.width} ${ground.height}"
    aria-hidden="true"
    focusable="false"
  >
    ${around?.neighbours.map(({ border }) => svg`<path class="neighbour" d=${svgPath(border, ground)}/>`)}
    ${areas.map(({ border }) => svg`<path class="area" d=${svgPath(border, ground)} fill-rule="evenodd"/>`)}
    ${around && streetsPicture(around.streets, ground)} ${areaNames(areas, ground)}
  </svg>`;
