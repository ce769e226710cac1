import type { RdPoint } from '@buurt/domain/geo/rd.js';

/** Metres in RD New: roughly the Netherlands. */
const [west, south, east, north] = [20_000, 310_000, 270_000, 610_000];
const stepsPerSide = 38;
const buurtenPerMunicipality = 41;

/** From 0 to 1; the same for the same number. */
function chance(seed: number): number {
  let mixed = Math.imul(seed ^ (seed >>> 16), 0x45d9f3b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}

const metres = (exact: number) => Math.round(exact * 1000) / 1000;

/** Cells of a net over the country; its lines wind, and two cells that touch share every position of the line. */
function cellsOf(columns: number, rows: number) {
  const [stepX, stepY] = [(east - west) / columns / stepsPerSide, (north - south) / rows / stepsPerSide];
  const at = (x: number, y: number): readonly number[] => {
    const seed = y * (columns * stepsPerSide + 1) + x;
    const [aside, up] = [chance(2 * seed) - 0.5, chance(2 * seed + 1) - 0.5];
    return [metres(west + (x + aside * 0.6) * stepX), metres(south + (y + up * 0.6) * stepY)];
  };
  return (column: number, row: number): readonly (readonly number[])[] => {
    const [left, bottom] = [column * stepsPerSide, row * stepsPerSide];
    const [right, top] = [left + stepsPerSide, bottom + stepsPerSide];
    const ring = Array.from({ length: stepsPerSide * 4 }, (_, step) => {
      const [side, along] = [Math.floor(step / stepsPerSide), step % stepsPerSide];
      if (side === 0) return at(left + along, bottom);
      if (side === 1) return at(right, bottom + along);
      return side === 2 ? at(right - along, top) : at(left, top - along);
    });
    return [...ring, ring[0] ?? []];
  };
}

const numbered = (number: number) => String(number).padStart(8, '0');

/** The file of a made-up country in RD, as CBS has that of the Netherlands; about 150 positions a buurt. */
export function* countryFile(buurten: number): Generator<string> {
  const columns = Math.ceil(Math.sqrt(buurten));
  const cell = cellsOf(columns, Math.ceil(buurten / columns));
  yield '{"type":"FeatureCollection","name":"buurten","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},"features":[\n';
  for (let n = 0; n < buurten; n++) {
    const municipality = Math.floor(n / buurtenPerMunicipality);
    const properties = {
      ...{
        buurtcode: `BU${numbered(n)}`,
        jrstatcode: `2025BU${numbered(n)}`,
        buurtnaam: `Buurt ${String(n)}`,
      },
      ...{
        gemeentecode: `GM${numbered(municipality).slice(4)}`,
        gemeentenaam: `Gemeente ${String(municipality)}`,
      },
      ...{ aantal_huishoudens: 100 + (n % 400), aantal_inwoners: 200 + (n % 900), water: 'NEE' },
    };
    const geometry = { type: 'MultiPolygon', coordinates: [[cell(n % columns, Math.floor(n / columns))]] };
    yield `${n === 0 ? '' : ',\n'}${JSON.stringify({ type: 'Feature', properties, geometry })}`;
  }
  yield '\n]}\n';
}

/** Somewhere in that country, another place for every number. */
export const somewhere = (number: number): RdPoint => ({
  x: west + chance(number * 3 + 1) * (east - west),
  y: south + chance(number * 7 + 5) * (north - south),
});
