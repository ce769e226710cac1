/** Real pictures, made on the spot, and files that only look like them. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Red on the left, blue on the right, green in the lower half: one sees whether it was turned. */
function painted({ width, height }: Size): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext('2d')!;
  for (const [colour, ...area] of [
    ['#f00', 0, 0, 0.5, 0.5],
    ['#00f', 0.5, 0, 0.5, 0.5],
    ['#0f0', 0, 0.5, 1, 0.5],
  ] as const) {
    context.fillStyle = colour;
    const [x, y, wide, high] = area;
    context.fillRect(x * width, y * height, wide * width, high * height);
  }
  return canvas;
}

export async function bytesOf(type: string, size: Size): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await new Promise<Blob | null>((resolve) => painted(size).toBlob(resolve, type, 0.9));
  if (blob?.type !== type) throw new Error(`This browser cannot write ${type}`);
  return new Uint8Array(await blob.arrayBuffer());
}

export const joined = (...parts: readonly (readonly number[] | Uint8Array)[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

export const written = (text: string): number[] => [...text].map((each) => each.charCodeAt(0));

/** Metadata as a camera writes it: which way is up, and where it was taken. */
export function exif(orientation: number, secret: string): number[] {
  const entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
  const tiff = [...written('MM'), 0, 42, 0, 0, 0, 8, 0, 1, ...entry, 0, 0, 0, 0, ...written(secret)];
  const body = [...written('Exif'), 0, 0, ...tiff];
  const length = body.length + 2;
  return [0xff, 0xe1, length >> 8, length & 0xff, ...body];
}

/** A photo as it comes from a camera. */
export async function cameraPhoto(size: Size, orientation = 1, secret = 'GPS 52.3702 4.8901'): Promise<File> {
  const jpeg = await bytesOf('image/jpeg', size);
  const content = [jpeg.subarray(0, 2), Uint8Array.from(exif(orientation, secret)), jpeg.subarray(2)];
  return new File(content, 'IMG_2041.JPG', { type: 'image/jpeg' });
}

const long = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];

/** A PNG that says how large it is and holds nothing. */
export const pngOf = ({ width, height }: Size): Uint8Array<ArrayBuffer> =>
  joined(
    [0x89, ...written('PNG\r\n'), 0x1a, 0x0a],
    [...long(13), ...written('IHDR'), ...long(width), ...long(height), 8, 6, 0, 0, 0, 0, 0, 0, 0],
    [...long(0), ...written('IEND'), 0xae, 0x42, 0x60, 0x82],
  );

export const heic = joined([0, 0, 0, 24], written('ftypheic'), [0, 0, 0, 0], written('mif1heic'));

/** The picture in a blob: its size, and its colour at a place from 0 to 1. */
export async function seen(blob: Blob) {
  const bitmap = await createImageBitmap(blob);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
  const context = canvas.getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  const { width, height } = bitmap;
  return {
    width,
    height,
    colourAt(right: number, down: number): 'red' | 'green' | 'blue' | 'white' | 'other' {
      const [r, g, b] = context
        .getImageData(width * right, height * down, 1, 1)
        .data.map((each) => (each > 128 ? 1 : 0));
      const colours = { '100': 'red', '010': 'green', '001': 'blue', '111': 'white' } as const;
      return colours[[r, g, b].join('') as keyof typeof colours] ?? 'other';
    },
  };
}
