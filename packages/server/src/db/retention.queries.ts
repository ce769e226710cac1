import { sql, type Transaction } from 'kysely';
import { defaultIdeaSettings } from '@buurt/domain/ideas/settings.js';
import { mailboxOf } from '../mail/address.js';
import { eraseOldLogins } from '../staff/staff.queries.js';
import type { Database, DatabaseTransaction, Store } from './open.js';
import type { Tables } from './tables.js';
import { eraseLetterHashes } from '../rounds/letter-orders.queries.js';
import { erasePapers } from '../rounds/paper-ballots.queries.js';
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

/** An offer of nobody: that something was offered still counts. */
const noOffer = { name: null, contact: null, message: '', answer: null };

/** Erases what else of people stands with initiatives that are long over and that nobody but the organisation needed. */
async function eraseAround(db: Transaction<Tables>, at: Date): Promise<void> {
  const remarks = db.selectFrom('remark').select('id').where('initiative_id', 'in', longOver(db, at));
  await db.deleteFrom('remark_report').where('remark_id', 'in', remarks).execute();
  await db
    .deleteFrom('remark')
    .where('review', '<>', 'published')
    .where('initiative_id', 'in', longOver(db, at))
    .execute();
  await db
    .updateTable('remark')
    .set({ name: null })
    .where('name', 'is not', null)
    .where('initiative_id', 'in', longOver(db, at))
    .execute();
  await db.deleteFrom('correction').where('initiative_id', 'in', longOver(db, at)).execute();
  // Answers to questions of which the organisation says that they are shown stay with the idea.
  await sql`
    update initiative set answers = shown.answers
    from (
      select initiative.id, coalesce(jsonb_object_agg(answer.key, answer.value)
        filter (where exists (
          select 1 from jsonb_array_elements(coalesce(buurt.settings -> 'questions', '[]')) as question
          where question ->> 'id' = answer.key and (question ->> 'shown')::boolean)), '{}') as answers
      from initiative join buurt on buurt.code = initiative.buurt_code
        cross join jsonb_each(initiative.answers) as answer
      where initiative.id in ${longOver(db, at)}
      group by initiative.id) as shown
    where shown.id = initiative.id and shown.answers <> initiative.answers`.execute(db);
  // News about what was taken off the site waits until it is shown again.
  await db
    .deleteFrom('mail')
    .where('initiative_id', 'in', longOver(db, at).where('initiative.review', '<>', 'published'))
    .execute();
}

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
      .set(noOffer)
      .where(({ or, eb }) =>
        or([
          ...[eb('contact', 'is not', null), eb('name', 'is not', null)],
          // What was written to a neighbour after their address was erased.
          ...[eb('answer', 'is not', null), eb('message', '<>', '')],
        ]),
      )
      .where('initiative_id', 'in', longOver(db, at))
      .executeTakeFirst();
    await eraseAround(db, at);
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
    await db
      .deleteFrom('handover')
      .where(({ or, eb }) => or([eb('expires_at', '<=', at), eb('initiative_id', 'in', longOver(db, at))]))
      .execute();
    await db.deleteFrom('owner_link_request').where('at', '<', daysBefore(at, 1)).execute();
    await eraseLetterHashes(db);
    await erasePapers(db);
    await eraseOldLogins(db, at);
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

/** How much was erased of somebody. */
export interface Forgotten {
  readonly contacts: number;
  readonly offers: number;
  readonly followers: number;
  /** Requests to take over an idea, from or to them. */
  readonly handovers: number;
  /** Themselves, as somebody who worked here. */
  readonly formerStaff: number;
}

/**
 * Erases everything that leads to somebody, by their e-mail address or telephone number, because they ask for it. The e-mail address
 * that they left beside the telephone number goes too; not the other way round, for a home can share a telephone.
 */
export async function forget(db: DatabaseTransaction, reached: string): Promise<Forgotten> {
  const address = reached.trim().toLowerCase();
  // The last nine digits are the same with and without the number of the country. An address can have as many.
  const number = reached.includes('@') ? '' : reached.replaceAll(/\D/g, '').slice(-9);
  const isThis = (column: string, addresses: readonly string[]) =>
    sql<boolean>`(lower(trim(${sql.ref(column)})) in (${sql.join(addresses)})
      or (${number.length === 9} and position('@' in ${sql.ref(column)}) = 0 and right(regexp_replace(${sql.ref(column)}, '\\D', '', 'g'), 9) = ${number}))`;
  const contacts = await db
    .deleteFrom('contact')
    .where(({ or }) => or([isThis('email', [address]), isThis('phone', [address])]))
    .returning(['initiative_id', 'email'])
    .execute();
  const emails = contacts.flatMap(({ email }) => email?.trim().toLowerCase() ?? []);
  const addresses = [...new Set([address, ...emails])];
  const offers = await db
    .updateTable('offer')
    .set(noOffer)
    .where(isThis('contact', addresses))
    .returning('id')
    .execute();
  const offered = offers.map(({ id }) => id);
  if (offered.length > 0) await db.deleteFrom('mail').where('offer_id', 'in', offered).execute();
  const made = contacts.map(({ initiative_id }) => initiative_id);
  const followers = await db
    .deleteFrom('follower')
    .where(({ or, and, eb }) =>
      or([
        isThis('email', addresses),
        and([eb('is_maker', '=', true), eb('initiative_id', 'in', made.length > 0 ? made : [null])]),
      ]),
    )
    .executeTakeFirst();
  // Who is asked to take over, and what a maker who is forgotten wrote to them.
  const handovers = await db
    .deleteFrom('handover')
    .where(({ or, eb }) =>
      or([isThis('email', addresses), eb('initiative_id', 'in', made.length > 0 ? made : [null])]),
    )
    .executeTakeFirst();
  await db.deleteFrom('confirmation_request').where('mailbox', 'in', addresses.map(mailboxOf)).execute();
  // Whoever still works here must be able to log in: `buurt staff remove` ends that first.
  const staff = await db
    .deleteFrom('staff')
    .where('email', 'in', addresses)
    .where('removed_at', 'is not', null)
    .returning('id')
    .execute();
  // What they did stays, by nobody.
  if (staff.length > 0)
    await db
      .updateTable('act')
      .set({ staff_id: null, staff_name: null })
      .where(
        'staff_id',
        'in',
        staff.map(({ id }) => id),
      )
      .execute();
  return {
    contacts: contacts.length,
    offers: offers.length,
    followers: Number(followers.numDeletedRows),
    handovers: Number(handovers.numDeletedRows),
    formerStaff: staff.length,
  };
}

/** What PostgreSQL does by itself and PGlite does not: makes room of erased rows, counts for the planner. */
export async function tidy({ db }: Store): Promise<void> {
  await sql`vacuum (analyze)`.execute(db);
}
