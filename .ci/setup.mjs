import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/** Leaves with one clear line: the reader can mend it, a stack trace would not help him. */
export function stop(line) {
  console.error(line);
  process.exit(1);
}

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop(`Node ${process.versions.node} is too old: install Node 20.19 or newer from https://nodejs.org`);
}

/** When a file changed last, in ms since 1970; 0 when there is none. */
export const changedAt = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

export function newestIn(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const within = readdirSync(path).filter((name) => name !== 'dist' && name !== 'node_modules');
  return Math.max(stat.mtimeMs, ...within.map((name) => newestIn(join(path, name))));
}

export const npmEnvironment = {
  ...process.env,
  PUPPETEER_SKIP_DOWNLOAD: '1',
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
  STORYBOOK_DISABLE_TELEMETRY: '1',
};

/** npm writes this file last, so it tells when the packages were last complete. */
export const packagesAreThere = () =>
  changedAt('node_modules/.package-lock.json') >= changedAt('package-lock.json');

export const installPackages = ['npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']];

/** `npm run build` writes this file last. */
const lastBuilt = 'dist/1/release.json';
const sources = ['packages', 'package.json', 'tsconfig.json', 'rollup.config.js'];

export const buildIsThere = () => changedAt(lastBuilt) >= Math.max(...sources.map(newestIn));

/** Runs a command of the set-up; its own words are shown, ours only say what it was for. */
export function run([command, args], purpose) {
  console.log(`${purpose} …`);
  const { status, error } = spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: npmEnvironment,
    shell: process.platform === 'win32',
  });
  if (status !== 0) stop(`${purpose} did not succeed${error ? `: ${error.message}` : ''}. See above.`);
}
