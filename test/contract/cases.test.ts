import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { it } from 'node:test';

const at = (path: string) => new URL(`../../${path}`, import.meta.url);

/** The name of a test in a table, as a pattern: what is left out there may be anything. */
const patternOf = (name: string) =>
  new RegExp(
    name
      .split('…')
      .map((part) => part.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&'))
      .join('.*'),
  );

it('The table of faults names tests that are there', async () => {
  const lines = (await readFile(at('docs/cases.md'), 'utf8')).split('\n');
  const rows = lines.filter((line) => line.startsWith('| ') && line.includes('.test.ts'));
  assert.ok(rows.length >= 45);
  for (const row of rows) {
    const cell = row.split('|').at(-2) ?? '';
    const files = [...cell.matchAll(/`([\w/.-]+\.test\.ts)`/g)].map(([, file]) => file ?? '');
    const texts = await Promise.all(files.map((file) => readFile(at(`test/${file}`), 'utf8')));
    for (const [, name = ''] of cell.matchAll(/"([^"]*)"/g))
      assert.match(texts.join('\n'), patternOf(name), `${files.join(', ')} has no test "${name}"`);
  }
});
