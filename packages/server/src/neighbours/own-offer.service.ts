import { followByMail, unfollow } from '../followers/followers.queries.js';
import { tellMaker } from '../followers/makers.queries.js';
import type { DatabaseTransaction } from '../db/open.js';
import { withdrawnOfferText } from '../ideas/maker-texts.js';
import { isAddress } from '../makers/my-initiative.queries.js';
import { holdOwnOffer, keepWithdrawal, mayBeDelivered, type Offer } from './offers.queries.js';

/** The address at which a neighbour can hear what becomes of what they joined, if they left one. */
export const addressIn = ({ outcome, contact }: Offer): string | undefined =>
  outcome !== 'withdrawn' && isAddress(contact) ? contact : undefined;

/** Tells the neighbour who made an offer what becomes of the initiative, from now on; does nothing where they left no address. */
export async function followOwnOffer(db: DatabaseTransaction, id: string, at: Date): Promise<void> {
  const offer = await holdOwnOffer(db, id);
  if (!offer) return;
  const { initiative_id, locale } = offer;
  const email = addressIn(offer);
  if (email !== undefined) await followByMail(db, initiative_id, { email, locale }, at);
}

/**
 * Takes an offer back for the neighbour who made it, once; whoever read it in a mail is told. Does nothing where it was taken
 * back before, is gone, or is nobody's any more.
 */
export async function withdrawOffer(db: DatabaseTransaction, id: string, at: Date): Promise<void> {
  const offer = await holdOwnOffer(db, id);
  if (!offer || offer.outcome === 'withdrawn') return;
  const isTold = await mayBeDelivered(db, offer);
  if (offer.contact !== null) await unfollow(db, offer.initiative_id, offer.contact);
  await keepWithdrawal(db, id, at);
  if (!isTold) return;
  const { initiative_id, title, kinds } = offer;
  const about = { kind: 'offer', offer_id: id } as const;
  await tellMaker(db, initiative_id, about, (locale) => withdrawnOfferText(title, kinds, locale), at);
}
