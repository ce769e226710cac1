import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Linter } from 'eslint';
import { parser } from 'typescript-eslint';
import { nameRule, refusedAlone, refusedWords } from '../../.ci/name-rule.mjs';

const home = fileURLToPath(new URL('../..', import.meta.url));

const problemsIn = (file: string, code = ''): string[] =>
  new Linter({ cwd: home })
    .verify(
      code,
      [
        {
          files: ['**/*.ts'],
          languageOptions: { parser },
          plugins: { buurt: { rules: { names: nameRule } } },
          rules: { 'buurt/names': 'error' },
        },
      ],
      `${home}packages/server/src/${file}`,
    )
    .map(({ message }) => message);

describe('a name', () => {
  for (const [what, file, code, word] of [
    ['of a type', 'some.ts', 'interface VisitHost { a: 1 }', 'visit'],
    ['of an exported type', 'some.ts', 'export type Told = string;', 'told'],
    ['of a class', 'some.ts', 'class Darkroom {}', 'darkroom'],
    ['of a function', 'some.ts', 'export function sortWishOf() {}', 'wish'],
    ['of a constant', 'some.ts', 'export const usualPatience = 1;', 'patience'],
    ['of an export under another name', 'some.ts', 'const a = 1; export { a as HTMLWords };', 'words'],
    ['of a file', 'http/api-later.ts', '', 'later'],
    ['of a folder', 'journey/some.ts', '', 'journey'],
    ['that says too little alone', 'some.ts', 'export type Paper = string;', 'Paper'],
  ] as const)
    it(`${what} has no house word: ${code || file}`, () => {
      const [problem = ''] = problemsIn(file, code);
      assert.ok(problem.includes(`"${word}"`), problem || 'nothing');
    });

  for (const [file, code] of [
    ['rounds/paper-ballot.ts', ''],
    ['some.ts', 'export const notFound = 1; export const lookUpCode = 1;'],
    ['some.ts', 'export class Visitor {} export const visitors = 1;'],
    ['some.ts', 'const told = 1; function written() { return told; } export const value = written();'],
    ['some.ts', "import { wish } from 'elsewhere'; export const query = wish;"],
    ['some.ts', 'export interface Order { companyName: string; told: boolean }'],
  ] as const)
    it(`may be: ${code || file}`, () => {
      assert.deepEqual(problemsIn(file, code), []);
    });
});

describe('docs/glossary.md', async () => {
  const text = await readFile(`${home}docs/glossary.md`, 'utf8');
  const cellsOf = (line: string) => line.split('|').map((cell) => cell.trim().replaceAll('`', ''));

  it('lists the words that lint refuses', () => {
    const [, refused = ''] = text.split('## Names that are refused');
    const rows = refused.split('\n').filter((line) => line.startsWith('| `'));
    assert.deepEqual(
      rows.map((row) => cellsOf(row).slice(1, 3)),
      Object.entries({ ...refusedWords, ...refusedAlone }),
    );
  });

  const [domain = ''] = text.split('## Names that are refused');
  const rows = domain.split('\n').filter((line) => line.startsWith('| `'));

  it('has the words of the screens', async () => {
    const texts = readdirSync(`${home}packages`, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\/src\/.*\.(messages|nl)\.ts$/.test(name))
      .map((name) => readFile(`${home}packages/${name}`, 'utf8'));
    const screens = (await Promise.all(texts)).join('\n').toLowerCase();
    const words = rows.map((row) => cellsOf(row)[2] ?? '').filter((word) => word !== '–');
    assert.deepEqual(
      words.filter((word) => !screens.includes(word)),
      [],
    );
  });

  it('names files that exist and have the word', async () => {
    assert.ok(rows.length > 20);
    for (const [, code = '', , , path = ''] of rows.map(cellsOf)) {
      assert.ok(existsSync(home + path), path);
      assert.match(await readFile(home + path, 'utf8'), new RegExp(code, 'i'), `${code} in ${path}`);
    }
  });
});
