/** Which way is up, as a camera writes it: 6, the top is on the right. Goes between the start and the rest of a JPEG. */
const lyingDown = Uint8Array.of(
  ...[0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0],
  ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1],
  ...[1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0],
);

export const packed = (canvas: HTMLCanvasElement, type: string, quality?: number): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, type, quality));

export function emptyCanvas(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('This browser gives no canvas');
  return context;
}

/** The size of a picture whose longest side is to be so long; it is never made larger. */
export function smallSize(width: number, height: number, longest: number): [width: number, height: number] {
  const factor = Math.min(1, longest / Math.max(width, height));
  const scaled = (side: number) => Math.max(1, Math.round(side * factor));
  return [scaled(width), scaled(height)];
}

/** On white, where it can be seen through. */
function drawn(picture: CanvasImageSource, width: number, height: number): HTMLCanvasElement {
  const context = emptyCanvas(width, height);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  return context.canvas;
}

/** Gives the memory back at once; browsers wait long with it. */
export function freed(canvas: HTMLCanvasElement): void {
  canvas.width = canvas.height = 0;
}

/** Whether this browser turns a picture upright when it unpacks it beside the page; not all do. */
async function turnsUpright(): Promise<boolean> {
  const jpeg = await packed(emptyCanvas(2, 1).canvas, 'image/jpeg');
  if (!jpeg) return false;
  const lying = new Blob([jpeg.slice(0, 2), lyingDown, jpeg.slice(2)], { type: jpeg.type });
  try {
    return (await createImageBitmap(lying, { imageOrientation: 'from-image' })).height === 2;
  } catch {
    return false;
  }
}
let turning: Promise<boolean> | undefined;

/** Unpacked and made small beside the page, so that it does not stand still; none where that cannot be done. */
async function beside(file: Blob, width: number, height: number): Promise<ImageBitmap | undefined> {
  turning ??= turnsUpright();
  if (!(await turning)) return undefined;
  try {
    return await createImageBitmap(file, {
      imageOrientation: 'from-image',
      resizeWidth: width,
      resizeHeight: height,
      resizeQuality: 'high',
    });
  } catch {
    return undefined;
  }
}

/** Smaller by halves: one big step would leave out most of the pixels and make edges rough. */
function byHalves(image: HTMLImageElement, width: number, height: number): HTMLCanvasElement {
  let halves = Math.max(0, Math.floor(Math.log2(image.naturalWidth / width) - 0.01));
  let canvas = drawn(image, width * 2 ** halves, height * 2 ** halves);
  while (halves-- > 0) {
    const smaller = drawn(canvas, width * 2 ** halves, height * 2 ** halves);
    freed(canvas);
    canvas = smaller;
  }
  return canvas;
}

/** The picture in this size, upright. `image` shows the same file. */
export async function unpacked(
  file: Blob,
  image: HTMLImageElement,
  width: number,
  height: number,
): Promise<HTMLCanvasElement> {
  const bitmap = await beside(file, width, height);
  if (!bitmap) return byHalves(image, width, height);
  const canvas = drawn(bitmap, width, height);
  bitmap.close();
  return canvas;
}
