import { boundsOf, type Border, type Bounds } from '@buurt/domain/geo/border.js';
import { simplified } from '@buurt/domain/geo/simplify.js';
import { sql } from 'kysely';
import type { Database } from '../db/open.js';

export type BordersWanted = { readonly codes: readonly string[] } | { readonly municipality: string };

export interface BuurtBorder {
  readonly code: string;
  readonly name: string;
  /** Published ones. */
  readonly initiativeCount: number;
  readonly border: Border;
}

const mostBuurten = 1000;

/** Half a pixel of a picture that is so wide, in degrees of latitude. */
export const halfPixel = ({ west, south, east }: Bounds, width: number): number =>
  ((east - west) * Math.cos((south * Math.PI) / 180)) / width / 2;

/** Simpler together, so that those that touch still do. */
export function simpler<T extends { readonly border: Border }>(
  buurten: readonly T[],
  tolerance: number,
): readonly T[] {
  const borders = simplified(
    buurten.map(({ border }) => border),
    tolerance,
  );
  return buurten.map((each, index) => ({ ...each, border: borders[index] ?? each.border }));
}

/** The borders of these buurten, by code, as a picture so wide can show them: nothing is further off than half a pixel. */
export async function boundariesOf(
  db: Database,
  wanted: BordersWanted,
  width: number | undefined,
): Promise<readonly BuurtBorder[]> {
  const rows = await db
    .selectFrom('buurt')
    .select(['code', 'name', 'border'])
    .select(({ selectFrom }) =>
      selectFrom('initiative')
        .whereRef('initiative.buurt_code', '=', 'buurt.code')
        .where('initiative.review', '=', 'published')
        .select(sql<number>`count(*)::int`.as('count'))
        .as('initiativeCount'),
    )
    .$if('codes' in wanted, (query) => query.where('code', 'in', 'codes' in wanted ? wanted.codes : []))
    .$if('municipality' in wanted, (query) =>
      query.where(
        sql<boolean>`lower(municipality) = lower(${'municipality' in wanted ? wanted.municipality : ''})`,
      ),
    )
    .orderBy('code')
    .limit(mostBuurten)
    .execute();
  const buurten = rows.map((row) => ({ ...row, initiativeCount: row.initiativeCount ?? 0 }));
  if (width === undefined) return buurten;
  const all = boundsOf({
    type: 'MultiPolygon',
    coordinates: rows.flatMap(({ border }) => border.coordinates),
  });
  return simpler(buurten, halfPixel(all, width));
}
