import { boundsOf } from '@buurt/domain';
import { sql } from 'kysely';
import type { Database } from '../store/open.js';
import type { ImportedBuurt } from './buurt-feature.js';

export interface Saved {
  readonly added: number;
  readonly updated: number;
}

/**
 * Adds buurten and refreshes the ones that are there, all or none; each code at most once. The corporation's settings
 * stay, and so does a number of households that the file does not know.
 */
export async function saveBuurten(db: Database, buurten: readonly ImportedBuurt[]): Promise<Saved> {
  if (buurten.length === 0) return { added: 0, updated: 0 };
  const rows = await db
    .insertInto('buurt')
    .values(
      buurten.map(({ border, ...buurt }) => ({
        ...buurt,
        border: JSON.stringify(border),
        ...boundsOf(border),
      })),
    )
    .onConflict((conflict) =>
      conflict.column('code').doUpdateSet(({ ref, fn }) => ({
        name: ref('excluded.name'),
        municipality: ref('excluded.municipality'),
        households: fn.coalesce('excluded.households', 'buurt.households'),
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
