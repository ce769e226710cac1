import { lookAt, type PictureFile } from './picture-file.js';
import { freed, packed, unpacked } from './unpack.js';

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

/**
 * The picture as the browser knows it, turned the way it was taken. Not with `decode()`: that waits for as long as the
 * resident looks at another page.
 */
async function opened(address: string, kind: PictureFile['kind'] | undefined): Promise<HTMLImageElement> {
  const image = new Image();
  await new Promise((resolve, reject) => {
    image.onload = resolve;
    image.onerror = () => reject(new PhotoError(kind === 'heic' ? 'heic' : 'unreadable'));
    image.src = address;
  });
  const { naturalWidth, naturalHeight } = image;
  if (naturalWidth * naturalHeight === 0) throw new PhotoError('unreadable');
  if (naturalWidth * naturalHeight > mostPixels) throw new PhotoError('too-many-pixels');
  return image;
}

function smallSize({ naturalWidth, naturalHeight }: HTMLImageElement): [width: number, height: number] {
  const factor = Math.min(1, longestSide / Math.max(naturalWidth, naturalHeight));
  const scaled = (side: number) => Math.max(1, Math.round(side * factor));
  return [scaled(naturalWidth), scaled(naturalHeight)];
}

/**
 * A small copy of the picture in the file: at most 1600 pixels long, upright, and without anything that the camera
 * wrote beside it, such as where it was taken.
 * @throws {PhotoError}
 */
export async function shrink(file: Blob): Promise<Blob> {
  const seen = await check(file);
  const address = URL.createObjectURL(file);
  try {
    const image = await opened(address, seen?.kind);
    const canvas = await unpacked(file, image, ...smallSize(image)).catch((cause: unknown) => {
      throw new PhotoError('unreadable', { cause });
    });
    // A browser that cannot write WebP gives PNG instead, which is far too big for a photo.
    const webp = await packed(canvas, 'image/webp', quality);
    const small = webp?.type === 'image/webp' ? webp : await packed(canvas, 'image/jpeg', quality);
    freed(canvas);
    if (!small) throw new PhotoError('unreadable');
    return small;
  } finally {
    URL.revokeObjectURL(address);
  }
}
