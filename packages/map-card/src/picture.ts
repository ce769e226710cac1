import { svg, type TemplateResult } from 'lit';
import { insideOf, svgPath, type Area, type Position, type Street, type Vicinity } from '@buurt/domain';
import type { Ground } from './ground.js';

const pathOf = (line: readonly Position[], { toPoint }: Ground): string =>
  line
    .map(([lon, lat], index) => {
      const { x, y } = toPoint({ lat, lon });
      return `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .join('');

/** How high the letters of a street are, as part of the size of the text, and how wide one is, as part of its height. */
const [letterHeight, letterWidth] = [0.6875, 0.56];

/** The longest straight piece of a street, if its name fits there. */
function nameOf({ name, lines }: Street, ground: Ground) {
  const pieces = lines.flatMap((line) => {
    const points = line.map(([lon, lat]) => ground.toPoint({ lat, lon }));
    return points.slice(1).map((to, index) => ({ from: points[index] ?? to, to }));
  });
  const lengthOf = ({ from, to }: (typeof pieces)[number]) => Math.hypot(to.x - from.x, to.y - from.y);
  const longest = pieces.toSorted((one, other) => lengthOf(other) - lengthOf(one))[0];
  if (!longest || lengthOf(longest) < name.length * letterHeight * ground.letterPx * letterWidth + 8)
    return '';
  const { from, to } = longest;
  const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
  if (x < 0 || y < 0 || x > ground.width || y > ground.height) return '';
  const angle = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
  const upright = angle > 90 ? angle - 180 : angle < -90 ? angle + 180 : angle;
  const place = `translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${upright.toFixed(1)})`;
  return svg`<text transform=${place} dy="0.35em">${name}</text>`;
}

const streetsOf = (streets: readonly Street[], ground: Ground): TemplateResult => svg`
  ${streets.map(({ lines }) => svg`<path class="street" d=${lines.map((line) => pathOf(line, ground)).join('')}/>`)}
  ${streets.map((street) => nameOf(street, ground))}`;

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
    ${around && streetsOf(around.streets, ground)} ${areaNames(areas, ground)}
  </svg>`;
