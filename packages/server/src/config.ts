import { BlockList, isIP, isIPv4 } from 'node:net';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TrustedProxies } from './http/callers.js';
import { defaultMailsPerHour } from './mail/limits.js';
import { defaultRequestsPerMinute } from './http/rate-limit.js';
import { ConfigError } from './config-error.js';

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
  readonly allowedOrigins: readonly string[];
  /** Sites that may show a widget in a frame. */
  readonly frameOrigins: readonly string[];
  readonly requestsPerMinute: number;
  readonly trustedProxies: TrustedProxies;
  readonly widgets: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const builtWidgets = fileURLToPath(new URL('../../../dist', import.meta.url));

/** An empty variable counts as none. */
const given = (environment: Environment, name: string) => environment[name]?.trim() || undefined;

function wholeNumber(
  environment: Environment,
  name: string,
  fallback: number,
  [from, to]: [number, number],
): number {
  const text = given(environment, name);
  if (text === undefined) return fallback;
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= from && number <= to) return number;
  throw new ConfigError(
    `${name} is "${text}"; it must be a whole number from ${String(from)} to ${String(to)}.`,
  );
}

function isOrigin(text: string): boolean {
  try {
    const { origin, protocol } = new URL(text);
    return origin === text && /^https?:$/.test(protocol);
  } catch {
    return false;
  }
}

function origins(environment: Environment, name: string, everybody = ''): string[] {
  const listed = (given(environment, name) ?? '').split(',').map((each) => each.trim());
  const named = listed.filter((origin) => origin !== '');
  const wrong = named.find((origin) => origin !== everybody && !isOrigin(origin));
  if (wrong === undefined) return named;
  const orAll = everybody && `, or be ${everybody}`;
  throw new ConfigError(`${name} has "${wrong}"; each must look like https://www.example.nl${orAll}.`);
}

function databaseUrl(environment: Environment): string | undefined {
  const url = given(environment, 'DATABASE_URL');
  if (url === undefined || (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url))) return url;
  throw new ConfigError('DATABASE_URL must look like postgres://user:password@host:5432/database.');
}

function secret(environment: Environment): string | undefined {
  const text = given(environment, 'SERVER_SECRET');
  if (text === undefined || text.length >= 32) return text;
  throw new ConfigError('SERVER_SECRET is too short; it must have at least 32 characters.');
}

function publicUrl(environment: Environment): string | undefined {
  const url = given(environment, 'PUBLIC_URL');
  if (url === undefined) return url;
  // As it stands before /v1: without a question or a fragment, and without a slash at its end.
  const { origin, protocol, pathname } = URL.canParse(url) ? new URL(url) : new URL('about:blank');
  const plain = `${origin}${pathname}`.replace(/\/$/, '');
  if (/^https?:$/.test(protocol) && url === plain) return url;
  throw new ConfigError(
    'PUBLIC_URL must look like https://buurt.example.nl or https://www.example.nl/buurt, without a slash at its end.',
  );
}

