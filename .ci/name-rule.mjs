import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Words that say nothing to whoever did not write the code, with what to write instead; `docs/glossary.md` shows the
 * list. They are refused wherever they stand in the name of a file, a type or an export.
 */
export const refusedWords = {
  darkroom: 'worker pool',
  found: 'what was found: a list, a match',
  hands: 'actions, handlers',
  journey: 'state, steps',
  kept: 'cached, stored',
  lanes: 'queues',
  later: 'what it holds',
  look: 'inspect, style',
  manner: 'options',
  matter: 'subject',
  meanwhile: 'fallback, placeholder',
  mended: 'repaired',
  patience: 'retry policy, timeout',
  purse: 'budget',
  said: 'message, announcement',
  setback: 'error',
  shelves: 'cache',
  sought: 'filters',
  together: 'shared',
  told: 'value, known',
  trouble: 'problem, failure',
  vicinity: 'surroundings',
  visit: 'session, controller',
  whereabouts: 'location',
  wish: 'query, options',
  words: 'texts, messages',
  written: 'stored, formatted',
};

/** Good words that say too little when they are the whole name: `paper-ballot` is fine, `Paper` is not. */
export const refusedAlone = {
  company: 'whose company, and of what',
  paper: 'form, document, paper ballot',
  parts: 'what they are parts of',
};

/** Standard terms with such a word in it. */
export const standardTerms = ['not-found', 'look-up', 'look-alike', 'key-words', 'stop-words'];

/** Names for which there is a reason. */
const exceptions = [
  // The step is called so in the settings of an organiser, on the wire.
  ['idea-form', ['together-step']],
];

/** `proposalOrder`, `ProposalOrder` and `proposal-order.ts` are `proposal-order`. */
const kebab = (name) =>
  name
    .replace(/([a-z0-9])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, '$1$3-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

/** What is wrong with a name; undefined when nothing is. */
export function nameComplaint(name) {
  const whole = kebab(name);
  if (Object.hasOwn(refusedAlone, whole)) return `"${name}" says too little: ${refusedAlone[whole]}.`;
  const rest = standardTerms.reduce((left, term) => left.replaceAll(term, ''), whole);
  const word = rest.split('-').find((each) => Object.hasOwn(refusedWords, each));
  return word && `"${word}" in "${name}" is no word of this code (docs/glossary.md): ${refusedWords[word]}.`;
}

const home = fileURLToPath(new URL('..', import.meta.url));

/** The ESLint rule `buurt/names`. */
export const nameRule = {
  meta: { type: 'suggestion', schema: [] },
  create(context) {
    const [, owner, , ...path] = relative(home, context.filename).split(sep);
    const excepted = exceptions.flatMap(([name, names]) => (name === owner ? names : []));
    const check = (node, name) => {
      const message = excepted.includes(kebab(name)) ? undefined : nameComplaint(name);
      if (message) context.report({ node, message });
    };
    return {
      Program(node) {
        for (const part of path) check(node, part.replace(/\.ts$/, ''));
      },
      ':matches(TSInterfaceDeclaration, TSTypeAliasDeclaration, ClassDeclaration)[id]': ({ id }) =>
        check(id, id.name),
      'ExportNamedDeclaration > FunctionDeclaration': ({ id }) => check(id, id.name),
      'ExportNamedDeclaration > VariableDeclaration > VariableDeclarator > Identifier.id': (id) =>
        check(id, id.name),
      ExportSpecifier: ({ exported }) => check(exported, exported.name ?? exported.value),
    };
  },
};
