import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { systemClock } from './clock.js';
import { configurationFrom, type Configuration } from './config.js';
import { askServer, type OperatorIo } from './cli/operator-socket.js';
import { carryOut, read } from './cli/run.js';
import type { Order } from './cli/command-action.js';
import { slotsWith } from './secrets/credential-hash.js';
import { secretsFrom } from './secrets/secrets.js';
import { secretFor } from './secrets/server-secret.js';
import { StartProblem } from './config-error.js';
import { openStore } from './db/open.js';

/** `buurt ideas list | head` closes the pipe early: nobody wants the rest. */
process.stdout.on('error', (error: Error & { code?: string }) => {
  if (error.code !== 'EPIPE') throw error;
});

const io: OperatorIo = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  cwd: process.cwd(),
  isTty: process.stdout.isTTY,
};

/** The commands that a new database begins with. All others would find nothing in it. */
const beginning = new Set(['import-buurten', 'import-streets']);

/** Which database a command works on, without the password. */
function placeOf({ databaseUrl, dataDir }: Configuration): string {
  if (databaseUrl === undefined) return `the folder ${resolve(dataDir)}`;
  const { host, pathname } = new URL(databaseUrl);
  return `${pathname.slice(1)} on ${host} (DATABASE_URL)`;
}

/** In the server when one is running on the folder; otherwise here, with the database opened for the moment. */
async function carryOutSomewhere(argv: string[], order: Order): Promise<number> {
  const configuration = configurationFrom(process.env);
  const { dataDir, databaseUrl } = configuration;
  io.err(`Database: ${placeOf(configuration)}\n`);
  if (databaseUrl === undefined) {
    const exitCode = await askServer(dataDir, argv, io);
    if (exitCode !== undefined) return exitCode;
    if (!beginning.has(argv[0] ?? '') && !existsSync(join(dataDir, 'database')))
      throw new StartProblem(
        `There is no database in ${resolve(dataDir)}, and this command makes none. Set DATA_DIR to the folder of the ` +
          'server, or DATABASE_URL.',
      );
  }
  const store = await openStore(databaseUrl === undefined ? { dataDir } : { databaseUrl });
  const slotsOf = async () => slotsWith(secretsFrom(await secretFor(store, configuration)).pepper);
  try {
    return await carryOut(io, () => order(store, io, slotsOf, systemClock));
  } finally {
    await store.close();
  }
}

async function main(argv: string[]): Promise<number> {
  const typed = read(argv, io);
  if (typeof typed === 'number') return typed;
  if ('apart' in typed) return carryOut(io, () => typed.apart(io));
  try {
    return await carryOutSomewhere(argv, typed.order);
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
    io.err(`${error.message}\n`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
