// `npm test`: sets up what the tests need, runs all of them, and ends with `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { chromiumPath, firefoxPath } from './browsers.mjs';
import { postgresBin, startPostgres } from './postgres.mjs';
import { checkNode, installPackages, npmEnvironment, packagesAreThere, run, stop } from './setup.mjs';
import { runSteps } from './steps.mjs';
import { aptPackagesFor } from './system-packages.mjs';

const home = fileURLToPath(new URL('..', import.meta.url));
process.chdir(home);
checkNode();
if (!packagesAreThere()) run(installPackages, 'Installing packages');
aptPackagesFor({
  chromium: chromiumPath,
  'firefox-esr': firefoxPath,
  postgresql: postgresBin,
  'poppler-utils': () => spawnSync('pdfinfo', ['-v']).status === 0,
  'php-cli': () => spawnSync('php', ['--version']).status === 0,
});
if (!chromiumPath()) stop('The tests need Chromium: install it, or set CHROME_PATH.');
if (!firefoxPath()) stop('The tests need Firefox: install it, or set FIREFOX_PATH.');

const node = ['node', '--import', 'tsx', '--conditions', 'buurt-source', '--test-reporter=spec'];
const testsIn = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `${folder}/${name}`);

const inOneProcess = (folder) => [...node, '.ci/together.mjs', ...testsIn(folder)];

/** For tests that start servers and browsers; one by one unless said otherwise: two steps share the machine already. */
const inProcesses = (folder, concurrency = 1) => [
  ...[...node, '--test', `--test-concurrency=${concurrency}`],
  ...testsIn(folder),
];

/** The browser itself fell over, and no test failed: that is worth a second try. */
const fallen = /Tests were interrupted because the browser disconnected/;

/** The long ones first, so that neither of two ends long after the other. */
function steps(databaseUrl) {
  return [
    {
      name: 'types',
      commands: [
        ['tsc', '-b'],
        ['tsc', '-p', 'test'],
      ],
    },
    {
      name: 'server as a process',
      commands: [inProcesses('test/server/process')],
      environment: databaseUrl ? { TEST_DATABASE_URL: databaseUrl } : {},
    },
    { name: 'server on PGlite', commands: [inOneProcess('test/server')] },
    { name: 'build', needs: ['types'], commands: [['npm', 'run', '--silent', 'build']] },
    {
      name: 'Storybook',
      needs: ['build'],
      commands: [['storybook', 'build', '-o', 'storybook-static', '--quiet']],
    },
    {
      name: 'stories, with axe, a strict policy and all themes',
      needs: ['Storybook'],
      commands: [['node', '.ci/stories.mjs']],
    },
    { name: 'widgets in Chromium', needs: ['types'], commands: [['wtr']], again: fallen },
    {
      name: 'widgets in Firefox',
      needs: ['types'],
      commands: [['wtr']],
      again: fallen,
      environment: { ENGINE: 'firefox' },
    },
    ...(databaseUrl
      ? [
          {
            name: 'server on PostgreSQL',
            commands: [inOneProcess('test/server')],
            environment: { TEST_DATABASE_URL: databaseUrl },
          },
        ]
      : []),
    {
      name: 'lint',
      needs: ['build'],
      commands: [
        ['eslint', '.'],
        ['prettier', '--check', '--log-level', 'warn', '.'],
      ],
    },
    { name: 'rules of the domain', commands: [inOneProcess('test/domain')] },
    { name: 'contracts', needs: ['build'], commands: [inOneProcess('test/contract')] },
    { name: 'sizes', needs: ['build'], commands: [['node', '.ci/size.mjs']] },
    { name: 'lock file', commands: [['node', '.ci/lock.mjs']] },
    {
      name: 'end to end',
      needs: ['build'],
      alone: true,
      commands: [[...node, 'test/e2e/ready.ts'], inProcesses('test/e2e', 3)],
    },
  ];
}

Object.assign(process.env, npmEnvironment, {
  PATH: `${join(home, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`,
  NO_COLOR: '1',
  CHROME_PATH: chromiumPath(),
  FIREFOX_PATH: firefoxPath(),
});
const bin = postgresBin();
const postgres = bin ? await startPostgres(bin) : undefined;
if (!postgres)
  console.warn('!!! PostgreSQL is not here, so NOTHING IS TESTED ON POSTGRESQL: install postgresql.');
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    postgres?.stop();
    process.exit(1);
  });
const logs = mkdtempSync(join(tmpdir(), 'buurt-test-'));
const start = Date.now();
try {
  const results = await runSteps(steps(postgres?.url), logs);
  const sum = (key) => results.reduce((all, result) => all + result[key], 0);
  console.log(`\n${((Date.now() - start) / 60_000).toFixed(1)} minutes, logs in ${logs}`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = results.every(({ succeeded }) => succeeded) ? 0 : 1;
} finally {
  postgres?.stop();
}
