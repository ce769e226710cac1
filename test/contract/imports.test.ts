import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'node:test';
import { ESLint } from 'eslint';

const home = fileURLToPath(new URL('../..', import.meta.url));
/** Type information is left out: the snippets are no files of a project. */
const eslint = new ESLint({
  cwd: home,
  overrideConfig: [
    {
      files: ['**/*.ts'],
      languageOptions: { parserOptions: { project: null } },
      rules: Object.fromEntries(await typedRules()),
    },
  ],
});

async function typedRules(): Promise<[string, 'off'][]> {
  const { configs } = await import('typescript-eslint');
  return configs.disableTypeChecked.rules
    ? Object.keys(configs.disableTypeChecked.rules).map((rule) => [rule, 'off'])
    : [];
}

async function complaints(path: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: `${home}/${path}` });
  return (result?.messages ?? [])
    .filter(({ ruleId }) => ruleId !== '@typescript-eslint/no-unused-vars')
    .map(({ message }) => message);
}

const domain = 'packages/domain/src/ideas/idea.ts';
const pabulib = 'packages/pabulib/src/pb.ts';
const core = 'packages/core/src/element/screen.ts';
const widget = 'packages/idea-form/src/index.ts';
const buurt = 'packages/buurt/src/buurt.ts';
const embedTools = 'packages/embed-tools/src/check/check.ts';
const server = 'packages/server/src/index.ts';
const test = 'test/domain/some.test.ts';

const refused: [string, string, string, RegExp][] = [
  ['the demo in the server', server, `import '@buurt/demo-site';`, /server does not import demo-site/],
  ['a package in domain', domain, `import 'lit';`, /domain imports nothing/],
  [
    'a sibling in domain',
    domain,
    `import type { X } from '@buurt/core';\nexport type Y = X;`,
    /domain imports nothing/,
  ],
  ['Node in domain', domain, `import 'node:fs';`, /domain imports nothing/],
  ['the page in domain', domain, `export const at = document;`, /Unexpected use of 'document'/],
  ['the process in domain', domain, `export const env = process;`, /Unexpected use of 'process'/],
  ['core in pabulib', pabulib, `import '@buurt/core';`, /pabulib does not import core/],
  ['Node in pabulib', pabulib, `import 'node:fs';`, /pabulib runs anywhere/],
  ['the page in pabulib', pabulib, `export const at = document;`, /Unexpected use of 'document'/],
  [
    'a relative way out of a package',
    domain,
    `import '../../../core/src/element/screen.js';`,
    /stays inside/,
  ],
  ['a widget in core', core, `import '@buurt/idea-form';`, /core does not import idea-form/],
  [
    'a late import of a widget in core',
    core,
    `export const late = () => import('@buurt/idea-form');`,
    /core does not/,
  ],
  [
    'another widget in a widget',
    widget,
    `export * from '@buurt/map-card';`,
    /idea-form does not import map-card/,
  ],
  ['the server in a widget', widget, `import '@buurt/server';`, /idea-form does not import server/],
  ['Node in a widget', widget, `import 'node:fs';`, /runs in a browser/],
  ['a package that the widget does not name', widget, `import 'hono';`, /not among the dependencies/],
  ['the server in the bundle', buurt, `import '@buurt/server';`, /buurt does not import server/],
  [
    'a widget in the embed tools',
    embedTools,
    `import '@buurt/map-card';`,
    /embed-tools does not import map-card/,
  ],
  [
    'the loader in the embed tools',
    embedTools,
    `import '@buurt/buurt';`,
    /embed-tools does not import buurt/,
  ],
  ['core in the server', server, `import '@buurt/core';`, /server does not import core/],
  [
    'stories in the server',
    server,
    `import '../../../stories/idea-form/writing.stories.js';`,
    /stays inside/,
  ],
  [
    'text as HTML',
    widget,
    `import { unsafeHTML } from 'lit/directives/unsafe-html.js';\nexport { unsafeHTML };`,
    /never HTML/,
  ],
  ['innerHTML', core, `export const write = (e: Element) => { e.innerHTML = 'x'; };`, /never HTML/],
  [
    'styleMap',
    core,
    `import { styleMap } from 'lit/directives/style-map.js';\nexport { styleMap };`,
    /inline styles/,
  ],
  [
    'style= in a template',
    core,
    'import { html } from \'lit\';\nexport const t = html`<p style="color: red"></p>`;',
    /inline styles/,
  ],
  [
    '<style> in a template',
    core,
    "import { html } from 'lit';\nexport const t = html`<style>p {}</style>`;",
    /inline styles/,
  ],
  [
    'onclick= in a template',
    core,
    'import { html } from \'lit\';\nexport const t = html`<p onclick="x()"></p>`;',
    /inline handlers/,
  ],
  [
    'a style attribute by hand',
    core,
    `export const paint = (e: Element) => e.setAttribute('style', 'x');`,
    /inline styles/,
  ],
  ['eval', core, `export const run = eval;`, /eval. can be harmful/],
  ['an enum', domain, `export enum Colour { Red }`, /union/],
  ['any', core, `export const x: any = 1;`, /Unexpected any/],
  [
    'a test that runs alone',
    test,
    `import { it } from 'node:test';\nit.only('x', () => {});`,
    /Every test runs/,
  ],
  [
    'a test that is passed over',
    test,
    `import { it } from 'node:test';\nit('x', { skip: true }, () => {});`,
    /Every test runs/,
  ],
];

const allowed: [string, string, string][] = [
  ['a neighbour in domain', domain, `import { characters } from './problem.js';\nexport { characters };`],
  ['domain in pabulib', pabulib, `export * from '@buurt/domain';`],
  ['domain in core', core, `export * from '@buurt/domain';`],
  ['core in a widget', widget, `export * from '@buurt/core';`],
  ['a part of core on demand', widget, `export const late = () => import('@buurt/core/storage/outbox.js');`],
  ['the embed tools in the bundle', buurt, `export * from '@buurt/embed-tools/check.js';`],
  ['domain in the server', server, `export * from '@buurt/domain';`],
  ['Node in the server', server, `export * from 'node:fs';`],
  [
    'stories in a test',
    test,
    `import * as stories from '../../stories/idea-form/writing.stories.js';\nexport { stories };`,
  ],
  [
    'a class in a template',
    core,
    'import { html } from \'lit\';\nexport const t = html`<p class="red"></p>`;',
  ],
];

describe('the rules of the house', () => {
  for (const [what, path, code, message] of refused)
    it(`refuses ${what}`, async () => {
      const found = await complaints(path, code);
      assert.ok(
        found.some((each) => message.test(each)),
        `expected ${String(message)}, got: ${found.join(' | ') || 'nothing'}`,
      );
    });

  for (const [what, path, code] of allowed)
    it(`allows ${what}`, async () => {
      assert.deepEqual(await complaints(path, code), []);
    });
});
