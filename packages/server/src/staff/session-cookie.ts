import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { logLine } from '../log.js';

/** No other site and no page over plain http can set a cookie with this name (RFC 6265bis §4.1.3.2). */
export const secureCookie = '__Host-buurt-desk';
/** Where the desk is reached over plain http from another machine, as in a demo on a local network. */
const plainCookie = 'buurt-desk';

/** Whether browsers take a `Secure` cookie there: over https, and from this machine itself. */
export function isTrustworthy(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname) || hostname.endsWith('.localhost');
  return protocol === 'https:' || isHere;
}

/** What the cookie of somebody who is logged in holds. */
export function readSessionCookie(c: Context, publicUrl: string | undefined): string | undefined {
  const secure = getCookie(c, secureCookie);
  // Others can set a cookie without the prefix, so where it is never given it counts for nothing.
  const mayBePlain = publicUrl === undefined || !isTrustworthy(publicUrl);
  return secure ?? (mayBePlain ? getCookie(c, plainCookie) : undefined);
}

let warned = false;

/** Gives a cookie to a page of this server, whose `Origin` was checked. It goes with the browser. */
export const writeSessionCookie = (c: Context, value: string): void =>
  writeSessionCookieAt(c, value, isTrustworthy(c.req.header('origin') ?? ''));

/** Gives it to a browser that reaches this server over https, or over plain http. */
export function writeSessionCookieAt(c: Context, value: string, isSecure: boolean): void {
  const safe = { path: '/', httpOnly: true, sameSite: 'Strict' } as const;
  if (isSecure) {
    setCookie(c, secureCookie, value, { ...safe, secure: true });
    return;
  }
  if (!warned)
    logLine(
      'Somebody logged in at the desk over plain http: whoever is on the same network can read along. Use https for anything but a demo.',
    );
  warned = true;
  setCookie(c, plainCookie, value, safe);
}

export function eraseSessionCookie(c: Context): void {
  deleteCookie(c, secureCookie, { path: '/', secure: true });
  deleteCookie(c, plainCookie, { path: '/' });
}
