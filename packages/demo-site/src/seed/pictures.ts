import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { photoWidths, type PhotoFile } from '@buurt/server/seeding';
import sharp from 'sharp';
import { z } from 'zod';
import { picturesFolder, seedFolder } from '../folders.js';

/** What a neighbour who cannot see it should know, by the name of the picture. */
const altTexts = z
  .record(z.string(), z.string().min(1))
  .parse(JSON.parse(readFileSync(join(seedFolder, 'pictures.json'), 'utf8')));

export const isPicture = (name: string): boolean => Object.hasOwn(altTexts, name);

export const pictureFile = (name: string): string => join(picturesFolder, `${name}.webp`);

/** A picture as a photo of the server, in every width in which a photo is kept. */
export interface Picture {
  readonly alt: string;
  readonly files: readonly PhotoFile[];
}

/** The picture itself when it has that width, so that it is not compressed twice. */
async function inWidth(bytes: Buffer, width: number): Promise<PhotoFile> {
  const picture = sharp(bytes);
  const original = await picture.metadata();
  if (original.width === width) return { width, height: original.height, bytes: new Uint8Array(bytes) };
  const { data, info } = await picture
    .resize({ width })
    .webp({ quality: 82 })
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, bytes: new Uint8Array(data) };
}

export async function readPicture(name: string): Promise<Picture> {
  const bytes = await readFile(pictureFile(name));
  const files = await Promise.all(photoWidths.map((width) => inWidth(bytes, width)));
  return { alt: altTexts[name] ?? '', files };
}
