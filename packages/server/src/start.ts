import { join } from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import type { Hono } from 'hono';
import { createApp } from './app.js';
import type { Clock } from './clock.js';
import { configHints, type Config } from './config.js';
import { logError, logLine } from './log.js';
import { answerOperators, type Operator } from './cli/operator-socket.js';
import { namedAddress } from './mail/address.js';
import { eraseOldMails, folderTransport, smtpTransport } from './mail/transports.js';
import { mailsAtOnce, MailSender, type Mailer } from './mail/mail-sender.js';
import type { SecretLookup } from './cli/command-action.js';
import { openPhotos } from './photos/photos.js';
import { createCredentialHasher, type CredentialHasher } from './secrets/credential-hash.js';
import { deriveSecrets } from './secrets/secrets.js';
import { givenSecret, secretFor } from './secrets/server-secret.js';
import { makerPagePath } from './embed/maker-page.js';
import type { ApiContact } from './http/openapi.js';
import { allowedOriginsOf } from './http/origins.js';
import { startingRoutes } from './http/health.routes.js';
import { Metrics } from './metrics/metrics.js';
import { serve, type Serving } from './http/serve.js';
import { ConfigError } from './config-error.js';
import { enqueueStaffMails } from './staff/staff-mails.queries.js';
import { openStore, type Store } from './db/open.js';
import { erase, tidy } from './db/retention.queries.js';
import { keepRelease } from './widgets/earlier-releases.js';
import { sendWebhooks } from './webhooks/webhooks.queries.js';
import { closeDueRounds } from './rounds/rounds.queries.js';

const hourMs = 60 * 60 * 1000;

/** Does something now, and again after each pause; what goes wrong is logged as `failed`. */
function keepDoing(work: () => Promise<unknown>, pauseMs: number, failed: string): () => void {
  const logged = () => void work().catch((error: unknown) => logError(failed, error));
  logged();
  const timer = setInterval(logged, pauseMs);
  return () => clearInterval(timer);
}

/** Keeps the promise to residents of what is erased when: now, and every hour. */
const keepErasing = (store: Store, dataDir: string, clock: Clock) =>
  keepDoing(
    async () => {
      await erase(store, clock());
      await eraseOldMails(outboxIn(dataDir), clock());
      if (store.lock) await tidy(store);
    },
    hourMs,
    'Erasing old data failed',
  );

const betweenLooksMs = 10_000;

/** Closes rounds when their time has come, also when no visitor looks. */
const keepClosing = (store: Store) =>
  keepDoing(() => closeDueRounds(store), betweenLooksMs, 'Closing rounds failed');

const betweenMailsMs = 5_000;
/** Stopping waits so long for mails that are on their way. */
const mailStopMs = 3_000;

/** Sends what there is, at once and every few seconds; one round at a time. */
function keepSending(send: (stopping: AbortSignal) => Promise<unknown>, failed: string): () => Promise<void> {
  const stopping = new AbortController();
  let running: Promise<void> | undefined;
  const round = async () => {
    try {
      await send(stopping.signal);
    } catch (error) {
      if (!stopping.signal.aborted) logError(failed, error);
    }
    running = undefined;
  };
  const begin = () => void (running ??= round());
  begin();
  const timer = setInterval(begin, betweenMailsMs);
  // What is on its way to a server that says nothing is tried again after the next start.
  return () => {
    clearInterval(timer);
    stopping.abort();
    return Promise.race([running, setTimeout(mailStopMs, undefined, { ref: false })]);
  };
}

/** How this machine itself reaches the server. */
const hereAt = (port: number) => `http://localhost:${String(port)}`;

const outboxIn = (dataDir: string) => join(dataDir, 'outbox');

/** With a database of several servers but without a mail server nothing sends mails: they wait there. */
const sendsMails = ({ smtpUrl, databaseUrl }: Config): boolean =>
  smtpUrl !== undefined || databaseUrl === undefined;

