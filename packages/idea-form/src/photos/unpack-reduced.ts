import { orientationOf, turnUpright, type ExifOrientation } from './orientation.js';
import type { PictureFile } from './picture-file.js';
import { emptyCanvas, smallSize } from './unpack.js';

/** The JPEG as if the camera was held upright: whether browsers turn it here differs, so none of them is to. */
function asIfUpright(
  jpeg: Uint8Array<ArrayBuffer>,
  written: ExifOrientation | undefined,
): Uint8Array<ArrayBuffer> {
  if (!written) return jpeg;
  const copy = jpeg.slice();
  copy[written.at] = 1;
  return copy;
}

/** Whether `unpackedReduced` can take this file, so that its size hardly matters. */
export const canUnpackReduced = ({ kind, progressive }: PictureFile): boolean =>
  kind === 'jpeg' && progressive !== true && 'ImageDecoder' in globalThis;

/**
 * A JPEG straight at about the size that is asked for. 50 megapixels take 26 MB of memory in Chromium and 52 in
 * Firefox, where unpacking all of them takes 270 and 220.
 * @param longest of the side that is longest, in pixels
 * @throws {DOMException} when it cannot be read
 */
export async function unpackedReduced(
  jpeg: Uint8Array<ArrayBuffer>,
  { width, height }: PictureFile,
  longest: number,
): Promise<HTMLCanvasElement> {
  const written = orientationOf(jpeg);
  const [drawnWidth, drawnHeight] = smallSize(width, height, longest);
  // A JPEG unpacks in eighths of its size, and browsers take the eighth below.
  const eighths = Math.ceil(Math.min(1, longest / Math.max(width, height)) * 8) / 8;
  const decoder = new ImageDecoder({
    data: asIfUpright(jpeg, written),
    type: 'image/jpeg',
    desiredWidth: Math.ceil(width * eighths),
    desiredHeight: Math.ceil(height * eighths),
  });
  try {
    const { image } = await decoder.decode();
    const orientation = written?.value ?? 1;
    const lying = orientation > 4;
    const context = lying ? emptyCanvas(drawnHeight, drawnWidth) : emptyCanvas(drawnWidth, drawnHeight);
    turnUpright(context, orientation);
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, 0, 0, drawnWidth, drawnHeight);
    image.close();
    return context.canvas;
  } finally {
    decoder.close();
  }
}
