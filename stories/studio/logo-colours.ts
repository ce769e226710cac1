/**
 * Finds the main colours of a logo, in the browser alone. Pixels that look alike are counted together, in OKLab, where
 * distances are as people see them; the ground of a logo (white, black, grey) is offered only when it has no colour.
 */

interface Lab {
  readonly l: number;
  readonly a: number;
  readonly b: number;
}

const linear = (part: number): number =>
  part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;

/** OKLab as Björn Ottosson defined it: https://bottosson.github.io/posts/oklab/ */
function oklabOf(red: number, green: number, blue: number): Lab {
  const [r, g, b] = [linear(red), linear(green), linear(blue)];
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const middle = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return {
    l: 0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
    a: 1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
    b: 0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
  };
}

interface Cluster {
  readonly hex: string;
  readonly lab: Lab;
  count: number;
}

const distance = (one: Lab, other: Lab): number =>
  Math.hypot(one.l - other.l, one.a - other.a, one.b - other.b);
const isGrey = ({ l, a, b }: Lab): boolean => Math.hypot(a, b) < 0.03 || l > 0.98 || l < 0.12;
const hexOfBytes = (bytes: readonly number[]): string =>
  `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;

/** Colours closer than this are one colour to who looks at a logo: an edge that fades, a picture that is compressed. */
const alike = 0.09;
/** A colour that covers less than this of what has colour is a blend along an edge. */
const leastShare = 0.02;

/** The main colours of these pixels (red, green, blue and alpha, a byte each), the most important first. */
export function mainColours(pixels: ArrayLike<number>, most = 6): readonly string[] {
  const counts = new Map<number, number>();
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    if ((pixels[at + 3] ?? 0) < 200) continue;
    const colour = ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const clusters: Cluster[] = [];
  for (const [colour, count] of [...counts].sort(([, one], [, other]) => other - one)) {
    const bytes = [colour >> 16, (colour >> 8) & 255, colour & 255] as const;
    const lab = oklabOf(...bytes);
    const near = clusters.find((cluster) => distance(cluster.lab, lab) < alike);
    if (near) near.count += count;
    else if (clusters.length < 64) clusters.push({ hex: hexOfBytes(bytes), lab, count });
  }
  const coloured = clusters.filter(({ lab }) => !isGrey(lab));
  const offered = coloured.length > 0 ? coloured : clusters.filter(({ lab }) => lab.l <= 0.98);
  const all = offered.reduce((sum, { count }) => sum + count, 0);
  return offered
    .filter(({ count }) => count >= all * leastShare)
    .sort((one, other) => other.count - one.count)
    .slice(0, most)
    .map(({ hex }) => hex);
}

const longestSide = 128;
const mostBytes = 20_000_000;
export const imageTypes = ['image/png', 'image/jpeg', 'image/svg+xml'];

/** Why an image gives no colours, as somebody can read it. */
export class ImageProblem extends Error {}

/** The main colours of a PNG, JPEG or SVG. As an image an SVG runs no scripts and fetches nothing. */
export async function coloursOfImage(image: Blob): Promise<readonly string[]> {
  if (!imageTypes.includes(image.type)) throw new ImageProblem('That is not a PNG, JPEG or SVG.');
  if (image.size > mostBytes) throw new ImageProblem('That image is larger than 20 MB.');
  const address = URL.createObjectURL(image);
  try {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    // An SVG need not have a size.
    const { naturalWidth: width = 0, naturalHeight: height = 0 } = picture;
    const scale = longestSide / Math.max(width, height, 1);
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(width ? width * scale : longestSide));
    canvas.height = Math.max(1, Math.round(height ? height * scale : longestSide));
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new ImageProblem('Your browser cannot look at images.');
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return mainColours(context.getImageData(0, 0, canvas.width, canvas.height).data);
  } catch (cause) {
    if (cause instanceof ImageProblem) throw cause;
    throw new ImageProblem('Your browser cannot read that image.', { cause });
  } finally {
    URL.revokeObjectURL(address);
  }
}
