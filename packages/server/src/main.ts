import { join } from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import type { Hono } from 'hono';
import { createApp } from './app.js';
import { systemClock, type Clock } from './clock.js';
import { configurationFrom, configurationHints, type Configuration } from './configuration.js';
import { logError } from './log.js';
import { answerOperators, type Operator } from './operator-socket.js';
import { eraseOldMails, intoFolder, overSmtp } from './mail/carriers.js';
import { sendDue, type Post } from './mail/post.js';
import type { SlotsOf } from './operator/plan.js';
import { openPhotos } from './photos/photos.js';
import { slotsWith } from './rounds/slots.js';
import { secretsFrom } from './secrets.js';
import { givenSecret, secretFor } from './server-secret.js';
import { serve, type Serving } from './serve.js';
import { StartProblem } from './start-problem.js';
import { openStore, type Store } from './store/open.js';
import { erase, tidy } from './store/retention.js';
import { closeDueRounds } from './store/rounds.js';

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

/** Sends mails as they come; one round at a time. */
function keepSending(post: Post, clock: Clock): () => Promise<void> {
  const stopping = new AbortController();
  let running = Promise.resolve();
  const timer = setInterval(() => {
    running = running
      .then(() => sendDue(post, clock(), stopping.signal))
      .then(
        () => undefined,
        (error: unknown) => {
          if (!stopping.signal.aborted) logError('Sending mail failed', error);
        },
      );
  }, betweenMailsMs);
  // A mail that is on its way to a server that says nothing is tried again after the next start.
  return () => {
    clearInterval(timer);
    stopping.abort();
    return Promise.race([running, setTimeout(mailStopMs, undefined, { ref: false })]);
  };
}

/** How this machine itself reaches the server. */
const hereAt = (port: number) => `http://localhost:${String(port)}`;

const outboxIn = (dataDir: string) => join(dataDir, 'outbox');

/** What sends mails; nothing does with a database of several servers but without a mail server: mails wait there. */
function postWith(
  configuration: Configuration,
  port: number,
  { store, secret, clock }: { store: Store; secret: string; clock: Clock },
): Post | undefined {
  const { dataDir, databaseUrl, smtpUrl, mailFrom, mailsPerHour, publicUrl, allowedOrigins } = configuration;
  if (smtpUrl === undefined && databaseUrl !== undefined) return undefined;
  const carry =
    smtpUrl === undefined ? intoFolder(outboxIn(dataDir), mailFrom, clock) : overSmtp(smtpUrl, mailFrom);
  const address = publicUrl ?? hereAt(port);
  return {
    store,
    secrets: secretsFrom(secret),
    publicUrl: address,
    carry,
    sites: new Set([...allowedOrigins, new URL(address).origin]),
    mailsPerHour,
  };
}

function whereMailsGo({ smtpUrl, databaseUrl, dataDir }: Configuration): string {
  if (smtpUrl !== undefined) return `over ${new URL(smtpUrl).host}`;
  if (databaseUrl !== undefined) return 'nowhere: they wait in the database until SMTP_URL is set';
  return `files in ${outboxIn(dataDir)}; set SMTP_URL to send them`;
}

/** The made-up corporation and the operator's commands are loaded only by who wants them. */
const operatorWith =
  (slotsOf: SlotsOf, clock: Clock): Operator =>
  async (...asked) =>
    (await import('./operator/run.js')).runOperator(...asked, slotsOf, clock);

async function demoSite(folder: string, address: string): Promise<Hono> {
  const { createDemo } = await import('./demo/demo.js');
  return createDemo({ widgets: { folder, address: '/dist/' }, address });
}

async function openFor(configuration: Configuration, clock: Clock) {
  const { databaseUrl, dataDir, demo } = configuration;
  await givenSecret(configuration);
  const store = await openStore(databaseUrl === undefined ? { dataDir } : { databaseUrl });
  try {
    const secret = await secretFor(store, configuration);
    const slotsOf: SlotsOf = async () => slotsWith(secretsFrom(await secretFor(store, configuration)).pepper);
    if (store.lock) answerOperators(store.lock, operatorWith(slotsOf, clock), store);
    if (demo) {
      const { refuseRealBuurten, seed } = await import('./seed/seed.js');
      await refuseRealBuurten(store);
      await seed(store, clock());
      await (await import('./seed/rounds.js')).seedRounds(store, await slotsOf(), clock());
    }
    return { store, secret };
  } catch (error) {
    await store.close();
    throw error;
  }
}

function announce(configuration: Configuration, port: number): void {
  const { demo, databaseUrl, dataDir } = configuration;
  const here = hereAt(port);
  if (demo) console.log(`Demo site  ${here}/`);
  console.log(`API        ${here}/v1`);
  console.log(`OpenAPI    ${here}/v1/openapi.json`);
  console.log(`Data       ${databaseUrl === undefined ? dataDir : 'the database of DATABASE_URL'}`);
  console.log(`Mail       ${whereMailsGo(configuration)}`);
}

/** Finishes what runs, then closes; a second signal does not wait. */
function stopOnSignal(work: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      void work().then(() => process.exit(0), failed);
    });
}

async function start(configuration: Configuration, clock: Clock): Promise<void> {
  const {
    port,
    dataDir,
    host,
    demo,
    widgets,
    trustedProxies,
    requestsPerMinute,
    allowedOrigins,
    frameOrigins,
    tokenKey,
    publicUrl,
  } = configuration;
  let ready: (app: Hono) => void = () => {};
  const app = new Promise<Hono>((resolve) => (ready = resolve));
  const serving: Serving = await serve(app, port, host);
  const { store, secret } = await openFor(configuration, clock);
  const photos = openPhotos();
  const site = demo ? { site: await demoSite(widgets, publicUrl ?? hereAt(serving.port)) } : {};
  ready(
    createApp({
      ...{
        store,
        photos,
        secret,
        clock,
        tokenKey,
        publicUrl: publicUrl === undefined ? undefined : new URL(publicUrl).origin,
        widgets,
        trustedProxies,
        requestsPerMinute,
        allowedOrigins,
        frameOrigins,
      },
      ...site,
    }),
  );
  const stopErasing = keepErasing(store, dataDir, clock);
  const stopClosing = keepClosing(store);
  const post = postWith(configuration, serving.port, { store, secret, clock });
  const stopSending = post ? keepSending(post, clock) : () => Promise.resolve();
  stopOnSignal(async () => {
    stopErasing();
    stopClosing();
    await serving.stop();
    await stopSending();
    await photos.close();
    await store.close();
  });
  announce(configuration, serving.port);
}

function failed(error: unknown): never {
  console.error(error instanceof StartProblem ? error.message : error);
  process.exit(1);
}

try {
  await start(configurationFrom(process.env), systemClock);
  for (const hint of configurationHints(process.env)) console.warn(hint);
} catch (error) {
  failed(error);
}
