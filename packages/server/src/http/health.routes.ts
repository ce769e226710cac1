import { Hono, type Context } from 'hono';
import type { Clock } from '../clock.js';
import { missingMigrations } from '../db/migrations/index.js';
import { ping, type Store } from '../db/open.js';
import { inTime } from './in-time.js';
import type { Secrets } from '../secrets/secrets.js';
import { areMailsStuck } from '../mail/stuck-mails.queries.js';

/** What `/readyz` says, in words, and without counts: everybody may ask it. */
interface Readiness {
  readonly status: 'ready' | 'not ready';
  readonly database: 'answers' | 'does not answer' | 'not reached yet';
  readonly migrations: 'done' | 'not done' | 'unknown';
  readonly mails: 'in time' | 'stuck' | 'not sent by this server' | 'unknown';
}

/** So long an answer holds, so that nobody keeps the database busy by asking. */
const heldMs = 1_000;

const answer = <T>(c: Context, body: T, isWell: boolean) => {
  c.header('Cache-Control', 'no-store');
  return c.json(body, isWell ? 200 : 503);
};

const noDatabase: Readiness = {
  status: 'not ready',
  database: 'does not answer',
  migrations: 'unknown',
  mails: 'unknown',
};

async function readinessOf({ store, clock, sendsMails }: HealthOptions): Promise<Readiness> {
  const missing = await missingMigrations(store.db);
  const isStuck = sendsMails && missing.length === 0 && (await areMailsStuck(store.db, clock()));
  return {
    status: missing.length === 0 ? 'ready' : 'not ready',
    database: 'answers',
    migrations: missing.length === 0 ? 'done' : 'not done',
    mails: isStuck ? 'stuck' : sendsMails ? 'in time' : 'not sent by this server',
  };
}

export interface HealthOptions {
  readonly secrets: Secrets;
  readonly store: Store;
  readonly clock: Clock;
  /** Whether it hands mails over. */
  readonly sendsMails: boolean;
}

const isChallenge = (text: string | undefined): text is string => /^[0-9a-f]{32}$/.test(text ?? '');

/**
 * What tells whoever watches over this server how it is: `/healthz` whether the process answers, `/readyz` whether it can be sent
 * requests. Stuck mails are said there, but take no server out of service: without mails residents can read and vote all the same.
 */
export function healthRoutes(options: HealthOptions): Hono {
  const app = new Hono();
  let last: { readonly at: number; readonly readiness: Promise<Readiness | undefined> } | undefined;
  const lookAgain = () => ({ at: performance.now(), readiness: inTime(readinessOf(options)) });
  app.get('/health', async (c) => {
    const isThere = await inTime(ping(options.store.db).then(() => true));
    return answer(c, { status: isThere ? 'ok' : 'no database' }, isThere === true);
  });
  // Asked by `buurt doctor`, which knows the secret: whether this address leads to this server.
  app.get('/healthz', (c) => {
    const challenge = c.req.query('challenge');
    const proof = isChallenge(challenge) ? { proof: options.secrets.identityProof(challenge) } : {};
    return answer(c, { status: 'alive', ...proof }, true);
  });
  app.get('/readyz', async (c) => {
    if (last === undefined || performance.now() - last.at > heldMs) last = lookAgain();
    const readiness = (await last.readiness) ?? noDatabase;
    return answer(c, readiness, readiness.status === 'ready');
  });
  return app;
}

/** What is answered while the database is being opened and brought to its newest shape, which can take minutes. */
export function startingRoutes(): Hono {
  const app = new Hono();
  const starting: Readiness = { ...noDatabase, database: 'not reached yet' };
  app.get('/healthz', (c) => answer(c, { status: 'alive' }, true));
  app.get('/readyz', (c) => answer(c, starting, false));
  return app;
}
