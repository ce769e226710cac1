import { sql } from 'kysely';
import type { Database } from '../db/open.js';

/** Mails that were refused and then those that wait, at most `limit` of them, and how many there are. */
export async function findWaitingMails(db: Database, limit: number) {
  const mails = db
    .selectFrom('mail')
    .leftJoin('follower', 'follower.id', 'mail.follower_id')
    .leftJoin('offer', 'offer.id', 'mail.offer_id')
    .leftJoin('staff', 'staff.id', 'mail.staff_id')
    .leftJoin('handover', 'handover.id', 'mail.handover_id');
  const { total } = await mails
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await mails
    .select(['mail.id', 'mail.kind', 'mail.tries', 'mail.next_at', 'mail.failed_at', 'mail.reason'])
    .select(sql<string>`coalesce(follower.email, staff.email, handover.email, offer.contact, '')`.as('email'))
    .orderBy(sql`mail.failed_at is null`)
    .orderBy('mail.position')
    .limit(limit)
    .execute();
  return { total: Number(total), rows };
}

/** Lets mails go again that were refused or put off; resolves to the ids of those. */
export async function retryMails(db: Database, ids: readonly string[], at: Date): Promise<string[]> {
  const rows = await db
    .updateTable('mail')
    .set({ failed_at: null, tries: 0, next_at: at })
    .where(
      sql<string>`id::text`,
      'in',
      ids.map((id) => id.toLowerCase()),
    )
    // One that waits for its time, as the digest of tomorrow, is not made to go sooner.
    .where(({ or, eb }) => or([eb('failed_at', 'is not', null), eb('tries', '>', 0)]))
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}
