// Writes packages/embed-tools/src/check/tag-facts.ts, what the self-test compares a page with: the words that attributes
// take, from the custom elements manifest, and the names of texts, from the catalogues. Only when one of those is newer than
// the file. `npm run tsc` begins with it.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { changedAt } from './setup.mjs';
import { tags } from './widgets.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const file = 'packages/embed-tools/src/check/tag-facts.ts';
const base = 'packages/core/src/element/buurt-element.ts';
const statuses = 'packages/domain/src/initiatives/initiative-status.ts';
const coreTexts = 'packages/core/src/messages/core.messages.ts';

const widgets = tags.filter((tag) => tag !== 'buurt-provider');
const packageOf = (tag) => tag.replace('buurt-', '');
const classOf = (tag) => `packages/${packageOf(tag)}/src/${packageOf(tag)}.ts`;
const sourcesIn = (folder, recursive = false) =>
  readdirSync(folder, { recursive }).map((name) => join(folder, name));
const dutchIn = (folder) => sourcesIn(folder).filter((path) => path.endsWith('.messages.ts'));
const rooms = ['core', ...widgets.map(packageOf)];
/** A part of a widget and the catalogue of its texts; the parts in core are of every widget. */
const parts = rooms
  .flatMap((room) => sourcesIn(`packages/${room}/src`, true))
  .flatMap((path) => {
    if (!path.endsWith('.ts')) return [];
    const source = readFileSync(path, 'utf8');
    const [, name] = /partName = '(\w+)'/.exec(source) ?? [];
    const [, catalogue] = /import \{ nl\b.* from '(.*\.messages)\.js'/.exec(source) ?? [];
    return name
      ? [{ name, room: path.split('/')[1], catalogue: join(dirname(path), `${catalogue}.ts`) }]
      : [];
  });
const catalogues = Object.fromEntries(
  widgets.map((tag) => [
    tag,
    {
      own: [coreTexts, ...dutchIn(`packages/${packageOf(tag)}/src`)],
      parts: parts.filter(({ room }) => room === 'core' || room === packageOf(tag)),
    },
  ]),
);

/** The names of all texts that a page can replace, by tag, and the statuses; from the sources, so that nothing needs to be built first. */
function textNames() {
  const script = `
    const namesOf = (texts) => Object.fromEntries(Object.entries(texts).map(([name, text]) =>
      [name, typeof text === 'object' ? namesOf(text) : true]));
    const read = async (path) => (await import('./' + path)).nl;
    const facts = {};
    for (const [tag, { own, parts }] of Object.entries(${JSON.stringify(catalogues)})) {
      facts[tag] = {};
      for (const path of own) Object.assign(facts[tag], namesOf(await read(path)));
      for (const { name, catalogue } of parts) facts[tag][name] = { ...facts[tag][name], ...namesOf(await read(catalogue)) };
    }
    const { initiativeStatuses } = await import('./${statuses}');
    console.log(JSON.stringify({ texts: facts, statuses: initiativeStatuses }));`;
  const options = ['--import', 'tsx', '--conditions', 'buurt-source', '--input-type', 'module'];
  return JSON.parse(execFileSync(process.execPath, [...options, '--eval', script], { encoding: 'utf8' }));
}

/** Of each tag the attributes that take one of a few words, with those. */
async function attributeChoices() {
  const { cli } = await import('@custom-elements-manifest/analyzer/cli.js');
  const { modules } = await cli({
    argv: ['analyze', '--config', '.ci/manifest.config.mjs'],
    cwd: process.cwd(),
    noWrite: true,
  });
  const declared = modules
    .flatMap(({ declarations }) => declarations)
    .filter(({ tagName }) => widgets.includes(tagName));
  return Object.fromEntries(
    declared.map(({ tagName, attributes = [] }) => [
      tagName,
      Object.fromEntries(
        attributes
          .map(({ name, type }) => [
            name,
            [...(type?.text ?? '').matchAll(/'([\w-]+)'/g)].map(([, word]) => word),
          ])
          .filter(([, words]) => words.length > 0),
      ),
    ]),
  );
}

const sources = [
  base,
  statuses,
  '.ci/tag-facts.mjs',
  ...widgets.map(classOf),
  ...Object.values(catalogues).flatMap((each) => [
    ...each.own,
    ...each.parts.map(({ catalogue }) => catalogue),
  ]),
];
if (changedAt(file) <= Math.max(...sources.map(changedAt))) {
  const { texts, statuses: words } = textNames();
  const choices = await attributeChoices();
  const missing = widgets.filter((tag) => !choices[tag]?.['theme-preset'] || !texts[tag]);
  if (missing.length > 0) throw new Error(`The manifest says nothing of ${missing.join(', ')}`);
  writeFileSync(
    file,
    `// Made by .ci/tag-facts.mjs from the custom elements manifest and the catalogues. Do not edit.

/** The names of texts; \`true\` is a text, the rest are groups. */
export interface TextNames {
  readonly [name: string]: true | TextNames;
}

/** By tag and attribute: the words of which it takes one. */
export const attributeChoices: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = ${JSON.stringify(choices, null, 2)};

/** The words of which the attribute \`status\` takes several. */
export const statuses: readonly string[] = ${JSON.stringify(words)};

/** By tag. */
export const textNames: Readonly<Record<string, TextNames>> = ${JSON.stringify(texts, null, 2)};
`,
  );
}
