import type { AnswerBy } from '@buurt/domain/initiatives/initiative.js';
import type { OfferAnswer } from '@buurt/domain/initiatives/my-initiative.js';
import { sql, type Transaction } from 'kysely';
import type { Locale } from '@buurt/domain/wire/locale.js';
import type { Database, Store } from '../db/open.js';
import type { Tables } from '../db/tables.js';
import { CommandError } from '../cli/command-error.js';
import { tellMaker } from '../followers/makers.queries.js';
import { offerText } from '../ideas/maker-texts.js';
import { seeOffers } from './neighbours.queries.js';

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

const idsOf = (found: readonly Offer[]) => found.map(({ id }) => id);

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

/** An offer, and whether a mail with it goes to the maker of the idea now, went before, or cannot go. */
export interface ForwardedOffer {
  readonly offer: Offer;
  readonly outcome: 'goes' | 'went before' | 'no address' | 'erased';
}

/** Mails an offer to the maker of the idea, once. */
async function forward(db: Transaction<Tables>, offer: Offer, at: Date): Promise<ForwardedOffer['outcome']> {
  const { id, initiative_id, title, name, contact, forwarded_at } = offer;
  if (forwarded_at !== null) return 'went before';
  if (name === null || contact === null) return 'erased';
  const textIn = (locale: Locale) => offerText(title, { ...offer, name, contact }, locale);
  if (!(await tellMaker(db, initiative_id, { kind: 'offer', offer_id: id }, textIn, at))) return 'no address';
  await db.updateTable('offer').set({ forwarded_at: at }).where('id', '=', id).execute();
  return 'goes';
}

/** Mails an offer that was made just now to the maker of the idea, if mails go to them. */
export async function forwardNewOffer(db: Transaction<Tables>, id: string, at: Date): Promise<void> {
  await forward(db, await offers(db).where('offer.id', '=', id).executeTakeFirstOrThrow(), at);
}

/** Mails offers to the makers of the ideas, each once. */
export const forwardOffers = (store: Store, ids: readonly string[], at: Date): Promise<ForwardedOffer[]> =>
  store.transaction(async (db) => {
    // Two operators at once wait for each other, so that no maker is told twice.
    await db
      .selectFrom('offer')
      .select('id')
      .where('id', 'in', idsOf(await offersCalled(db, ids)))
      .orderBy('id')
      .forUpdate()
      .execute();
    const forwarded: ForwardedOffer[] = [];
    for (const offer of await offersCalled(db, ids)) {
      const outcome = await forward(db, offer, at);
      if (outcome === 'goes') await seeOffers(db, [offer.id], at);
      forwarded.push({ offer, outcome });
    }
    return forwarded;
  });

/** What is answered to a neighbour who wants to join, and by whom. */
export interface AnswerToOffer extends OfferAnswer {
  readonly by: AnswerBy;
}

/** Keeps what is answered to a neighbour who wants to join; from then on they count, or no longer. */
export async function answerOffer(
  db: Transaction<Tables>,
  offerId: string,
  { outcome, text, by }: AnswerToOffer,
  at: Date,
): Promise<void> {
  await db
    .updateTable('offer')
    .set({ outcome, answer: text.trim() || null, answered_by: by, answered_at: at })
    .where('id', '=', offerId)
    .execute();
}

/** Answers offers in the place of a maker who cannot; resolves to those that were answered. */
export const answerOffers = (
  store: Store,
  ids: readonly string[],
  answer: OfferAnswer,
  at: Date,
): Promise<Offer[]> =>
  store.transaction(async (db) => {
    const found = await offersCalled(db, ids);
    for (const { id } of found.toSorted((a, b) => a.id.localeCompare(b.id))) {
      await answerOffer(db, id, { ...answer, by: 'organisation' }, at);
      await seeOffers(db, [id], at);
    }
    return found;
  });

/** Takes offers away that are none; resolves to how many. */
export const removeOffers = (store: Store, ids: readonly string[]): Promise<number> =>
  store.transaction(async (db) => {
    const found = await offersCalled(db, ids);
    await db.deleteFrom('offer').where('id', 'in', idsOf(found)).execute();
    return found.length;
  });
