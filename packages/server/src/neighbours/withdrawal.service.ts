import { tellMaker } from '../followers/makers.queries.js';
import type { DatabaseTransaction } from '../db/open.js';
import { withdrawnOfferText } from '../ideas/maker-texts.js';
import { holdOwnOffer, keepWithdrawal, mayBeDelivered } from './offers.queries.js';

/**
 * Takes an offer back for the neighbour who made it, once; whoever read it in a mail is told. Does nothing where it was taken
 * back before, is gone, or is nobody's any more.
 */
export async function withdrawOffer(db: DatabaseTransaction, id: string, at: Date): Promise<void> {
  const offer = await holdOwnOffer(db, id);
  if (!offer || offer.outcome === 'withdrawn') return;
  const isTold = await mayBeDelivered(db, offer);
  await keepWithdrawal(db, id, at);
  if (!isTold) return;
  const { initiative_id, title, kinds } = offer;
  const about = { kind: 'offer', offer_id: id } as const;
  await tellMaker(db, initiative_id, about, (locale) => withdrawnOfferText(title, kinds, locale), at);
}
