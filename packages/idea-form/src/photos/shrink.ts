import { identifyPicture, type PictureFile } from './picture-file.js';
import { canUnpackReduced, unpackedReduced } from './unpack-reduced.js';
import { freed, packed, smallSize, unpacked } from './unpack.js';

/** Why a file cannot become a photo with the idea. */
export type PhotoProblem =
  'empty' | 'too-big' | 'no-picture' | 'too-many-pixels' | 'cut-off' | 'heic' | 'unreadable';

export class PhotoError extends Error {
  override readonly name = 'PhotoError';
  constructor(
    readonly trouble: PhotoProblem,
    options?: ErrorOptions,
  ) {
    super(trouble, options);
  }
}

/** Telephones of 200 megapixels write files of about 50 MB. */
export const mostFileBytes = 64 * 1024 * 1024;
/** Four bytes for each are in memory when a browser unpacks all of a picture. */
const mostPixelsAtOnce = 64_000_000;
const mostPixelsReduced = 256_000_000;
const longestSide = 1600;
const quality = 0.82;

/** What can be known before a picture is unpacked: a small file can hold a picture that fills the memory. */
function check(file: Blob, content: Uint8Array): PictureFile | undefined {
  const seen = identifyPicture(content);
  if (!seen && !/^image\/(?!svg)/.test(file.type)) throw new PhotoError('no-picture');
  const most = seen && canUnpackReduced(seen) ? mostPixelsReduced : mostPixelsAtOnce;
  if (seen && seen.width * seen.height > most) throw new PhotoError('too-many-pixels');
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
  if (naturalWidth * naturalHeight > mostPixelsAtOnce) throw new PhotoError('too-many-pixels');
  return image;
}

/** The picture unpacked whole by the browser, then made small. */
async function unpackedWhole(file: Blob, kind: PictureFile['kind'] | undefined): Promise<HTMLCanvasElement> {
  const address = URL.createObjectURL(file);
  try {
    const image = await opened(address, kind);
    const size = smallSize(image.naturalWidth, image.naturalHeight, longestSide);
    return await unpacked(file, image, ...size).catch((cause: unknown) => {
      throw new PhotoError('unreadable', { cause });
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/**
 * A small copy of the picture in the file: at most 1600 pixels long, upright, and without anything that the camera
 * wrote beside it, such as where it was taken.
 * @throws {PhotoError}
 */
export async function shrink(file: Blob): Promise<Blob> {
  if (file.size === 0) throw new PhotoError('empty');
  if (file.size > mostFileBytes) throw new PhotoError('too-big');
  const content = new Uint8Array(await file.arrayBuffer());
  const seen = check(file, content);
  const reduced =
    seen && canUnpackReduced(seen) && unpackedReduced(content, seen, longestSide).catch(() => undefined);
  const canvas = (await reduced) || (await unpackedWhole(file, seen?.kind));
  // A browser that cannot write WebP gives PNG instead, which is far too big for a photo.
  const webp = await packed(canvas, 'image/webp', quality);
  const small = webp?.type === 'image/webp' ? webp : await packed(canvas, 'image/jpeg', quality);
  freed(canvas);
  if (!small) throw new PhotoError('unreadable');
  return small;
}
