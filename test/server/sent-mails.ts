import type { Mail } from '../../packages/server/src/mail/mail-texts.js';
import { sendDueMails, type Mailer } from '../../packages/server/src/mail/mail-sender.js';
import { deriveSecrets } from '../../packages/server/src/secrets/secrets.js';
import { secret, type Stage } from './stage.js';

/** Sends what is due by now on a stage; gives the mails. `own` is what this server has different from the usual. */
export async function sentMails(
  stage: Stage,
  own: Partial<Mailer> & Pick<Mailer, 'publicUrl'>,
): Promise<Mail[]> {
  const sent: Mail[] = [];
  const carry = (mail: Mail) => Promise.resolve(void sent.push(mail));
  const secrets = deriveSecrets(secret);
  await sendDueMails({ store: stage.store, secrets, sites: new Set(), carry, ...own }, stage.now);
  return sent;
}
