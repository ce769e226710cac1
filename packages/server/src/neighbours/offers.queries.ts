import { sql } from 'kysely';
import type { Database, Store } from '../db/open.js';
import { CommandError } from '../cli/command-error.js';

/** What neighbours offered, with what it is for and how its maker can be reached. */
export const offers = (db: Database) =>
  db
    .selectFrom('offer')
    .innerJoin('initiative', 'initiative.id', 'offer.initiative_id')
    .innerJoin('buurt', 'buurt.code', 'initiative.buurt_code')
    .leftJoin('contact', 'contact.initiative_id', 'initiative.id')
    .selectAll('offer')
    .select(['initiative.reference', 'initiative.title', 'buurt.name as buurt_name'])
    .select(['contact.name as maker', 'contact.email as maker_email', 'contact.phone as maker_phone']);

export type Offer = Awaited<ReturnType<ReturnType<typeof offers>['execute']>>[number];

/** The newest offers, those that nobody has read first. */
export const findNewestOffers = (
  db: Database,
  { onlyNew, limit }: { readonly onlyNew: boolean; readonly limit: number },
): Promise<Offer[]> =>
  offers(db)
    .$if(onlyNew, (query) => query.where('seen_at', 'is', null))
    .orderBy(sql`seen_at is null`, 'desc')
    .orderBy('offer.created_at', 'desc')
    .limit(limit)
    .execute();

/**
 * The offers with these ids.
 * @throws {CommandError} that names each id that none has
 */
export async function offersCalled(db: Database, ids: readonly string[]): Promise<Offer[]> {
  const asked = ids.map((id) => id.toLowerCase());
  const all = await offers(db)
    .where(({ cast, ref }) => cast<string>(ref('offer.id'), 'text'), 'in', asked)
    .execute();
  const missing = asked.filter((id) => !all.some((each) => each.id === id));
  if (missing.length > 0)
    throw new CommandError(`There is no offer ${missing.join(', ')}. Nothing was changed.`);
  return all;
}

/** Takes offers away that are none; resolves to how many. */
export const removeOffers = (store: Store, ids: readonly string[]): Promise<number> =>
  store.transaction(async (db) => {
    const found = await offersCalled(db, ids);
    await db
      .deleteFrom('offer')
      .where(
        'id',
        'in',
        found.map(({ id }) => id),
      )
      .execute();
    return found.length;
  });
