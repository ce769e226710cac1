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

/** What buurten set themselves from now on. */
export async function updateSettings(
  db: Transaction<Tables>,
  buurten: readonly { readonly code: string; readonly settings: SettingsOverrides }[],
): Promise<void> {
  const codes = buurten.map(({ code }) => code);
  const settings = buurten.map((buurt) => JSON.stringify(buurt.settings));
  await sql`update buurt set settings = given.settings::jsonb
    from unnest(${codes}::text[], ${settings}::text[]) as given (code, settings)
    where buurt.code = given.code`.execute(db);
}

/** How many buurten there are, and in how many of them each of these settings is another, by its name. */
export async function countDifferent<Key extends string>(
  db: Database,
  values: readonly { readonly key: Key; readonly value: unknown; readonly standard: unknown }[],
): Promise<{ readonly count: number; readonly different: Readonly<Record<Key, number>> }> {
  const json = (value: unknown) => sql`${value === undefined ? null : JSON.stringify(value)}::text::jsonb`;
  const row = await db
    .selectFrom('buurt')
    .select(sql<number>`count(*)::int`.as('count'))
    .select(
      values.map(({ key, value, standard }) =>
        sql<number>`(count(*) filter (where coalesce(settings -> ${key}::text, ${json(standard)})
          is distinct from ${json(value)}))::int`.as(key),
      ),
    )
    .executeTakeFirstOrThrow();
  const { count, ...different } = row as { readonly count: number } & Record<Key, number>;
  return { count, different: different as unknown as Record<Key, number> };
}
