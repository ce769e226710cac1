/** How a camera was held, as TIFF and Exif count it: 1 is upright, 6 has the top of the scene on the right. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export interface ExifOrientation {
  readonly value: Orientation;
  /** Where the byte that says so stands in the file. */
  readonly at: number;
}

const tag = 0x0112;
const app1 = 0xe1;

const isOrientation = (value: number): value is Orientation => value >= 1 && value <= 8;

/** @see Exif 2.32 §4.6.4: the first image directory of a TIFF structure; each entry takes twelve bytes. */
function inTiff(view: DataView, start: number): ExifOrientation | undefined {
  const little = view.getUint16(start) === 0x4949;
  const directory = start + view.getUint32(start + 4, little);
  const count = view.getUint16(directory, little);
  for (let entry = directory + 2; entry < directory + 2 + count * 12; entry += 12) {
    if (view.getUint16(entry, little) !== tag) continue;
    const value = view.getUint16(entry + 8, little);
    return isOrientation(value) ? { value, at: entry + (little ? 8 : 9) } : undefined;
  }
  return undefined;
}

/** What the first Exif block of a JPEG says; `undefined` when it says nothing, or nonsense. */
export function orientationOf(jpeg: Uint8Array): ExifOrientation | undefined {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  try {
    let at = 2;
    // The metadata stands before the picture; FFC0 and on, and FFDA, begin the picture.
    while (view.getUint8(at) === 0xff && view.getUint8(at + 1) >= app1 - 1) {
      const isExif = view.getUint8(at + 1) === app1 && view.getUint32(at + 4) === 0x45786966;
      if (isExif) return inTiff(view, at + 10);
      at += 2 + view.getUint16(at + 2);
    }
  } catch {
    // It points past the end of the file.
  }
  return undefined;
}

/** Turns what is drawn from now on upright in the canvas, which has the size of the picture once it stands. */
export function turnUpright(context: CanvasRenderingContext2D, orientation: Orientation): void {
  const { width, height } = context.canvas;
  const matrices: Record<Orientation, readonly [number, number, number, number, number, number]> = {
    1: [1, 0, 0, 1, 0, 0],
    2: [-1, 0, 0, 1, width, 0],
    3: [-1, 0, 0, -1, width, height],
    4: [1, 0, 0, -1, 0, height],
    5: [0, 1, 1, 0, 0, 0],
    6: [0, 1, -1, 0, width, 0],
    7: [0, -1, -1, 0, width, height],
    8: [0, -1, 1, 0, 0, height],
  };
  context.setTransform(...matrices[orientation]);
}
