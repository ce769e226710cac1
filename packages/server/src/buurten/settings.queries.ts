import { sql, type Transaction } from 'kysely';
import type { Database } from '../db/open.js';
import type { SettingsOverrides, Tables } from '../db/tables.js';

/** The codes of the buurten of a municipality, or of all. */
export async function findBuurtCodes(db: Database, municipality?: string): Promise<string[]> {
  const rows = await db
    .selectFrom('buurt')
    .select('code')
    .$if(municipality !== undefined, (query) =>
      query.where(sql`lower(municipality)`, '=', (municipality ?? '').toLowerCase()),
    )
    .orderBy('code')
    .execute();
  return rows.map(({ code }) => code);
}

/** The first municipalities that have a buurt here, in the order of their names. */
export async function findMunicipalities(db: Database, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('buurt')
    .select('municipality')
    .distinct()
    .orderBy('municipality')
    .limit(limit)
    .execute();
  return rows.map(({ municipality }) => municipality);
}

/** What these buurten set themselves; nobody else changes it until the transaction ends. */
export const lockSettings = (db: Transaction<Tables>, codes: readonly string[]) =>
  db
    .selectFrom('buurt')
    .select(['code', 'name', 'settings'])
    .where('code', 'in', codes)
    .orderBy('code')
    .forUpdate()
    .execute();

export async function updateSettings(
  db: Transaction<Tables>,
  code: string,
  settings: SettingsOverrides,
): Promise<void> {
  await db
    .updateTable('buurt')
    .set({ settings: JSON.stringify(settings) })
    .where('code', '=', code)
    .execute();
}
