import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { hold } from '../db/locks.js';
import type { Database, DatabaseTransaction } from '../db/open.js';

const dayMs = 24 * 60 * 60 * 1000;
/** So many times a day the links of a maker go to one mailbox, whoever asks. */
const mostInADay = 3;

/** Makers with an address that they confirmed, whose initiative has not ended. */
const makers = (db: Database) =>
  db
    .selectFrom('follower')
    .innerJoin('initiative', 'initiative.id', 'follower.initiative_id')
    .where('follower.is_maker', '=', true)
    .where('follower.confirmed_at', 'is not', null)
    .where('initiative.ended_at', 'is', null);

/**
 * Has the links of their initiatives mailed to a maker. The same statements run, and a row is written, also when nobody has
 * this address, so that the time that it takes hardly tells who made something.
 */
export async function requestOwnerLinks(
  db: DatabaseTransaction,
  email: string,
  mailboxHash: string,
  at: Date,
): Promise<void> {
  await hold(db, 'owner link requests', mailboxHash);
  const { count } = await db
    .selectFrom('owner_link_request')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('mailbox_hash', '=', mailboxHash)
    .where('at', '>', new Date(at.getTime() - dayMs))
    .executeTakeFirstOrThrow();
  const goes = Number(count) < mostInADay;
  if (goes) await db.insertInto('owner_link_request').values({ mailbox_hash: mailboxHash, at }).execute();
  const [maker] = await makers(db)
    .select('follower.id')
    .where(sql`lower(follower.email)`, '=', email.toLowerCase())
    .orderBy('follower.asked_at', 'desc')
    .orderBy('follower.id')
    .limit(1)
    .forKeyShare('follower')
    .execute();
  // One that waits still will have all that there is when it is sent.
  await sql`
    insert into mail (id, follower_id, kind, subject, text, next_at)
    select ${randomUUID()}::uuid, follower.id, 'ownerLinks', '', '', ${at}::timestamptz from follower
    where id = ${maker?.id ?? null}::uuid and ${goes}::boolean and not exists (
      select 1 from mail where follower_id = follower.id and kind = 'ownerLinks' and failed_at is null)`.execute(
    db,
  );
}

/** What the maker with this row made that has not ended, all under the same address. */
export const findOwnInitiatives = (db: Database, followerId: string) =>
  makers(db)
    .select(['initiative.id', 'initiative.title', 'initiative.owner_key_generation as keyGeneration'])
    .where(
      sql`lower(follower.email)`,
      '=',
      sql<string>`(select lower(email) from follower where id = ${followerId}::uuid)`,
    )
    .orderBy('initiative.created_at', 'desc')
    .orderBy('initiative.id')
    .execute();
