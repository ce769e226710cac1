import { BlockList, isIP, isIPv4 } from 'node:net';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { TrustedProxies } from './http/callers.js';
import { defaultMailsPerHour } from './mail/limits.js';
import { defaultRequestsPerMinute } from './http/rate-limit.js';
import { claimRoleFrom, type ClaimRole } from './staff/oidc-roles.js';
import type { OidcSettings } from './staff/oidc.js';
import { isTrustworthy } from './staff/session-cookie.js';
import { ConfigError } from './config-error.js';
import { releaseFile } from './widgets/release.js';

/** How one server is set up; README.md says the same in words. */
export interface Config {
  readonly port: number;
  readonly host: string | undefined;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly secret: string | undefined;
  /** What a site of the operator makes tokens with, for residents who are logged in there. */
  readonly tokenKey: Uint8Array | undefined;
  /** Where residents reach this server, with the path under which a proxy serves it: the links in mails. */
  readonly publicUrl: string | undefined;
  /** The mail server; without one, mails become files in `DATA_DIR/outbox`. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly mailsPerHour: number;
  /** The identity provider with which staff log in. */
  readonly oidc: OidcSettings | undefined;
  /** Whether staff can have a link to log in mailed. */
  readonly hasLoginLinks: boolean;
  readonly allowedOrigins: readonly string[];
  /** Sites that may show a widget in a frame. */
  readonly frameOrigins: readonly string[];
  readonly requestsPerMinute: number;
  readonly trustedProxies: TrustedProxies;
  readonly widgets: string;
  /** Where the numbers about this server can be read, if anywhere. */
  readonly metrics: { readonly port: number; readonly host: string } | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

const besideThis = (folder: string): string => fileURLToPath(new URL(folder, import.meta.url));

/** The widgets of the package as it is published, where it has them, else those that this project builds. */
const packedWidgets = besideThis('../widgets');
const builtWidgets = existsSync(join(packedWidgets, releaseFile))
  ? packedWidgets
  : besideThis('../../../dist');

/** Messages follow the name of the variable. */
const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .refine((text) => /^\d+$/.test(text) && Number(text) >= from && Number(text) <= to, {
      error: ({ input }) =>
        `is "${String(input)}"; it must be a whole number from ${String(from)} to ${String(to)}.`,
    })
    .transform(Number);

function isOrigin(text: string): boolean {
  try {
    const { origin, protocol } = new URL(text);
    return origin === text && /^https?:$/.test(protocol);
  } catch {
    return false;
  }
}

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== ''),
);

const origins = (everybody?: '*') =>
  list
    .pipe(
      z.array(
        z.string().refine((text) => text === everybody || isOrigin(text), {
          error: ({ input }) =>
            `has "${String(input)}"; each must look like https://www.example.nl${everybody ? `, or be ${everybody}` : ''}.`,
        }),
      ),
    )
    .default([]);

const address = (scheme: RegExp, error: string) =>
  z.string().refine((url) => scheme.test(url) && URL.canParse(url), { error });

/** As it stands before /v1: without a question or a fragment, and without a slash at its end. */
function isPlainAddress(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { origin, protocol, pathname } = new URL(url);
  return /^https?:$/.test(protocol) && url === `${origin}${pathname}`.replace(/\/$/, '');
}

const tokenKey = z
  .string()
  .transform((text) => (/^[A-Za-z0-9+/_-]+=?$/.test(text) ? Buffer.from(text, 'base64') : Buffer.alloc(0)))
  .refine((key) => key.length === 32, {
    error: 'must be 32 random bytes in base64, as `openssl rand -base64 32` makes them.',
  });

/** The address and the length of a range; undefined for what is none, and for a range of everybody. */
function rangeIn(text: string): { readonly address: string; readonly length: number } | undefined {
  const [address = '', prefix, ...rest] = text.split('/');
  const bits = isIPv4(address) ? 32 : 128;
  const length = prefix === undefined ? bits : /^\d{1,3}$/.test(prefix) ? Number(prefix) : 0;
  // A range of everybody would let every caller write who they are.
  const isRange = isIP(address) > 0 && !address.includes('%') && rest.length === 0;
  return isRange && length >= 1 && length <= bits ? { address, length } : undefined;
}

