// The public tokens are told once, in packages/core/tokens.json; `node .ci/tokens.mjs` writes their table into the
// README of core, `test/contract/look.test.ts` holds it to them.
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';

const at = (path) => new URL(`../${path}`, import.meta.url);
const readme = at('packages/core/README.md');
const table = /(<!-- tokens -->\n)[^]*?(<!-- \/tokens -->)/;

/** `{ name, group, syntax, default, theme, description }`; `theme`: a page's NL Design System theme sets it too. */
export const publicTokens = JSON.parse(readFileSync(at('packages/core/tokens.json'), 'utf8'));

const row = (token, before) =>
  `| ${token.group === before?.group ? '' : token.group} | \`${token.name}\`${token.theme ? ' *' : ''} | ${token.description} | ${token.default} |`;

/** The README of core as it must be. */
export async function readmeWithTokens() {
  const text = readFileSync(readme, 'utf8');
  if (!table.test(text)) throw new Error('The README of core has no place for the table of tokens.');
  const rows = publicTokens.map((token, index) => row(token, publicTokens[index - 1]));
  const lines = ['| | token | what it is | unless told |', '| --- | --- | --- | --- |', ...rows].join('\n');
  const filled = text.replace(table, (_, begin, end) => `${begin}\n${lines}\n\n${end}`);
  return format(filled, { parser: 'markdown', singleQuote: true, printWidth: 110 });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(readme, await readmeWithTokens());
