import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

/** The name of a test in a table, as a pattern: what is left out there may be anything. */
const patternOf = (name: string) =>
  new RegExp(
    name
      .split('…')
      .map((part) => part.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&'))
      .join('.*'),
  );

/** Holds that the tests in a cell of a table are there: files of `test/` in backticks, and names of tests in quotes. */
export async function assertTestsAreThere(cell: string): Promise<void> {
  const files = [...cell.matchAll(/`([\w/.-]+\.test\.ts)`/g)].map(([, file]) => file ?? '');
  assert.ok(files.length > 0, cell);
  const texts = await Promise.all(
    files.map((file) => readFile(new URL(`../${file}`, import.meta.url), 'utf8')),
  );
  for (const [, name = ''] of cell.matchAll(/"([^"]*)"/g))
    assert.match(texts.join('\n'), patternOf(name), `${files.join(', ')} has no test "${name}"`);
}
