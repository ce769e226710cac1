import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { byteOrderMark, csvLine } from '../../packages/server/src/cli/csv.js';

/** The cells of one line as Excel takes them apart. */
function cellsOf(line: string): string[] {
  assert.ok(line.endsWith('\r\n'));
  const cells: string[] = [];
  let [cell, quoted] = ['', false];
  for (let at = 0; at < line.length - 2; at++) {
    const sign = line[at];
    if (quoted && sign === '"' && line[at + 1] === '"') cell += line[at++];
    else if (sign === '"') quoted = !quoted;
    else if (sign === ';' && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += sign;
  }
  assert.equal(quoted, false);
  return [...cells, cell];
}
const asRead = (text: string) => cellsOf(csvLine([text]))[0];

const starters = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '＝',
  '＋',
  '－',
  '＠',
  '﹢',
  '﹣',
  '﹦',
  '﹫',
  '−',
  '|',
  '％',
];
const before = ['', ' ', '\u00a0', '\u200b', '\ufeff', '\u202e', '\r\n', '\u0000', '\u0007'];

describe('A spreadsheet that opens an export', () => {
  for (const starter of starters)
    it(`takes a text that starts with ${JSON.stringify(starter)} for a text`, () => {
      for (const blank of before)
        assert.equal(asRead(`${blank}${starter}HYPERLINK("x")`)?.[0], "'", JSON.stringify(blank));
    });

  it('never finds the beginning of a formula, whatever a resident writes', () => {
    const text = fc.array(fc.oneof(fc.constantFrom(...starters, ...before, '"', ';', "'"), fc.string()), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(text, (parts) => {
        const cell = asRead(parts.join('')) ?? '';
        assert.doesNotMatch(cell.normalize('NFKC'), /^[\s\p{Cc}\p{Cf}]*[=+\-@]/u);
        assert.doesNotMatch(cell, /^[\t\r\n]/);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds as many cells as were written, and in each the same text', () => {
    const plain = fc
      .string({ unit: 'grapheme' })
      .filter((text) => !/\p{Cc}|^[\s\p{Cf}]*[^\p{L}\p{N}]/u.test(text));
    fc.assert(
      fc.property(fc.array(plain, { minLength: 1 }), (texts) =>
        assert.deepEqual(cellsOf(csvLine(texts)), texts),
      ),
    );
  });

  it('keeps line breaks, quotes and semicolons inside their cell', () => {
    assert.deepEqual(cellsOf(csvLine(['Twee\r\nregels', 'De "grote" tafel; ja'])), [
      'Twee\nregels',
      'De "grote" tafel; ja',
    ]);
  });

  it('reads numbers the Dutch way, and nothing as an empty cell', () => {
    assert.equal(csvLine([12.5, -3, 0, null, 'x']), '12,5;-3;0;;"x"\r\n');
  });

  it('knows by the mark that it is UTF-8', () => {
    assert.deepEqual([...Buffer.from(byteOrderMark)], [0xef, 0xbb, 0xbf]);
  });
});
