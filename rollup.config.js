import { defaultMinifyOptions } from '@literals/html-css-minifier';
import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import { distFiles } from './.ci/dist-files.mjs';
import { firstLoad, tags } from './.ci/widgets.mjs';

const input = { buurt: 'packages/buurt/src/buurt.ts' };
/** A slash closes an element of SVG, and a space at the edge of a template stands between two words. */
const minifyOptions = { ...defaultMinifyOptions, keepClosingSlash: true, conservativeCollapse: true };
const plugins = [
  nodeResolve({ exportConditions: ['buurt-source'], extensions: ['.ts', '.js'] }),
  literalsHtmlCssMinifier({ options: { minifyOptions } }),
  esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' }),
];

/** What widgets need at once and do not own: Lit, core, domain. */
const isCommon = (id) => !/\/packages\/(?!core|domain)[^/]+\/src\//.test(id);

/**
 * A first pass finds which modules a widget needs before it can be seen. Of those, what is common goes into one
 * chunk, `shared`. What only later parts have in common goes into another, `common`: one request instead of ten small
 * ones. The rest stays with the part that asks for it.
 */
async function chunksOfModules() {
  const bundle = await rollup({ input, plugins });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  const widgets = tags.filter((tag) => tag !== 'buurt-provider');
  const first = new Set(widgets.flatMap((tag) => firstLoad(output, tag)));
  const between = output.filter((chunk) => !first.has(chunk) && !chunk.isEntry && !chunk.isDynamicEntry);
  const modulesIn = (chunks) => chunks.flatMap(({ moduleIds }) => moduleIds);
  return new Map([
    ...modulesIn(between).map((id) => [id, 'common']),
    ...modulesIn([...first]).flatMap((id) => (isCommon(id) ? [[id, 'shared']] : [])),
    [`${import.meta.dirname}/packages/buurt/src/shared.ts`, 'shared'],
  ]);
}

export default async () => {
  const chunks = await chunksOfModules();
  return {
    input,
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
