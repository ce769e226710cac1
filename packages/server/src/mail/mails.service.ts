import { recordAct, type ActContext } from '../acts/acts.queries.js';
import type { DatabaseTransaction } from '../db/open.js';
import { retryMails } from './waiting-mails.queries.js';

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
