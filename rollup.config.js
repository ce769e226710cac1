import { defaultMinifyOptions } from '@literals/html-css-minifier';
import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import { distFiles } from './.ci/dist-files.mjs';
import { firstLoad, tags, withImports } from './.ci/widgets.mjs';

const input = {
  buurt: 'packages/buurt/src/buurt.ts',
  'buurt-builder': 'packages/buurt/src/buurt-builder.ts',
};
/** A slash closes an element of SVG, and a space at the edge of a template stands between two words. */
const minifyOptions = { ...defaultMinifyOptions, keepClosingSlash: true, conservativeCollapse: true };
const plugins = [
  nodeResolve({ exportConditions: ['buurt-source'], extensions: ['.ts', '.js'] }),
  literalsHtmlCssMinifier({ options: { minifyOptions } }),
  esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' }),
];

const ownerOf = (id) => id.match(/\/packages\/(?!core|domain)([^/]+)\/src\//)?.[1];

/** How others wrote their library is theirs to mend. */
const onwarn = (warning, warn) => {
  if (!warning.ids?.every((id) => id.includes('/node_modules/'))) warn(warning);
};

/** Less code than this is not worth a request of its own. */
const requestLength = 1000;

/**
 * A first pass finds which modules a widget needs before it can be seen. Of those, what several widgets have in common
 * goes into one chunk, `shared`: Lit, core, domain. What one widget alone needs at once stays with it, so that no
 * visitor downloads the rules of another; beside it, in `…-first`, when a later part of another widget needs it too.
 * What only later parts have in common goes into another, `common`, or `common-parts` when it is not for those that come
 * first; and what only those of one widget have in common into its `…-parts`: one request instead of ten small ones, and
 * nobody downloads the rules of another widget. The rest stays with the part that asks for it.
 */
async function chunksOfModules() {
  const bundle = await rollup({ input, plugins, onwarn });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  const widgets = tags.filter((tag) => tag !== 'buurt-provider');
  const loads = new Map(widgets.map((tag) => [tag, new Set(firstLoad(output, tag))]));
  const tagsOf = (chunk) => widgets.filter((each) => loads.get(each).has(chunk));
  const fileOf = (name) => output.find(({ fileName }) => fileName === name);
  const reached = (chunk, seen) => {
    if (!chunk || seen.has(chunk)) return seen;
    seen.add(chunk);
    for (const name of [...chunk.imports, ...chunk.dynamicImports]) reached(fileOf(name), seen);
    return seen;
  };
  const everything = new Map(widgets.map((tag) => [tag, reached([...loads.get(tag)][0], new Set())]));
  const usersOf = (chunk) => widgets.filter((each) => everything.get(each).has(chunk));
  const soon = new Set(
    [...loads.values()].flatMap((chunks) =>
      [...chunks].flatMap(({ dynamicImports }) =>
        dynamicImports.flatMap((name) => [...withImports(output, fileOf(name), new Set())]),
      ),
    ),
  );
  const lengthOf = ({ modules }) =>
    Object.values(modules).reduce((sum, each) => sum + each.renderedLength, 0);
  const besideOf = (tag) =>
    [...loads.get(tag)]
      .filter((chunk) => !chunk.isEntry && !chunk.isDynamicEntry && tagsOf(chunk).length === 1)
      .reduce((sum, chunk) => sum + lengthOf(chunk), 0);
  const nameOf = (chunk, id) => {
    const [tag, ...others] = tagsOf(chunk);
    if (others.length > 0) return ownerOf(id) ? undefined : 'shared';
    if (tag && !chunk.isDynamicEntry) return besideOf(tag) < requestLength ? 'shared' : `${tag}-first`;
    if (tag) return tag;
    if (chunk.isEntry || chunk.isDynamicEntry) return undefined;
    const users = usersOf(chunk);
    if (users.length === 1) return `${users[0].replace('buurt-', '')}-parts`;
    return soon.has(chunk) ? 'common' : 'common-parts';
  };
  return new Map([
    ...output.flatMap((chunk) => (chunk.moduleIds ?? []).map((id) => [id, nameOf(chunk, id)])),
    [`${import.meta.dirname}/packages/buurt/src/shared.ts`, 'shared'],
  ]);
}

export default async () => {
  const chunks = await chunksOfModules();
  return {
    input,
    onwarn,
    plugins: [
      ...plugins,
      terser({ ecma: 2022, module: true, compress: { passes: 2 }, format: { comments: false } }),
      distFiles(),
    ],
    output: {
      dir: 'dist',
      format: 'es',
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
      manualChunks: (id) => chunks.get(id),
      onlyExplicitManualChunks: true,
      sourcemap: true,
    },
  };
};
