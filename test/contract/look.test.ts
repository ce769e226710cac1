import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'node:test';
import { publicTokens, readmeWithTokens } from '../../.ci/tokens.mjs';

interface Declaration {
  tagName: string;
  cssProperties?: { name: string }[];
  cssParts?: { name: string }[];
}

const home = fileURLToPath(new URL('../..', import.meta.url));
const text = (path: string) => readFileSync(`${home}/${path}`, 'utf8');
const texts = (folder: string, kind: RegExp) =>
  readdirSync(`${home}/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((path) => kind.test(path) && !/node_modules|(^|\/)dist\//.test(path))
    .map((path) => ({ path: `${folder}/${path}`, words: text(`${folder}/${path}`) }));

const { modules } = JSON.parse(text('dist/1/custom-elements.json')) as {
  modules: { declarations: Declaration[] }[];
};
const widgets = modules
  .flatMap(({ declarations }) => declarations)
  .filter(({ tagName }) => tagName !== 'buurt-provider');
const sources = texts('packages', /\/src\/.*\.ts$/);
const names = publicTokens.map(({ name }) => name);
const sorted = (all: Iterable<string>) => [...new Set(all)].sort();

describe('The public tokens', () => {
  it('stand in the table that a designer reads, as they are told once', async () => {
    assert.equal(text('packages/core/README.md'), await readmeWithTokens(), 'run: node .ci/tokens.mjs');
  });

  it('are in the manifest of every widget', () => {
    for (const { tagName, cssProperties = [] } of widgets)
      assert.deepEqual(
        cssProperties.map(({ name }) => name),
        names,
        tagName,
      );
  });

  it('are all used by the styles, and the styles ask a page for no other', () => {
    const used = sources.flatMap(({ words }) => [...words.matchAll(/var\(\s*(--buurt-[\w-]+)/g)]);
    assert.deepEqual(sorted(used.map(([, name = '']) => name)), sorted(names));
  });

  it('are the only ones that the guides speak of', () => {
    const guides = [
      { path: 'README.md', words: text('README.md') },
      ...texts('packages', /README\.md$/),
      ...texts('stories', /\.(mdx|ts)$/),
    ];
    const spoken = guides.flatMap(({ path, words }) =>
      [...words.matchAll(/--buurt-[\w-]*\w/g)].map(([name]) => ({ path, name })),
    );
    assert.ok(spoken.length > names.length);
    assert.deepEqual(
      spoken.filter(({ name }) => !names.includes(name)),
      [],
    );
  });
});

const inRoom = (room: string) => sources.filter(({ path }) => path.startsWith(`packages/${room}/`));

/** Names in `part="…"`; in `part=${…}`, and in a table `…Parts` that it reads, every string is one or several. */
function partsOf(room: string): string[] {
  const templates = inRoom(room).map(({ words }) => words);
  const plain = templates.flatMap((words) => [...words.matchAll(/\bpart="([^"$]+)"/g)]);
  const tables = new Set(
    templates.flatMap((words) => [...words.matchAll(/\bpart=\$\{(\w*Parts)\b/g)].map(([, name]) => name)),
  );
  const chosen = templates.flatMap((words) => [
    ...words.matchAll(/\bpart=\$\{(?!\w*Parts\b)([^}]+)\}/g),
    ...[...words.matchAll(/\bconst (\w*Parts)\b[^=]*= (\{[^}]+\})/g)]
      .filter(([, name]) => tables.has(name))
      .map(([all, , table = '']) => [all, table]),
  ]);
  return sorted([
    ...plain.flatMap(([, list = '']) => list.split(' ')),
    ...chosen.flatMap(([, choice = '']) => choice.match(/(?<=['\s])[\w-]+(?=['\s])/g) ?? [`\${${choice}}`]),
  ]);
}

describe('The parts that a page can style', () => {
  const ofAll = partsOf('core');

  for (const { tagName, cssParts = [] } of widgets) {
    const room = tagName.replace('buurt-', '');
    const told = sorted(cssParts.map(({ name }) => name));

    it(`of ${tagName} are all told, and all that is told is there`, () => {
      const shown = partsOf(room);
      assert.ok(shown.length > 0);
      assert.deepEqual(
        shown.filter((name) => !told.includes(name)),
        [],
        'shown, not told',
      );
      assert.deepEqual(
        told.filter((name) => !shown.includes(name) && !ofAll.includes(name)),
        [],
        'told, not shown',
      );
    });

    it(`of what lies within ${tagName} are passed on under the same names`, () => {
      const passed = inRoom(room).flatMap(({ words }) => [...words.matchAll(/exportparts="([^"]+)"/g)]);
      const unknown = passed
        .flatMap(([, list = '']) => list.split(', '))
        .filter((name) => !told.includes(name));
      assert.deepEqual(unknown, []);
    });
  }

  it('that the widgets have in common are told by one of them at least', () => {
    const told = widgets.flatMap(({ cssParts = [] }) => cssParts.map(({ name }) => name));
    assert.deepEqual(
      ofAll.filter((name) => !told.includes(name)),
      [],
    );
  });
});
