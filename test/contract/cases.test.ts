import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { it } from 'node:test';
import { assertTestsAreThere } from './named-tests.js';

it('The table of faults names tests that are there', async () => {
  const table = new URL('../../docs/cases.md', import.meta.url);
  const lines = (await readFile(table, 'utf8')).split('\n');
  const rows = lines.filter((line) => line.startsWith('| ') && line.includes('.test.ts'));
  assert.ok(rows.length >= 45);
  for (const row of rows) await assertTestsAreThere(row.split('|').at(-2) ?? '');
});
