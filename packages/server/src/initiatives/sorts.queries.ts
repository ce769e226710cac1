import type { InitiativeSort } from '@buurt/domain/initiatives/initiative-list.js';
import { sql, type RawBuilder } from 'kysely';

/** How a list is sorted; a seed shuffles, and the nearest are the nearest to somewhere. */
export interface SortOrder {
  readonly sort: InitiativeSort;
  readonly near?: { readonly lat: number; readonly lon: number } | undefined;
  readonly seed?: number | undefined;
}

/** What a list is sorted by; its type in the database; whether the most comes first. */
export interface SortKey {
  readonly key: RawBuilder<unknown>;
  readonly type: RawBuilder<unknown>;
  readonly descending: boolean;
  /** The key as it was when the first page was read, for keys that change while somebody turns pages. */
  readonly past?: RawBuilder<unknown>;
}

const integer = sql`integer`;
const moment = sql`timestamptz`;
const never = sql`'1970-01-01 00:00:00+00'::timestamptz`;

/** As the columns of `past` say, where it has a row. */
const asItWas = (column: 'support_count' | 'help_missing' | 'news_at') =>
  sql`case when past.initiative_id is null then ${sql.ref(`initiative.${column}`)} else ${sql.ref(`past.${column}`)} end`;

/** Square of the distance in degrees of latitude: flat, which does at the size of a buurt. Without a place: last. */
function distance({ lat, lon }: { readonly lat: number; readonly lon: number }): RawBuilder<unknown> {
  const [here, east] = [sql`${lat}::double precision`, sql`${lon}::double precision`];
  return sql`coalesce(power(initiative.lat - ${here}, 2)
    + power((initiative.lon - ${east}) * cos(radians(${here})), 2), 1e9::double precision)`;
}

/** The key of each way to sort; after it, the id decides. */
export function sortKeyOf({ sort, near = { lat: 0, lon: 0 }, seed = 0 }: SortOrder): SortKey {
  switch (sort) {
    case 'new':
      return { key: sql`initiative.published_at`, type: moment, descending: true };
    case 'support':
      return {
        key: sql`initiative.support_count`,
        past: asItWas('support_count'),
        type: integer,
        descending: true,
      };
    case 'help':
      return {
        key: sql`initiative.help_missing`,
        past: asItWas('help_missing'),
        type: integer,
        descending: true,
      };
    case 'news':
      return {
        key: sql`coalesce(initiative.news_at, ${never})`,
        past: sql`coalesce(${asItWas('news_at')}, ${never})`,
        type: moment,
        descending: true,
      };
    case 'near':
      return { key: distance(near), type: sql`double precision`, descending: false };
    case 'random':
      return {
        key: sql`uuid_hash_extended(initiative.id, ${seed}::bigint)`,
        type: sql`bigint`,
        descending: false,
      };
  }
}
