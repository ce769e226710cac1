import { randomUUID } from 'node:crypto';
import type { Locale } from '@buurt/domain/wire/locale.js';
import { sql, type Transaction } from 'kysely';
import { mailboxOf } from '../mail/address.js';
import type { MailText } from '../mail/mail-texts.js';
import { HttpProblem } from '../http/problem-json.js';
import type { FeedScope } from './feed.queries.js';
import { hold } from '../db/locks.js';
import type { Database } from '../db/open.js';
import type { Tables } from '../db/tables.js';

const hourMs = 60 * 60 * 1000;
/** Nobody can have a stranger's mailbox filled: so many confirmations come in it in a day, whoever asks. */
const mostAskedInADay = 5;

const columns = (of: FeedScope) =>
  'buurt' in of
    ? { buurt_code: of.buurt, initiative_id: null }
    : { buurt_code: null, initiative_id: of.initiative };

const followersOf = (db: Database, of: FeedScope) => {
  const query = db.selectFrom('follower');
  return 'buurt' in of
    ? query.where('buurt_code', '=', of.buurt)
    : query.where('initiative_id', '=', of.initiative);
};

/** When so many mails wait to be confirmed, a script fills in addresses: others are told to come back later. */
const mostWaiting = 1000;

async function countAsked(db: Database, mailbox: string, at: Date) {
  const { today, waiting } = await db
    .selectNoFrom(({ selectFrom, fn }) => [
      selectFrom('confirmation_request')
        .select(fn.countAll<number>().as('count'))
        .where('mailbox', '=', mailbox)
        .where('at', '>', new Date(at.getTime() - 24 * hourMs))
        .as('today'),
      selectFrom('mail')
        .select(fn.countAll<number>().as('count'))
        .where('kind', 'in', ['confirm', 'receipt', 'offerReceipt', 'handover'])
        .where('failed_at', 'is', null)
        .as('waiting'),
    ])
    .executeTakeFirstOrThrow();
  return { today: Number(today), waiting: Number(waiting) };
}

/**
 * Whether a mail that nobody confirmed may go to this mailbox now.
 * @param leaving so many more are left to that day: for mails that matter more to whoever reads them
 */
export async function mayAsk(db: Database, mailbox: string, at: Date, leaving = 0): Promise<boolean> {
  const { today, waiting } = await countAsked(db, mailbox, at);
  return today < mostAskedInADay - leaving && waiting < mostWaiting;
}

export interface FollowRequest {
  readonly email: string;
  readonly page: string | null;
  readonly locale: Locale;
}

/**
 * Asks somebody by mail whether they want to follow. Whoever asks learns nothing about who follows already: a follower, and
 * somebody who was asked within the hour, or whose mailbox was too often today, gets no mail. The same statements run for
 * all of them, so that the time of the answer tells nothing either.
 * @throws {HttpProblem} when so many mails wait that one more would come too late
 */
export async function requestFollow(
  db: Transaction<Tables>,
  of: FeedScope,
  { email, page, locale }: FollowRequest,
  at: Date,
): Promise<void> {
  const mailbox = mailboxOf(email);
  await hold(db, 'mailbox', mailbox);
  const known = await followersOf(db, of)
    .select(['id', 'confirmed_at', 'asked_at'])
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .forUpdate()
    .executeTakeFirst();
  const { today, waiting } = await countAsked(db, mailbox, at);
  if (waiting >= mostWaiting)
    throw new HttpProblem('busy', 'Er wachten nu te veel mails. Probeer het later nog eens.', {
      headers: { 'Retry-After': '3600' },
    });
  const isSettled =
    known !== undefined && (known.confirmed_at !== null || at.getTime() - known.asked_at.getTime() < hourMs);
  const goes = sql<boolean>`${!isSettled && today < mostAskedInADay}::boolean`;
  const id = known?.id ?? randomUUID();
  const { buurt_code, initiative_id } = columns(of);
  await sql`
    insert into confirmation_request (mailbox, at) select ${mailbox}, ${at}::timestamptz where ${goes}`.execute(
    db,
  );
  await sql`
    insert into follower (id, buurt_code, initiative_id, email, page, locale, asked_at)
    select ${id}::uuid, ${buurt_code}, ${initiative_id}::uuid, ${email}, ${page}, ${locale}, ${at}::timestamptz where ${goes}
    on conflict (id) do update set asked_at = excluded.asked_at, page = excluded.page, locale = excluded.locale`.execute(
    db,
  );
  await sql`
    insert into mail (id, follower_id, kind, subject, text, next_at)
    select ${randomUUID()}::uuid, ${id}::uuid, 'confirm', '', '', ${at}::timestamptz where ${goes}`.execute(
    db,
  );
}

type NewMail = Pick<Tables['mail'], 'kind' | 'subject' | 'text'> & {
  readonly follower_id: string;
  readonly initiative_id: string;
};

async function enqueue(db: Database, mails: readonly NewMail[], at: Date): Promise<void> {
  if (mails.length === 0) return;
  const rows = mails.map((each) => ({ ...each, id: randomUUID(), next_at: at }));
  await db.insertInto('mail').values(rows).execute();
}

