/** Of the analyzer that `manifests.mjs` calls: it reads this from a file only. */
export default {
  globs: ['packages/*/src/**/*.ts'],
  exclude: [
    'packages/domain/**',
    'packages/pabulib/**',
    'packages/conform/**',
    'packages/server/**',
    'packages/demo-site/**',
  ],
  litelement: true,
  packagejson: false,
  quiet: true,
};
