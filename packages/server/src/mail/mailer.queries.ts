import type { Locale } from '@buurt/domain/wire/locale.js';
import { sql } from 'kysely';
import type { Store } from '../db/open.js';
import type { MailFailure } from './transports.js';
import { mostTries, pauseAfter, takenMs } from './retry-pauses.js';

const hourMs = 60 * 60 * 1000;

const hourOf = (at: Date) => new Date(Math.floor(at.getTime() / hourMs) * hourMs);

/** How many were sent in this hour. */
export async function sentThisHour({ db }: Store, at: Date): Promise<number> {
  const row = await db
    .selectFrom('mail_count')
    .select('sent')
    .where('hour', '=', hourOf(at))
    .executeTakeFirst();
  return row?.sent ?? 0;
}

/** Counts one that was sent. */
export async function countSent({ db }: Store, at: Date): Promise<void> {
  await db
    .insertInto('mail_count')
    .values({ hour: hourOf(at), sent: 1 })
    .onConflict((conflict) => conflict.column('hour').doUpdateSet({ sent: sql<number>`mail_count.sent + 1` }))
    .execute();
}

/**
 * What is not on the site is told to its maker alone, and only what was decided about it: other mails wait until the
 * initiative is shown again, or go with it.
 */
export const isShown = sql<boolean>`(kind in ('receipt', 'decision', 'correction', 'photo', 'login', 'handedOver', 'ownerLinks', 'staffDigest', 'lateAnswers', 'report') or not exists (
  select 1 from initiative left join follower on follower.id = mail.follower_id
  where initiative.id = coalesce(mail.initiative_id, follower.initiative_id) and initiative.review <> 'published'))`;

/** Mails that somebody waits for go first. */
const isAwaited = sql`kind in ('login', 'ownerLinks', 'confirm', 'receipt', 'offerReceipt')`;

/** Mails that do not wait for the morning: who reads them asked for them just now, or waits for what is decided. */
export const isUrgent = sql<boolean>`kind in ('login', 'ownerLinks', 'confirm', 'receipt', 'offerReceipt', 'decision')`;

/**
 * The next mail that is due, put off for five minutes so that nobody else takes it meanwhile. Why it was not taken before is
 * gone from then on, so that a mail on its way is not sent again by hand.
 */
export const takeDueMail = ({ db }: Store, at: Date, onlyUrgent: boolean) =>
  db
    .with('due', (query) =>
      query
        .selectFrom('mail')
        .select('id')
        .where('next_at', '<=', at)
        .where('failed_at', 'is', null)
        .where(isShown)
        .$if(onlyUrgent, (due) => due.where(isUrgent))
        .orderBy(isAwaited, 'desc')
        .orderBy('position')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .with('taken', (query) =>
      query
        .updateTable('mail')
        .set(({ eb }) => ({
          ...{ next_at: new Date(at.getTime() + takenMs), tries: eb('tries', '+', 1), reason: null },
        }))
        .where('id', '=', (inner) => inner.selectFrom('due').select('id'))
        .returningAll(),
    )
    .selectFrom('taken')
    .leftJoin('follower', 'follower.id', 'taken.follower_id')
    .leftJoin('offer', (join) =>
      join.onRef('offer.id', '=', 'taken.offer_id').on('taken.follower_id', 'is', null),
    )
    .leftJoin('staff', 'staff.id', 'taken.staff_id')
    .leftJoin('handover', 'handover.id', 'taken.handover_id')
    .leftJoin('initiative', (join) =>
      join.on(
        'initiative.id',
        '=',
        sql<string>`coalesce(follower.initiative_id, offer.initiative_id, handover.initiative_id)`,
      ),
    )
    .leftJoin('buurt', (join) =>
      join.on(
        'buurt.code',
        '=',
        sql<string>`coalesce(initiative.buurt_code, follower.buurt_code,
        (select buurt_code from remark join initiative on initiative.id = initiative_id where remark.id = taken.remark_id),
        (select min(buurt_code) from staff_role where staff_role.staff_id = taken.staff_id))`,
      ),
    )
    .select(['taken.id', 'taken.kind', 'taken.subject', 'taken.text', 'taken.tries'])
    .select(['follower.id as followerId', 'follower.page', 'staff.id as staffId'])
    .select(['handover.id as handoverId', 'taken.remark_id as remarkId', 'offer.id as offerId'])
    .select(sql<string>`coalesce(follower.email, staff.email, handover.email, offer.contact)`.as('email'))
    .select(sql<boolean>`coalesce(follower.is_maker, false)`.as('isMaker'))
    .select(sql<boolean>`taken.kind = 'answer' and offer.outcome = 'joined'`.as('isJoining'))
    .select(
      sql<Locale>`coalesce(follower.locale, staff.locale, handover.locale, offer.locale, 'nl')`.as('locale'),
    )
    .select(sql<string>`coalesce(initiative.title, buurt.name, '')`.as('what'))
    .select(sql<string | null>`coalesce(taken.initiative_id, follower.initiative_id)`.as('initiativeId'))
    .select(['buurt.settings', 'initiative.owner_key_generation as keyGeneration'])
    .executeTakeFirst();
export type TakenMail = NonNullable<Awaited<ReturnType<typeof takeDueMail>>>;

/** Puts off a mail that was not taken, longer each time; one that will not be taken, or was tried too often, has failed. */
export async function putOff(
  { db }: Store,
  { id, tries }: TakenMail,
  failure: MailFailure,
  at: Date,
): Promise<void> {
  const { final, reason } = failure;
  const over = final || tries >= mostTries;
  const next_at = new Date(at.getTime() + pauseAfter(tries));
  await db
    .updateTable('mail')
    .set({ reason, next_at, ...(over ? { failed_at: at } : {}) })
    .where('id', '=', id)
    .execute();
}

/** Takes away a mail that was sent, or has nothing to say any more. */
export async function removeMail({ db }: Pick<Store, 'db'>, id: string): Promise<void> {
  await db.deleteFrom('mail').where('id', '=', id).execute();
}

/** Takes away the request to take over, and with it the address of the maker before and the mail to them. */
export async function removeHandover({ db }: Pick<Store, 'db'>, id: string): Promise<void> {
  await db.deleteFrom('handover').where('id', '=', id).execute();
}
