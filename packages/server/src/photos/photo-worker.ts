import sharp, { type Metadata } from 'sharp';
import {
  mostPixels,
  mostPixelsReduced,
  photoWidths,
  type Job,
  type Outcome,
  type PhotoFault,
} from './photos.js';
import type { PhotoFile } from '../db/tables.js';

sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});

/** Real photos have small errors that every viewer forgives; half a photo is refused. */
const open = (original: Uint8Array) =>
  sharp(original, { limitInputPixels: mostPixelsReduced, failOn: 'error' });

async function faultOf(original: Uint8Array): Promise<PhotoFault | undefined> {
  const { width, height, format, isProgressive }: Metadata = await sharp(original, {
    limitInputPixels: false,
  }).metadata();
  const most = format === 'jpeg' && isProgressive !== true ? mostPixelsReduced : mostPixels;
  return width * height > most ? 'too-many-pixels' : undefined;
}

/** Turned upright, at most so wide, without anything but the picture itself; never enlarged. */
async function inWidth(original: Uint8Array, width: number): Promise<PhotoFile> {
  const { data, info } = await open(original)
    .rotate()
    .resize({ width, height: 2 * width, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 78 })
    .timeout({ seconds: 10 })
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, bytes: new Uint8Array(data) };
}

async function shrunk(original: Uint8Array): Promise<Outcome> {
  try {
    const fault = await faultOf(original);
    if (fault) return { fault };
    const files: PhotoFile[] = [];
    for (const width of photoWidths) {
      const file = await inWidth(original, width);
      if (!files.some((other) => other.width === file.width)) files.push(file);
    }
    return { files };
  } catch (error) {
    const { message } = error as Error;
    return { fault: message.includes('timeout') ? 'too-slow' : 'broken' };
  }
}

/** Stops with its server, and not before: a Ctrl-C in a terminal reaches both, and the server finishes what runs. */
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit());
process.on(
  'message',
  ({ original }: Job) => void shrunk(original).then((outcome) => process.send?.(outcome)),
);
