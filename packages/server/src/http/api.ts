import { Hono, type Context, type ErrorHandler, type MiddlewareHandler } from 'hono';
import { except } from 'hono/combine';
import { compress } from 'hono/compress';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { conditionalGet } from './conditional-get.js';
import { rateLimitMiddleware, type CallerOptions } from './callers.js';
import { logError, ThrottledLog } from '../log.js';
import { apiVersion, openApiDocument, type ApiContact } from './openapi.js';
import { isKnownSite, origins, type AllowedOrigins } from './origins.js';
import type { AppDeps } from './app-deps.js';
import { notFound, problemJson, HttpProblem } from './problem-json.js';
import { profileRoutes } from './profiles.routes.js';
import { FailureLimit } from './failure-limit.js';
import { RateLimit } from './rate-limit.js';
import { buurtRoutes } from '../buurten/buurten.routes.js';
import { colleagueRoutes } from '../desk/colleagues.routes.js';
import { erasingRoutes } from '../desk/erasing.routes.js';
import { deskMailRoutes } from '../desk/mails.routes.js';
import { deskActRoutes } from '../desk/desk-acts.routes.js';
import { deskRoundRoutes } from '../desk/desk-rounds.routes.js';
import { buurtSettingsRoutes } from '../desk/buurt-settings.routes.js';
import { letterRoutes } from '../desk/letters.routes.js';
import { paperRoutes } from '../desk/paper-ballots.routes.js';
import { roundDraftRoutes } from '../desk/round-drafts.routes.js';
import { deskRoutes } from '../desk/desk.routes.js';
import { inboxFeedRoutes } from '../desk/inbox-feed.routes.js';
import { feedRoutes } from '../followers/feeds.routes.js';
import { followerRoutes } from '../followers/followers.routes.js';
import { ideaRoutes } from '../ideas/ideas.routes.js';
import { initiativeRoutes } from '../initiatives/initiatives.routes.js';
import { handoverRoutes } from '../makers/handovers.routes.js';
import { makerRoutes } from '../makers/makers.routes.js';
import { mapRoutes } from '../maps/maps.routes.js';
import { neighbourRoutes } from '../neighbours/neighbours.routes.js';
import { ownOfferRoutes } from '../neighbours/own-offer.routes.js';
import { photoRoutes } from '../photos/photos.routes.js';
import { supportRoutes } from '../neighbours/supports.routes.js';
import { cashbookRoutes } from '../rounds/cashbook.routes.js';
import { roundRoutes } from '../rounds/rounds.routes.js';
import { onlyOwnPages } from '../staff/own-pages.js';
import { staffMailRoutes } from '../staff/staff-mails.routes.js';
import { oidcRoutes } from '../staff/oidc.routes.js';
import { staffRoutes } from '../staff/staff.routes.js';

export interface ApiOptions extends Omit<AppDeps, 'wrongCodes' | 'perCode' | 'isKnownSite'>, CallerOptions {
  readonly allowedOrigins: AllowedOrigins;
  /** Whom a developer asks about this endpoint. */
  readonly contact: ApiContact | undefined;
}

const safeHeaders = {
  'API-Version': apiVersion,
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
};

/** On every answer that says nothing else itself. Set afterwards: what is set before would overrule the answer's own. */
const safe: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(safeHeaders))
    if (!c.res.headers.has(name)) c.header(name, value);
};

/** What can be done at a path at which something else was asked; there is nothing at a path without methods. */
function otherMethods(c: Context, methods: readonly string[]): Response {
  const Allow = [...methods, 'OPTIONS'].join(', ');
  if (c.req.method === 'OPTIONS') return c.body(null, 204, { Allow });
  throw new HttpProblem('method-not-allowed', `Hier kan alleen ${methods.join(', ')}.`, {
    headers: { Allow },
  });
}

/** The answer to a request that is refused. */
function refuse(c: Context, problem: HttpProblem): Response {
  const { body, status, headers } = problemJson(problem);
  return c.body(body, status, headers);
}

/** PostgreSQL says it is stopping, full or out of reach: later it may work. */
const passing = /^(08|53|57P|57014|40)|ECONN|EPIPE|ETIMEDOUT/;
const isPassing = (error: Error & { code?: string }) =>
  passing.test(error.code ?? '') ||
  /timeout exceeded when trying to connect|Connection terminated/.test(error.message);

const busyLog = new ThrottledLog();

/** The answer to an error that is not the caller's, which the log hears of. */
function refusalFor(error: Error, request: string): HttpProblem {
  if (isPassing(error)) {
    busyLog.line(`${request} must come again: ${error.message}`);
    return new HttpProblem('busy', 'Probeer het zo nog eens.', {
      headers: { 'Retry-After': '5' },
      cause: error,
    });
  }
  logError(`${request} failed`, error);
  return new HttpProblem('internal', 'Dit ligt niet aan jou. Probeer het later nog eens.', { cause: error });
}

/** Tells a caller what went wrong, and the log what was not the caller's fault. */
export const failed: ErrorHandler = (error, c) => {
  const refusal =
    error instanceof HttpProblem
      ? error
      : refusalFor(error, `${c.get('requestId')} ${c.req.method} ${c.req.path}`);
  return refuse(c, refusal);
};

/** The REST endpoint. */
export function createApi(options: ApiOptions): Hono {
  const api = new Hono();
  const document = openApiDocument(options.contact);
  api.onError(failed);
  api.use(safe);
  api.use('/openapi.json', async (c, next) => {
    c.header('Access-Control-Allow-Origin', '*');
    await next();
  });
  api.use(except('/v1/desk/*', origins(options.allowedOrigins, options.publicUrl)));
  api.use('/desk/*', onlyOwnPages(options.publicUrl));
  api.use(rateLimitMiddleware(options));
  api.use(methodNotAllowed({ app: api, onMethodNotAllowed: otherMethods }));
  api.use(compress());
  // That one goes out in parts, so that the memory never holds all of it.
  api.use(except('/v1/desk/acts.csv', conditionalGet));
  api.get('/openapi.json', (c) => c.json(document));
  profileRoutes(api, apiVersion);
  const parts: AppDeps = {
    ...options,
    wrongCodes: new FailureLimit(options.clock),
    isKnownSite: isKnownSite(options.allowedOrigins, options.publicUrl),
    perCode: new RateLimit(Math.ceil(options.requestsPerMinute / 40), options.clock),
  };
  for (const routes of [
    buurtRoutes,
    mapRoutes,
    initiativeRoutes,
    ideaRoutes,
    makerRoutes,
    handoverRoutes,
    photoRoutes,
    neighbourRoutes,
    ownOfferRoutes,
    supportRoutes,
    feedRoutes,
    followerRoutes,
    roundRoutes,
    cashbookRoutes,
    staffRoutes,
    staffMailRoutes,
    oidcRoutes,
    deskRoutes,
    inboxFeedRoutes,
    deskActRoutes,
    colleagueRoutes,
    erasingRoutes,
    deskMailRoutes,
    deskRoundRoutes,
    roundDraftRoutes,
    buurtSettingsRoutes,
    letterRoutes,
    paperRoutes,
  ])
    routes(api, parts);
  api.all('*', (c) => refuse(c, notFound()));
  return api;
}
