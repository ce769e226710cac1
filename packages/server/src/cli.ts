import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { systemClock } from './clock.js';
import { parseConfig } from './config.js';
import { databasePlace } from './cli/database-place.js';
import { askServer, type OperatorIo } from './cli/operator-socket.js';
import { runAction, parseCommand } from './cli/run.js';
import type { CommandAction } from './cli/command-action.js';
import { createCredentialHasher } from './secrets/credential-hash.js';
import { deriveSecrets } from './secrets/secrets.js';
import { secretFor } from './secrets/server-secret.js';
import { ConfigError } from './config-error.js';
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

/** Those that look at a database as it is, of whatever version: they bring no tables to their newest shape. */
const looking = new Set(['backup', 'doctor']);

/** In the server when one is running on the folder; otherwise here, with the database opened for the moment. */
async function carryOutSomewhere(argv: string[], order: CommandAction): Promise<number> {
  const configuration = parseConfig(process.env);
  const { dataDir, databaseUrl } = configuration;
  io.err(`Database: ${databasePlace(configuration)}\n`);
  if (databaseUrl === undefined) {
    const exitCode = await askServer(dataDir, argv, io);
    if (exitCode !== undefined) return exitCode;
    if (!beginning.has(argv[0] ?? '') && !existsSync(join(dataDir, 'database')))
      throw new ConfigError(
        `There is no database in ${resolve(dataDir)}, and this command makes none. Set DATA_DIR to the folder of the ` +
          'server, or DATABASE_URL.',
      );
  }
  const store = await openStore(databaseUrl === undefined ? { dataDir } : { databaseUrl }, {
    migrates: !looking.has(argv[0] ?? ''),
  });
  const findSecret = () => secretFor(store, configuration);
  const findHasher = async () => createCredentialHasher(deriveSecrets(await findSecret()).pepper);
  try {
    return await runAction(io, () => order(store, io, findHasher, systemClock, findSecret));
  } finally {
    await store.close();
  }
}

async function main(argv: string[]): Promise<number> {
  const typed = parseCommand(argv, io);
  if (typeof typed === 'number') return typed;
  if ('apart' in typed) return runAction(io, () => typed.apart(io));
  try {
    return await carryOutSomewhere(argv, typed.order);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    io.err(`${error.message}\n`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
