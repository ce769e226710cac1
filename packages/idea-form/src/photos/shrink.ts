import { lookAt, type PictureFile } from './picture-file.js';

/** Why a file cannot become a photo with the idea. */
export type PhotoTrouble =
  'empty' | 'too-big' | 'no-picture' | 'too-many-pixels' | 'cut-off' | 'heic' | 'unreadable';

export class PhotoError extends Error {
  override readonly name = 'PhotoError';
  constructor(
    readonly trouble: PhotoTrouble,
    options?: ErrorOptions,
  ) {
    super(trouble, options);
  }
}

export const mostFileBytes = 25 * 1024 * 1024;
/** A larger one takes more memory than a telephone has; the server refuses it too. */
const mostPixels = 40_000_000;
const longestSide = 1600;
const quality = 0.82;

/** What can be known before a picture is unpacked: a small file can hold a picture that fills the memory. */
async function check(file: Blob): Promise<PictureFile | undefined> {
  if (file.size === 0) throw new PhotoError('empty');
  if (file.size > mostFileBytes) throw new PhotoError('too-big');
  const seen = lookAt(new Uint8Array(await file.arrayBuffer()));
  if (!seen && !/^image\/(?!svg)/.test(file.type)) throw new PhotoError('no-picture');
  if (seen && seen.width * seen.height > mostPixels) throw new PhotoError('too-many-pixels');
  if (seen && !seen.whole) throw new PhotoError('cut-off');
  return seen;
}

/** The picture unpacked by the browser, turned the way it was taken. */
async function decoded(address: string, kind: PictureFile['kind'] | undefined): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = address;
  try {
    await image.decode();
  } catch (cause) {
    throw new PhotoError(kind === 'heic' ? 'heic' : 'unreadable', { cause });
  }
  const { naturalWidth, naturalHeight } = image;
  if (naturalWidth * naturalHeight === 0) throw new PhotoError('unreadable');
  if (naturalWidth * naturalHeight > mostPixels) throw new PhotoError('too-many-pixels');
  return image;
}

function drawn(picture: CanvasImageSource, width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new PhotoError('unreadable');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  return canvas;
}

/** Gives the memory back at once; browsers wait long with it. */
function freed(picture: CanvasImageSource): void {
  if (picture instanceof HTMLCanvasElement) picture.width = picture.height = 0;
}

/** Smaller by halves: one big step would leave out most of the pixels and make edges rough. */
function scaled(image: HTMLImageElement): HTMLCanvasElement {
  const { naturalWidth, naturalHeight } = image;
  const factor = Math.min(1, longestSide / Math.max(naturalWidth, naturalHeight));
  const sizeAt = (halves: number) =>
    [naturalWidth, naturalHeight].map((side) => Math.max(1, Math.round(side * factor * 2 ** halves))) as [
      number,
      number,
    ];
  const halves = Math.max(0, Math.floor(Math.log2(1 / factor) - 0.01));
  let picture: HTMLCanvasElement = drawn(image, ...sizeAt(halves));
  for (let left = halves - 1; left >= 0; left--) {
    const smaller = drawn(picture, ...sizeAt(left));
    freed(picture);
    picture = smaller;
  }
  return picture;
}

const packed = (canvas: HTMLCanvasElement, type: string) =>
  new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));

/**
 * A small copy of the picture in the file: at most 1600 pixels long, upright, and without anything that the camera
 * wrote beside it, such as where it was taken.
 * @throws {PhotoError}
 */
export async function shrink(file: Blob): Promise<Blob> {
  const seen = await check(file);
  const address = URL.createObjectURL(file);
  try {
    const canvas = scaled(await decoded(address, seen?.kind));
    // A browser that cannot write WebP gives PNG instead, which is far too big for a photo.
    const webp = await packed(canvas, 'image/webp');
    const small = webp?.type === 'image/webp' ? webp : await packed(canvas, 'image/jpeg');
    freed(canvas);
    if (!small) throw new PhotoError('unreadable');
    return small;
  } finally {
    URL.revokeObjectURL(address);
  }
}
