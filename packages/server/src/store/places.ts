import type { MapPlace } from '@buurt/domain';
import { sql, type RawBuilder } from 'kysely';
import { isAnyOf, type InitiativeFilter } from './initiative-page.js';
import { searchFor } from './initiative-search.js';
import { published } from './initiatives.js';
import type { Database, Store } from './open.js';

/** More seldom fit in the two mebibytes that a widget reads, and no buurt has as many. */
const mostPlaces = 5_000;

interface PlacesFound {
  /** All that fit, also without a place. */
  readonly total: number;
  readonly withoutPlace: number;
  /** Newest first. */
  readonly places: readonly MapPlace[];
}

async function read(db: Database, { buurt, status, theme, q }: InitiativeFilter): Promise<PlacesFound> {
  const fits: RawBuilder<boolean> = q === undefined ? sql`true` : await searchFor(db, q);
  const rows = await published(db)
    .where('buurt_code', '=', buurt)
    .where(isAnyOf('status', status))
    .where(isAnyOf('theme', theme))
    .where(fits)
    .select(['id', 'title', 'status', 'theme', 'support_count as supportCount', 'address', 'lat', 'lon'])
    .select(sql<number>`count(*) over ()::int`.as('total'))
    .select(sql<number>`count(*) filter (where lat is null) over ()::int`.as('withoutPlace'))
    .orderBy(sql`lat is null`)
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostPlaces)
    .execute();
  const { total, withoutPlace } = rows[0] ?? { total: 0, withoutPlace: 0 };
  const places = rows.flatMap(({ lat, lon, total: _, withoutPlace: __, ...place }) =>
    lat === null || lon === null ? [] : [{ ...place, lat, lon }],
  );
  return { total, withoutPlace, places };
}

/** Where the initiatives of a buurt are: those that fit. */
export const placesOf = (store: Store, filter: InitiativeFilter): Promise<PlacesFound> =>
  filter.q === undefined ? read(store.db, filter) : store.transaction((db) => read(db, filter));