/** Has mails for staff wait when it is time for those, and sends all that waits. */
function keepMailing(mailer: Mailer, clock: Clock): () => Promise<void> {
  const failed = 'Sending mail failed';
  const sender = new MailSender(mailer);
  const stops = [
    keepSending(() => enqueueStaffMails(mailer.store, clock()), failed),
    ...Array.from({ length: mailsAtOnce }, () =>
      keepSending((stopping) => sender.sendDue(clock, stopping), failed),
    ),
  ];
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}

/** What sends mails, if anything does. */
function mailerWith(
  configuration: Config,
  port: number,
  { store, secret, clock }: { store: Store; secret: string; clock: Clock },
): Mailer | undefined {
  const { dataDir, smtpUrl, mailFrom, mailsPerHour, publicUrl, allowedOrigins } = configuration;
  if (!sendsMails(configuration)) return undefined;
  const carry =
    smtpUrl === undefined
      ? folderTransport(outboxIn(dataDir), mailFrom, clock)
      : smtpTransport(smtpUrl, mailFrom);
  const address = publicUrl ?? hereAt(port);
  return {
    store,
    secrets: deriveSecrets(secret),
    publicUrl: address,
    makerPage: configuration.widgets === undefined ? undefined : `${address}/${makerPagePath}`,
    carry,
    sites: allowedOriginsOf([...allowedOrigins, new URL(address).origin]),
    mailsPerHour,
    // A file wakes nobody.
    keepsQuietHours: smtpUrl !== undefined,
  };
}

function whereMailsGo({ smtpUrl, databaseUrl, dataDir }: Config): string {
  if (smtpUrl !== undefined) return `over ${new URL(smtpUrl).host}`;
  if (databaseUrl !== undefined) return 'nowhere: they wait in the database until SMTP_URL is set';
  return `files in ${outboxIn(dataDir)}; set SMTP_URL to send them`;
}

/** Whom a developer asks: whoever sends its mails. */
function contactOf({ smtpUrl, mailFrom, publicUrl }: Config): ApiContact | undefined {
  const sender = namedAddress(mailFrom);
  return smtpUrl === undefined || publicUrl === undefined || !sender
    ? undefined
    : { ...sender, url: publicUrl };
}

/** The operator's commands are loaded only when one is typed. */
const operatorWith =
  (findSecret: SecretLookup, clock: Clock): Operator =>
  async (...asked) =>
    (await import('./cli/run.js')).runOperator(
      ...asked,
      async () => createCredentialHasher(deriveSecrets(await findSecret()).pepper),
      clock,
      findSecret,
    );

/** Pages that are served beside the API, at every path that is not its own. */
export interface Site {
  /** What the line with its address says at the start. */
  readonly name: string;
  /** Makes the pages. `address` is where visitors reach this server. */
  create(server: { readonly address: string; readonly store: Store }): Hono;
}

/** The database that was just opened, before anybody is answered. */
export interface OpenedDatabase {
  readonly store: Store;
  readonly hasher: CredentialHasher;
}

export interface StartOptions {
  readonly configuration: Config;
  readonly clock: Clock;
  readonly site?: Site;
  /**
   * Fills or checks the database before the server answers.
   * @throws {ConfigError} when the server must not run on it
   */
  readonly prepare?: (database: OpenedDatabase) => Promise<void>;
}

