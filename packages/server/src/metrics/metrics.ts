import { Hono, type MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Clock } from '../clock.js';
import type { Store } from '../db/open.js';
import { inTime } from '../http/in-time.js';
import { HourlyCount } from './hourly-count.js';
import { countWork, type Work } from './work.queries.js';

const latencySeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const requestLabels = ['method', 'route', 'status'] as const;

/**
 * What an operator measures this server by. Nothing in it leads to a resident: a request counts under the pattern of its route, that
 * of casting a vote too, of all rounds together; votes that were kept are shown by the hour.
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #clock: Clock;
  readonly #votes = new HourlyCount();
  readonly #requests: Counter<(typeof requestLabels)[number]>;
  readonly #latency: Histogram<'method' | 'route'>;
  readonly #databaseAnswers: Gauge;
  /** What the database counts; without a value while it does not answer. */
  readonly #ofDatabase: ReadonlyMap<Gauge, (work: Work, at: Date) => number>;

  constructor(clock: Clock) {
    this.#clock = clock;
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#requests = new Counter({
      name: 'buurt_http_requests_total',
      help: 'Requests that were answered, by the pattern of their route and by status',
      labelNames: requestLabels,
      registers,
    });
    this.#latency = new Histogram({
      name: 'buurt_http_request_duration_seconds',
      help: 'How long requests took until their answer began',
      labelNames: ['method', 'route'],
      buckets: latencySeconds,
      registers,
    });
    const votes = this.#votes;
    new Gauge({
      name: 'buurt_votes_cast_last_hour',
      help: 'Votes that this process took in the last whole hour of the clock, of all rounds together',
      registers,
      collect() {
        this.set(votes.inHourBefore(clock()));
      },
    });
    const gauge = (name: string, help: string) => new Gauge({ name, help, registers });
    this.#databaseAnswers = gauge('buurt_database_answers', '1 when the database answered this time, else 0');
    this.#ofDatabase = new Map([
      [gauge('buurt_ideas_waiting', 'Ideas that wait for an answer of staff'), (work) => work.waitingIdeas],
      [
        gauge('buurt_idea_oldest_waiting_seconds', 'How long the oldest of those waits; 0 when none does'),
        ({ oldestIdeaAt }, at) =>
          oldestIdeaAt === null ? 0 : Math.max(0, (at.getTime() - oldestIdeaAt.getTime()) / 1000),
      ],
      [gauge('buurt_mails_waiting', 'Mails that are still to be sent'), (work) => work.waitingMails],
      [gauge('buurt_mails_failed', 'Mails that will not be tried again'), (work) => work.failedMails],
      [
        gauge('buurt_mails_stuck', '1 when mails should go out and none does, as /readyz says it, else 0'),
        (work) => Number(work.hasStuckMails),
      ],
    ]);
  }

  /** Counts every request that comes after it. */
  readonly countRequest: MiddlewareHandler = async (c, next) => {
    const start = performance.now();
    await next();
    // The pattern of what answered; a path would have ids in it, and keys.
    const [method, route] = [c.req.method, routePath(c)];
    this.#requests.inc({ method, route, status: String(c.res.status) });
    this.#latency.observe({ method, route }, (performance.now() - start) / 1000);
  };

  readonly countVote = (): void => this.#votes.add(this.#clock());

  /** Text in the format of Prometheus. */
  async read({ db }: Store): Promise<string> {
    const at = this.#clock();
    const work = await inTime(countWork(db, at));
    this.#databaseAnswers.set(work ? 1 : 0);
    for (const [gauge, valueIn] of this.#ofDatabase)
      if (work) gauge.set(valueIn(work, at));
      else gauge.remove();
    return this.#registry.metrics();
  }

  /** What is served at a port of its own: `/metrics`. */
  routes(store: Store): Hono {
    const app = new Hono();
    app.get('/metrics', async (c) =>
      c.body(await this.read(store), 200, {
        'Content-Type': this.#registry.contentType,
        'Cache-Control': 'no-store',
      }),
    );
    return app;
  }
}
