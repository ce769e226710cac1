import type { AnswerBy } from '@buurt/domain/initiatives/initiative.js';
import type { OfferAnswer } from '@buurt/domain/initiatives/answers.js';
import { sql } from 'kysely';
import type { Locale } from '@buurt/domain/wire/locale.js';
import type { Database, DatabaseTransaction } from '../db/open.js';
import { isWithin, type BuurtBound } from '../acts/within.js';
import { ActRefused } from '../acts/act-refused.js';
import { tellMaker } from '../followers/makers.queries.js';
import { offerText } from '../ideas/maker-texts.js';

/** What neighbours offered, with what it is for and how its maker can be reached. */
export const offers = (db: Database) =>
  db
    .selectFrom('offer')
    .innerJoin('initiative', 'initiative.id', 'offer.initiative_id')
    .innerJoin('buurt', 'buurt.code', 'initiative.buurt_code')
    .leftJoin('contact', 'contact.initiative_id', 'initiative.id')
    .selectAll('offer')
    .select(['initiative.reference', 'initiative.title', 'initiative.buurt_code', 'buurt.name as buurt_name'])
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
 * @param buurten outside of these, an offer is not there
 * @throws {ActRefused} `not-found`, with each id that none has
 */
export async function offersCalled(
  db: Database,
  ids: readonly string[],
  buurten: BuurtBound = 'all',
): Promise<Offer[]> {
  const asked = ids.map((id) => id.toLowerCase());
  const all = await offers(db)
    .where(({ cast, ref }) => cast<string>(ref('offer.id'), 'text'), 'in', asked)
    .execute();
  const found = all.filter(({ buurt_code }) => isWithin(buurten, buurt_code));
  const missing = asked.filter((id) => !found.some((each) => each.id === id));
  if (missing.length > 0) throw new ActRefused({ code: 'not-found', kind: 'offer', ids: missing });
  return found;
}

/** Holds offers, and their initiatives before them: whoever changes an offer comes to both, in this order. */
async function lockOffers(db: DatabaseTransaction, ids: readonly string[]): Promise<void> {
  await db
    .selectFrom('initiative')
    .select('id')
    .where('id', 'in', ({ selectFrom }) =>
      selectFrom('offer').select('initiative_id').where('offer.id', 'in', ids),
    )
    .orderBy('id')
    .forUpdate()
    .execute();
  await db.selectFrom('offer').select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute();
}

/** Offers as `offersCalled` finds them, held: two at once wait for each other, so that nobody is told twice. */
export async function holdOffers(
  db: DatabaseTransaction,
  ids: readonly string[],
  buurten: BuurtBound = 'all',
): Promise<Offer[]> {
  const found = (await offersCalled(db, ids, buurten)).map(({ id }) => id);
  await lockOffers(db, found);
  return offersCalled(db, ids, buurten);
}

/** Whether a mail with an offer goes to the maker of the idea now, went before, or cannot go. */
export type ForwardOutcome = 'goes' | 'went before' | 'no address' | 'erased';

/** Mails an offer to the maker of the idea, once. */
export async function forwardOffer(db: DatabaseTransaction, offer: Offer, at: Date): Promise<ForwardOutcome> {
  const { id, initiative_id, title, name, contact, forwarded_at } = offer;
  if (forwarded_at !== null) return 'went before';
  if (name === null || contact === null) return 'erased';
  const textIn = (locale: Locale) => offerText(title, { ...offer, name, contact }, locale);
  if (!(await tellMaker(db, initiative_id, { kind: 'offer', offer_id: id }, textIn, at))) return 'no address';
  await db.updateTable('offer').set({ forwarded_at: at }).where('id', '=', id).execute();
  return 'goes';
}

/** An offer that was made just now. */
export const newOffer = (db: DatabaseTransaction, id: string): Promise<Offer> =>
  offers(db).where('offer.id', '=', id).executeTakeFirstOrThrow();

/** An offer that its neighbour can take back, or took back; undefined once it is gone, or nobody's any more. */
export const findOwnOffer = (db: Database, id: string): Promise<Offer | undefined> =>
  offers(db)
    .where('offer.id', '=', id)
    .where(({ or, eb }) => or([eb('offer.name', 'is not', null), eb('offer.outcome', '=', 'withdrawn')]))
    .executeTakeFirst();

/** The same, held until the transaction ends. */
export async function holdOwnOffer(db: DatabaseTransaction, id: string): Promise<Offer | undefined> {
  await lockOffers(db, [id]);
  return findOwnOffer(db, id);
}

/** Keeps that a neighbour took an offer back: who it was and what they wrote goes, and so do mails that tell of it. */
export async function keepWithdrawal(db: DatabaseTransaction, id: string, at: Date): Promise<void> {
  await db.deleteFrom('mail').where('offer_id', '=', id).execute();
  await db
    .updateTable('offer')
    .set({ outcome: 'withdrawn', answered_by: null, answered_at: at })
    .set({ name: null, contact: null, message: '', answer: null })
    .where('id', '=', id)
    .execute();
}

/** Whether the mail that tells the maker of an offer went out, or may have: it does not wait for its first try any more. */
export async function mayBeDelivered(
  db: DatabaseTransaction,
  { id, forwarded_at }: Pick<Offer, 'id' | 'forwarded_at'>,
): Promise<boolean> {
  if (forwarded_at === null) return false;
  const waiting = await db
    .selectFrom('mail')
    .select('id')
    .where('offer_id', '=', id)
    .where('kind', '=', 'offer')
    .where('tries', '=', 0)
    .forUpdate()
    .executeTakeFirst();
  return waiting === undefined;
}

/** What is answered to a neighbour who wants to join, and by whom. */
export interface AnswerToOffer extends OfferAnswer {
  readonly by: AnswerBy;
}

/** Keeps what is answered to a neighbour who wants to join; from then on they count, or no longer. */
export async function answerOffer(
  db: DatabaseTransaction,
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

export const deleteOffers = (db: Database, ids: readonly string[]) =>
  db.deleteFrom('offer').where('id', 'in', ids).execute();
