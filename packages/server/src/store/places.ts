import { sql, type RawBuilder } from 'kysely';
import { isAnyOf, type InitiativeFilter } from './initiative-page.js';
import { searchFor } from './initiative-search.js';
import { published } from './initiatives.js';
import type { Database, Store } from './open.js';

/** More do not fit in the two mebibytes that a widget reads, and no buurt has as many. */
const mostPlaces = 5_000;

async function read(db: Database, { buurt, status, theme, q }: InitiativeFilter) {
  const fits: RawBuilder<boolean> = q === undefined ? sql`true` : await searchFor(db, q);
  const rows = await published(db)
    .where('buurt_code', '=', buurt)
    .where(isAnyOf('status', status))
    .where(isAnyOf('theme', theme))
    .where(fits)
    .select(['id', 'title', 'status', 'theme', 'support_count as supportCount', 'address', 'lat', 'lon'])
    .select(sql<number>`count(*) over ()::int`.as('total'))
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostPlaces)
    .execute();
  return {
    places: rows.map(({ total: _, ...place }) => place),
    total: rows[0]?.total ?? 0,
  };
}

/** What a map shows of the initiatives that fit, newest first, also those without a place. */
export const placesOf = (store: Store, filter: InitiativeFilter): ReturnType<typeof read> =>
  filter.q === undefined ? read(store.db, filter) : store.transaction((db) => read(db, filter));