/** A count, or the addresses and ranges of the proxies by comma: `10.0.0.0/8,::1`. */
const trustedProxies = z.string().transform((text, context): TrustedProxies => {
  if (/^\d+$/.test(text) && Number(text) <= 10) return Number(text);
  const proxies = new BlockList();
  for (const each of text.split(',').map((part) => part.trim())) {
    const range = rangeIn(each);
    if (range) proxies.addSubnet(range.address, range.length, isIPv4(range.address) ? 'ipv4' : 'ipv6');
    else
      context.addIssue(
        `has "${each}"; it must be a whole number from 0 to 10, or addresses of proxies as 10.0.0.0/8,::1.`,
      );
  }
  return proxies;
});

/** Everybody on Earth can have an account there, and make groups of any name. */
const ofEverybody = /^https:\/\/login\.microsoftonline\.com\/(common|organizations|consumers)(\/|$)/i;

const issuer = z
  .string()
  .refine((url) => /^https?:/.test(url) && URL.canParse(url) && isTrustworthy(url) && !/[?#]/.test(url), {
    error: 'must look like https://login.example.nl/realms/corporatie, without ? or #.',
  })
  .refine((url) => !ofEverybody.test(url), {
    error:
      'is of every organisation; it must have the id of your own: https://login.microsoftonline.com/<tenant id>/v2.0.',
  });

const claimRoles = list.transform((texts, context): ClaimRole[] =>
  texts.flatMap((text) => {
    const role = claimRoleFrom(text);
    if (role) return [role];
    context.addIssue(
      `has "${text}"; each must look like groups=participatie:moderator or groups=molenbuurt:residents@BU0363AA01, with a role that "buurt staff invite --help" lists.`,
    );
    return [];
  }),
);

/** Must hold also where another variable is wrong, so that everything is said at once. */
const always = { when: () => true };

