import { randomUUID } from 'node:crypto';
import type { Locale } from '@buurt/domain/wire/locale.js';
import type { Transaction } from 'kysely';
import { hold } from '../db/locks.js';
import type { Database } from '../db/open.js';
import type { Tables } from '../db/tables.js';
import { isSingleAddress, mailboxOf } from '../mail/address.js';
import type { MailText } from '../mail/mail-texts.js';
import { mayAsk } from './followers.queries.js';

/**
 * Has a mail go to the address that was left with an idea: that it came in, with a button to hear more. Only that mail goes
 * before the button is pressed, for anybody can leave any address.
 * @returns whether it goes: not to a mailbox that was asked too often today, and not when too many mails wait
 */
export async function greetMaker(
  db: Transaction<Tables>,
  idea: { readonly id: string; readonly email: string; readonly locale: Locale },
  { subject, text }: MailText,
  at: Date,
): Promise<boolean> {
  const mailbox = mailboxOf(idea.email);
  await hold(db, 'mailbox', mailbox);
  if (!isSingleAddress(idea.email) || !(await mayAsk(db, mailbox, at))) return false;
  const id = randomUUID();
  await db.insertInto('confirmation_request').values({ mailbox, at }).execute();
  await db
    .insertInto('follower')
    .values({
      id,
      initiative_id: idea.id,
      email: idea.email,
      locale: idea.locale,
      is_maker: true,
      asked_at: at,
    })
    .execute();
  await db
    .insertInto('mail')
    .values({ id: randomUUID(), follower_id: id, kind: 'receipt', subject, text, next_at: at })
    .execute();
  return true;
}

/** Deletes the mail that tells a maker what was decided about their idea; whether none is on its way. */
export async function withdrawDecisionMail(db: Database, initiativeId: string): Promise<boolean> {
  await db
    .deleteFrom('mail')
    .where('initiative_id', '=', initiativeId)
    .where('kind', '=', 'decision')
    .where('tries', '=', 0)
    .execute();
  const onItsWay = await db
    .selectFrom('mail')
    .select('id')
    .where('initiative_id', '=', initiativeId)
    .where('kind', '=', 'decision')
    .executeTakeFirst();
  return onItsWay === undefined;
}

/** Has a mail go to the maker of an idea in their language, if they pressed the button of the first; resolves to whether it goes. */
export async function tellMaker(
  db: Database,
  initiativeId: string,
  about:
    | { readonly kind: 'decision' | 'correction' | 'photo' }
    | { readonly kind: 'offer'; readonly offer_id: string },
  textIn: (locale: Locale) => MailText,
  at: Date,
): Promise<boolean> {
  const maker = await db
    .selectFrom('follower')
    .select(['id', 'locale'])
    .where('initiative_id', '=', initiativeId)
    .where('is_maker', '=', true)
    .where('confirmed_at', 'is not', null)
    .forKeyShare()
    .executeTakeFirst();
  if (!maker) return false;
  const { subject, text } = textIn(maker.locale);
  await db
    .insertInto('mail')
    .values({
      ...{ id: randomUUID(), follower_id: maker.id, initiative_id: initiativeId },
      ...{ ...about, subject, text, next_at: at },
    })
    .execute();
  return true;
}
