import { randomUUID } from 'node:crypto';
import type { NewHandover } from '@buurt/domain/initiatives/maker-submissions.js';
import type { Locale } from '@buurt/domain/wire/locale.js';
import { sql } from 'kysely';
import { settingsOf } from '../buurten/buurten.queries.js';
import { hold } from '../db/locks.js';
import type { Database, DatabaseTransaction } from '../db/open.js';
import { mayAsk } from '../followers/followers.queries.js';
import { mailboxOf } from '../mail/address.js';
import type { MailText } from '../mail/mail-texts.js';
import { renewOwnerKey } from './my-initiative.queries.js';

const dayMs = 24 * 60 * 60 * 1000;
/** As the mail says. */
const keptDays = 14;
/** So many neighbours a maker can ask in a day, also when they take it back each time: words of theirs go to strangers. */
const mostInADay = 3;

/** Nothing of who was asked, and what was written to them. */
const blank = { email: null, text: '' };

/** Asks a neighbour by mail to take over; resolves to why that cannot be, undefined when it goes. */
export async function askToTakeOver(
  db: DatabaseTransaction,
  initiativeId: string,
  { email, text, locale = 'nl' }: NewHandover,
  mail: MailText,
  at: Date,
): Promise<'asked-before' | 'too-often' | undefined> {
  await db
    .deleteFrom('handover')
    .where('initiative_id', '=', initiativeId)
    .where('expires_at', '<=', at)
    .execute();
  const { waiting, today } = await db
    .selectFrom('handover')
    .select(sql<number>`count(*) filter (where outcome is null)`.as('waiting'))
    .select(
      sql<number>`count(*) filter (where asked_at > ${new Date(at.getTime() - dayMs)}::timestamptz)`.as(
        'today',
      ),
    )
    .where('initiative_id', '=', initiativeId)
    .executeTakeFirstOrThrow();
  if (Number(waiting) > 0) return 'asked-before';
  const mailbox = mailboxOf(email);
  await hold(db, 'mailbox', mailbox);
  if (Number(today) >= mostInADay || !(await mayAsk(db, mailbox, at))) return 'too-often';
  await db.insertInto('confirmation_request').values({ mailbox, at }).execute();
  const id = randomUUID();
  await db
    .insertInto('handover')
    .values({
      ...{ id, initiative_id: initiativeId, email, locale, text, asked_at: at },
      expires_at: new Date(at.getTime() + keptDays * dayMs),
    })
    .execute();
  await db
    .insertInto('mail')
    .values({
      ...{ id: randomUUID(), initiative_id: initiativeId, handover_id: id, kind: 'handover' },
      ...{ ...mail, next_at: at },
    })
    .execute();
  return undefined;
}

/** Takes back what was asked: its link is worth nothing any more, and a mail that waits goes. False when nothing waits. */
export async function withdrawHandover(db: DatabaseTransaction, initiativeId: string): Promise<boolean> {
  const withdrawn = await db
    .updateTable('handover')
    .set({ ...blank, outcome: 'withdrawn' })
    .where('initiative_id', '=', initiativeId)
    .where('outcome', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!withdrawn) return false;
  await db.deleteFrom('mail').where('handover_id', '=', withdrawn.id).execute();
  return true;
}

const handovers = (db: Database, id: string) =>
  db
    .selectFrom('handover')
    .innerJoin('initiative', 'initiative.id', 'handover.initiative_id')
    .innerJoin('buurt', 'buurt.code', 'initiative.buurt_code')
    .select(['handover.id', 'handover.initiative_id', 'handover.email', 'handover.text', 'handover.locale'])
    .select(['handover.expires_at', 'handover.outcome'])
    .select(['initiative.title', 'initiative.reference', 'initiative.review', 'initiative.status'])
    .select(['buurt.name as buurt_name', 'buurt.settings'])
    .where('handover.id', '=', id);

/** What a neighbour was asked, with the settings of the buurt; undefined when it is gone. */
export async function findHandover(db: Database, id: string) {
  const row = await handovers(db, id).executeTakeFirst();
  if (!row) return undefined;
  const { buurt_name, settings, ...handover } = row;
  return { ...handover, settings: settingsOf({ name: buurt_name, settings }) };
}
export type HandoverWithSettings = NonNullable<Awaited<ReturnType<typeof findHandover>>>;

/** The same, with its initiative held until the transaction ends: nothing else is done with it meanwhile. */
export async function holdHandover(
  db: DatabaseTransaction,
  id: string,
): Promise<HandoverWithSettings | undefined> {
  await db
    .selectFrom('initiative')
    .select('id')
    .where('id', 'in', ({ selectFrom }) =>
      selectFrom('handover').select('handover.initiative_id').where('handover.id', '=', id),
    )
    .forUpdate()
    .execute();
  return findHandover(db, id);
}

/** Who made an initiative before somebody took it over: where they get mails, if they do. */
interface EarlierMaker {
  readonly email: string;
  readonly locale: Locale;
}

/** Who takes over, and what the mails say of it. */
interface TakenOver {
  readonly name: string;
  readonly at: Date;
  readonly toNewMaker: MailText;
  readonly toEarlierMaker: (locale: Locale) => MailText;
}

/**
 * Makes the neighbour the maker: name and address of the maker before are erased, with what waits to be mailed to them, and
 * their link is worth nothing any more. They are told once, if they get mails; with that mail their address goes too.
 */
export async function takeOver(
  db: DatabaseTransaction,
  { id, initiative_id, locale }: HandoverWithSettings,
  email: string,
  { name, at, toNewMaker, toEarlierMaker }: TakenOver,
): Promise<void> {
  const earlier: EarlierMaker | undefined = await db
    .selectFrom('follower')
    .select(['email', 'locale'])
    .where('initiative_id', '=', initiative_id)
    .where('is_maker', '=', true)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst();
  await db
    .deleteFrom('follower')
    .where('initiative_id', '=', initiative_id)
    .where(({ or, eb }) => or([eb('is_maker', '=', true), eb(sql`lower(email)`, '=', email.toLowerCase())]))
    .execute();
  const contact = { name, email, phone: null, consented_at: at };
  await db
    .insertInto('contact')
    .values({ initiative_id, ...contact })
    .onConflict((conflict) => conflict.column('initiative_id').doUpdateSet(contact))
    .execute();
  await renewOwnerKey(db, initiative_id);
  const follower_id = randomUUID();
  await db
    .insertInto('follower')
    .values({
      ...{ id: follower_id, initiative_id, email, locale, is_maker: true },
      ...{ asked_at: at, confirmed_at: at },
    })
    .execute();
  await db
    .updateTable('handover')
    .set({ ...blank, ...earlier, outcome: 'accepted' })
    .where('id', '=', id)
    .execute();
  const about = { initiative_id, next_at: at };
  await db
    .insertInto('mail')
    .values({ ...about, id: randomUUID(), follower_id, kind: 'decision', ...toNewMaker })
    .execute();
  if (earlier)
    await db
      .insertInto('mail')
      .values({
        ...{ ...about, id: randomUUID(), handover_id: id, kind: 'handedOver' },
        ...toEarlierMaker(earlier.locale),
      })
      .execute();
}

/** Keeps that the neighbour said no, without who it was. */
export const declineHandover = (db: Database, id: string) =>
  db
    .updateTable('handover')
    .set({ ...blank, outcome: 'declined' })
    .where('id', '=', id)
    .execute();
