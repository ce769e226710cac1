import { sql } from 'kysely';
import { defaultIdeaSettings } from '@buurt/domain/ideas/settings.js';
import { mailboxOf } from '../mail/address.js';
import type { Database, Store } from './open.js';
import { loosePhotoLifetimeMs } from '../photos/photo-quota.queries.js';

const dayMs = 24 * 60 * 60 * 1000;
const keysKeptDays = 7;
/** As the mail says that asks to confirm. */
const askedFollowersKeptDays = 7;
/** So long an operator sees that a mail was refused, and why. */
const refusedMailsKeptDays = 7;
/** A cursor is good for one day; what it needs is kept a little longer. */
const rankHistoryDays = 2;

const daysBefore = (at: Date, days: number) => new Date(at.getTime() - days * dayMs);

/** Initiatives that ended so long ago that their buurt no longer keeps who made them and who offered what. */
const longOver = (db: Database, at: Date) =>
  db
    .selectFrom('initiative')
    .innerJoin('buurt', 'buurt.code', 'initiative.buurt_code')
    .select('initiative.id')
    .where('ended_at', 'is not', null)
    .where(
      sql<boolean>`ended_at < ${at}::timestamptz - make_interval(days =>
        coalesce((buurt.settings ->> 'contactKeptDays')::int, ${defaultIdeaSettings.contactKeptDays}::int))`,
    );

/** What one round of erasing took away. */
export interface Erased {
  readonly contacts: number;
  readonly offers: number;
  readonly followers: number;
  readonly photos: number;
  readonly keys: number;
}

/** Erases what must not be kept any longer: the days that were promised to residents are kept here. */
export const erase = (store: Store, at: Date): Promise<Erased> =>
  store.transaction(async (db) => {
    const looseBefore = new Date(at.getTime() - loosePhotoLifetimeMs);
    const contacts = await db
      .deleteFrom('contact')
      .where('initiative_id', 'in', longOver(db, at))
      .executeTakeFirst();
    const offers = await db
      .updateTable('offer')
      .set({ name: null, contact: null, message: '', answer: null })
      .where('contact', 'is not', null)
      .where('initiative_id', 'in', longOver(db, at))
      .executeTakeFirst();
    const followers = await db
      .deleteFrom('follower')
      .where(({ or, and, eb }) =>
        or([
          and([eb('confirmed_at', 'is', null), eb('asked_at', '<', daysBefore(at, askedFollowersKeptDays))]),
          eb('initiative_id', 'in', longOver(db, at)),
        ]),
      )
      .executeTakeFirst();
    const photos = await db
      .deleteFrom('photo')
      .where('initiative_id', 'is', null)
      .where('created_at', '<', looseBefore)
      .executeTakeFirst();
    await db
      .updateTable('photo')
      .set({ source: null })
      .where('source', 'is not', null)
      .where('created_at', '<', daysBefore(at, 1))
      .execute();
    await db.deleteFrom('confirmation_request').where('at', '<', daysBefore(at, 1)).execute();
    await db
      .deleteFrom('source_count')
      .where('day', '<', daysBefore(at, 1).toISOString().slice(0, 10))
      .execute();
    await db
      .deleteFrom('cast_count')
      .where('day', '<', daysBefore(at, 1).toISOString().slice(0, 10))
      .execute();
    await db
      .deleteFrom('idea_source_count')
      .where('day', '<', daysBefore(at, 1).toISOString().slice(0, 10))
      .execute();
    await db.deleteFrom('mail_count').where('hour', '<', daysBefore(at, 1)).execute();
    await db.deleteFrom('mail').where('failed_at', '<', daysBefore(at, refusedMailsKeptDays)).execute();
    await db
      .deleteFrom('initiative_rank_history')
      .where('changed_at', '<', daysBefore(at, rankHistoryDays))
      .execute();
    const keys = await db
      .deleteFrom('idempotency')
      .where(({ or, and, eb }) =>
        or([
          eb('created_at', '<', daysBefore(at, keysKeptDays)),
          and([eb('scope', '=', 'photo'), eb('created_at', '<', looseBefore)]),
        ]),
      )
      .executeTakeFirst();
    return {
      contacts: Number(contacts.numDeletedRows),
      offers: Number(offers.numUpdatedRows),
      followers: Number(followers.numDeletedRows),
      photos: Number(photos.numDeletedRows),
      keys: Number(keys.numDeletedRows),
    };
  });

/** Erases everything that leads to somebody, by his e-mail address or telephone number, because he asks for it. */
export const forget = (store: Store, reached: string): Promise<Omit<Erased, 'photos' | 'keys'>> =>
  store.transaction(async (db) => {
    const address = reached.trim().toLowerCase();
    // The last nine digits are the same with and without the number of the country.
    const number = reached.replaceAll(/\D/g, '').slice(-9);
    const isThis = (column: string) => sql<boolean>`(lower(trim(${sql.ref(column)})) = ${address}
      or (${number.length === 9} and right(regexp_replace(${sql.ref(column)}, '\\D', '', 'g'), 9) = ${number}))`;
    const contacts = await db
      .deleteFrom('contact')
      .where(({ or }) => or([isThis('email'), isThis('phone')]))
      .returning('initiative_id')
      .execute();
    const offers = await db
      .updateTable('offer')
      .set({ name: null, contact: null, message: '', answer: null })
      .where(isThis('contact'))
      .returning('id')
      .execute();
    const offered = offers.map(({ id }) => id);
    if (offered.length > 0) await db.deleteFrom('mail').where('offer_id', 'in', offered).execute();
    const made = contacts.map(({ initiative_id }) => initiative_id);
    const followers = await db
      .deleteFrom('follower')
      .where(({ or, and, eb }) =>
        or([
          isThis('email'),
          // Of a maker who is found by the telephone number, the address goes with it.
          and([eb('is_maker', '=', true), eb('initiative_id', 'in', made.length > 0 ? made : [null])]),
        ]),
      )
      .executeTakeFirst();
    await db.deleteFrom('confirmation_request').where('mailbox', '=', mailboxOf(address)).execute();
    return {
      contacts: contacts.length,
      offers: offers.length,
      followers: Number(followers.numDeletedRows),
    };
  });

/** What PostgreSQL does by itself and PGlite does not: makes room of erased rows, counts for the planner. */
export async function tidy({ db }: Store): Promise<void> {
  await sql`vacuum (analyze)`.execute(db);
}
