// `npm test` sets up what the tests need, runs all of them, and ends with `N passed, N failed`. `npm run test:quick` runs
// some of every kind: in Chromium, on the embedded database, without themes.
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { chromiumPath, firefoxPath, hasHeadlessShell } from './browsers.mjs';
import { postgresBin, startPostgres } from './postgres.mjs';
import { inOneProcess, inProcesses, node, testEnvironment, testsIn, tsc } from './runners.mjs';
import { checkNode, installPackages, packagesAreThere, run, stop } from './setup.mjs';
import { runSteps } from './steps.mjs';
import { aptPackagesFor, canInstall } from './system-packages.mjs';

const home = fileURLToPath(new URL('..', import.meta.url));
process.chdir(home);
const quick = process.argv.includes('--quick');
checkNode();
if (!packagesAreThere()) run(installPackages, 'Installing packages');
aptPackagesFor({
  'chromium-headless-shell': () => hasHeadlessShell() || (!canInstall() && chromiumPath()),
  ...(quick
    ? {}
    : {
        'firefox-esr': firefoxPath,
        postgresql: postgresBin,
        'poppler-utils': () => spawnSync('pdfinfo', ['-v']).status === 0,
        python3: () => spawnSync('python3', ['--version']).status === 0,
        'nginx-light': () => spawnSync('nginx', ['-v']).status === 0,
        caddy: () => spawnSync('caddy', ['version']).status === 0,
        systemd: () => spawnSync('systemd-analyze', ['--version']).status === 0,
        'php-cli': () => spawnSync('php', ['--version']).status === 0,
      }),
});
if (!chromiumPath()) stop('The tests need Chromium: install it, or set CHROME_PATH.');
if (!quick && !firefoxPath()) stop('The tests need Firefox: install it, or set FIREFOX_PATH.');

/** The browser itself fell over, and no test failed: that is worth a second try. */
const fallen = /Tests were interrupted because the browser disconnected/;

const types = {
  name: 'types',
  commands: [
    [...tsc, '-b'],
    [...tsc, '-p', 'test'],
  ],
};
const build = { name: 'build', needs: ['types'], commands: [['npm', 'run', '--silent', 'build']] };
const storybook = {
  name: 'Storybook',
  needs: ['build'],
  commands: [['storybook', 'build', '-o', 'storybook-static', '--quiet']],
};
const chromium = { name: 'widgets in Chromium', needs: ['types'], commands: [['wtr']], again: fallen };
const domain = { name: 'rules of the domain', commands: [inOneProcess(testsIn('test/domain'))] };
const contracts = { name: 'contracts', needs: ['build'], commands: [inOneProcess(testsIn('test/contract'))] };
const sizes = { name: 'sizes', needs: ['build'], commands: [['node', '.ci/size.mjs']] };
const lockFile = { name: 'lock file', commands: [['node', '.ci/lock.mjs']] };

/** What the database decides: tested on both kinds of it. */
const storage = testsIn('test/server/storage');
const server = [...testsIn('test/server'), ...storage];

/** On PostgreSQL all of the server, on the embedded database what a database decides; without PostgreSQL all of it. */
const serverSteps = (databaseUrl) =>
  databaseUrl
    ? [
        {
          name: 'server on PostgreSQL',
          commands: [inOneProcess(server)],
          environment: { TEST_DATABASE_URL: databaseUrl },
        },
        { name: 'storage on PGlite', commands: [inOneProcess(storage)] },
      ]
    : [{ name: 'server on PGlite', commands: [inOneProcess(server)] }];

/** The long ones first, so that neither of two ends long after the other. */
const steps = (databaseUrl) => [
  types,
  {
    name: 'server as a process',
    commands: [inProcesses(testsIn('test/server/process'))],
    environment: databaseUrl ? { TEST_DATABASE_URL: databaseUrl } : {},
  },
  build,
  ...serverSteps(databaseUrl),
  storybook,
  {
    name: 'stories, with axe, a strict policy and all themes',
    needs: ['Storybook'],
    commands: [['node', '.ci/stories.mjs']],
  },
  chromium,
  {
    name: 'widgets in Firefox',
    needs: ['types'],
    commands: [['wtr']],
    again: fallen,
    environment: { ENGINE: 'firefox' },
  },
  {
    name: 'lint',
    needs: ['build'],
    commands: [
      ['eslint', '.'],
      ['prettier', '--check', '--log-level', 'warn', '.'],
      ['knip', '--no-progress'],
    ],
  },
  domain,
  contracts,
  sizes,
  lockFile,
  {
    name: 'end to end',
    needs: ['build'],
    alone: true,
    longestMs: 25 * 60_000,
    commands: [[...node, 'test/e2e/ready.ts'], inProcesses(testsIn('test/e2e'), 3)],
  },
];

const walks = ['dist', 'journey', 'vote', 'initiative-list', 'map-card'];

const quickSteps = () => [
  types,
  { name: 'storage on PGlite', commands: [inOneProcess(storage)] },
  build,
  chromium,
  storybook,
  {
    name: 'stories on a desk, with axe',
    needs: ['Storybook'],
    commands: [['node', '.ci/stories.mjs', '--quick']],
  },
  domain,
  contracts,
  sizes,
  lockFile,
  {
    name: 'walks from end to end',
    needs: ['build'],
    alone: true,
    commands: [
      [...node, 'test/e2e/ready.ts'],
      inProcesses(
        walks.map((name) => `test/e2e/${name}.test.ts`),
        3,
      ),
    ],
  },
];

Object.assign(process.env, testEnvironment(home));
const bin = quick ? undefined : postgresBin();
const postgres = bin ? await startPostgres(bin) : undefined;
if (!postgres && !quick)
  console.warn('!!! PostgreSQL is not here, so NOTHING IS TESTED ON POSTGRESQL: install postgresql.');
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    postgres?.stop();
    process.exit(1);
  });
const logs = mkdtempSync(join(tmpdir(), 'buurt-test-'));
const start = Date.now();
try {
  const results = await runSteps(quick ? quickSteps() : steps(postgres?.url), logs);
  const sum = (key) => results.reduce((all, result) => all + result[key], 0);
  console.log(`\n${((Date.now() - start) / 60_000).toFixed(1)} minutes, logs in ${logs}`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = results.every(({ succeeded }) => succeeded) ? 0 : 1;
} finally {
  postgres?.stop();
}
