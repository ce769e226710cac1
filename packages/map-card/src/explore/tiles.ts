import type { Ground } from '../ground.js';

/** One picture of a map in the Web Mercator scheme of everybody: 256 pixels, `y` from the north. */
export interface Tile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  /** Where it lies on the ground, and how large it is there, in CSS pixels. */
  readonly left: number;
  readonly top: number;
  readonly size: number;
}

const tilePixels = 256;
export const deepest = 19;
const latitudeOfEdge = 85.051_128_779_806_6;

/** The tiles that cover the ground, at the depth where they are shown about as large as they are. */
export function tilesOn(ground: Ground): readonly Tile[] {
  const { x: west, y: north } = ground.toPoint({ lat: latitudeOfEdge, lon: -180 });
  const { x: east } = ground.toPoint({ lat: 0, lon: 180 });
  const world = east - west;
  const z = Math.max(0, Math.min(deepest, Math.round(Math.log2(world / tilePixels) + 0.2)));
  const size = world / 2 ** z;
  const last = 2 ** z - 1;
  const from = (edge: number) => Math.max(0, Math.floor(-edge / size));
  const to = (edge: number, length: number) => Math.min(last, Math.floor((length - edge) / size));
  const tiles: Tile[] = [];
  for (let y = from(north); y <= to(north, ground.height); y++)
    for (let x = from(west); x <= to(west, ground.width); x++)
      tiles.push({ z, x, y, left: west + x * size, top: north + y * size, size });
  return tiles;
}

export const addressOf = (address: string, layer: string, { z, x, y }: Tile): string =>
  address
    .replaceAll('{layer}', layer)
    .replaceAll('{z}', String(z))
    .replaceAll('{x}', String(x))
    .replaceAll('{y}', String(y));
