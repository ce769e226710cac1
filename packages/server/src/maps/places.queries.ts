import type { MapPlace } from '@buurt/domain/geo/map-place.js';
import { sql, type NotNull, type RawBuilder } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { isAnyOf, type InitiativeFilter } from '../initiatives/page.queries.js';
import { searchFor } from '../initiatives/search.queries.js';
import { published } from '../initiatives/initiatives.queries.js';
import type { Database, Store } from '../db/open.js';

/** More seldom fit in the two mebibytes that a widget reads, and no buurt has as many. */
const mostPlaces = 5_000;

interface PlaceList {
  /** All that fit, also without a place. */
  readonly total: number;
  readonly withoutPlace: number;
  /** Newest first. */
  readonly places: readonly MapPlace[];
}

/** In one statement, so that counts and places are of the same moment; as JSON, which is read in one go. */
async function read(db: Database, { buurt, status, theme, q }: InitiativeFilter): Promise<PlaceList> {
  const words: RawBuilder<boolean> = q === undefined ? sql`true` : await searchFor(db, q);
  const fitting = published(db)
    .where('buurt_code', '=', buurt)
    .where(isAnyOf('status', status))
    .where(isAnyOf('theme', theme))
    .where(words);
  const newest = fitting
    .where('lat', 'is not', null)
    .where('lon', 'is not', null)
    .select(['id', 'title', 'status', 'theme', 'support_count as supportCount', 'address', 'lat', 'lon'])
    .$narrowType<{ lat: NotNull; lon: NotNull }>()
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostPlaces);
  return db
    .selectNoFrom([
      fitting
        .select(sql<number>`count(*)::int`.as('total'))
        .$asScalar()
        .$notNull()
        .as('total'),
      fitting
        .where('lat', 'is', null)
        .select(sql<number>`count(*)::int`.as('count'))
        .$asScalar()
        .$notNull()
        .as('withoutPlace'),
      jsonArrayFrom(newest).as('places'),
    ])
    .executeTakeFirstOrThrow();
}

/** Where the initiatives of a buurt are: those that fit. */
export const placesOf = (store: Store, filter: InitiativeFilter): Promise<PlaceList> =>
  filter.q === undefined ? read(store.db, filter) : store.transaction((db) => read(db, filter));
