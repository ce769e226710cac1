import js from '@eslint/js';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as lit } from 'eslint-plugin-lit';
import * as regexp from 'eslint-plugin-regexp';
import { configs as wc } from 'eslint-plugin-wc';
import globals from 'globals';
import ts from 'typescript-eslint';
import { importRule } from './.ci/import-rule.mjs';
import { nameRule } from './.ci/name-rule.mjs';
import { renderRule } from './.ci/render-rule.mjs';

const typed = ['packages/*/src/**/*.ts', 'stories/**/*.ts', 'test/**/*.ts', '.storybook/**/*.ts'];

const widgets = ['packages/!(conform|domain|pabulib|server|demo-site)/src/**/*.ts'];

/** Markup from text, and styles that a strict Content-Security-Policy refuses. */
const unsafe = [
  {
    selector: 'MemberExpression[property.name=/^(inner|outer)HTML$/]',
    message: 'Text is a binding, never HTML.',
  },
  {
    selector:
      'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]',
    message: 'Text is a binding, never HTML.',
  },
  {
    selector: 'Identifier[name=/^unsafe(HTML|SVG|MathML|Static)$/]',
    message: 'Text is a binding, never HTML.',
  },
  {
    selector: 'ImportDeclaration[source.value=/directives.(unsafe-|style-map)/]',
    message: 'A strict CSP refuses inline styles; text is never HTML.',
  },
  {
    selector:
      'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/(\\s|\\.)style\\s*=|<style/]',
    message: 'A strict CSP refuses inline styles: use a class, a token or an adopted stylesheet.',
  },
  {
    selector:
      'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\s(on\\w+|srcdoc)\\s*=/]',
    message: 'A strict CSP refuses inline handlers: use @event.',
  },
  {
    selector:
      "CallExpression[callee.property.name='setAttribute'][arguments.0.value=/^(style|on\\w+|srcdoc)$/]",
    message: 'A strict CSP refuses inline styles and handlers.',
  },
];
const noEnum = { selector: 'TSEnumDeclaration', message: 'Use a union of texts.' };
const machineTime = [
  {
    selector:
      "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.name='Date'], " +
      "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The moment comes from the clock that is given, so that a test can move it.',
  },
];
const switchedOff = [
  {
    selector:
      'MemberExpression[object.name=/^(it|test|describe|suite)$/][property.name=/^(only|skip|todo)$/]',
    message: 'Every test runs.',
  },
  {
    selector:
      'CallExpression[callee.name=/^(it|test|describe|suite)$/] > ObjectExpression > Property[key.name=/^(only|skip|todo)$/][value.value=true]',
    message: 'Every test runs.',
  },
  {
    selector: 'CallExpression:matches([callee.name=aTimeout], [callee.property.name=waitForTimeout])',
    message: 'Wait for what should happen, not for time to pass.',
  },
];

/** Whoever changes a table finds all that reads it by the names of files. */
const queries = [
  {
    selector: 'CallExpression[callee.property.name=/^(selectFrom|insertInto|updateTable|deleteFrom)$/]',
    message: 'SQL stands in *.queries.ts.',
  },
  {
    selector: 'ImportDeclaration[source.value=kysely] > ImportSpecifier[imported.name=sql]',
    message: 'SQL stands in *.queries.ts.',
  },
];

/** Everything that a browser or Node adds to the language. */
const notInTheLanguage = Object.keys({ ...globals.browser, ...globals.node }).filter(
  (name) => !(name in globals.es2023),
);

const relaxedInTests = Object.fromEntries(
  [
    'no-explicit-any',
    'no-non-null-assertion',
    'no-unsafe-argument',
    'no-unsafe-assignment',
    'no-unsafe-call',
    'no-unsafe-member-access',
    'no-unsafe-return',
    'no-unused-expressions',
    'no-floating-promises',
    'require-await',
  ].map((rule) => [`@typescript-eslint/${rule}`, 'off']),
);

export default ts.config(
  {
    ignores: [
      '**/dist/**',
      'storybook-static/**',
      'coverage/**',
      'data/**',
      'packages/core/src/http/contract.ts',
      'packages/embed-tools/src/check/tag-facts.ts',
      // Each is held by the checker of its framework.
      'test/apps/*/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ...ts.configs.recommendedTypeChecked.map((config) => ({ ...config, files: typed })),
  {
    files: typed,
    languageOptions: {
      parserOptions: {
        project: ['packages/*/tsconfig.json', 'test/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { buurt: { rules: { imports: importRule, names: nameRule } } },
    rules: {
      'buurt/imports': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-syntax': ['error', ...unsafe, noEnum],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Takes an assertion for unnecessary that exactOptionalPropertyTypes asks for.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['packages/*/src/**/*.ts'],
    // The database knows a migration by its name.
    ignores: ['packages/server/src/db/migrations/**'],
    rules: { 'buurt/names': 'error' },
  },
  {
    // A pattern that goes back over what it read takes minutes for a text that somebody made for it.
    files: ['packages/**/*.{ts,js,mjs}'],
    plugins: { regexp },
    rules: { 'regexp/no-super-linear-backtracking': 'error', 'regexp/no-super-linear-move': 'error' },
  },
  {
    files: ['packages/{server,demo-site}/src/**/*.ts'],
    ignores: ['packages/server/src/clock.ts'],
    rules: { 'no-restricted-syntax': ['error', ...unsafe, noEnum, ...machineTime] },
  },
  {
    files: ['packages/server/src/**/*.ts'],
    ignores: ['packages/server/src/clock.ts', 'packages/server/src/db/**', '**/*.queries.ts'],
    rules: { 'no-restricted-syntax': ['error', ...unsafe, noEnum, ...machineTime, ...queries] },
  },
  { ...lit['flat/recommended'], files: [...widgets, 'stories/**/*.ts'] },
  { ...wc['flat/recommended'], files: [...widgets, 'stories/**/*.ts'] },
  {
    files: widgets,
    plugins: { render: { rules: { pure: renderRule } } },
    rules: { 'render/pure': 'error' },
  },
  {
    files: widgets,
    plugins: { 'lit-a11y': litA11y },
    // That one rule stumbles over some templates; axe looks at links too.
    rules: { ...litA11y.configs.recommended.rules, 'lit-a11y/anchor-is-valid': 'off' },
    settings: { litHtmlSources: true },
  },
  {
    files: ['packages/{domain,pabulib}/src/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', ...notInTheLanguage] },
  },
  {
    files: ['test/**/*.ts', 'stories/**/*.ts'],
    rules: { ...relaxedInTests, 'no-restricted-syntax': ['error', ...unsafe, noEnum, ...switchedOff] },
  },
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: { ...globals.node, ...globals.browser } } },
);
