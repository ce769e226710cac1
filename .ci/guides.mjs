// The guides for webmasters are Markdown. Storybook shows them as they are; the server makes its pages at /insluiten of the
// HTML that the build makes of them. The example address in them is what the server replaces by its own.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Marked } from 'marked';

const folder = fileURLToPath(new URL('../packages/embed-tools/guides/', import.meta.url));
const fileName = /^([\w-]+)\.(nl|en)\.md$/;

/** Links between guides keep to one language. */
const walkTokens = (token) => {
  const [, name, language] = (token.type === 'link' && fileName.exec(token.href)) || [];
  if (name) token.href = `${name}?lang=${language}`;
};
const marked = new Marked({ walkTokens });

/** The title and the HTML of each guide, by name and language. */
export function readGuides() {
  const guides = {};
  for (const file of readdirSync(folder).sort()) {
    const [, name, language] = fileName.exec(file) ?? [];
    if (!name) throw new Error(`${file} must be called name.nl.md or name.en.md to be a guide.`);
    const text = readFileSync(folder + file, 'utf8');
    const [, title] = /^# (.+)\n/.exec(text) ?? [];
    if (!title) throw new Error(`${file} must begin with its title.`);
    (guides[name] ??= {})[language] = { title, html: marked.parse(text) };
  }
  for (const [name, { nl, en }] of Object.entries(guides))
    if (!nl || !en) throw new Error(`The guide ${name} is there in one language only.`);
  return guides;
}
