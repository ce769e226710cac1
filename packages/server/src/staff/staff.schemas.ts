import { z } from '@hono/zod-openapi';
import { firstLogins, staffRoles, type Colleagues, type Invitation } from '@buurt/domain/desk/colleague.js';
import { longestFromOperator, mostCharacters } from '@buurt/domain/ideas/settings.js';
import { locales } from '@buurt/domain/wire/locale.js';
import { BuurtCode } from '../http/contract.js';
import {
  count,
  id,
  moment,
  orNull,
  shownBuurtCode,
  shownText,
  text,
  type Agree,
  type Same,
} from '../http/shared.schemas.js';
import { permissions } from './roles.js';

export const LoginRequestShape = z
  .strictObject({ email: text(mostCharacters.email) })
  .openapi('LoginRequest', { example: { email: 'noor@corporatie.example' } });

export const LoginShape = z
  .strictObject({
    token: text(100).openapi({ description: 'What stands after `#login=` in the link of the mail' }),
  })
  .openapi('Login');

export const AskedShape = z.object({ asked: z.literal(true) });

const ShownRole = z.object({
  role: z.enum(staffRoles),
  buurt: orNull(z.object({ code: shownBuurtCode, name: shownText(longestFromOperator.buurt) })).openapi({
    description: 'Null: in all buurten',
  }),
});

export const StaffSessionShape = z
  .object({
    name: shownText(mostCharacters.name),
    email: shownText(mostCharacters.email),
    roles: z.array(ShownRole),
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

export const FeedTokensShape = z
  .object({
    tokens: z
      .array(z.object({ createdAt: moment }))
      .max(1)
      .openapi({ description: 'None, or the one that they have' }),
  })
  .openapi('FeedTokens');

export const FeedAddressShape = z
  .object({
    createdAt: moment,
    url: shownText(200).openapi({
      description:
        'Of the feed, relative to the endpoint; it is shown once, and whoever has it can read the feed',
      example: 'desk/inbox.atom?token=…',
    }),
  })
  .openapi('FeedAddress');

export const RevokedTokensShape = z.object({ revoked: count.openapi({ description: 'How many' }) });

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

export const ColleaguesShape = z
  .object({
    colleagues: z
      .array(
        z.object({
          id,
          name: shownText(mostCharacters.name),
          email: shownText(mostCharacters.email),
          roles: z.array(ShownRole),
          invitedAt: moment,
          lastLoginAt: moment.nullable().openapi({ description: 'Null: they did not log in yet' }),
        }),
      )
      .openapi({ description: 'By name' }),
    firstLogin: z.enum(firstLogins).openapi({
      description: 'How somebody who is invited comes in: by a mail, an account, or a link of the operator',
    }),
    account: shownText(253)
      .nullable()
      .openapi({ description: 'The host of the identity provider, which gives roles anew at each login' }),
  })
  .openapi('Colleagues');

const GivenRoleShape = z
  .strictObject({
    role: z.enum(staffRoles),
    buurt: BuurtCode.nullable().openapi({ description: 'Null: in all buurten' }),
  })
  .openapi('GivenRole', { example: { role: 'moderator', buurt: null } });

/** So many roles nobody has; a list without an end would be work without an end. */
const mostRoles = 50;

export const InvitationShape = z
  .strictObject({
    name: text(mostCharacters.name),
    email: text(mostCharacters.email),
    roles: z.array(GivenRoleShape).max(mostRoles),
    locale: z.enum(locales).openapi({ description: 'Of their mails' }),
  })
  .openapi('Invitation', {
    example: {
      name: 'Noor Bakker',
      email: 'noor@corporatie.example',
      roles: [{ role: 'moderator', buurt: null }],
      locale: 'nl',
    },
  });

export const RoleChangesShape = z
  .strictObject({
    given: z.array(GivenRoleShape).max(mostRoles),
    taken: z.array(GivenRoleShape).max(mostRoles),
  })
  .openapi('RoleChanges', { example: { given: [{ role: 'rounds', buurt: null }], taken: [] } });

/** Does not compile when the contract and the domain say different things. */
export type StaffIsDomain = Agree<
  [
    Same<z.infer<typeof ColleaguesShape>, Colleagues>,
    Same<Omit<z.infer<typeof InvitationShape>, 'locale'>, Invitation>,
  ]
>;
