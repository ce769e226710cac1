// How the kinds of tests are run; for `npm test` and `npm run check`.
import { readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { chromiumPath, firefoxPath } from './browsers.mjs';
import { npmEnvironment } from './setup.mjs';

export const node = ['node', '--import', 'tsx', '--conditions', 'buurt-source', '--test-reporter=spec'];

/** Not `tsc` alone: that can be the one of the linter, which takes five times as long. */
export const tsc = ['npm', 'run', '--silent', 'tsc', '--'];

export const testsIn = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `${folder}/${name}`);

export const inOneProcess = (files) => [...node, '.ci/together.mjs', ...files];

/** For tests that start servers and browsers; one by one unless said otherwise: two steps share the machine already. */
export const inProcesses = (files, concurrency = 1) => [
  ...[...node, '--test', `--test-concurrency=${concurrency}`],
  ...files,
];

/** What every step finds in its environment. */
export const testEnvironment = (home) => ({
  ...npmEnvironment,
  PATH: `${join(home, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`,
  NO_COLOR: '1',
  CHROME_PATH: chromiumPath(),
  FIREFOX_PATH: firefoxPath(),
});
