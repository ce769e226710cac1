import { ActRefused } from '../acts/act-refused.js';
import { recordAct, type ActContext } from '../acts/acts.queries.js';
import type { DatabaseTransaction } from '../db/open.js';
import { removeHandover, removeMail } from './mailer.queries.js';
import { holdRefusedMail, retryMails } from './waiting-mails.queries.js';

/** Lets mails go again that were refused or put off; resolves to how many. */
export async function sendMailsAgain(
  db: DatabaseTransaction,
  ids: readonly string[],
  { by, at }: ActContext,
): Promise<number> {
  const retried = await retryMails(db, ids, at);
  for (const id of retried)
    await recordAct(db, { by, at, name: 'mail.retried', buurt: null, subject: { kind: 'mail', id } });
  return retried.length;
}

/** A mail that was not taken, for who may do something about it. @throws {ActRefused} `not-found` */
async function refusedMail(db: DatabaseTransaction, id: string, { buurten = 'all' }: ActContext) {
  const mail = await holdRefusedMail(db, id, buurten);
  if (!mail) throw new ActRefused({ code: 'not-found', kind: 'mail', ids: [id] });
  return mail;
}

/**
 * Lets one mail go again that was not taken.
 * @throws {ActRefused} `not-found` also when it went meanwhile
 */
export async function retryMail(db: DatabaseTransaction, id: string, context: ActContext): Promise<void> {
  const { by, at } = context;
  const { buurtCode } = await refusedMail(db, id, context);
  await retryMails(db, [id], at);
  await recordAct(db, { by, at, name: 'mail.retried', buurt: buurtCode, subject: { kind: 'mail', id } });
}

/**
 * Gives up a mail that was not taken, and erases it.
 * @throws {ActRefused} `not-found` also when it went meanwhile
 */
export async function dropMail(db: DatabaseTransaction, id: string, context: ActContext): Promise<void> {
  const { by, at } = context;
  const { buurtCode, kind, handoverId } = await refusedMail(db, id, context);
  // The address of the maker before goes with the mail to them: see `prepareMail`.
  if (kind === 'handedOver' && handoverId !== null) await removeHandover({ db }, handoverId);
  else await removeMail({ db }, id);
  await recordAct(db, { by, at, name: 'mail.dropped', buurt: buurtCode, subject: { kind: 'mail', id } });
}
