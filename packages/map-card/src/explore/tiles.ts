import type { Viewport } from '../viewport.js';

/** One picture of a map in the Web Mercator scheme (XYZ): 256 pixels wide, `y` from the north. */
export interface Tile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  /** Where it lies in the viewport, and how large it is there, in CSS pixels. */
  readonly left: number;
  readonly top: number;
  readonly size: number;
}

const tilePixels = 256;
const maxZoomLevel = 19;
/** The latitude at which a map in Web Mercator ends, so that the world is a square. */
const maxLatitude = 85.051_128_779_806_6;

/** The tiles that cover the viewport, of the zoom level at which they are shown at about their own size. */
export function tilesIn(viewport: Viewport): readonly Tile[] {
  const { x: west, y: north } = viewport.toPoint({ lat: maxLatitude, lon: -180 });
  const { x: east } = viewport.toPoint({ lat: 0, lon: 180 });
  const world = east - west;
  const z = Math.max(0, Math.min(maxZoomLevel, Math.round(Math.log2(world / tilePixels) + 0.2)));
  const size = world / 2 ** z;
  const last = 2 ** z - 1;
  const from = (edge: number) => Math.max(0, Math.floor(-edge / size));
  const to = (edge: number, length: number) => Math.min(last, Math.floor((length - edge) / size));
  const tiles: Tile[] = [];
  for (let y = from(north); y <= to(north, viewport.height); y++)
    for (let x = from(west); x <= to(west, viewport.width); x++)
      tiles.push({ z, x, y, left: west + x * size, top: north + y * size, size });
  return tiles;
}

export const tileUrl = (template: string, layer: string, { z, x, y }: Tile): string =>
  template
    .replaceAll('{layer}', layer)
    .replaceAll('{z}', String(z))
    .replaceAll('{x}', String(x))
    .replaceAll('{y}', String(y));
