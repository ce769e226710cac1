/** A colour in sRGB, cut off at its edges; each part and the alpha from 0 to 1. */
export interface Srgb {
  readonly components: readonly [red: number, green: number, blue: number];
  readonly alpha: number;
}

const onePixel = new OffscreenCanvas(1, 1).getContext('2d', {
  willReadFrequently: true,
}) as OffscreenCanvasRenderingContext2D;

/** Any colour of CSS as the browser would paint it; what `light-dark()` says, in light. */
export function srgbOf(colour: string): Srgb {
  onePixel.clearRect(0, 0, 1, 1);
  onePixel.fillStyle = '#000';
  onePixel.fillStyle = colour.replace(/^light-dark\((.*)\)$/i, (_, both: string) => firstOf(both));
  onePixel.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = onePixel.getImageData(0, 0, 1, 1).data;
  return { components: [red / 255, green / 255, blue / 255], alpha: alpha / 255 };
}

/** What stands before the first comma that is not within brackets. */
function firstOf(list: string): string {
  let depth = 0;
  for (const [index, sign] of [...list].entries()) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign === ',' && depth === 0) return list.slice(0, index);
  }
  return list;
}

const twoDigits = (part: number): string =>
  Math.round(part * 255)
    .toString(16)
    .padStart(2, '0');

export const hexOfSrgb = ({ components, alpha }: Srgb): string =>
  `#${[...components, ...(alpha < 1 ? [alpha] : [])].map(twoDigits).join('')}`;

/** A colour of CSS as `#rrggbb`, or `#rrggbbaa` when it is not opaque. */
export const hexOf = (colour: string): string => hexOfSrgb(srgbOf(colour));
