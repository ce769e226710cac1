import { z } from '@hono/zod-openapi';
import { mailCauses, mailKinds, type DeskMails } from '@buurt/domain/desk/mails.js';
import { longestFromOperator, mostCharacters } from '@buurt/domain/ideas/settings.js';
import {
  count,
  id,
  moment,
  orNull,
  shownBuurtCode,
  shownText,
  type Agree,
  type Same,
} from '../http/shared.schemas.js';

/** At the desk; whoever has more of them looks at their mail server first. */
export const mostDeskMails = 200;

const DeskMailShape = z
  .object({
    id,
    kind: z.enum(mailKinds).openapi({ description: 'What it tells' }),
    buurt: orNull(z.object({ code: shownBuurtCode, name: shownText(longestFromOperator.buurt) })),
    idea: orNull(z.object({ id, title: shownText(mostCharacters.title) })),
    address: shownText(mostCharacters.email)
      .nullable()
      .openapi({ description: 'Null for who may not see how to reach somebody' }),
    since: moment.openapi({ description: 'When it was tried first' }),
    tries: count,
    nextAt: moment.nullable().openapi({ description: 'When it is tried again; null when it is given up' }),
    cause: z.enum(mailCauses),
    reason: shownText(300)
      .nullable()
      .openapi({ description: 'What the mail server said; null for who may not see how to reach somebody' }),
  })
  .openapi('DeskMail');

export const DeskMailsShape = z
  .object({
    mails: z
      .array(DeskMailShape)
      .openapi({ description: `Given up first; at most ${String(mostDeskMails)}` }),
    count: count.openapi({ description: 'How many there are' }),
    waiting: count.openapi({ description: 'How many wait for their turn, that nothing is wrong with' }),
  })
  .openapi('DeskMails');

/** Does not compile when the contract and the domain say different things. */
export type MailsAreDomain = Agree<[Same<z.infer<typeof DeskMailsShape>, DeskMails>]>;
