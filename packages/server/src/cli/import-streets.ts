import { repairLines } from '@buurt/domain/geo/repair-geometry.js';
import { longestFromOperator } from '@buurt/domain/ideas/settings.js';
import type { Database, Store } from '../db/open.js';
import { forgetStreets, saveStreets, type StreetPiece } from '../maps/streets.queries.js';
import { propertiesOf } from './buurt-feature.js';
import { featuresIn } from './geojson-features.js';
import type { ImportWatcher } from './import-buurten.js';

export interface StreetReport {
  readonly pieces: number;
  /** Features without a name or a line. */
  readonly leftOut: number;
}

const together = 500;
/** As OpenStreetMap, a municipality, the BAG and the Nationaal Wegenbestand call it. */
const names = ['name', 'naam', 'straatnaam', 'openbareruimte', 'openbareruimtenaam', 'sttnaam'];

function nameOf(feature: unknown): string | undefined {
  const known = propertiesOf(feature);
  const name = names
    .map((key) => known.get(key))
    .find((each) => typeof each === 'string' && each.trim() !== '');
  return typeof name === 'string' && !/\p{Cc}/u.test(name)
    ? name.trim().slice(0, longestFromOperator.street)
    : undefined;
}

/** The lines of a feature, each a piece of a street; none when it has no name or no lines. */
function piecesOf(feature: unknown): readonly StreetPiece[] {
  const name = nameOf(feature);
  const lines = repairLines((feature as { geometry?: unknown } | null | undefined)?.geometry);
  return name === undefined || 'wrong' in lines ? [] : lines.right.map((line) => ({ name, line }));
}

async function readInto(
  db: Database,
  path: string,
  watcher: Pick<ImportWatcher, 'progress' | 'nextPage'>,
): Promise<StreetReport> {
  let [features, pieces, leftOut] = [0, 0, 0];
  let waiting: StreetPiece[] = [];
  await forgetStreets(db);
  for await (const { json, bytesRead } of featuresIn(path, (href) => watcher.nextPage(href))) {
    const found = piecesOf(json);
    if (found.length === 0) leftOut++;
    waiting.push(...found);
    pieces += found.length;
    watcher.progress(++features, bytesRead);
    if (waiting.length < together) continue;
    await saveStreets(db, waiting);
    waiting = [];
  }
  await saveStreets(db, waiting);
  return { pieces, leftOut };
}

/**
 * Puts the streets of a GeoJSON file in the place of those that are there; all or nothing.
 * @throws {CommandError} when the file cannot be read to its end
 */
export const importStreets = (
  store: Store,
  path: string,
  watcher: Pick<ImportWatcher, 'progress' | 'nextPage'>,
): Promise<StreetReport> => store.transaction((db) => readInto(db, path, watcher));
