import type { Context, MiddlewareHandler } from 'hono';
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

const reads = ['GET', 'HEAD', 'OPTIONS'];

/** The site on which a page is; undefined for what is no address of a page. */
export function siteOf(page: string): string | undefined {
  if (!URL.canParse(page)) return undefined;
  const { origin, protocol } = new URL(page);
  return /^https?:$/.test(protocol) ? origin : undefined;
}

/** Whether a page of this server asks. `Host` is what the caller or a proxy writes, so it is believed only for want of better. */
function isOwn(origin: string, c: Context, publicUrl: string | undefined): boolean {
  if (publicUrl !== undefined) return origin === publicUrl;
  try {
    return new URL(origin).host === (c.req.header('host') ?? new URL(c.req.url).host);
  } catch {
    return false;
  }
}

/** Whether this is a site that may write here: mails lead to those, and to no other, whoever asks. */
export const isKnownSite =
  (allowed: ReadonlySet<string>, publicUrl?: string) =>
  (c: Context, site: string): boolean =>
    allowed.has(site) || isOwn(site, c, publicUrl);

interface Asking {
  readonly origin: string;
  readonly method: string;
  readonly publicUrl: string | undefined;
}

function allow(c: Context, allowed: ReadonlySet<string>, { origin, method, publicUrl }: Asking): boolean {
  if (isOwn(origin, c, publicUrl)) return true;
  const named = allowed.has(origin);
  if (!named && !(reads.includes(method) && allowed.has('*'))) return false;
  c.header('Access-Control-Allow-Origin', named ? origin : '*');
  c.header('Access-Control-Expose-Headers', exposed.join(', '));
  return true;
}

const refused = (origin: string) =>
  new HttpProblem(
    'origin-refused',
    `De beheerder van deze server moet ${origin} nog toelaten (ALLOWED_ORIGINS).`,
  );

/**
 * Which sites may call: those whose origin is on the list, and pages of this server itself. `*` on the list lets every
 * site read what is public, and nothing more. Credentials are never allowed: there are no cookies.
 */
export function origins(allowed: ReadonlySet<string>, publicUrl?: string): MiddlewareHandler {
  return async (c, next) => {
    c.header('Vary', 'Origin', { append: true });
    const origin = c.req.header('origin');
    if (origin === undefined) return next();
    const asked = c.req.header('access-control-request-method');
    const preflight = c.req.method === 'OPTIONS' && asked !== undefined;
    const method = preflight ? asked : c.req.method;
    const asking = { origin, method, publicUrl };
    if (!allow(c, allowed, asking) && (preflight || !reads.includes(method))) throw refused(origin);
    if (!preflight) return next();
    c.header('Access-Control-Allow-Methods', 'GET, HEAD, POST, PUT, DELETE, OPTIONS');
    c.header('Access-Control-Allow-Headers', accepted.join(', '));
    c.header('Access-Control-Max-Age', '7200');
    return c.body(null, 204);
  };
}
