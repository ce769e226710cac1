import type { DeskMails } from '@buurt/domain/desk/mails.js';
import { sql, type RawBuilder } from 'kysely';
import type { BuurtBound } from '../acts/within.js';
import type { Database, DatabaseTransaction } from '../db/open.js';
import { mailCauseOf } from './mail-cause.js';
import { firstTryAt } from './retry-pauses.js';

const address = sql<string>`coalesce(follower.email, staff.email, handover.email, offer.contact, '')`;

/** All mails with whom they go to, and the initiative and the buurt that they are about, if any. */
const mails = (db: Database) =>
  db
    .selectFrom('mail')
    .leftJoin('follower', 'follower.id', 'mail.follower_id')
    .leftJoin('offer', 'offer.id', 'mail.offer_id')
    .leftJoin('staff', 'staff.id', 'mail.staff_id')
    .leftJoin('handover', 'handover.id', 'mail.handover_id')
    .leftJoin('initiative', (join) =>
      join.on(
        'initiative.id',
        '=',
        sql<string>`coalesce(mail.initiative_id, follower.initiative_id, handover.initiative_id)`,
      ),
    )
    .leftJoin('buurt', (join) =>
      join.on('buurt.code', '=', sql<string>`coalesce(initiative.buurt_code, follower.buurt_code)`),
    );

/** Mails that were refused and then those that wait, at most `limit` of them, and how many there are. */
export async function findWaitingMails(db: Database, limit: number) {
  const { total } = await mails(db)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await mails(db)
    .select(['mail.id', 'mail.kind', 'mail.tries', 'mail.next_at', 'mail.failed_at', 'mail.reason'])
    .select(address.as('email'))
    .orderBy(sql`mail.failed_at is null`)
    .orderBy('mail.position')
    .limit(limit)
    .execute();
  return { total: Number(total), rows };
}

const inBuurten = (buurten: BuurtBound): RawBuilder<boolean> =>
  buurten === 'all' ? sql<boolean>`true` : sql<boolean>`buurt.code = any(${[...buurten]}::text[])`;

/** Tried, and not taken; one that waits for its time, or is on its way, is neither. */
const wasNotTaken = sql<boolean>`(mail.failed_at is not null or mail.reason is not null)`;

/** What was not taken of mails of these buurten, given up first; those of no buurt are for who may see all. */
export async function mailsForDesk(
  db: Database,
  { buurten, addressesIn, limit }: { buurten: BuurtBound; addressesIn: BuurtBound; limit: number },
): Promise<DeskMails> {
  const { count, waiting } = await mails(db)
    .select(sql<number>`count(*) filter (where ${wasNotTaken})::int`.as('count'))
    .select(sql<number>`count(*) filter (where not ${wasNotTaken})::int`.as('waiting'))
    .where(inBuurten(buurten))
    .executeTakeFirstOrThrow();
  const rows = await mails(db)
    .select(['mail.id', 'mail.kind', 'mail.tries', 'mail.next_at', 'mail.failed_at', 'mail.reason'])
    .select(['buurt.code', 'buurt.name', 'initiative.id as ideaId', 'initiative.title'])
    .select(
      sql<string | null>`case when ${inBuurten(addressesIn)} then nullif(${address}, '') end`.as('address'),
    )
    .select(inBuurten(addressesIn).as('isContactShown'))
    .where(inBuurten(buurten))
    .where(wasNotTaken)
    .orderBy(sql`mail.failed_at is null`)
    .orderBy('mail.position')
    .limit(limit)
    .execute();
  return {
    mails: rows.map(({ id, kind, tries, next_at, failed_at, reason, ...row }) => ({
      ...{ id, kind, tries, address: row.address },
      buurt: row.code === null ? null : { code: row.code, name: row.name ?? row.code },
      idea: row.ideaId === null ? null : { id: row.ideaId, title: row.title ?? '' },
      since: firstTryAt(tries, next_at).toISOString(),
      nextAt: failed_at ? null : next_at.toISOString(),
      cause: mailCauseOf(reason ?? ''),
      // Many a server names the mailbox in it, which is a name of somebody.
      reason: row.isContactShown ? reason : null,
    })),
    ...{ count, waiting },
  };
}

/** A mail that was not taken, held, with its buurt; undefined where there is none in these buurten. */
export async function holdRefusedMail(db: DatabaseTransaction, id: string, buurten: BuurtBound) {
  return mails(db)
    .select(['mail.id', 'mail.kind', 'mail.handover_id as handoverId', 'buurt.code as buurtCode'])
    .where('mail.id', '=', id)
    .where(inBuurten(buurten))
    .where(wasNotTaken)
    .forUpdate('mail')
    .executeTakeFirst();
}

/** Lets mails go again that were refused or put off; resolves to the ids of those. */
export async function retryMails(db: Database, ids: readonly string[], at: Date): Promise<string[]> {
  const rows = await db
    .updateTable('mail')
    .set({ failed_at: null, tries: 0, reason: null, next_at: at })
    .where(
      sql<string>`id::text`,
      'in',
      ids.map((id) => id.toLowerCase()),
    )
    // One that waits for its time, as the digest of tomorrow, is not made to go sooner.
    .where(wasNotTaken)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}
