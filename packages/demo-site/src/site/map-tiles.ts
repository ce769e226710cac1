import { boundsOf, type Border, type Position } from '@buurt/domain/geo/border.js';
import { moved } from '@buurt/domain/geo/place.js';
import { Hono } from 'hono';
import sharp from 'sharp';
import { seededBuurten } from '../seed/buurten.js';
import { demoBuurten } from './corporation.js';

const tilePixels = 256;
const deepest = 19;
/** A road as wide as this many metres, but never thinner than a hair. */
const roadMetres = 9;

/** The colours of a background map; the names are those of PDOK's layers. */
const layers = {
  grijs: { land: '#eeeeec', buurt: '#f6f6f4', road: '#ffffff', edge: '#d2d2ce' },
  standaard: { land: '#e3ead6', buurt: '#f3efe2', road: '#ffffff', edge: '#cdbf9c' },
} as const;
type Layer = keyof typeof layers;
const isLayer = (name: string): name is Layer => Object.hasOwn(layers, name);

const allLanes: readonly (readonly Position[])[] = seededBuurten.flatMap(({ lanes, middle }) =>
  lanes.map(({ line }) =>
    line.map(([east, north]): Position => {
      const { lat, lon } = moved(middle, east, north);
      return [lon, lat];
    }),
  ),
);

/** From degrees to the pixels of one tile of the Web Mercator scheme. */
function pixelsOf(z: number, x: number, y: number) {
  const world = tilePixels * 2 ** z;
  return ([lon, lat]: Position): string => {
    const mercator = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / Math.PI;
    const [right, down] = [((lon + 180) / 360) * world, ((1 - mercator) / 2) * world];
    return `${(right - x * tilePixels).toFixed(1)} ${(down - y * tilePixels).toFixed(1)}`;
  };
}

function tileSvg(layer: Layer, z: number, x: number, y: number): string {
  const { land, buurt, road, edge } = layers[layer];
  const at = pixelsOf(z, x, y);
  const path = (line: readonly Position[]) => `M${line.map(at).join('L')}`;
  const areaPath = ({ coordinates }: Border) =>
    coordinates
      .flat()
      .map((ring) => `${path(ring)}Z`)
      .join('');
  const { south } = boundsOf(demoBuurten[0].border);
  const metresPerPixel = (Math.cos((south * Math.PI) / 180) * 40_075_017) / (tilePixels * 2 ** z);
  const wide = Math.max(1, roadMetres / metresPerPixel);
  const roads = allLanes.map(path).join('');
  const stroked = (colour: string, width: number) =>
    `<path d="${roads}" fill="none" stroke="${colour}" stroke-width="${width.toFixed(1)}" stroke-linejoin="round" stroke-linecap="round"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${String(tilePixels)}" height="${String(tilePixels)}">
    <path fill="${land}" d="M0 0h${String(tilePixels)}v${String(tilePixels)}H0z"/>
    <path fill="${buurt}" fill-rule="evenodd" d="${demoBuurten.map(({ border }) => areaPath(border)).join('')}"/>
    ${stroked(edge, wide + 2)}${stroked(road, wide)}
  </svg>`;
}

const whole = (written: string, most: number): number =>
  /^\d{1,7}$/.test(written) && Number(written) <= most ? Number(written) : NaN;

/**
 * A stub of PDOK's background map (BRT-A) over made-up streets, at the same kind of address, so that the demo needs no
 * network.
 */
export function mapTiles(): Hono {
  const tiles = new Hono();
  tiles.get('/:layer/EPSG:3857/:z/:x/:file', async (c) => {
    const { layer, z: depth, x: column, file } = c.req.param();
    const z = whole(depth, deepest);
    const [x, y] = [whole(column, 2 ** z - 1), whole(file.replace(/\.png$/, ''), 2 ** z - 1)];
    if (!isLayer(layer) || !file.endsWith('.png') || Number.isNaN(z + x + y)) return c.notFound();
    const png = await sharp(Buffer.from(tileSvg(layer, z, x, y)))
      .png({ palette: true })
      .toBuffer();
    return c.body(new Uint8Array(png), 200, {
      'Content-Type': 'image/png',
      'Cache-Control': 'public, max-age=86400',
    });
  });
  return tiles;
}
