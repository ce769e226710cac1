import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import { timingSafeEqualStrings, type Secrets } from '../secrets/secrets.js';

/** As long as somebody has to log in at the identity provider. */
const lifetimeMs = 10 * 60 * 1000;

const AttemptShape = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** The hash of the session that the browser had: the cookie of it does not come back along with the answer. */
  earlier: z.string().nullable(),
  expires: z.number(),
});

/** A login that a browser began, and no other can finish. */
export type LoginAttempt = z.infer<typeof AttemptShape>;

/** Where a cookie of the desk is given. */
interface CookiePlace {
  /** Over https, or on this machine itself. */
  readonly isTrustworthy: boolean;
}

const nameAt = ({ isTrustworthy }: CookiePlace) => (isTrustworthy ? '__Host-buurt-oidc' : 'buurt-oidc');

/** Gives the browser what it must bring back; `Lax`, because it comes back from another site. */
export function writeAttempt(
  c: Context,
  place: CookiePlace,
  { loginAttemptSignature }: Secrets,
  attempt: Omit<LoginAttempt, 'expires'>,
  at: Date,
): void {
  const expires = at.getTime() + lifetimeMs;
  const text = Buffer.from(JSON.stringify({ ...attempt, expires })).toString('base64url');
  setCookie(c, nameAt(place), `${text}.${loginAttemptSignature(text)}`, {
    ...{ path: '/', httpOnly: true, sameSite: 'Lax', secure: place.isTrustworthy },
    maxAge: lifetimeMs / 1000,
  });
}

/** What the browser brings back, once; undefined when it began nothing, or too long ago. */
export function takeAttempt(
  c: Context,
  place: CookiePlace,
  { loginAttemptSignature }: Secrets,
  at: Date,
): LoginAttempt | undefined {
  const [text = '', signature = ''] = (getCookie(c, nameAt(place)) ?? '').split('.');
  deleteCookie(c, nameAt(place), { path: '/', secure: place.isTrustworthy });
  if (!timingSafeEqualStrings(signature, loginAttemptSignature(text))) return undefined;
  const attempt = AttemptShape.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  return attempt.expires > at.getTime() ? attempt : undefined;
}
