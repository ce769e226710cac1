import { createElement, Fragment, type ReactNode } from 'react';
import manifest from '../../dist/1/custom-elements.json';
import {
  attributesOf,
  declarationOf,
  propertiesOf,
  type Described,
  type Manifest,
} from '../playground/declaration.js';

/** Text of the manifest, in which code stands between backticks. */
const prose = (text: string): ReactNode[] =>
  text
    .replaceAll('\n', ' ')
    .split('`')
    .map((piece, at) => (at % 2 === 1 ? createElement('code', { key: at }, piece) : piece));

interface Column {
  readonly title: string;
  readonly text: (each: Described) => ReactNode;
}

const description: Column = {
  title: 'What it does',
  text: ({ description: text = '' }) => prose(text),
};
const type: Column = { title: 'Type', text: (each) => createElement('code', null, each.type?.text ?? '') };
const usual: Column = {
  title: 'Default',
  text: (each) => (each.default ? createElement('code', null, each.default) : '–'),
};
const usualInWords: Column = { title: 'Default', text: (each) => each.default ?? '–' };

/** One kind of thing that the manifest tells; `data-api` is where the check of the stories finds it. */
function table(kind: string, all: readonly Described[], columns: readonly Column[]): ReactNode {
  if (all.length === 0) return null;
  const header = ['Name', ...columns.map(({ title }) => title)];
  const head = createElement(
    'tr',
    null,
    header.map((title) => createElement('th', { key: title, scope: 'col' }, title)),
  );
  const rows = all.map((each) =>
    createElement(
      'tr',
      { key: each.name },
      createElement(
        'th',
        { scope: 'row', 'data-name': each.name },
        each.name ? createElement('code', null, each.name) : 'default',
      ),
      columns.map(({ title, text }) => createElement('td', { key: title }, text(each))),
    ),
  );
  return createElement(
    Fragment,
    { key: kind },
    createElement('h3', { id: kind.toLowerCase().replaceAll(' ', '-') }, kind),
    createElement(
      'div',
      { className: 'api sb-unstyled', tabIndex: 0, role: 'region', 'aria-label': kind },
      createElement(
        'table',
        { 'data-api': kind },
        createElement('thead', null, head),
        createElement('tbody', null, rows),
      ),
    ),
  );
}

/** Everything that a page can set, fill, hear and style of one widget, from its manifest. */
export function Api({ tag }: { readonly tag: string }): ReactNode {
  const declaration = declarationOf(manifest as Manifest, tag);
  const { slots = [], events = [], cssParts = [], cssProperties = [] } = declaration;
  return [
    table('Attributes', attributesOf(declaration), [description, type, usual]),
    table('Properties', propertiesOf(declaration), [description, type]),
    table('Slots', slots, [description]),
    table('Events', events, [description, type]),
    table('CSS parts', cssParts, [description]),
    table('CSS properties', cssProperties, [description, usualInWords]),
  ];
}
