import { Hono, type MiddlewareHandler } from 'hono';
import { requestId } from 'hono/request-id';
import { createApi, failed } from './http/api.js';
import { callersBehind, rateLimitMiddleware, type TrustedProxies } from './http/callers.js';
import type { Photos } from './photos/photos.js';
import { systemClock, type Clock } from './clock.js';
import { embedPages } from './embed/embed.js';
import { makerPage, makerPagePath } from './embed/maker-page.js';
import { deskPage, deskPagePath } from './desk/desk-page.js';
import { webmasterPages } from './embed/webmaster-pages.js';
import { FileCache } from './http/file-cache.js';
import { allowedOriginsOf } from './http/origins.js';
import { healthRoutes } from './http/health.routes.js';
import type { ApiContact } from './http/openapi.js';
import { headersOfAll } from './http/headers-of-all.js';
import { notFound, problemJson } from './http/problem-json.js';
import { readUnreadBody } from './http/unread-body.js';
import { defaultRequestsPerMinute } from './http/rate-limit.js';
import { createCredentialHasher } from './secrets/credential-hash.js';
import { tokenReader } from './rounds/tokens.js';
import { deriveSecrets } from './secrets/secrets.js';
import { EarlierReleases } from './widgets/earlier-releases.js';
import { widgetFiles } from './widgets/widget-files.js';
import type { Metrics } from './metrics/metrics.js';
import { OidcProvider, type OidcSettings } from './staff/oidc.js';
import type { Store } from './db/open.js';

export interface AppOptions {
  readonly store: Store;
  readonly photos: Photos;
  /** What owner keys and the addresses of unpublished photos are made with; at least 32 characters. */
  readonly secret: string;
  /** 32 bytes; see `tokenReader`. */
  readonly tokenKey?: Uint8Array | undefined;
  readonly clock?: Clock;
  /** Origins whose pages may call; `*` lets every page read, and `http://localhost:*` is every port there. Pages of this server itself always may. */
  readonly allowedOrigins?: readonly string[];
  /** Where residents reach this server, with the path under which a proxy serves it. Without one that is what `Host` says. */
  readonly publicUrl?: string | undefined;
  /** The identity provider with which staff log in; it needs `publicUrl`. */
  readonly oidc?: OidcSettings | undefined;
  /** Whether staff can have a link to log in mailed; they can unless told, or where there is an identity provider. */
  readonly hasLoginLinks?: boolean | undefined;
  /** Whom a developer asks about this endpoint, in its OpenAPI document. */
  readonly contact?: ApiContact | undefined;
  /** Whether it hands mails over, so that residents are told of those; it does unless told. */
  readonly sendsMails?: boolean;
  /** Per address; a tenth of it may be POST, other than votes. */
  readonly requestsPerMinute?: number;
  readonly trustedProxies?: TrustedProxies;
  /** The cost of keeping the code of a letter (N of scrypt); the usual one unless a test wants to be quick. */
  readonly codeCost?: number;
  /** The folder with the built widgets, served under `/dist/`; `/insluiten` shows webmasters how to use them. */
  readonly widgets?: string;
  /** Origins whose pages may show a widget in a frame; `/embed/` is there with `widgets`. */
  readonly frameOrigins?: readonly string[];
  /** What an operator measures this server by, if anything. */
  readonly metrics?: Metrics | undefined;
  /** What is served at every other path. */
  readonly site?: Hono;
}

const isApi = (path: string): boolean => path === '/v1' || path.startsWith('/v1/');

const everywhere: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(headersOfAll)) c.header(name, value);
  // A page with a wrong endpoint must see that nothing is here; without this a browser says that its site is not allowed.
  if (c.res.status === 404 && !isApi(c.req.path)) c.header('Access-Control-Allow-Origin', '*');
  if (!c.res.headers.has('Referrer-Policy')) c.header('Referrer-Policy', 'strict-origin-when-cross-origin');
};

/** Everything that one server serves: the endpoint under `/v1`, the widgets under `/dist`, and a site. */
export function createApp(options: AppOptions): Hono {
  const { store, photos, secret, clock = systemClock, allowedOrigins = [], widgets, site } = options;
  const {
    requestsPerMinute = defaultRequestsPerMinute,
    trustedProxies = 0,
    codeCost,
    publicUrl,
    oidc,
    sendsMails = true,
    metrics,
  } = options;
  const secrets = deriveSecrets(secret);
  const hasher = createCredentialHasher(secrets.pepper, codeCost);
  const codeOfToken = tokenReader(options.tokenKey);
  const callerOf = callersBehind(trustedProxies);
  const app = new Hono();
  app.onError(failed);
  if (metrics) app.use(metrics.countRequest);
  app.use(everywhere);
  app.use(readUnreadBody);
  // Of a proxy when it gives a sound one, else made here: the log and the answer have the same.
  app.use(requestId({ limitLength: 64 }));
  app.route('/', healthRoutes({ store, secrets, clock, sendsMails }));
  const api = { store, photos, secrets, hasher, codeOfToken, clock, requestsPerMinute, callerOf };
  app.route(
    '/v1',
    createApi({
      ...api,
      oidc: oidc && publicUrl !== undefined ? new OidcProvider(oidc, publicUrl, clock) : undefined,
      hasLoginLinks: options.hasLoginLinks ?? oidc === undefined,
      sendsMails,
      onVoteCast: metrics?.countVote,
      contact: options.contact,
      makerPage: widgets === undefined ? undefined : `../${makerPagePath}`,
      publicUrl: publicUrl === undefined ? undefined : new URL(publicUrl).origin,
      deskUrl: publicUrl === undefined ? undefined : `${publicUrl}/${deskPagePath}`,
      allowedOrigins: allowedOriginsOf(allowedOrigins),
    }),
  );
  if (widgets !== undefined) {
    const files = new FileCache();
    app.route(
      '/dist',
      widgetFiles({ folder: widgets, base: '/dist', memory: files, earlier: new EarlierReleases(store) }),
    );
    app.route('/embed', embedPages({ ...api, widgets, files, hosts: options.frameOrigins ?? [] }));
    app.route('/insluiten', webmasterPages({ ...api, widgets, files, publicUrl }));
    app.route(`/${makerPagePath}`, makerPage({ ...api, widgets, files }));
    app.route(`/${deskPagePath}`, deskPage({ ...api, widgets, files }));
  }
  // A page or a map tile costs as much work as an answer of the API.
  if (site)
    app.all('*', rateLimitMiddleware({ clock, requestsPerMinute, callerOf }), (c) =>
      site.fetch(c.req.raw, c.env),
    );
  app.notFound((c) => {
    const { body, status, headers } = problemJson(notFound());
    return c.body(body, status, headers);
  });
  return app;
}
