import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { argTypesOf, chosenFrom, usualArgs, type Args } from '../../stories/playground/controls.js';
import { declarationOf, type Manifest } from '../../stories/playground/declaration.js';
import { snippetOf } from '../../stories/playground/snippet.js';

const file = new URL('../../dist/1/custom-elements.json', import.meta.url);
const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
const widgets = [
  'buurt-idea-form',
  'buurt-budget-vote',
  'buurt-initiative-list',
  'buurt-map-card',
  'buurt-cashbook',
  'buurt-my-initiative',
];

const snippet = (tag: string, args: Args) => {
  const declaration = declarationOf(manifest, tag);
  return snippetOf(tag, chosenFrom(declaration, { ...usualArgs(declaration), ...args }));
};
const files = [
  '<link rel="stylesheet" href="https://widgets.example.org/buurt.css">',
  '<script type="module" src="https://widgets.example.org/buurt.js"></script>',
];

describe('The playground of a widget', () => {
  for (const tag of widgets)
    it(`has a row for all that the manifest tells of ${tag}`, () => {
      const declaration = declarationOf(manifest, tag);
      const { attributes = [], members = [], slots = [], events = [] } = declaration;
      const { cssParts = [], cssProperties = [] } = declaration;
      const rows = Object.values(argTypesOf(declaration)).map(
        ({ name, table }) => `${table.category} ${name}`,
      );
      const told = [
        ...attributes.map(({ name }) => `Attributes ${name}`),
        'Attributes lang',
        ...members.filter(({ attribute }) => !attribute).map(({ name }) => `Properties ${name}`),
        ...slots.map(({ name }) => `Slots (text) ${name || 'default'}`),
        ...events.map(({ name }) => `Events (see Actions) ${name}`),
        ...cssProperties.map(({ name }) => `CSS properties ${name}`),
        ...cssParts.map(({ name }) => `CSS parts (declarations) ::part(${name})`),
      ];
      assert.deepEqual(rows.toSorted(), told.toSorted());
    });

  it('keeps an attribute apart from a part of the same name', () => {
    const rows = argTypesOf(declarationOf(manifest, 'buurt-initiative-list'));
    assert.equal(rows['status']?.table.category, 'Attributes');
    assert.equal(rows['part-status']?.name, '::part(status)');
  });

  it('offers a choice where the manifest names the values, and a colour for a colour', () => {
    const rows = argTypesOf(declarationOf(manifest, 'buurt-initiative-list'));
    assert.deepEqual(rows['layout']?.options, ['cards', 'rows']);
    assert.deepEqual(rows['columns']?.control, { type: 'number' });
    assert.deepEqual(rows['structured-data']?.control, { type: 'boolean' });
    assert.deepEqual(rows['--buurt-brand']?.control, { type: 'color' });
    assert.equal(rows['property-connection']?.control, false);
  });
});

describe('The lines to paste', () => {
  for (const tag of widgets)
    it(`are the files and the tag as long as nothing is chosen for ${tag}`, () => {
      const lines = snippet(tag, { endpoint: 'https://buurt.example.org/v1', buurt: 'BU0363AA01' });
      const tagLine = `<${tag} endpoint="https://buurt.example.org/v1" buurt="BU0363AA01"></${tag}>`;
      assert.equal(lines, [...files, tagLine].join('\n'));
    });

  it('hold what was chosen: attributes, slots, texts, tokens and parts', () => {
    const lines = snippet('buurt-budget-vote', {
      buurt: 'BU0363AA01',
      code: 'first',
      helper: true,
      'idle-seconds': 0,
      'slot-help': 'Brief kwijt? Bel "ons" & <vraag>',
      'property-texts': { title: 'Kies </script>' },
      'property-token': 'signed',
      '--buurt-brand': '#8c1d40',
      'part-heading': 'color: navy; letter-spacing: 0.02em',
    });
    assert.equal(
      lines,
      `${files.join('\n')}
<style>
  buurt-budget-vote {
    --buurt-brand: #8c1d40;
  }
  buurt-budget-vote::part(heading) {
    color: navy;
    letter-spacing: 0.02em;
  }
</style>
<buurt-budget-vote code="first" helper idle-seconds="0" buurt="BU0363AA01">
  <p slot="help">Brief kwijt? Bel &quot;ons&quot; &amp; &lt;vraag></p>
  <script type="application/json" data-texts>{"title":"Kies <\\/script>"}</script>
</buurt-budget-vote>
<script type="module">
  document.querySelector('buurt-budget-vote').token = "signed";
</script>`,
    );
  });

  it('say that there are no filters at all, which is not the default', () => {
    assert.match(snippet('buurt-initiative-list', { filters: '' }), /<buurt-initiative-list filters>/);
    assert.doesNotMatch(snippet('buurt-initiative-list', {}), /filters/);
  });
});
