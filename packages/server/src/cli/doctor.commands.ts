import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { resolve } from 'node:path';
import process from 'node:process';
import type { Command } from 'commander';
import { hasTables } from '../backup/tables.queries.js';
import type { Clock } from '../clock.js';
import { configHints, parseConfig, type Config } from '../config.js';
import { ConfigError } from '../config-error.js';
import { migrations, migrationsIn } from '../db/migrations/index.js';
import type { Database, Store } from '../db/open.js';
import { FileCache } from '../http/file-cache.js';
import { areMailsStuck } from '../mail/stuck-mails.queries.js';
import { checkSmtp, classifyMailFailure } from '../mail/transports.js';
import { findKeyFingerprint } from '../secrets/key-fingerprint.queries.js';
import { deriveSecrets } from '../secrets/secrets.js';
import { givenSecret } from '../secrets/server-secret.js';
import { releaseIn } from '../widgets/release.js';
import type { CommandRegistrar } from './command-action.js';
import { findDatabaseFacts, type DatabaseFacts } from './doctor.queries.js';
import type { OperatorIo } from './operator-socket.js';
import { counted, onOneLine } from './table.js';

/** What was looked at: as it should be, for somebody to look at, or to be mended. */
export interface Finding {
  readonly level: 'ok' | 'look' | 'wrong';
  readonly text: string;
}

const ok = (text: string): Finding => ({ level: 'ok', text });
const look = (text: string): Finding => ({ level: 'look', text });
const wrong = (text: string): Finding => ({ level: 'wrong', text });

const oldestVersion = 13;

function ofDatabase({ version, versionNumber, hasTrigrams }: DatabaseFacts): Finding[] {
  return [
    versionNumber >= oldestVersion * 10_000
      ? ok(`The database answers. It is PostgreSQL ${version}.`)
      : wrong(`The database is PostgreSQL ${version}. Use version ${String(oldestVersion)} or later.`),
    hasTrigrams
      ? ok('The extension pg_trgm is there.')
      : wrong('The extension pg_trgm is missing. Ask for: create extension pg_trgm;'),
  ];
}

async function ofTables(db: Database): Promise<Finding> {
  if (!(await hasTables(db)))
    return look('The database has no tables yet. The start of the server makes them.');
  const done = await migrationsIn(db);
  const newer = done.find((name) => !(name in migrations));
  if (newer !== undefined)
    return wrong(`The tables are of a newer version (step ${newer}). Use that version of the server.`);
  const missing = Object.keys(migrations).length - done.length;
  return missing === 0
    ? ok('The tables are those of this version.')
    : look(`The tables are older: ${counted(missing, 'step')} to come, at the next start of the server.`);
}

async function ofSecret(db: Database, config: Config): Promise<Finding> {
  try {
    const secret = await givenSecret(config);
    const known = await findKeyFingerprint(db);
    if (known === undefined)
      return ok('The database knows no secret yet: it takes the first that a server has.');
    if (secret === undefined)
      return wrong('The secret is not here. Put the file "secret" of DATA_DIR back, or set SERVER_SECRET.');
    return deriveSecrets(secret).keyFingerprint === known
      ? ok('The secret is the one of this database.')
      : wrong('The secret is not the one of this database: no code of a letter is good. Set the right one.');
  } catch (error) {
    if (error instanceof ConfigError) return wrong(error.message);
    throw error;
  }
}

const answerMs = 5_000;

/** Asks the server at its public address for what only who has the secret can answer. */
async function ofPublicUrl(config: Config): Promise<Finding> {
  const { publicUrl } = config;
  if (publicUrl === undefined)
    return look('PUBLIC_URL is not set: links in mails and on /insluiten lead to this machine only.');
  const secret = await givenSecret(config).catch(() => undefined);
  const challenge = randomBytes(16).toString('hex');
  try {
    const answer = await fetch(`${publicUrl}/healthz?challenge=${challenge}`, {
      signal: AbortSignal.timeout(answerMs),
    });
    const { proof } = (await answer.json().catch(() => ({}))) as { proof?: unknown };
    return secret !== undefined && proof === deriveSecrets(secret).identityProof(challenge)
      ? ok(`${publicUrl} is this server.`)
      : wrong(
          `Something else answers at ${publicUrl} (status ${String(answer.status)}), or a server with another secret. Mend PUBLIC_URL, or where the proxy sends it.`,
        );
  } catch (error) {
    const { cause, message } = error as Error;
    const why = onOneLine(cause instanceof Error ? cause.message || message : message);
    return look(
      `${publicUrl} cannot be reached from this machine (${why}). Try it from outside; is the server running?`,
    );
  }
}

function ofProxy({ publicUrl, trustedProxies }: Config): Finding {
  if (trustedProxies !== 0) return ok('TRUST_PROXY is set.');
  return publicUrl?.startsWith('https:') === true
    ? look(
        'PUBLIC_URL has https, so a proxy stands before the server, but TRUST_PROXY is 0: all residents count as one caller. Set TRUST_PROXY.',
      )
    : ok('TRUST_PROXY is 0: nothing stands between callers and this server.');
}

