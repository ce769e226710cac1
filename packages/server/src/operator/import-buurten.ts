import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { boundsOf } from '@buurt/domain';
import { sql } from 'kysely';
import type { OperatorIo } from '../operator-socket.js';
import type { Store } from '../store/open.js';
import { buurtFrom, featureName, Refusal, type ImportedBuurt } from './buurt-feature.js';
import { Mistake } from './mistake.js';

async function featuresOf(path: string, name: string): Promise<unknown[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Mistake(
      `${name} cannot be read: ${error.code === 'ENOENT' ? 'there is no such file' : error.message}.`,
    );
  });
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Mistake(`${name} is not JSON: ${(error as Error).message}.`);
  }
  const { type, features } = (json ?? {}) as { type?: unknown; features?: unknown };
  if (type !== 'FeatureCollection' || !Array.isArray(features))
    throw new Mistake(`${name} is not a GeoJSON FeatureCollection.`);
  return features as unknown[];
}

const rowOf = ({ border, ...buurt }: ImportedBuurt) => ({
  ...buurt,
  ...boundsOf(border),
  border: JSON.stringify(border),
});

/** Adds buurten, or renews those that are there already; their settings and ideas stay as they are. */
export async function saveBuurten(
  { db }: Pick<Store, 'db'>,
  buurten: readonly ImportedBuurt[],
): Promise<void> {
  const newest = new Map(buurten.map((buurt) => [buurt.code, rowOf(buurt)]));
  if (newest.size === 0) return;
  const renewed = ['name', 'municipality', 'households', 'border', 'west', 'south', 'east', 'north'] as const;
  await db
    .insertInto('buurt')
    .values([...newest.values()])
    .onConflict((conflict) =>
      conflict
        .column('code')
        .doUpdateSet(Object.fromEntries(renewed.map((column) => [column, sql.ref(`excluded.${column}`)]))),
    )
    .execute();
}

const atOnce = 200;

/** Imports every buurt of a GeoJSON file, and names each feature that it refuses with the reason. */
export async function importBuurten(file: string, io: OperatorIo, store: Store): Promise<number> {
  const features = await featuresOf(resolve(io.cwd, file), file);
  let [saved, refused] = [0, 0];
  for (let start = 0; start < features.length; start += atOnce) {
    const good: ImportedBuurt[] = [];
    for (const [index, feature] of features.slice(start, start + atOnce).entries()) {
      try {
        good.push(buurtFrom(feature));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refused += 1;
        io.err(`Refused ${featureName(feature, start + index + 1)}: ${error.message}.\n`);
      }
    }
    await saveBuurten(store, good);
    saved += good.length;
    if (features.length > atOnce)
      showProgress(io, Math.min(start + atOnce, features.length), features.length);
  }
  io.out(`${String(saved)} buurten imported, ${String(refused)} features refused.\n`);
  return saved > 0 ? 0 : 1;
}

function showProgress(io: OperatorIo, done: number, all: number): void {
  if (io.isTty) io.out(`\r${String(done)} of ${String(all)} features${done === all ? '\n' : ''}`);
  else if (done === all || done % 2000 === 0) io.out(`${String(done)} of ${String(all)} features\n`);
}
