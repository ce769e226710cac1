import process from 'node:process';
import { configurationFrom } from './configuration.js';
import { askServer, type OperatorIo } from './operator-socket.js';
import { read, runOperator } from './operator/run.js';
import { StartProblem } from './start-problem.js';
import { openStore } from './store/open.js';

const io: OperatorIo = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  cwd: process.cwd(),
  isTty: process.stdout.isTTY,
};

/** In the server when one is running on the folder; otherwise here, with the database opened for the moment. */
async function carryOut(argv: string[]): Promise<number> {
  const { dataDir, databaseUrl } = configurationFrom(process.env);
  if (databaseUrl === undefined) {
    const done = await askServer(dataDir, argv, io);
    if (done !== undefined) return done;
  }
  const store = await openStore(databaseUrl === undefined ? { dataDir } : { databaseUrl });
  try {
    return await runOperator(argv, io, store);
  } finally {
    await store.close();
  }
}

async function main(argv: string[]): Promise<number> {
  const asked = read(argv, io);
  if (typeof asked === 'number') return asked;
  try {
    return await carryOut(argv);
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
    io.err(`${error.message}\n`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