async function ofMails(db: Database, { smtpUrl, databaseUrl }: Config, clock: Clock): Promise<Finding[]> {
  const stuck = (await areMailsStuck(db, clock()))
    ? [look('Mails wait that should have gone: "buurt mails list" says why.')]
    : [];
  if (smtpUrl === undefined)
    return [
      look(
        databaseUrl === undefined
          ? 'SMTP_URL is not set: mails become files in DATA_DIR/outbox, and reach nobody.'
          : 'SMTP_URL is not set: mails wait in the database, and reach nobody.',
      ),
    ];
  try {
    await checkSmtp(smtpUrl);
    return [ok(`The mail server ${new URL(smtpUrl).host} takes the login.`), ...stuck];
  } catch (error) {
    const { reason } = classifyMailFailure(error);
    return [
      wrong(
        `The mail server ${new URL(smtpUrl).host} does not take mails: ${onOneLine(reason)}. Mend SMTP_URL.`,
      ),
      ...stuck,
    ];
  }
}

const [fewSeconds, tooManySeconds] = [2, 60];

/** Measured around the question, so that a slow answer does not look like a clock that is off. */
function ofClock(asked: Date, { now }: DatabaseFacts, answered: Date): Finding {
  const [early, late] = [asked.getTime() - now.getTime(), now.getTime() - answered.getTime()];
  const seconds = Math.round(Math.max(early, late, 0) / 1000);
  if (seconds <= fewSeconds) return ok('The clocks of the database and of this machine are the same.');
  const text = `The clocks of the database and of this machine differ by ${counted(seconds, 'second')}. Votes open and close by the one of the database. Have both keep time (NTP).`;
  return seconds > tooManySeconds ? wrong(text) : look(text);
}

const [littleRoom, tooLittleRoom] = [1024, 100];

async function ofDisk({ dataDir }: Config): Promise<Finding[]> {
  if (!existsSync(dataDir)) return [];
  const { bavail, bsize } = await statfs(dataDir);
  const megabytes = Math.floor((bavail * bsize) / 1024 ** 2);
  const text = `${resolve(dataDir)} has room for ${megabytes.toLocaleString('en')} MB more.`;
  if (megabytes >= littleRoom) return [ok(text)];
  return [megabytes < tooLittleRoom ? wrong(`${text} Make room.`) : look(text)];
}

async function ofWidgets({ widgets }: Config): Promise<Finding> {
  try {
    return ok(
      `The widgets in ${widgets} are those of version ${(await releaseIn(widgets, new FileCache())()).version}.`,
    );
  } catch {
    return wrong(`There are no built widgets in ${widgets}. Set WIDGETS_DIR, or build them.`);
  }
}

/** Everything that can be seen of a set-up from this machine. */
export async function examine(
  { db }: Pick<Store, 'db'>,
  environment: Parameters<typeof configHints>[0],
  clock: Clock,
): Promise<Finding[]> {
  const config = parseConfig(environment);
  const asked = clock();
  const facts = await findDatabaseFacts(db);
  const answered = clock();
  const tables = await ofTables(db);
  // Other questions need the tables of this version.
  const hasOurs = tables.level === 'ok';
  return [
    ...ofDatabase(facts),
    tables,
    ...(hasOurs ? [await ofSecret(db, config)] : []),
    ofClock(asked, facts, answered),
    ...(await ofDisk(config)),
    await ofWidgets(config),
    await ofPublicUrl(config),
    ofProxy(config),
    ...configHints(environment).map(look),
    ...(hasOurs ? await ofMails(db, config, clock) : []),
  ];
}

function tell(io: OperatorIo, findings: readonly Finding[]): number {
  for (const { level, text } of findings) io.out(`${level.padEnd(6)} ${text}\n`);
  const count = findings.filter(({ level }) => level === 'wrong').length;
  io.out(count === 0 ? '\nNothing is wrong.\n' : `\n${counted(count, 'thing')} to mend.\n`);
  return count === 0 ? 0 : 1;
}

/** What is wrong with how a server is set up. */
export function addDoctorCommand(program: Command, run: CommandRegistrar): void {
  program
    .command('doctor')
    .description('Say what is wrong with how the server is set up, and what to do')
    .addHelpText(
      'after',
      `
Looks at the database, the secret, the clocks, the disk, the widgets, PUBLIC_URL, the proxy and the
mail server, and changes nothing. With the embedded database the running server looks itself, with
its own settings; otherwise give this command the same variables as the server. The exit code is 1
only when something is wrong; what says "look" may be meant.

Example:
  buurt doctor`,
    )
    .action(() =>
      run(async (store, io, _findHasher, clock) => tell(io, await examine(store, process.env, clock))),
    );
}
