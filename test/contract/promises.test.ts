import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, describe, it } from 'node:test';
import { assertTestsAreThere } from './named-tests.js';
import { textsOfResidents } from './promise-texts.js';

const at = (path: string) => new URL(`../../${path}`, import.meta.url);

/** Words by which a sentence says what will happen, or what never does. */
const promising =
  /\bwissen\b|gewist|bewaren|bewaard|De organisatie|leest\b|lezen je|mailen|een mail\b|vanzelf|zodra|Dan (komt|versturen)|blijven het|niemand|uiterlijk|een week|los van|alleen (hiervoor|de)|alleen .*zie[nt]|Na de stemming|Tot die tijd/i;

const cellsOf = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
const keyIn = (text: string) => /`([^`]+)`/.exec(text)?.[1] ?? '';
describe('The table of promises', () => {
  let texts: ReadonlyMap<string, string>;
  let rows: string[][];
  let said: string[];
  before(async () => {
    texts = await textsOfResidents();
    const lines = (await readFile(at('docs/promises.md'), 'utf8')).split('\n');
    rows = lines.filter((line) => line.startsWith('| `')).map(cellsOf);
    said = lines.filter((line) => line.startsWith('- `')).map(keyIn);
  });

  it('has each sentence as the screen says it', () => {
    for (const [key = '', text] of rows) assert.equal(texts.get(keyIn(key)), text, keyIn(key));
  });

  it('misses no sentence of a screen that promises something', () => {
    const known = new Set([...rows.map(([key = '']) => keyIn(key)), ...said]);
    const missing = [...texts].filter(([key, text]) => promising.test(text) && !known.has(key));
    assert.deepEqual(missing, [], 'say in docs/promises.md what keeps these, or that they promise nothing');
  });

  it('names no sentence that is gone', () => {
    for (const key of said) assert.ok(texts.has(key), key);
  });

  it('names tests that are there', async () => {
    for (const [, , , cell = ''] of rows) await assertTestsAreThere(cell);
  });
});
