import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
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
