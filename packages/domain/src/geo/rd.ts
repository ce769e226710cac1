import type { Position } from './border.js';

/** A coefficient of the series, with the powers of what it is multiplied by. */
type Term = readonly [p: number, q: number, factor: number];

/** Amersfoort: the origin of RD New, in metres and in degrees (ETRS89, RDNAPTRANS2018). */
const [originX, originY] = [155_000, 463_000];
const [originLat, originLon] = [52.155172897, 5.387203657];

/*
 * The series of T.G. Schreutelkamp and G.L. Strang van Hees, "Benaderingsformules voor de transformatie tussen RD- en
 * WGS84-kaartcoördinaten" (Geodesia 2001), around the origin of RDNAPTRANS2018: within 0.2 m of its test points.
 */
const latTerms: readonly Term[] = [
  [0, 1, 3235.65389],
  [2, 0, -32.58297],
  [0, 2, -0.2475],
  [2, 1, -0.84978],
  [0, 3, -0.0655],
  [2, 2, -0.01709],
  [1, 0, -0.00738],
  [4, 0, 0.0053],
  [2, 3, -0.00039],
  [4, 1, 0.00033],
  [1, 1, -0.00012],
];
const lonTerms: readonly Term[] = [
  [1, 0, 5260.52916],
  [1, 1, 105.94684],
  [1, 2, 2.45656],
  [3, 0, -0.81885],
  [1, 3, 0.05594],
  [3, 1, -0.05607],
  [0, 1, 0.01199],
  [3, 2, -0.00256],
  [1, 4, 0.00128],
  [0, 2, 0.00022],
  [2, 0, -0.00022],
  [5, 0, 0.00026],
];
const xTerms: readonly Term[] = [
  [0, 1, 190_094.945],
  [1, 1, -11_832.228],
  [2, 1, -114.221],
  [0, 3, -32.391],
  [1, 0, -0.705],
  [3, 1, -2.34],
  [1, 3, -0.608],
  [0, 2, -0.008],
  [2, 3, 0.148],
];
const yTerms: readonly Term[] = [
  [1, 0, 309_056.544],
  [0, 2, 3638.893],
  [2, 0, 73.077],
  [1, 2, -157.984],
  [3, 0, 59.788],
  [0, 1, 0.433],
  [2, 2, -6.439],
  [1, 1, -0.032],
  [0, 4, 0.092],
  [1, 4, -0.054],
];

const sum = (terms: readonly Term[], a: number, b: number): number =>
  terms.reduce((total, [p, q, factor]) => total + factor * a ** p * b ** q, 0);

/** Metres in the Dutch national grid, RD New (EPSG:28992). */
export interface RdPoint {
  readonly x: number;
  readonly y: number;
}

/** Whether it can be a point in RD New: in or just outside the Netherlands. */
export const isRd = ({ x, y }: RdPoint): boolean => x > -10_000 && x < 300_000 && y > 280_000 && y < 640_000;

/** From RD New to degrees (WGS84), within 0.25 m in the Netherlands. */
export function fromRd({ x, y }: RdPoint): Position {
  const [east, north] = [(x - originX) * 1e-5, (y - originY) * 1e-5];
  return [originLon + sum(lonTerms, east, north) / 3600, originLat + sum(latTerms, east, north) / 3600];
}

/** From degrees (WGS84) to RD New, within 0.25 m in the Netherlands. */
export function toRd([lon, lat]: Position): RdPoint {
  const [north, east] = [0.36 * (lat - originLat), 0.36 * (lon - originLon)];
  return { x: originX + sum(xTerms, north, east), y: originY + sum(yTerms, north, east) };
}
