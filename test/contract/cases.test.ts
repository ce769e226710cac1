import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { it } from 'node:test';
import { assertTestsAreThere } from './named-tests.js';

const tables = [
  { name: 'The table of faults', file: 'cases.md', least: 45 },
  { name: 'The table of threats', file: 'threats.md', least: 30 },
];

for (const { name, file, least } of tables)
  it(`${name} names tests that are there`, async () => {
    const lines = (await readFile(new URL(`../../docs/${file}`, import.meta.url), 'utf8')).split('\n');
    const rows = lines.filter((line) => line.startsWith('| ') && line.includes('.test.ts'));
    assert.ok(rows.length >= least);
    for (const row of rows) await assertTestsAreThere(row.split('|').at(-2) ?? '');
  });
