import { createRoute, z } from '@hono/zod-openapi';
import type { Context, Hono } from 'hono';
import type { AppDeps } from '../http/app-deps.js';
import { problem } from '../http/contract.js';
import { endpoint } from '../http/endpoint.js';
import { notFound } from '../http/problem-json.js';
import { ThrottledLog } from '../log.js';
import { deskResponses } from './desk-endpoint.js';
import { takeAttempt, writeAttempt } from './oidc-attempt.js';
import { showLoginFailure, type LoginFailure } from './oidc-pages.js';
import { finishOnce, logInWithIdentity } from './oidc.service.js';
import { OidcError, type OidcProvider } from './oidc.js';
import { readSessionCookie, writeSessionCookieAt } from './session-cookie.js';
import { LoginOptionsShape } from './staff.schemas.js';
import { tokenHash } from './staff.service.js';

const tags = ['Desk'];
const page = (description: string) => ({ description, content: { 'text/html': { schema: z.string() } } });

const pageOrProblem = (description: string) => ({
  description,
  content: { ...page(description).content, ...problem(description).content },
});

export const getLoginOptions = createRoute({
  method: 'get',
  path: '/desk/login-options',
  operationId: 'getLoginOptions',
  tags,
  summary: 'How staff can log in here',
  responses: deskResponses('How', LoginOptionsShape),
});

export const startOidc = createRoute({
  method: 'get',
  path: '/desk/oidc',
  operationId: 'startOidc',
  tags,
  summary: 'Log in with the identity provider of the organisation',
  description: 'A page to go to, not to fetch. OpenID Connect: authorization code with PKCE.',
  responses: {
    303: {
      description: 'To the identity provider; it must come back within ten minutes, in the same browser',
    },
    400: problem('Something was asked besides'),
    403: problem('A page of another site asks'),
    404: problem('This server has no identity provider'),
    429: problem('Too many requests; `Retry-After` tells when again'),
    500: problem('Our mistake'),
    503: pageOrProblem('The identity provider or the database does not answer'),
  },
});

export const finishOidc = createRoute({
  method: 'get',
  path: '/desk/oidc/callback',
  operationId: 'finishOidc',
  tags,
  summary: 'Where the identity provider sends a browser back to',
  request: {
    // Identity providers add keys of their own.
    query: z.object({
      // That of Entra ID has some 1,500 signs.
      code: z.string().max(6_000).optional(),
      state: z.string().max(200).optional(),
      iss: z.string().max(500).optional(),
      error: z.string().max(200).optional(),
    }),
  },
  responses: {
    303: { description: 'Logged in: sets the cookie and goes to the desk' },
    400: pageOrProblem('This login was not begun in this browser, or too long ago'),
    403: pageOrProblem('Nobody came in; the page says why'),
    404: problem('This server has no identity provider'),
    429: problem('Too many requests; `Retry-After` tells when again'),
    500: problem('Our mistake'),
    503: pageOrProblem('The identity provider or the database does not answer'),
  },
});

const log = new ThrottledLog();

/** What the page says; the log says what an operator can mend, and nothing that somebody sent. */
const failureOf = (error: unknown): LoginFailure => {
  if (!(error instanceof OidcError)) throw error;
  log.line(`${error.message}: ${error.because}`);
  return error.reason;
};

/** Logging in at the desk with OpenID Connect. */
export function oidcRoutes(app: Hono, deps: AppDeps): void {
  const { store, secrets, clock, publicUrl, oidc, hasLoginLinks } = deps;
  const provider = (): OidcProvider => {
    if (!oidc) throw notFound();
    return oidc;
  };
  const show = (c: Context, failure: LoginFailure) => showLoginFailure(c, failure, provider().deskUrl);

  endpoint(app, getLoginOptions, (c) =>
    c.json({ links: hasLoginLinks, oidc: oidc ? { name: oidc.host } : null }),
  );

  endpoint(app, startOidc, async (c) => {
    try {
      const { url, checks } = await provider().start();
      const cookie = readSessionCookie(c, publicUrl);
      const earlier = cookie === undefined ? null : tokenHash(cookie);
      writeAttempt(c, provider(), secrets, { ...checks, earlier }, clock());
      return c.redirect(url.href, 303);
    } catch (error) {
      return show(c, failureOf(error));
    }
  });

  endpoint(app, finishOidc, async (c, { query }) => {
    const { deskUrl, isTrustworthy } = provider();
    const at = clock();
    const attempt = takeAttempt(c, provider(), secrets, at);
    if (attempt?.state !== query.state || attempt === undefined) return show(c, 'again');
    if (!(await finishOnce(store, attempt.state, new Date(attempt.expires)))) return show(c, 'again');
    try {
      const identity = await provider().finish(new URL(c.req.url).search, attempt);
      const login = await logInWithIdentity(store, { identity, earlier: attempt.earlier, at });
      if ('failure' in login) return await show(c, login.failure);
      writeSessionCookieAt(c, login.session, isTrustworthy);
      return c.redirect(deskUrl, 303);
    } catch (error) {
      return show(c, failureOf(error));
    }
  });
}
