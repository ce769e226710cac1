import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import { distFiles } from './.ci/dist-files.mjs';
import { firstLoad, tags } from './.ci/widgets.mjs';

const input = { buurt: 'packages/buurt/src/buurt.ts' };
const plugins = [
  nodeResolve({ exportConditions: ['buurt-source'], extensions: ['.ts', '.js'] }),
  literalsHtmlCssMinifier(),
  esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' }),
];

/** What widgets need at once and do not own: Lit, core, domain. */
const isCommon = (id) => !/\/packages\/(?!core|domain)[^/]+\/src\//.test(id);

/**
 * A first pass finds which modules a widget needs before it can be seen. Of those, what is common goes into one
 * shared chunk; whatever a widget asks for later stays in chunks of its own.
 */
async function sharedModules() {
  const bundle = await rollup({ input, plugins });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  const widgets = tags.filter((tag) => tag !== 'buurt-provider');
  const modules = widgets.flatMap((tag) => firstLoad(output, tag).flatMap(({ moduleIds }) => moduleIds));
  return new Set([...modules.filter(isCommon), `${import.meta.dirname}/packages/buurt/src/shared.ts`]);
}

export default async () => {
  const shared = await sharedModules();
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
      manualChunks: (id) => (shared.has(id) ? 'shared' : undefined),
      onlyExplicitManualChunks: true,
      sourcemap: true,
    },
  };
};
