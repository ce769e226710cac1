import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';

const home = fileURLToPath(new URL('../..', import.meta.url));

/** What `npm publish` would send, without sending anything. */
function packed(workspace: string): string[] {
  const words = ['pack', '--dry-run', '--json', '--ignore-scripts', '-w', workspace];
  const [{ files }] = JSON.parse(execFileSync('npm', words, { cwd: home, encoding: 'utf8' }));
  return files.map(({ path }: { path: string }) => path);
}

test('the server as packed starts, and holds no page, no picture and no made-up buurt of the demo', () => {
  const files = packed('@buurt/server');
  for (const needed of ['bin/buurt.js', 'dist/main.js', 'dist/cli.js', 'dist/start.js'])
    assert.ok(files.includes(needed), `${needed} is missing`);
  assert.deepEqual(
    files.filter((path) => /demo|seed\/|seed-|\.(svg|png|jpe?g|webp|avif|css|html)$/i.test(path)),
    [],
  );
});

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const published = readdirSync(`${home}packages`)
  .map((name) => `${home}packages/${name}/package.json`)
  .filter((file) => existsSync(file))
  .map((file) => JSON.parse(readFileSync(file, 'utf8')) as Manifest)
  .filter((manifest) => !manifest.private);

test('a published package needs no package that is not published', () => {
  const names = published.map(({ name }) => name);
  for (const { name, dependencies = {} } of published)
    assert.deepEqual(
      Object.keys(dependencies).filter((needed) => needed.startsWith('@buurt/') && !names.includes(needed)),
      [],
      name,
    );
});

for (const { name, exports = {} } of published)
  test(`${name} as packed has a file for each of its exports`, () => {
    const files = packed(name);
    const targets = Object.values(exports).flatMap((target) =>
      typeof target === 'string'
        ? [target]
        : Object.entries(target).flatMap(([condition, path]) => (condition === 'buurt-source' ? [] : [path])),
    );
    assert.ok(targets.length > 0);
    const isThere = (target: string) => {
      const [before = '', after] = target.slice('./'.length).split('*');
      return after === undefined
        ? files.includes(before)
        : files.some((file) => file.startsWith(before) && file.endsWith(after));
    };
    assert.deepEqual(
      targets.filter((target) => !isThere(target)),
      [],
    );
  });
