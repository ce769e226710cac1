// `npm run proofs`: what takes too long for every `npm test`. Kills of the server, races of votes and every change of a
// log, at their full numbers; the life of an idea from its first words to the thanks at its end, in both browsers; ten
// minutes in which a whole neighbourhood votes and reads; and requests made from the contract. All on both kinds of database; `npm run proofs fuzz` runs those with that word in their name.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { postgresBin, startPostgres } from './postgres.mjs';
import { inOneProcess, inProcesses, node, testEnvironment } from './runners.mjs';
import { stop } from './setup.mjs';
import { runSteps } from './steps.mjs';

const home = fileURLToPath(new URL('..', import.meta.url));
process.chdir(home);
Object.assign(process.env, testEnvironment(home), { FULL_PROOFS: 'yes' });

const bin = postgresBin();
if (!bin) stop('The proofs need PostgreSQL: install it.');
const postgres = await startPostgres(bin);
const onPostgres = { TEST_DATABASE_URL: postgres.url };
const script = (path) => [...node, path].filter((word) => !word.startsWith('--test-reporter'));
const fuzz = script('test/proofs/fuzz.ts');
const prepared = ['npm', 'run', '--silent', 'build'];
const oneLife = inProcesses(['test/e2e/one-life.test.ts']);
const load = script('test/proofs/load.ts');

const steps = [
  {
    name: 'kills',
    commands: [
      inProcesses(
        ['durability', 'vote-durability', 'mail-durability'].map(
          (name) => `test/server/process/${name}.test.ts`,
        ),
      ),
    ],
    environment: onPostgres,
  },
  {
    name: 'races and logs',
    commands: [
      inOneProcess(['test/server/storage/round-proofs.test.ts', 'test/server/storage/round-verify.test.ts']),
    ],
    environment: onPostgres,
  },
  { name: 'one life on PGlite', commands: [prepared, oneLife] },
  { name: 'one life on PostgreSQL', commands: [prepared, oneLife], environment: onPostgres },
  { name: 'ten minutes of load on PGlite', commands: [load] },
  { name: 'ten minutes of load on PostgreSQL', commands: [load], environment: onPostgres },
  { name: 'fuzz on PGlite', commands: [fuzz] },
  { name: 'fuzz on PostgreSQL', commands: [fuzz], environment: onPostgres },
].filter(({ name }) => name.includes(process.argv[2] ?? ''));

const logs = mkdtempSync(join(tmpdir(), 'buurt-proofs-'));
try {
  const results = await runSteps(
    steps.map((step) => ({ ...step, alone: true, longestMs: 45 * 60_000 })),
    logs,
  );
  console.log(`Logs with the figures in ${logs}`);
  process.exitCode = results.every(({ succeeded }) => succeeded) ? 0 : 1;
} finally {
  postgres.stop();
}