/** Whom news reaches. */
export interface NewsAudience {
  /** Followers of the initiative alone, or those of everything in its buurt too. */
  readonly of: 'initiative' | 'buurt';
  /** Who told it knows it. */
  readonly isMakerTold: boolean;
}

/** Tells followers of news about an initiative, each in their language. */
export async function notifyFollowers(
  db: Database,
  initiative: { readonly id: string; readonly buurt_code: string },
  textIn: (locale: Locale) => MailText,
  at: Date,
  audience: NewsAudience,
): Promise<void> {
  // Locked until the mails are there: who stops following meanwhile takes a mail along, and breaks nothing off.
  const rows = await db
    .selectFrom('follower')
    .select(['id', 'locale', 'is_maker', sql<string>`lower(email)`.as('email')])
    .where(({ or, eb }) =>
      or([
        eb('initiative_id', '=', initiative.id),
        ...(audience.of === 'buurt' ? [eb('buurt_code', '=', initiative.buurt_code)] : []),
      ]),
    )
    .where('confirmed_at', 'is not', null)
    .orderBy(sql`initiative_id is null`, 'desc')
    // Where not all mails go at once, who asked first hears first.
    .orderBy('asked_at')
    .forKeyShare()
    .execute();
  // Of somebody who follows both, the last counts: that of the initiative.
  const followers = new Map(rows.map((each) => [each.email, each]));
  if (!audience.isMakerTold) for (const { is_maker, email } of rows) if (is_maker) followers.delete(email);
  await enqueue(
    db,
    [...followers.values()].map(({ id, locale }) => ({
      ...textIn(locale),
      follower_id: id,
      initiative_id: initiative.id,
      kind: 'news',
    })),
    at,
  );
}

/** What a page about a follower says; undefined when he is gone. */
export const findFollower = (db: Database, id: string) =>
  db
    .selectFrom('follower')
    .leftJoin('initiative', 'initiative.id', 'follower.initiative_id')
    .leftJoin('buurt', 'buurt.code', 'follower.buurt_code')
    .select([
      'follower.id',
      'follower.buurt_code',
      'follower.page',
      'follower.confirmed_at',
      'follower.is_maker',
      'follower.locale',
    ])
    .select(['initiative.reference', 'initiative.review', 'initiative.review_reason'])
    .select(({ fn }) => fn.coalesce('initiative.title', 'buurt.name').as('what'))
    .where('follower.id', '=', id)
    .executeTakeFirst();

/** Who confirms has the mailbox, so that mail no longer counts as one that a stranger had sent. */
export async function confirmFollower(db: Database, id: string, at: Date): Promise<void> {
  const follower = await db
    .updateTable('follower')
    .set(({ selectFrom, val }) => ({
      confirmed_at: at,
      // What was published before, they do not hear of.
      digest_until: selectFrom('announcement').select(({ fn: { coalesce, max } }) =>
        coalesce(max('announcement.position'), val(0)).as('until'),
      ),
    }))
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .returning(['email', 'asked_at'])
    .executeTakeFirst();
  if (!follower) return;
  await db
    .deleteFrom('confirmation_request')
    .where('mailbox', '=', mailboxOf(follower.email))
    .where('at', '=', follower.asked_at)
    .execute();
}

/** How a neighbour is found among those who follow an initiative; its maker is another matter. */
const neighbourFollowing = (initiativeId: string, email: string) =>
  sql<boolean>`initiative_id = ${initiativeId}::uuid and lower(email) = ${email.toLowerCase()} and not is_maker`;

/** Whether a neighbour hears by mail what becomes of an initiative. */
export async function isFollowing(db: Database, initiativeId: string, email: string): Promise<boolean> {
  const found = await db
    .selectFrom('follower')
    .select('id')
    .where(neighbourFollowing(initiativeId, email))
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst();
  return found !== undefined;
}

/** Has a neighbour follow an initiative who pressed a button on a page that only a mail to this address leads to. */
export async function followByMail(
  db: Transaction<Tables>,
  initiativeId: string,
  { email, locale }: Pick<FollowRequest, 'email' | 'locale'>,
  at: Date,
): Promise<void> {
  await hold(db, 'mailbox', mailboxOf(email));
  const known = await db
    .selectFrom('follower')
    .select('id')
    .where(neighbourFollowing(initiativeId, email))
    .executeTakeFirst();
  if (known) return confirmFollower(db, known.id, at);
  await db
    .insertInto('follower')
    .values({
      ...{ id: randomUUID(), initiative_id: initiativeId, email, locale },
      ...{ asked_at: at, confirmed_at: at },
    })
    .execute();
}

/** Forgets that a neighbour follows an initiative, with all mails that were still to be sent. */
export async function unfollow(db: Database, initiativeId: string, email: string): Promise<void> {
  await db.deleteFrom('follower').where(neighbourFollowing(initiativeId, email)).execute();
}

/** Forgets a follower with all mails that were still to be sent. */
export async function stopFollowing(db: Database, id: string): Promise<void> {
  await db.deleteFrom('follower').where('id', '=', id).execute();
}
