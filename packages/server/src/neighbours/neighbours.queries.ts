import { randomUUID } from 'node:crypto';
import type { InitiativeStatus } from '@buurt/domain/initiatives/initiative-status.js';
import type { NewOffer, NewRemark } from '@buurt/domain/initiatives/offer.js';
import type { Database } from '../db/open.js';

/** Where a published initiative stands; undefined when there is none. */
export async function statusOf(db: Database, initiativeId: string): Promise<InitiativeStatus | undefined> {
  const row = await db
    .selectFrom('initiative')
    .select('status')
    .where('id', '=', initiativeId)
    .where('review', '=', 'published')
    .executeTakeFirst();
  return row?.status;
}

export async function addOffer(
  db: Database,
  initiativeId: string,
  offer: NewOffer,
  at: Date,
): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('offer')
    .values({
      id,
      initiative_id: initiativeId,
      kinds: [...offer.kinds],
      message: offer.message.trim(),
      name: offer.name.trim(),
      contact: offer.contact.trim(),
      ...(offer.locale && { locale: offer.locale }),
      created_at: at,
    })
    .execute();
  return id;
}

/** Keeps that somebody of the organisation has read these offers. */
export async function seeOffers(db: Database, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('offer')
    .set({ seen_at: at })
    .where('id', 'in', ids)
    .where('seen_at', 'is', null)
    .execute();
}

/** A remark waits until somebody read it. */
export async function addRemark(
  db: Database,
  initiativeId: string,
  remark: NewRemark,
  at: Date,
): Promise<string> {
  const id = randomUUID();
  const { stance, text, name } = remark;
  await db
    .insertInto('remark')
    .values({
      id,
      initiative_id: initiativeId,
      stance,
      text: text.trim(),
      name: name.trim() || null,
      created_at: at,
    })
    .execute();
  return id;
}
