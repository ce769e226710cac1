import { sql, type Transaction } from 'kysely';
import { undoableSince, undoableUntil } from '../ideas/undo.js';
import { published } from '../initiatives/initiatives.queries.js';
import { hold, share } from '../db/locks.js';
import type { Database, Store } from '../db/open.js';
import type { Tables } from '../db/tables.js';

/** A follower of a buurt gets one digest in so many hours at most: that bounds what a script can have mailed to them. */
const betweenDigestsHours = 24;
/** So many titles stand in a digest; of the others it says how many there are. */
const mostTitles = 10;

/** Initiatives in a buurt that were announced after a position and are shown now. */
const announcedAfter = (db: Database, buurt: string, position: number) =>
  published(db)
    .innerJoin('announcement', 'announcement.initiative_id', 'initiative.id')
    .where('initiative.buurt_code', '=', buurt)
    .where('announcement.position', '>', position);

/**
 * Has a digest wait for followers of a buurt, or for one of them, who did not hear of an announcement yet, one each: due at once, or a day after the
 * last one. One that was refused for good is tried again a day later. Followers are locked before their mails, as where they stop
 * following.
 */
const enqueueDigests = (
  db: Transaction<Tables>,
  of: { readonly buurt: string } | { readonly follower: string },
  position: number,
  at: Date,
) =>
  sql`
    insert into mail (id, follower_id, kind, subject, text, next_at)
    select gen_random_uuid(), follower.id, 'digest', '', '', greatest(${at}::timestamptz,
      digest_sent_at + make_interval(hours => ${sql.lit(betweenDigestsHours)}))
    from follower
    where ${'buurt' in of ? sql`buurt_code = ${of.buurt}` : sql`follower.id = ${of.follower}::uuid`} and confirmed_at is not null and digest_until < ${position}::bigint and not exists (
      select 1 from mail where follower_id = follower.id and kind = 'digest' and failed_at is null)
    order by follower.id
    for key share of follower
    on conflict (follower_id) where kind = 'digest' do update
      set tries = 0, failed_at = null, reason = null,
        next_at = greatest(excluded.next_at, mail.failed_at + make_interval(hours => ${sql.lit(betweenDigestsHours)}))
      where mail.failed_at is not null`.execute(db);

/**
 * Has the followers of its buurt hear of an initiative that is shown now, in their next digest. One that was hidden and is shown
 * again is announced to those who did not hear of it.
 * @param isNew whether it is shown for the first time
 */
export async function announceInitiative(
  db: Transaction<Tables>,
  initiative: { readonly id: string; readonly buurt_code: string },
  isNew: boolean,
  at: Date,
): Promise<void> {
  // Whoever composes a digest waits for this transaction, so that no position turns up below one that was sent.
  await share(db, 'announcements', initiative.buurt_code);
  if (isNew)
    await db
      .insertInto('announcement')
      .values({ initiative_id: initiative.id })
      .onConflict((conflict) => conflict.column('initiative_id').doNothing())
      .execute();
  const announced = await db
    .selectFrom('announcement')
    .select('position')
    .where('initiative_id', '=', initiative.id)
    .executeTakeFirst();
  if (announced) await enqueueDigests(db, { buurt: initiative.buurt_code }, announced.position, at);
}

/** Takes an announcement back, of which no follower heard. */
export const withdrawAnnouncement = (db: Database, initiativeId: string) =>
  db.deleteFrom('announcement').where('initiative_id', '=', initiativeId).execute();

/** The first announcement after a position that can still be taken back: it and what comes after it wait for the next digest. */
async function firstUndoable(
  db: Database,
  buurt: string,
  position: number,
  at: Date,
): Promise<number | undefined> {
  const first = await announcedAfter(db, buurt, position)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('act')
          .select('act.id')
          .where('act.subject_id', '=', sql<string>`initiative.id::text`)
          .where('act.name', '=', 'idea.published')
          .where('act.at', '>', undoableSince(at))
          .where(sql<boolean>`act.detail @> '{"undoable": true}'`),
      ),
    )
    .select('announcement.position')
    .orderBy('announcement.position')
    .limit(1)
    .executeTakeFirst();
  return first?.position;
}

/** A digest as it is sent. */
export interface Digest {
  readonly mailId: string;
  readonly followerId: string;
  readonly buurt: string;
  /** Of the newest initiatives. */
  readonly titles: readonly string[];
  /** How many initiatives there are, with those of `titles`. */
  readonly count: number;
  /** The last announcement that it covers. */
  readonly until: number;
}

/**
 * What a digest says at this moment: what was announced since the last one and is still shown, but for what its reader follows
 * already. When that is nothing, the answer is undefined: the mail is dropped, or waits for what can still be taken back.
 */
export const composeDigest = (
  store: Store,
  { id: mailId, followerId }: { readonly id: string; readonly followerId: string },
  at: Date,
): Promise<Digest | undefined> =>
  store.transaction(async (db) => {
    const follower = await db
      .selectFrom('follower')
      .select(['buurt_code', 'email', 'digest_until'])
      .where('id', '=', followerId)
      .executeTakeFirst();
    if (!follower?.buurt_code) return undefined;
    const { buurt_code: buurt, email, digest_until } = follower;
    await hold(db, 'announcements', buurt);
    const undoable = await firstUndoable(db, buurt, digest_until, at);
    const rows = await announcedAfter(db, buurt, digest_until)
      .$if(undoable !== undefined, (query) => query.where('announcement.position', '<', undoable ?? 0))
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('follower')
              .select('follower.id')
              .whereRef('follower.initiative_id', '=', 'initiative.id')
              .where(sql`lower(follower.email)`, '=', email.toLowerCase())
              .where('follower.confirmed_at', 'is not', null),
          ),
        ),
      )
      .select(['initiative.title', 'announcement.position'])
      .select(sql<number>`count(*) over ()::int`.as('count'))
      .orderBy('announcement.position', 'desc')
      .limit(mostTitles)
      .execute();
    const [newest] = rows;
    if (newest) {
      const titles = rows.map(({ title }) => title);
      return { mailId, followerId, buurt, titles, count: newest.count, until: newest.position };
    }
    if (undoable === undefined) await db.deleteFrom('mail').where('id', '=', mailId).execute();
    else
      await db
        .updateTable('mail')
        .set(({ eb }) => ({ next_at: undoableUntil(at), tries: eb('tries', '-', 1) }))
        .where('id', '=', mailId)
        .execute();
    return undefined;
  });

/** Keeps up to where a follower heard, and has the next digest wait when more was announced while this one was sent. */
export const markDigestSent = (
  store: Store,
  { mailId, followerId, buurt, until }: Digest,
  at: Date,
): Promise<void> =>
  store.transaction(async (db) => {
    await hold(db, 'announcements', buurt);
    await db
      .updateTable('follower')
      .set(({ fn, eb, val }) => ({
        digest_until: fn('greatest', [eb.ref('digest_until'), val(until)]),
        digest_sent_at: at,
      }))
      .where('id', '=', followerId)
      .execute();
    await db.deleteFrom('mail').where('id', '=', mailId).execute();
    const newest = await announcedAfter(db, buurt, until)
      .select('announcement.position')
      .orderBy('announcement.position', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (newest) await enqueueDigests(db, { follower: followerId }, newest.position, at);
  });
