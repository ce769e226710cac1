import { basename } from 'node:path';
import { defaultMinifyOptions } from '@literals/html-css-minifier';
import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import { distFiles } from './.ci/dist-files.mjs';
import { followed } from './.ci/releases.mjs';

const table = `${import.meta.dirname}/packages/buurt/src/widgets.ts`;
const holder = `${import.meta.dirname}/packages/buurt/src/shared.ts`;

const input = {
  buurt: 'packages/buurt/src/buurt.ts',
  'buurt-builder': 'packages/buurt/src/buurt-builder.ts',
  'buurt-desk': 'packages/desk/src/buurt-desk.ts',
};
/** A slash closes an element of SVG, and a space at the edge of a template stands between two words. */
const minifyOptions = { ...defaultMinifyOptions, keepClosingSlash: true, conservativeCollapse: true };
const plugins = [
  nodeResolve({ exportConditions: ['buurt-source'], extensions: ['.ts', '.js'] }),
  literalsHtmlCssMinifier({ options: { minifyOptions } }),
  esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' }),
];

/** How others wrote their library is theirs to mend. */
const onwarn = (warning, warn) => {
  if (!warning.ids?.every((id) => id.includes('/node_modules/'))) warn(warning);
};

/** The modules that come with this one: what it imports, and what that imports; with `later`, also what it may ask for. */
function modulesOf(id, getModuleInfo, { later = false } = {}, seen = new Set()) {
  if (seen.has(id)) return seen;
  seen.add(id);
  const { importedIds = [], dynamicallyImportedIds = [] } = getModuleInfo(id) ?? {};
  for (const each of later ? [...importedIds, ...dynamicallyImportedIds] : importedIds)
    modulesOf(each, getModuleInfo, { later }, seen);
  return seen;
}

const nameOf = (widget) => basename(widget, '.ts').replace('buurt-', '');

const isForm = (widget) => widget.endsWith('buurt-idea-form.ts');

/**
 * What the form and another widget need at once goes into one chunk, `shared`: Lit, core, rules. What only the others need
 * at once, and what one of them shares with what comes later, is in `browse`, so that the form does not wait for it. What
 * one widget needs at once is in its own chunk, and where another may ask for it later in `…-common`: the form's, and the
 * map's, which the vote has no use for. What only comes later is in a chunk for each element, and what those of several
 * widgets have in common in `common`, or in `join` where the form has no use for it. So each widget is there after one wave of requests, and nobody downloads another.
 */
function chunkOf(id, { getModuleInfo }) {
  if (id === holder) return 'shared';
  const widgets = getModuleInfo(table).dynamicallyImportedIds.filter((each) =>
    /buurt-(?!provider)/.test(each),
  );
  const atOnce = widgets.filter((each) => modulesOf(each, getModuleInfo).has(id));
  if (atOnce.length > 1) return atOnce.some(isForm) ? 'shared' : 'browse';
  const users = widgets.filter((each) => modulesOf(each, getModuleInfo, { later: true }).has(id));
  if (users.length < 2) return undefined;
  const [widget] = atOnce;
  if (widget) return /form|map/.test(nameOf(widget)) ? `${nameOf(widget)}-common` : 'browse';
  const entries = [...modulesOf(table, getModuleInfo, { later: true })].filter(
    (each) => getModuleInfo(each)?.dynamicImporters.length > 0,
  );
  const askers = entries.filter((each) => modulesOf(each, getModuleInfo).has(id));
  if (askers.length < 2 || entries.includes(id)) return undefined;
  return askers.some((each) => each.includes('/idea-form/')) ? 'common' : 'join';
}

export default {
  input,
  onwarn,
  plugins: [
    ...plugins,
    terser({ ecma: 2022, module: true, compress: { passes: 2 }, format: { comments: false } }),
    distFiles(),
  ],
  output: {
    dir: followed,
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    manualChunks: chunkOf,
    onlyExplicitManualChunks: true,
    sourcemap: true,
  },
};
