import { z, type RouteConfig } from '@hono/zod-openapi';
import type { Context, Hono } from 'hono';
import type { Actor } from '../acts/acts.queries.js';
import type { AppDeps } from '../http/app-deps.js';
import { problem } from '../http/contract.js';
import { endpoint, type Input } from '../http/endpoint.js';
import { HttpProblem } from '../http/problem-json.js';
import { buurtenOf, type Permission } from './roles.js';
import { readSessionCookie } from './session-cookie.js';
import { findSession, type StaffSession } from './staff.queries.js';
import { tokenHash } from './staff.service.js';

/** What a route at the desk says that only staff may do it. */
export const deskSecurity = [{ deskSession: [] }];

/** What goes with everything at the desk that changes something; a page of another site cannot send it. */
export const deskHeaders = z.object({
  'x-buurt-desk': z.literal('1').openapi({ param: { description: 'That a page of this server asks' } }),
});

/** The answers of a route at the desk. */
export const deskResponses = <T extends z.ZodType>(
  description: string,
  schema: T,
  status: 200 | 201 | 202 = 200,
  type = 'application/json',
) => ({
  [status]: { description, content: { [type]: { schema } } },
  400: problem('Something is wrong with what was asked'),
  401: problem('Nobody is logged in'),
  403: problem('This person may not do this, or a page of another site asks'),
  404: problem('Not there'),
  408: problem('The body stopped coming'),
  413: problem('Too big'),
  415: problem('Another type of content than asked'),
  429: problem('Too many requests; `Retry-After` tells when again'),
  500: problem('Our mistake'),
  503: problem('Too busy; `Retry-After` tells when again'),
});

/** Who asks something at the desk, and where they may. */
export interface DeskCaller extends StaffSession {
  /** As what they do is kept. */
  readonly actor: Actor;
  /** In which buurten they have the permission of the route. */
  readonly buurten: readonly string[] | 'all';
  /** @throws {HttpProblem} when they may not in this buurt */
  requireBuurt(code: string): void;
}

const notPermitted = () =>
  new HttpProblem('not-permitted', 'Vraag een beheerder of je hier de rechten voor krijgt.');

function callerWith(session: StaffSession, buurten: DeskCaller['buurten']): DeskCaller {
  return {
    ...session,
    actor: { kind: 'staff', id: session.staff.id, name: session.staff.name },
    buurten,
    requireBuurt: (code) => {
      if (buurten !== 'all' && !buurten.includes(code)) throw notPermitted();
    },
  };
}

/**
 * Serves a route of the contract to staff who are logged in and have a permission somewhere; `own session` is for
 * everybody who is logged in. Whether they have it in the buurt that is meant, the route asks by `requireBuurt`.
 */
export function deskEndpoint<R extends RouteConfig>(
  app: Hono,
  { store, clock, publicUrl }: Pick<AppDeps, 'store' | 'clock' | 'publicUrl'>,
  route: R,
  permission: Permission | 'own session',
  answer: (c: Context, input: Input<R>, caller: DeskCaller) => Promise<Response> | Response,
): void {
  endpoint(app, route, async (c, input) => {
    const cookie = readSessionCookie(c, publicUrl);
    const session =
      cookie === undefined ? undefined : await findSession(store.db, tokenHash(cookie), clock());
    if (!session) throw new HttpProblem('login-needed', 'Je bent niet ingelogd, of te lang niets gedaan.');
    const buurten = permission === 'own session' ? [] : buurtenOf(session.staff, permission);
    if (permission !== 'own session' && buurten.length === 0) throw notPermitted();
    return answer(c, input, callerWith(session, buurten));
  });
}