const variables = z.object({
  PORT: wholeNumber(0, 65_535).default(8080),
  HOST: z.string().optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: address(
    /^postgres(ql)?:\/\//,
    'must look like postgres://user:password@host:5432/database.',
  ).optional(),
  SERVER_SECRET: z.string().min(32, 'is too short; it must have at least 32 characters.').optional(),
  TOKEN_KEY: tokenKey.optional(),
  PUBLIC_URL: z
    .string()
    .refine(isPlainAddress, {
      error:
        'must look like https://buurt.example.nl or https://www.example.nl/buurt, without a slash at its end.',
    })
    .optional(),
  SMTP_URL: address(/^smtps?:\/\//, 'must look like smtps://user:password@mail.example.nl.').optional(),
  MAIL_FROM: z.string().optional(),
  MAILS_PER_HOUR: wholeNumber(1, 1_000_000).default(defaultMailsPerHour),
  OIDC_ISSUER: issuer.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_ROLES: claimRoles.optional(),
  OIDC_SCOPE: z
    .string()
    .refine((scope) => scope.split(' ').includes('openid'), { error: 'must have openid in it.' })
    .default('openid profile email'),
  LOGIN_LINKS: z.enum(['yes', 'no'], { error: 'must be yes or no.' }).optional(),
  ALLOWED_ORIGINS: origins('*'),
  FRAME_ORIGINS: origins(),
  REQUESTS_PER_MINUTE: wholeNumber(1, 1_000_000).default(defaultRequestsPerMinute),
  TRUST_PROXY: trustedProxies.default(0),
  WIDGETS_DIR: z
    .string()
    .refine((folder) => existsSync(join(folder, releaseFile)), {
      error: ({ input }) => `is "${String(input)}", in which there are no built widgets (no ${releaseFile}).`,
    })
    .default(builtWidgets),
  METRICS_PORT: wholeNumber(0, 65_535).optional(),
  METRICS_HOST: z.string().default('127.0.0.1'),
});

const environmentShape = variables
  .refine(({ SMTP_URL, MAIL_FROM }) => SMTP_URL === undefined || MAIL_FROM !== undefined, {
    ...always,
    path: ['MAIL_FROM'],
    error: 'is needed with SMTP_URL, as De Wetering <buurt@example.nl>.',
  })
  .refine(({ SMTP_URL, PUBLIC_URL }) => SMTP_URL === undefined || PUBLIC_URL !== undefined, {
    ...always,
    path: ['PUBLIC_URL'],
    error: 'is needed with SMTP_URL: mails have links to this server.',
  })
  .refine(({ OIDC_ISSUER, PUBLIC_URL }) => OIDC_ISSUER === undefined || PUBLIC_URL !== undefined, {
    ...always,
    path: ['PUBLIC_URL'],
    error: 'is needed with OIDC_ISSUER: the identity provider sends browsers back to it.',
  })
  .refine(({ OIDC_ISSUER, OIDC_CLIENT_ID }) => OIDC_ISSUER === undefined || OIDC_CLIENT_ID !== undefined, {
    ...always,
    path: ['OIDC_CLIENT_ID'],
    error: 'is needed with OIDC_ISSUER: what the identity provider calls this server.',
  })
  .refine(({ OIDC_ISSUER, OIDC_ROLES }) => OIDC_ISSUER === undefined || OIDC_ROLES?.length !== 0, {
    ...always,
    path: ['OIDC_ROLES'],
    error: 'is empty; without a role nobody comes in.',
  })
  .refine(({ OIDC_ISSUER, OIDC_ROLES }) => OIDC_ISSUER === undefined || OIDC_ROLES !== undefined, {
    ...always,
    path: ['OIDC_ROLES'],
    error:
      'is needed with OIDC_ISSUER: who may do what, as groups=participatie:moderator,groups=beheer:admin.',
  })
  .refine(({ OIDC_ISSUER, OIDC_CLIENT_ID }) => OIDC_ISSUER !== undefined || OIDC_CLIENT_ID === undefined, {
    ...always,
    path: ['OIDC_ISSUER'],
    error: 'is needed with OIDC_CLIENT_ID: the address of the identity provider.',
  })
  .refine(({ OIDC_ISSUER, LOGIN_LINKS }) => OIDC_ISSUER !== undefined || LOGIN_LINKS !== 'no', {
    ...always,
    path: ['LOGIN_LINKS'],
    error: 'can be no only with OIDC_ISSUER: nobody else could log in.',
  });

const names = Object.keys(variables.shape);

/** What is set; an empty variable counts as none. */
const given = (environment: Environment): Environment =>
  Object.fromEntries(names.map((name) => [name, environment[name]?.trim() || undefined]));

/** How many letters must be put in, left out or changed to make one text of another (Levenshtein). */
function slips(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** What looks like a slip of the finger, or as if something was forgotten: the server starts all the same. */
export function configHints(environment: Environment): string[] {
  const { ALLOWED_ORIGINS } = given(environment);
  const misspelt = Object.keys(environment).flatMap((name) => {
    const meant = names.find(
      (known) => known.length > 5 && name !== known && name.length < 40 && slips(name, known) <= 2,
    );
    return names.includes(name) || meant === undefined ? [] : [`${name} is not known. Is ${meant} meant?`];
  });
  const forgotten =
    ALLOWED_ORIGINS === undefined
      ? ['ALLOWED_ORIGINS is not set: only pages of this server itself can use it.']
      : [];
  // Not a reason to stop: a line that was left in a unit must not take down a server for residents at an upgrade.
  const demo = environment['DEMO']?.trim()
    ? ['DEMO is no setting of the server: the demo is started with `npm start`.']
    : [];
  return [...misspelt, ...forgotten, ...demo];
}

function oidcFrom(data: z.infer<typeof environmentShape>): OidcSettings | undefined {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_SCOPE, OIDC_ROLES } = data;
  if (OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined) return undefined;
  return {
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    scope: OIDC_SCOPE,
    roles: OIDC_ROLES ?? [],
  };
}

/** @throws {ConfigError} when variables are not what they should be, with a line for each */
export function parseConfig(environment: Environment): Config {
  const { success, data, error } = environmentShape.safeParse(given(environment));
  if (!success)
    throw new ConfigError(
      error.issues.map(({ path: [name], message }) => `${String(name)} ${message}`).join('\n'),
    );
  return {
    port: data.PORT,
    host: data.HOST,
    dataDir: data.DATA_DIR,
    databaseUrl: data.DATABASE_URL,
    secret: data.SERVER_SECRET,
    tokenKey: data.TOKEN_KEY,
    publicUrl: data.PUBLIC_URL,
    smtpUrl: data.SMTP_URL,
    // Without a mail server nobody sees who a mail is from: it becomes a file.
    mailFrom: data.MAIL_FROM ?? 'Buurt <buurt@localhost>',
    mailsPerHour: data.MAILS_PER_HOUR,
    oidc: oidcFrom(data),
    hasLoginLinks: data.OIDC_ISSUER === undefined || data.LOGIN_LINKS === 'yes',
    allowedOrigins: data.ALLOWED_ORIGINS,
    frameOrigins: data.FRAME_ORIGINS,
    requestsPerMinute: data.REQUESTS_PER_MINUTE,
    trustedProxies: data.TRUST_PROXY,
    widgets: data.WIDGETS_DIR,
    metrics:
      data.METRICS_PORT === undefined ? undefined : { port: data.METRICS_PORT, host: data.METRICS_HOST },
  };
}
