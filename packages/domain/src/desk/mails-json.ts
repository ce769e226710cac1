import { count, list, moment, nullable, oneOf, shape, text } from '../wire/json.js';
import { mailCauses, mailKinds, type DeskMail, type DeskMails } from './mails.js';

export const deskMailsFrom = shape<DeskMails>({
  mails: list(
    shape<DeskMail>({
      id: text,
      kind: oneOf(...mailKinds),
      buurt: nullable(shape<{ readonly code: string; readonly name: string }>({ code: text, name: text })),
      idea: nullable(shape<{ readonly id: string; readonly title: string }>({ id: text, title: text })),
      address: nullable(text),
      since: moment,
      tries: count,
      nextAt: nullable(moment),
      cause: oneOf(...mailCauses),
      reason: nullable(text),
    }),
  ),
  count,
  waiting: count,
});
