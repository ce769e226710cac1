import { photoWidths, type PhotoFile } from '@buurt/server/seeding';
import sharp from 'sharp';

import { scenes, type SceneName } from './scenes.js';

async function inWidth(svg: string, width: number): Promise<PhotoFile> {
  const { data, info } = await sharp(Buffer.from(svg))
    .resize({ width })
    .webp({ quality: 82 })
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, bytes: new Uint8Array(data) };
}

/** The scenes as photos, in every width in which a photo is kept. */
export async function painted(names: readonly SceneName[]): Promise<Map<SceneName, PhotoFile[]>> {
  const each = names.map(async (name) => {
    const files = await Promise.all(photoWidths.map((width) => inWidth(scenes[name].svg(), width)));
    return [name, files] as const;
  });
  return new Map(await Promise.all(each));
}
