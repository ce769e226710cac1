import { setTimeout as pause } from 'node:timers/promises';
import { createRoute, type z } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import { readJson } from '../http/body.js';
import { checkedBody } from '../http/checked-body.js';
import type { AppDeps } from '../http/app-deps.js';
import { jsonBody } from '../http/contract.js';
import { endpoint } from '../http/endpoint.js';
import { HttpProblem } from '../http/problem-json.js';
import { RateLimit } from '../http/rate-limit.js';
import { mailboxOf } from '../mail/address.js';
import { deskEndpoint, deskHeaders, deskResponses, deskSecurity } from './desk-endpoint.js';
import { buurtenOf, permissions } from './roles.js';
import { eraseSessionCookie, readSessionCookie, writeSessionCookie } from './session-cookie.js';
import {
  endSession,
  findSession,
  requestLogin,
  sessionLifetimeMs,
  type StaffSession,
} from './staff.queries.js';
import {
  AskedShape,
  EndedSessionsShape,
  LoginRequestShape,
  LoginShape,
  StaffSessionShape,
} from './staff.schemas.js';
import { logIn, logOutEverywhere, tokenHash } from './staff.service.js';

const tags = ['Desk'];

export const requestLoginLink = createRoute({
  method: 'post',
  path: '/desk/login-links',
  operationId: 'requestLoginLink',
  tags,
  summary: 'Have a link to log in mailed',
  description:
    'The answer, and its time, are the same for every address. A link works once, for 15 minutes; at most 5 an hour go to a mailbox.',
  request: { headers: deskHeaders, body: jsonBody(LoginRequestShape) },
  responses: deskResponses('If somebody here has this address, a mail is on its way', AskedShape, 202),
});

export const startSession = createRoute({
  method: 'post',
  path: '/desk/session',
  operationId: 'startSession',
  tags,
  summary: 'Log in with the link of a mail',
  description:
    'Sets the cookie. A session ends after 30 minutes without use, and after 12 hours. Where staff log in with an account of the organisation, links let nobody in.',
  request: { headers: deskHeaders, body: jsonBody(LoginShape) },
  responses: deskResponses('Logged in', StaffSessionShape, 201),
});

export const getOwnSession = createRoute({
  method: 'get',
  path: '/desk/session',
  operationId: 'getOwnSession',
  tags,
  summary: 'Who is logged in, and what they may',
  security: deskSecurity,
  responses: deskResponses('Who is logged in', StaffSessionShape),
});

export const endOwnSession = createRoute({
  method: 'delete',
  path: '/desk/session',
  operationId: 'endOwnSession',
  tags,
  summary: 'Log out',
  security: deskSecurity,
  request: { headers: deskHeaders },
  responses: deskResponses('Logged out', EndedSessionsShape),
});

export const endOwnSessions = createRoute({
  method: 'delete',
  path: '/desk/sessions',
  operationId: 'endOwnSessions',
  tags,
  summary: 'Log out everywhere',
  security: deskSecurity,
  request: { headers: deskHeaders },
  responses: deskResponses('Logged out', EndedSessionsShape),
});

/** A session as whoever has it sees it. */
function shown({ staff, startedAt }: StaffSession): z.infer<typeof StaffSessionShape> {
  return {
    name: staff.name,
    email: staff.email,
    roles: staff.roles.map(({ role, buurtCode, buurtName }) => ({
      role,
      buurt: buurtCode === null ? null : { code: buurtCode, name: buurtName ?? buurtCode },
    })),
    permissions: permissions.flatMap((permission) => {
      const buurten = buurtenOf(staff, permission);
      if (buurten.length === 0) return [];
      return [{ permission, buurten: buurten === 'all' ? null : [...buurten] }];
    }),
    endsAt: new Date(startedAt.getTime() + sessionLifetimeMs).toISOString(),
  };
}

/** So often in a minute one caller asks for a link: an office behind one address, and no script. */
const mostRequestsPerMinute = 10;

/**
 * When somebody who asks for a link is answered: what is done for an address that is known takes a little longer, and far
 * less than this.
 */
const answerMs = 100;

/** Logging in and out at the desk. */
export function staffRoutes(app: Hono, deps: AppDeps): void {
  const { store, secrets, clock, callerOf, publicUrl, oidc, hasLoginLinks } = deps;
  const perCaller = new RateLimit(mostRequestsPerMinute, clock);

  const requireLoginLinks = () => {
    if (!hasLoginLinks) throw new HttpProblem('login-links-off', 'Log in met je werkaccount.');
  };

  endpoint(app, requestLoginLink, async (c) => {
    requireLoginLinks();
    perCaller.count(callerOf(c));
    const { email } = checkedBody(LoginRequestShape, await readJson(c.req.raw), () => []);
    const mailbox = secrets.loginMailbox(mailboxOf(email));
    const asked = store.transaction((db) => requestLogin(db, email, mailbox, clock()));
    await Promise.all([asked, pause(answerMs)]);
    return c.json({ asked: true }, 202);
  });

  endpoint(app, startSession, async (c) => {
    requireLoginLinks();
    const { token } = checkedBody(LoginShape, await readJson(c.req.raw), () => []);
    const at = clock();
    const cookie = await logIn(store, token, readSessionCookie(c, publicUrl), at);
    const session = cookie === undefined ? undefined : await findSession(store.db, tokenHash(cookie), at);
    if (cookie === undefined || !session)
      throw new HttpProblem('login-refused', 'De link is gebruikt of verlopen. Vraag een nieuwe link.');
    writeSessionCookie(c, cookie);
    return c.json(shown(session), 201);
  });

  deskEndpoint(app, deps, getOwnSession, 'own session', (c, _, session) => c.json(shown(session)));

  const logoutUrl = async (idToken: string | null) =>
    (idToken === null ? undefined : await oidc?.logoutUrl(idToken)) ?? null;

  deskEndpoint(app, deps, endOwnSession, 'own session', async (c, _, { hash, idToken }) => {
    await store.transaction((db) => endSession(db, hash));
    eraseSessionCookie(c);
    return c.json({ ended: 1, logoutUrl: await logoutUrl(idToken) });
  });

  deskEndpoint(app, deps, endOwnSessions, 'own session', async (c, _, { staff, actor, idToken }) => {
    const ended = await store.transaction((db) => logOutEverywhere(db, staff, { by: actor, at: clock() }));
    eraseSessionCookie(c);
    return c.json({ ended, logoutUrl: await logoutUrl(idToken) });
  });
}
