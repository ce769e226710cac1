import type { Figure } from '@buurt/domain/geo/map-place.js';
import { dutchDay } from '@buurt/domain/wire/dutch-time.js';
import { sql } from 'kysely';
import { published } from '../initiatives/initiatives.queries.js';
import type { Database } from '../db/open.js';

/** Where the operator did not say who counted. */
const operator = 'opgave van de organisatie';

/** The day in the Netherlands, so that who asks twice a day gets the same answer. */
const dayOf = (now: Date): string => `${dutchDay(now)}T00:00:00.000Z`;

const countedByUs = (kind: Figure['kind'], value: number, now: Date): Figure => ({
  ...{ kind, value, source: null, at: dayOf(now) },
});

/** What is known of a buurt in numbers. Initiatives that nobody published do not count. */
export async function figuresOf(db: Database, code: string, now: Date): Promise<Figure[]> {
  const buurt = await db
    .selectFrom('buurt')
    .select(['households', 'households_source', 'households_at'])
    .where('code', '=', code)
    .executeTakeFirst();
  const { initiatives, neighbours } = await published(db)
    .where('buurt_code', '=', code)
    .select([
      sql<number>`count(*)::int`.as('initiatives'),
      sql<number>`coalesce(sum(offer_count), 0)::int`.as('neighbours'),
    ])
    .executeTakeFirstOrThrow();
  const { granted, spent } = await published(db)
    .innerJoin('promise', 'promise.initiative_id', 'initiative.id')
    .where('buurt_code', '=', code)
    .select([
      sql<number>`coalesce(sum(granted_cents), 0)::bigint`.as('granted'),
      sql<number>`coalesce(sum(spent_cents), 0)::bigint`.as('spent'),
    ])
    .executeTakeFirstOrThrow();
  const { households = null, households_source: source = null, households_at: day = null } = buurt ?? {};
  const at = day === null ? dayOf(now) : `${day}T00:00:00.000Z`;
  const homes: Figure[] =
    households === null ? [] : [{ kind: 'households', value: households, source: source ?? operator, at }];
  return [
    ...homes,
    countedByUs('initiatives', initiatives, now),
    countedByUs('neighbours', neighbours, now),
    countedByUs('grantedCents', Number(granted), now),
    countedByUs('spentCents', Number(spent), now),
  ];
}
