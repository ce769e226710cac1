import type { Chosen } from './controls.js';

/** Where the pages of the examples have their files, and their data. */
const exampleFiles = 'https://widgets.example.org/';
export const exampleEndpoint = 'https://buurt.example.org/v1';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** Text within `<style>` or `<script>` must not end it. */
const contained = (text: string): string => text.replaceAll('</', '<\\/');

const attributesIn = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}${value === '' ? '' : `="${escaped(value)}"`}`)
    .join('');

const declarations = (text: string): readonly string[] =>
  text
    .split(';')
    .map((each) => each.trim())
    .filter((each) => each !== '');

const ruleOf = (selector: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`  ${selector} {`, ...lines.map((line) => `    ${line};`), '  }'];

function styleLines(tag: string, { tokens, parts }: Chosen): readonly string[] {
  const rules = [
    ...ruleOf(
      tag,
      Object.entries(tokens).map(([name, value]) => `${name}: ${value}`),
    ),
    ...Object.entries(parts).flatMap(([name, text]) => ruleOf(`${tag}::part(${name})`, declarations(text))),
  ];
  return rules.length === 0 ? [] : ['<style>', ...rules.map(contained), '</style>'];
}

function contentLines({ slots, properties }: Chosen): readonly string[] {
  const { texts } = properties;
  return [
    ...Object.entries(slots).map(
      ([name, text]) => `  <p${name ? ` slot="${name}"` : ''}>${escaped(text)}</p>`,
    ),
    ...(texts === undefined
      ? []
      : [`  <script type="application/json" data-texts>${contained(JSON.stringify(texts))}</script>`]),
  ];
}

function scriptLines(tag: string, { properties }: Chosen): readonly string[] {
  const lines = Object.entries(properties)
    .filter(([name]) => name !== 'texts')
    .map(
      ([name, value]) => `  document.querySelector('${tag}').${name} = ${contained(JSON.stringify(value))};`,
    );
  return lines.length === 0 ? [] : ['<script type="module">', ...lines, '</script>'];
}

/** What a webmaster pastes to get what the playground shows; only the two addresses are examples. */
export function snippetOf(tag: string, chosen: Chosen): string {
  const opening = `<${tag}${attributesIn(chosen.attributes)}>`;
  const content = contentLines(chosen);
  return [
    `<link rel="stylesheet" href="${exampleFiles}buurt.css">`,
    `<script type="module" src="${exampleFiles}buurt.js"></script>`,
    ...styleLines(tag, chosen),
    ...(content.length === 0 ? [`${opening}</${tag}>`] : [opening, ...content, `</${tag}>`]),
    ...scriptLines(tag, chosen),
  ].join('\n');
}
