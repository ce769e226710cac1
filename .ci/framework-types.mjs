// Writes what React, Vue and Svelte must know of our tags, next to the types of @buurt/buurt, from the manifest. What an
// attribute or an event carries stands in the class itself, so these files only point there.
import { readFileSync, writeFileSync } from 'node:fs';

const banner = '// Made by .ci/framework-types.mjs from the manifest. Do not edit.\n';
const folder = 'packages/buurt/dist';

const roomOf = (path) => path.split('/')[1];

/** Properties by their own name, and attributes that are written otherwise: these are text in the page. */
function properties({ name, attributes = [], members = [] }) {
  const fields = members
    .filter(({ kind, readonly }) => kind === 'field' && !readonly)
    .map((field) => `    ${field.name}?: ${name}['${field.name}'] | undefined;\n`);
  const written = attributes
    .filter((attribute) => attribute.name !== attribute.fieldName)
    .map((each) => `    '${each.name}'?: Written<${name}['${each.fieldName}']> | undefined;\n`);
  return [...fields, ...written].join('');
}

function tagTypes(modules) {
  const widgets = modules.flatMap(({ path, declarations }) =>
    declarations.map((each) => ({ path, ...each })),
  );
  // A widget is what its package exports; of core each file is imported by its name.
  const moduleOf = (path) =>
    roomOf(path) === 'core' ? path.replace(/^packages\/core\/src\/(.*)\.ts$/, 'core/$1.js') : roomOf(path);
  const imports = widgets.map(
    ({ path, name }) => `import type { ${name} } from '@buurt/${moduleOf(path)}';\n`,
  );
  const face = widgets.map((each) => `  '${each.tagName}': {\n${properties(each)}  };\n`);
  const events = widgets.map(
    ({ tagName, events: all = [] }) =>
      `  '${tagName}': ${all.map(({ name }) => `'${name}'`).join(' | ') || 'never'};\n`,
  );
  return `${imports.join('')}import './index.js';

/** An attribute may hold a number as text: heading-level="3". */
export type Written<T> = T extends number ? T | \`\${T}\` : T;

/** What a page may set on each tag: attributes and properties. */
export interface TagProperties {
${face.join('')}}

/** What each tag tells the page; \`HTMLElementEventMap\` says with which detail. */
export interface TagEvents {
${events.join('')}}

export type Tag = keyof TagProperties;
export type ElementOf<T extends Tag> = HTMLElementTagNameMap[T];
export type ListenersOf<T extends Tag> = {
  [Type in TagEvents[T] as \`on\${Type}\`]?: ((event: HTMLElementEventMap[Type]) => void) | undefined;
};
`;
}

const react = `import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { ElementOf, ListenersOf, Tag, TagProperties } from './tags.js';

type Known<T extends Tag> = TagProperties[T] & ListenersOf<T>;
type Tags = {
  [T in Tag]: Omit<DetailedHTMLProps<HTMLAttributes<ElementOf<T>>, ElementOf<T>>, keyof Known<T>> & Known<T>;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
`;

const vue = `import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { ElementOf, Tag, TagEvents, TagProperties, Written } from './tags.js';

/** A template may write heading-level for headingLevel, so that too may hold text. */
type Known<T extends Tag> = { [Name in keyof TagProperties[T]]: Written<TagProperties[T][Name]> };
type Tags = {
  [T in Tag]: new () => ElementOf<T> & {
    /** @deprecated Of Vue's templates only: it is not there when the page runs. */
    $props: Omit<HTMLAttributes, keyof Known<T>> & Known<T> & PublicProps;
    /** @deprecated Of Vue's templates only: it is not there when the page runs. */
    $emit: EmitFn<{ [Type in TagEvents[T]]: (event: HTMLElementEventMap[Type]) => void }>;
  };
};

declare module 'vue' {
  interface GlobalComponents extends Tags {}
}
`;

const svelte = `import type { HTMLAttributes } from 'svelte/elements';
import type { ElementOf, ListenersOf, Tag, TagProperties } from './tags.js';

type Known<T extends Tag> = TagProperties[T] & ListenersOf<T>;
type Tags = { [T in Tag]: Omit<HTMLAttributes<ElementOf<T>>, keyof Known<T>> & Known<T> };

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Tags {}
}
`;

/** Fails when the package does not lead to what is made here. */
export function writeFrameworkTypes({ modules }) {
  const files = { tags: tagTypes(modules), react, vue, svelte };
  const { exports } = JSON.parse(readFileSync('packages/buurt/package.json', 'utf8'));
  for (const [name, text] of Object.entries(files)) {
    const file = `./dist/${name}.d.ts`;
    if (name !== 'tags' && exports[`./${name}`]?.types !== file)
      throw new Error(`packages/buurt/package.json does not export ./${name} as ${file}`);
    writeFileSync(`${folder}/${name}.d.ts`, banner + text);
  }
}
