import { boundsOf } from '@buurt/domain/geo/border.js';
import { sql } from 'kysely';
import type { Database } from '../db/open.js';
import type { ImportedBuurt } from '../cli/buurt-feature.js';

export interface Saved {
  readonly added: number;
  readonly updated: number;
}

/** Who counted the households, and of which day (`YYYY-MM-DD`) that is; else of the year in the file, else today. */
export interface Counted {
  readonly source?: string | undefined;
  readonly day?: string | undefined;
  readonly today: string;
}

function householdsOf({ households, year }: ImportedBuurt, { source, day, today }: Counted) {
  if (households === null) return { households, households_source: null, households_at: null };
  const ofYear = year === null ? today : `${String(year)}-01-01`;
  return { households, households_source: source ?? null, households_at: day ?? ofYear };
}

/**
 * Adds buurten and refreshes the ones that are there, all or none; each code at most once. The corporation's settings
 * stay, and so does a number of households that the file does not know.
 */
export async function saveBuurten(
  db: Database,
  buurten: readonly ImportedBuurt[],
  counted: Counted,
): Promise<Saved> {
  if (buurten.length === 0) return { added: 0, updated: 0 };
  const rows = await db
    .insertInto('buurt')
    .values(
      buurten.map((buurt) => ({
        ...{ code: buurt.code, name: buurt.name, municipality: buurt.municipality },
        ...householdsOf(buurt, counted),
        border: JSON.stringify(buurt.border),
        ...boundsOf(buurt.border),
      })),
    )
    .onConflict((conflict) =>
      conflict.column('code').doUpdateSet(({ ref, fn }) => ({
        name: ref('excluded.name'),
        municipality: ref('excluded.municipality'),
        households: fn.coalesce('excluded.households', 'buurt.households'),
        households_source: sql`case when excluded.households is null then buurt.households_source else excluded.households_source end`,
        households_at: sql`case when excluded.households is null then buurt.households_at else excluded.households_at end`,
        border: sql`excluded.border`,
        west: ref('excluded.west'),
        south: ref('excluded.south'),
        east: ref('excluded.east'),
        north: ref('excluded.north'),
      })),
    )
    .returning(sql<boolean>`xmax = 0`.as('added'))
    .execute();
  const added = rows.filter((row) => row.added).length;
  return { added, updated: rows.length - added };
}