async function openDatabase({ configuration, clock, prepare }: StartOptions) {
  const { databaseUrl, dataDir } = configuration;
  await givenSecret(configuration);
  const store = await openStore(databaseUrl === undefined ? { dataDir } : { databaseUrl });
  try {
    const secret = await secretFor(store, configuration);
    const findSecret = () => secretFor(store, configuration);
    if (store.lock) answerOperators(store.lock, operatorWith(findSecret, clock), store);
    await prepare?.({ store, hasher: createCredentialHasher(deriveSecrets(secret).pepper) });
    return { store, secret };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Takes the port for the metrics at once, as for all else; they are answered once there is a store to read from. */
async function serveMetrics({ metrics: place }: Config, clock: Clock) {
  if (place === undefined) return undefined;
  const metrics = new Metrics(clock);
  let readFrom: (store: Store) => void = () => {};
  const routes = new Promise<Hono>((resolve) => (readFrom = (store) => resolve(metrics.routes(store))));
  const { port, stop } = await serve(routes, place.port, place.host, { prefix: 'METRICS_' });
  const host = place.host.includes(':') ? `[${place.host}]` : place.host;
  return { metrics, readFrom, stop, address: `http://${host}:${String(port)}/metrics` };
}

function announce({ configuration, site }: StartOptions, port: number, metrics: string | undefined): void {
  const { databaseUrl, dataDir } = configuration;
  const here = hereAt(port);
  if (site) console.log(`${site.name.padEnd(11)}${here}/`);
  console.log(`API        ${here}/v1`);
  console.log(`OpenAPI    ${here}/v1/openapi.json`);
  console.log(`Data       ${databaseUrl === undefined ? dataDir : 'the database of DATABASE_URL'}`);
  console.log(`Mail       ${whereMailsGo(configuration)}`);
  if (metrics !== undefined) console.log(`Metrics    ${metrics}`);
}

/** Finishes what runs, then closes; a second signal does not wait. */
function stopOnSignal(work: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      void work().then(() => process.exit(0), exitWith);
    });
}

/**
 * Starts the server of this process: it answers, erases, closes rounds and sends mails until it is stopped by a signal.
 * @throws {ConfigError} when it cannot start, with the line that says what to mend
 */
export async function startServer(options: StartOptions): Promise<void> {
  const { configuration, clock, site } = options;
  const {
    port,
    dataDir,
    host,
    widgets,
    trustedProxies,
    requestsPerMinute,
    allowedOrigins,
    frameOrigins,
    tokenKey,
    publicUrl,
    oidc,
    hasLoginLinks,
  } = configuration;
  let ready: (app: Hono) => void = () => {};
  const app = new Promise<Hono>((resolve) => (ready = resolve));
  const serving: Serving = await serve(app, port, host, { starting: startingRoutes() });
  const measured = await serveMetrics(configuration, clock);
  const { store, secret } = await openDatabase(options);
  if (widgets !== undefined) await keepRelease(store, widgets);
  const photos = openPhotos();
  ready(
    createApp({
      store,
      photos,
      secret,
      clock,
      tokenKey,
      publicUrl,
      oidc,
      hasLoginLinks,
      widgets,
      trustedProxies,
      requestsPerMinute,
      allowedOrigins,
      frameOrigins,
      contact: contactOf(configuration),
      sendsMails: sendsMails(configuration),
      metrics: measured?.metrics,
      ...(site ? { site: site.create({ address: publicUrl ?? hereAt(serving.port), store }) } : {}),
    }),
  );
  measured?.readFrom(store);
  const stopErasing = keepErasing(store, dataDir, clock);
  const stopClosing = keepClosing(store);
  const mailer = mailerWith(configuration, serving.port, { store, secret, clock });
  const stopMails = mailer ? keepMailing(mailer, clock) : () => Promise.resolve();
  const sender = { store, publicUrl: publicUrl ?? hereAt(serving.port) };
  const stopWebhooks = keepSending(
    (stopping) => sendWebhooks(sender, clock(), stopping),
    'Sending webhooks failed',
  );
  stopOnSignal(async () => {
    stopErasing();
    stopClosing();
    await Promise.all([serving.stop(), measured?.stop()]);
    await Promise.all([stopMails(), stopWebhooks()]);
    await photos.close();
    await store.close();
  });
  announce(options, serving.port, measured?.address);
}

/** Logs what in the settings may be a mistake. */
export function logHints(environment: Parameters<typeof configHints>[0]): void {
  for (const hint of configHints(environment)) logLine(hint);
}

/** Ends the process: with one line about what the operator can mend, otherwise with the fault in the log. */
export function exitWith(error: unknown): never {
  if (error instanceof ConfigError) console.error(error.message);
  else logError('The server stops', error);
  process.exit(1);
}

export { systemClock, type Clock } from './clock.js';
export { parseConfig as configurationFrom, type Config as Configuration } from './config.js';
export { ConfigError as StartProblem } from './config-error.js';
export { folderOf, releaseFile, type Release } from './widgets/release.js';
