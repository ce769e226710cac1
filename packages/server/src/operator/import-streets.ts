import { mended, vicinityFrom, type Position } from '@buurt/domain';
import type { Database, Store } from '../store/open.js';
import { forgetStreets, saveStreets, type StreetPiece } from '../store/streets.js';
import { featuresIn } from './geojson-features.js';

export interface StreetReport {
  readonly pieces: number;
  /** Features without a name or a line. */
  readonly leftOut: number;
}

const together = 500;
const longestName = 120;
const names = ['name', 'straatnaam', 'openbareruimte', 'naam'];

/** Ten centimetres on the ground. */
const rounded = ([lon, lat]: Position): Position => [Number(lon.toFixed(6)), Number(lat.toFixed(6))];

function nameOf(properties: unknown): string | undefined {
  const known = new Map(Object.entries((properties ?? {}) as Record<string, unknown>));
  const name = names
    .map((key) => known.get(key))
    .find((each) => typeof each === 'string' && each.trim() !== '');
  return typeof name === 'string' && !/\p{Cc}/u.test(name) ? name.trim().slice(0, longestName) : undefined;
}

/** The lines of a feature, each a piece of a street; none when it has no name or no lines. */
export function piecesOf(feature: unknown): readonly StreetPiece[] {
  const { properties, geometry } = (feature ?? {}) as { properties?: unknown; geometry?: unknown };
  const name = nameOf(properties);
  const right = mended((geometry as { coordinates?: unknown } | null | undefined)?.coordinates);
  if (name === undefined || !('coordinates' in right)) return [];
  const street = {
    properties: { kind: 'street', name },
    geometry: { ...(geometry as object), coordinates: right.coordinates },
  };
  const [read] = vicinityFrom({ features: [street] }).streets;
  return (read?.lines ?? [])
    .filter(({ length }) => length > 1)
    .map((line) => ({ name, line: line.map(rounded) }));
}

async function readInto(
  db: Database,
  path: string,
  progress: (features: number, bytesRead: number) => void,
): Promise<StreetReport> {
  let [features, pieces, leftOut] = [0, 0, 0];
  let waiting: StreetPiece[] = [];
  await forgetStreets(db);
  for await (const { json, bytesRead } of featuresIn(path)) {
    const found = piecesOf(json);
    if (found.length === 0) leftOut++;
    waiting.push(...found);
    pieces += found.length;
    if (++features % 1000 === 0) progress(features, bytesRead);
    if (waiting.length < together) continue;
    await saveStreets(db, waiting);
    waiting = [];
  }
  await saveStreets(db, waiting);
  return { pieces, leftOut };
}

/**
 * Puts the streets of a GeoJSON file in the place of those that are there; all or nothing.
 * @throws {OperatorProblem} when the file cannot be read to its end
 */
export const importStreets = (
  store: Store,
  path: string,
  progress: (features: number, bytesRead: number) => void,
): Promise<StreetReport> => store.transaction((db) => readInto(db, path, progress));
