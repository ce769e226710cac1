// `npm run check`: types and lint of what changed since the last commit, and the tests that touch it. `npm run check REF`
// takes what changed since REF. Those that need a build are left to `npm test`: end to end, stories, themes.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { inOneProcess, testEnvironment, testsIn, tsc } from './runners.mjs';
import { runSteps } from './steps.mjs';

const home = fileURLToPath(new URL('..', import.meta.url));
process.chdir(home);
Object.assign(process.env, testEnvironment(home));

const git = (...words) => execFileSync('git', words, { encoding: 'utf8' }).split('\n').filter(Boolean);

const since = process.argv[2] ?? 'HEAD';
const changed = [
  ...git('diff', '--name-only', '--relative', since),
  ...git('ls-files', '--others', '--exclude-standard'),
].filter((name) => existsSync(name));
if (changed.length === 0) {
  console.log(`Nothing changed since ${since}.`);
  process.exit(0);
}

const inNode = ['test/domain', 'test/server', 'test/server/storage', 'test/contract'].flatMap(testsIn);
const inBrowser = ['test/widgets', 'test/widgets/chromium'].flatMap(testsIn);

/** The tests that read one of the files that changed, themselves or through others. */
async function thoseThatRead(files) {
  const { metafile } = await build({
    entryPoints: [...inNode, ...inBrowser],
    outdir: 'nowhere',
    write: false,
    bundle: true,
    metafile: true,
    format: 'esm',
    platform: 'node',
    conditions: ['buurt-source'],
    loader: { '.svg': 'empty', '.css': 'empty' },
    plugins: [ourSources],
    logLevel: 'error',
  });
  const touches = (entry) => {
    const [seen, ahead] = [new Set(), [entry]];
    for (let name = ahead.pop(); name !== undefined; name = ahead.pop()) {
      if (files.has(name)) return true;
      if (seen.has(name)) continue;
      seen.add(name);
      ahead.push(...(metafile.inputs[name]?.imports ?? []).map(({ path }) => path));
    }
    return false;
  };
  return [...inNode, ...inBrowser].filter(touches);
}

/** Packages of others are not looked into. */
const ourSources = {
  name: 'our sources',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path }) =>
      path.startsWith('@buurt/') || path.startsWith('test/') ? undefined : { path, external: true },
    );
  },
};

const tests = await thoseThatRead(new Set(changed));
const ofNode = tests.filter((file) => inNode.includes(file));
const ofBrowser = tests.filter((file) => inBrowser.includes(file));
const code = changed.filter((name) => /\.(ts|mjs|js)$/.test(name));
const steps = [
  {
    name: 'types',
    commands: [
      [...tsc, '-b'],
      [...tsc, '-p', 'test'],
    ],
  },
  ...(ofBrowser.length > 0
    ? [
        {
          name: `${ofBrowser.length} files of widgets`,
          commands: [['wtr']],
          environment: { FILES: ofBrowser.join(',') },
        },
      ]
    : []),
  ...(ofNode.length > 0
    ? [{ name: `${ofNode.length} files of domain and server`, commands: [inOneProcess(ofNode)] }]
    : []),
  {
    name: 'lint',
    commands: [
      ...(code.length > 0 ? [['eslint', '--no-warn-ignored', ...code]] : []),
      ['prettier', '--check', '--ignore-unknown', '--log-level', 'warn', ...changed],
    ],
  },
];

console.log(`${changed.length} files changed since ${since}; ${tests.length} test files read them.`);
const start = Date.now();
const results = await runSteps(steps, mkdtempSync(join(tmpdir(), 'buurt-check-')));
console.log(`${((Date.now() - start) / 1000).toFixed(0)} s`);
process.exitCode = results.every(({ succeeded }) => succeeded) ? 0 : 1;
