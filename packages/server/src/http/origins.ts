import type { Context, MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { HttpProblem } from './problem-json.js';

/** What a script of another site may read besides the body. */
const exposed = [
  'ETag',
  'Link',
  'Retry-After',
  'API-Version',
  'Idempotency-Replayed',
  'Location',
  'Content-Crs',
  'X-Request-Id',
  // Whose clock is wrong shows in the self-test of the widgets.
  'Date',
];
const accepted = ['Authorization', 'Content-Type', 'Idempotency-Key', 'If-Match', 'If-None-Match'];

/** The sites that may call. */
export interface AllowedOrigins {
  has(origin: string): boolean;
}

const anyPort = ':*';

/** The origins of a list, in which `http://localhost:*` stands for every port of that host, and for none. */
export function allowedOriginsOf(list: readonly string[]): AllowedOrigins {
  const isAnyPort = (each: string) => each.endsWith(anyPort);
  const exact = new Set(list.filter((each) => !isAnyPort(each)));
  const hosts = new Set(list.filter(isAnyPort).map((each) => each.slice(0, -anyPort.length)));
  return { has: (origin) => exact.has(origin) || hosts.has(origin.replace(/:\d{1,5}$/, '')) };
}

export const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

/** The site on which a page is; undefined for what is no address of a page. */
export function siteOf(page: string): string | undefined {
  if (!URL.canParse(page)) return undefined;
  const { origin, protocol } = new URL(page);
  return /^https?:$/.test(protocol) ? origin : undefined;
}

/** Whether a page of this server asks. `Host` is what the caller or a proxy writes, so it is believed only for want of better. */
export function isOwnOrigin(origin: string, c: Context, publicUrl: string | undefined): boolean {
  if (publicUrl !== undefined) return origin === publicUrl;
  try {
    return new URL(origin).host === (c.req.header('host') ?? new URL(c.req.url).host);
  } catch {
    return false;
  }
}

/** Whether this is a site that may write here: mails lead to those, and to no other, whoever asks. */
export const isKnownSite =
  (allowed: AllowedOrigins, publicUrl?: string) =>
  (c: Context, site: string): boolean =>
    allowed.has(site) || isOwnOrigin(site, c, publicUrl);

/** What a browser asks leave for, before it sends that. */
const preflightMethod = (c: Context): string | undefined =>
  c.req.method === 'OPTIONS' ? c.req.header('access-control-request-method') : undefined;

const refused = (origin: string) =>
  new HttpProblem(
    'origin-refused',
    `De beheerder van deze server moet ${origin} nog toelaten (ALLOWED_ORIGINS).`,
  );

/**
 * Which sites may call: those whose origin is on the list, and pages of this server itself. `*` on the list lets every
 * site read what is public, and nothing more. Credentials are never allowed: a cookie counts at the desk alone, where only
 * pages of this server may call.
 */
export function origins(allowed: AllowedOrigins, publicUrl?: string): MiddlewareHandler {
  const answerSites = cors({
    origin: (origin, c) => {
      if (isOwnOrigin(origin, c, publicUrl)) return undefined;
      if (allowed.has(origin)) return origin;
      const asked = preflightMethod(c);
      const reads = safeMethods.includes(asked ?? c.req.method);
      if (reads && allowed.has('*')) return '*';
      // Whoever is not on the list may ask, as a crawler does, but no browser lets its page see the answer.
      if (asked !== undefined || !reads) throw refused(origin);
      return undefined;
    },
    allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'],
    allowHeaders: accepted,
    exposeHeaders: exposed,
    maxAge: 7200,
  });
  return async (c, next) => {
    const isQuestion = c.req.method === 'OPTIONS' && preflightMethod(c) === undefined;
    if (c.req.header('origin') !== undefined && !isQuestion) return answerSites(c, next);
    c.header('Vary', 'Origin', { append: true });
    return next();
  };
}