/** Where mails go, and who writes them. */
function mail(environment: Environment): Pick<Config, 'smtpUrl' | 'mailFrom'> {
  const smtpUrl = given(environment, 'SMTP_URL');
  const mailFrom = given(environment, 'MAIL_FROM');
  if (smtpUrl === undefined) return { smtpUrl, mailFrom: mailFrom ?? 'Buurt <buurt@localhost>' };
  if (!/^smtps?:\/\//.test(smtpUrl) || !URL.canParse(smtpUrl))
    throw new ConfigError('SMTP_URL must look like smtps://user:password@mail.example.nl.');
  if (mailFrom === undefined)
    throw new ConfigError('MAIL_FROM is needed with SMTP_URL, as De Wetering <buurt@example.nl>.');
  if (given(environment, 'PUBLIC_URL') === undefined)
    throw new ConfigError('PUBLIC_URL is needed with SMTP_URL: mails have links to this server.');
  return { smtpUrl, mailFrom };
}

function tokenKey(environment: Environment): Uint8Array | undefined {
  const text = given(environment, 'TOKEN_KEY');
  if (text === undefined) return undefined;
  const key = Buffer.from(text, 'base64');
  if (/^[A-Za-z0-9+/_-]+=?$/.test(text) && key.length === 32) return key;
  throw new ConfigError(
    'TOKEN_KEY must be 32 random bytes in base64, as `openssl rand -base64 32` makes them.',
  );
}

/** A count, or the addresses and ranges of the proxies by comma: `10.0.0.0/8,::1`. */
function trustedProxies(environment: Environment): TrustedProxies {
  const text = given(environment, 'TRUST_PROXY') ?? '0';
  if (/^\d+$/.test(text) && Number(text) <= 10) return Number(text);
  const list = new BlockList();
  for (const each of text.split(',').map((part) => part.trim())) {
    const [address = '', prefix, ...rest] = each.split('/');
    const bits = isIPv4(address) ? 32 : 128;
    const length = prefix === undefined ? bits : /^\d{1,3}$/.test(prefix) ? Number(prefix) : 0;
    // A range of everybody would let every caller write who they are.
    if (isIP(address) === 0 || address.includes('%') || rest.length > 0 || length < 1 || length > bits)
      throw new ConfigError(
        `TRUST_PROXY has "${each}"; it must be a whole number from 0 to 10, or addresses of proxies as 10.0.0.0/8,::1.`,
      );
    list.addSubnet(address, length, isIPv4(address) ? 'ipv4' : 'ipv6');
  }
  return list;
}

/** The folder with the built widgets, which must be there when it is named. */
function widgets(environment: Environment): string {
  const folder = given(environment, 'WIDGETS_DIR');
  if (folder === undefined || existsSync(join(folder, 'sri.json'))) return folder ?? builtWidgets;
  throw new ConfigError(`WIDGETS_DIR is "${folder}", in which there are no built widgets (no sri.json).`);
}

const names = [
  ...['PORT', 'HOST', 'DATA_DIR', 'DATABASE_URL', 'SERVER_SECRET', 'TOKEN_KEY', 'PUBLIC_URL', 'SMTP_URL'],
  ...[
    'MAIL_FROM',
    'MAILS_PER_HOUR',
    'ALLOWED_ORIGINS',
    'FRAME_ORIGINS',
    'REQUESTS_PER_MINUTE',
    'TRUST_PROXY',
  ],
  'WIDGETS_DIR',
];

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
  const misspelt = Object.keys(environment).flatMap((name) => {
    const meant = names.find(
      (known) => known.length > 5 && name !== known && name.length < 40 && slips(name, known) <= 2,
    );
    return names.includes(name) || meant === undefined ? [] : [`${name} is not known. Is ${meant} meant?`];
  });
  const forgotten =
    given(environment, 'ALLOWED_ORIGINS') === undefined
      ? ['ALLOWED_ORIGINS is not set: only pages of this server itself can use it.']
      : [];
  // Not a reason to stop: a line that was left in a unit must not take down a server for residents at an upgrade.
  const demo =
    given(environment, 'DEMO') === undefined
      ? []
      : ['DEMO is no setting of the server: the demo is started with `npm start`.'];
  return [...misspelt, ...forgotten, ...demo];
}

/** @throws {ConfigError} when a variable is not what it should be */
export function parseConfig(environment: Environment): Config {
  const url = databaseUrl(environment);
  return {
    port: wholeNumber(environment, 'PORT', 8080, [0, 65_535]),
    host: given(environment, 'HOST'),
    dataDir: given(environment, 'DATA_DIR') ?? './data',
    databaseUrl: url,
    secret: secret(environment),
    tokenKey: tokenKey(environment),
    publicUrl: publicUrl(environment),
    ...mail(environment),
    mailsPerHour: wholeNumber(environment, 'MAILS_PER_HOUR', defaultMailsPerHour, [1, 1_000_000]),
    allowedOrigins: origins(environment, 'ALLOWED_ORIGINS', '*'),
    frameOrigins: origins(environment, 'FRAME_ORIGINS'),
    requestsPerMinute: wholeNumber(
      environment,
      'REQUESTS_PER_MINUTE',
      defaultRequestsPerMinute,
      [1, 1_000_000],
    ),
    trustedProxies: trustedProxies(environment),
    widgets: widgets(environment),
  };
}
