import type { MiddlewareHandler } from 'hono';
import { isOwnOrigin, safeMethods } from '../http/origins.js';
import { HttpProblem } from '../http/problem-json.js';

/** Another page than one of this server asks. */
export const refusedToOtherPages = () =>
  new HttpProblem('origin-refused', 'Dit kan alleen op de pagina van deze server zelf.');

/**
 * Where a form asks for a page of letters: it cannot send a header. It brings a key of its session in its place, which no other page
 * knows and which the route checks.
 */
const formPath = /\/letter-(?:orders\/[^/]+\/release|replacements)$/;

/**
 * Only pages of this server itself may call, whatever ALLOWED_ORIGINS says. What changes something needs their `Origin` and
 * a header of ours, which no form and no link of another site can send along with a cookie.
 */
export function onlyOwnPages(publicUrl: string | undefined): MiddlewareHandler {
  return async (c, next) => {
    c.header('Vary', 'Origin', { append: true });
    c.header('Cache-Control', 'private, no-store');
    c.header('Cross-Origin-Resource-Policy', 'same-origin');
    const origin = c.req.header('origin');
    const changes = !safeMethods.includes(c.req.method);
    if (origin === undefined ? changes : !isOwnOrigin(origin, c, publicUrl)) throw refusedToOtherPages();
    if (changes && c.req.header('x-buurt-desk') !== '1' && !formPath.test(c.req.path))
      throw refusedToOtherPages();
    return next();
  };
}
