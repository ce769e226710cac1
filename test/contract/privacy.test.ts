import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import {
  retentions,
  personalFields,
  type PersonalField,
} from '../../packages/server/src/db/personal-fields.js';

const file = fileURLToPath(new URL('../../docs/privacy.md', import.meta.url));
const [begin, end] = ['begin', 'end'].map(
  (edge) => `<!-- Made by test/contract/privacy.test.ts: ${edge} -->`,
) as [string, string];

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

const line = ([column, { what, why, kept, erasedBy, seenBy }]: [string, PersonalField]) => {
  const commands = erasedBy.map((command) => `\`${command}\``).join(', ');
  return row([`\`${column}\``, what, why, retentions[kept], commands || 'nothing', seenBy]);
};

/** The tables of the document. */
const tables = Object.entries(personalFields).map(([about, fields]) =>
  [
    `## ${about}`,
    '',
    row(['field', 'what', 'why', 'how long', 'what erases it sooner', 'who sees it']),
    row(Array.from({ length: 6 }, () => '---')),
    ...Object.entries(fields).map(line),
  ].join('\n'),
);

it('The document about what is kept says what the code says; with WRITE=yes it is written', async () => {
  const text = await readFile(file, 'utf8');
  const [before, after] = [text.slice(0, text.indexOf(begin)), text.slice(text.indexOf(end) + end.length)];
  const whole = [`${before}${begin}`, ...tables, `${end}${after}`].join('\n\n');
  const written = await format(whole, { ...(await resolveConfig(file)), filepath: file });
  if (process.env['WRITE']) await writeFile(file, written);
  else assert.equal(text, written, 'run this test with WRITE=yes');
});
