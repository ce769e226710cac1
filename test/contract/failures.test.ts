import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { it } from 'node:test';

const at = (path: string) => new URL(`../../${path}`, import.meta.url);

const columns = [
  'idea-form',
  'budget-vote',
  'initiative-list',
  'map-card',
  'cashbook',
  'my-initiative',
] as const;

/** The files with a column of the table: end to end, and in a page alone. */
async function filesOf(widget: string): Promise<string[]> {
  const endToEnd = (await readdir(at('test/e2e'))).filter((name) => name.startsWith(`faults-${widget}`));
  const alone = (await readdir(at('test/widgets'))).filter((name) => name === `${widget}-faults.test.ts`);
  return [...endToEnd.map((name) => `test/e2e/${name}`), ...alone.map((name) => `test/widgets/${name}`)];
}

const textOf = async (files: readonly string[]) =>
  (await Promise.all(files.map((file) => readFile(at(file), 'utf8')))).join('\n');

/** The numbers with which names of tests begin: `7, 8 and 30: …`, or the first of a row of cases. */
const numbersIn = (text: string): Set<number> =>
  new Set(
    [...text.matchAll(/[`'](\d[\d, and]*): |^ +\[(\d+), '/gm)].flatMap(([, name = '', row = '']) =>
      [...`${name} ${row}`.matchAll(/\d+/g)].map(([number]) => Number(number)),
    ),
  );

const cellsOf = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

it('Every promise of the table of failures has its test, and every test its promise', async () => {
  const lines = (await readFile(at('docs/failures.md'), 'utf8')).split('\n');
  const rows = lines.filter((line) => /^\| \d/.test(line)).map(cellsOf);
  assert.deepEqual(
    rows.map(([number]) => Number(number)),
    Array.from({ length: 30 }, (_, index) => index + 1),
  );
  for (const [column, widget] of columns.entries()) {
    const tested = numbersIn(await textOf(await filesOf(widget)));
    for (const [number = '', , ...cells] of rows) {
      const cell = cells[column] ?? '';
      const [, file, name = ''] = /`([^`]+\.test\.ts)` "([^"]+)"/.exec(cell) ?? [];
      if (file === undefined)
        assert.equal(tested.has(Number(number)), cell !== '–', `${number} of ${widget}`);
      else assert.ok((await textOf([`test/${file}`])).includes(name), `${file} has no test "${name}"`);
    }
  }
});
