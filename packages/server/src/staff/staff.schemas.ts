import { z } from '@hono/zod-openapi';
import { longestFromOperator, mostCharacters } from '@buurt/domain/ideas/settings.js';
import { count, moment, orNull, shownBuurtCode, shownText, text } from '../http/shared.schemas.js';
import { permissions, staffRoles } from './roles.js';

export const LoginRequestShape = z
  .strictObject({ email: text(mostCharacters.email) })
  .openapi('LoginRequest', { example: { email: 'noor@corporatie.example' } });

export const LoginShape = z
  .strictObject({
    token: text(100).openapi({ description: 'What stands after `#login=` in the link of the mail' }),
  })
  .openapi('Login');

export const AskedShape = z.object({ asked: z.literal(true) });

export const StaffSessionShape = z
  .object({
    name: shownText(mostCharacters.name),
    email: shownText(mostCharacters.email),
    roles: z.array(
      z.object({
        role: z.enum(staffRoles),
        buurt: orNull(z.object({ code: shownBuurtCode, name: shownText(longestFromOperator.buurt) })).openapi(
          { description: 'Null: in all buurten' },
        ),
      }),
    ),
    permissions: z.array(
      z.object({
        permission: z.enum(permissions),
        buurten: z
          .array(shownBuurtCode)
          .nullable()
          .openapi({ description: 'In which buurten; null: in all' }),
      }),
    ),
    endsAt: moment.openapi({ description: 'Then it is over, also for who goes on' }),
  })
  .openapi('StaffSession');

export const MailSettingsShape = z
  .strictObject({
    digest: z.boolean().openapi({ description: 'What waits, and which answers were promised' }),
    reports: z.boolean().openapi({ description: 'Reports of remarks, as soon as there is one' }),
  })
  .openapi('MailSettings', { example: { digest: true, reports: false } });

export const LoginOptionsShape = z
  .object({
    links: z.boolean().openapi({ description: 'Whether a link to log in can be mailed' }),
    oidc: z
      .object({ name: shownText(253).openapi({ description: 'The host of the identity provider' }) })
      .nullable()
      .openapi({ description: 'Whether they can log in with an account of the organisation' }),
  })
  .openapi('LoginOptions');

export const EndedSessionsShape = z
  .object({
    ended: count.openapi({ description: 'How many sessions' }),
    logoutUrl: z
      .url()
      .nullable()
      .openapi({ description: 'Where the page goes to log out at the identity provider too' }),
  })
  .openapi('EndedSessions');
