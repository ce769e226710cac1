import { readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The house has one direction: what each package may import of the others. A widget never imports a widget; the desk shows
 * the form beside its settings.
 */
const mayImport = {
  domain: [],
  pabulib: ['domain'],
  conform: ['domain'],
  core: ['domain'],
  'budget-vote': ['domain', 'core', 'pabulib'],
  cashbook: ['domain', 'core'],
  desk: ['domain', 'core', 'idea-form'],
  'idea-form': ['domain', 'core'],
  'initiative-list': ['domain', 'core'],
  'map-card': ['domain', 'core'],
  'my-initiative': ['domain', 'core'],
  'embed-tools': ['core'],
  buurt: [
    'core',
    'embed-tools',
    'budget-vote',
    'cashbook',
    'idea-form',
    'initiative-list',
    'map-card',
    'my-initiative',
  ],
  server: ['domain', 'conform', 'pabulib'],
  'demo-site': ['domain', 'server'],
};
const onNode = ['conform', 'server', 'demo-site'];
/** What runs anywhere, because it uses only the language. */
const onNothing = ['domain', 'pabulib'];
const home = fileURLToPath(new URL('..', import.meta.url));

/** `packages/core/src/http/api.ts` lives in `core`, `stories/idea-form/form.ts` in `stories`. */
function roomOf(file) {
  const [top, next] = relative(home, file).split(sep);
  return top === 'packages' ? { package: next } : { folder: top };
}

function dependenciesOf(name) {
  const { dependencies = {} } = JSON.parse(readFileSync(`${home}/packages/${name}/package.json`, 'utf8'));
  return Object.keys(dependencies);
}

const nameOf = (specifier) => specifier.match(/^(@[^/]+\/)?[^/]+/)?.[0] ?? specifier;

function relativeComplaint(from, to) {
  if (from.package && to.package !== from.package)
    return `A relative import stays inside packages/${from.package}.`;
  if (to.folder === 'stories' && !['stories', 'test', '.storybook'].includes(from.folder))
    return 'Nobody imports stories but tests.';
  return undefined;
}

function packageComplaint(owner, specifier) {
  if (owner === 'domain') return 'domain imports nothing.';
  if (specifier.startsWith('node:'))
    return onNode.includes(owner)
      ? undefined
      : `${owner} runs ${onNothing.includes(owner) ? 'anywhere' : 'in a browser'}: no ${specifier}.`;
  const [, sibling] = specifier.match(/^@buurt\/([^/]+)/) ?? [];
  if (sibling && sibling !== owner && !mayImport[owner]?.includes(sibling))
    return `${owner} does not import ${sibling}: domain ← pabulib, domain ← core ← widgets, embed-tools ← buurt, domain ← conform ← server ← demo-site.`;
  if (!dependenciesOf(owner).includes(nameOf(specifier)))
    return `${nameOf(specifier)} is not among the dependencies of packages/${owner}.`;
  return undefined;
}

/** What is wrong with importing `specifier` in `file`; undefined when nothing is. */
export function importComplaint(file, specifier) {
  const from = roomOf(file);
  if (specifier.startsWith('.')) return relativeComplaint(from, roomOf(resolve(dirname(file), specifier)));
  return from.package ? packageComplaint(from.package, specifier) : undefined;
}

/** The ESLint rule `buurt/imports`. */
export const importRule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const check = ({ source }) => {
      if (typeof source?.value !== 'string') return;
      const message = importComplaint(context.filename, source.value);
      if (message) context.report({ node: source, message });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportAllDeclaration: check,
      ExportNamedDeclaration: check,
      TSImportType: check,
    };
  },
};
