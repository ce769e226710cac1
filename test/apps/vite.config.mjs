import { svelte } from '@sveltejs/vite-plugin-svelte';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

const home = import.meta.dirname;

/** All apps in one go; that of Angular is compiled by its own compiler before. */
export default defineConfig({
  root: home,
  configFile: false,
  logLevel: 'warn',
  plugins: [
    vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('buurt-') } } }),
    svelte({ configFile: false }),
  ],
  build: {
    outDir: 'dist/pages',
    minify: false,
    chunkSizeWarningLimit: 5000,
    rolldownOptions: {
      input: {
        react: `${home}/react/app.tsx`,
        vue: `${home}/vue/app.ts`,
        svelte: `${home}/svelte/app.ts`,
        angular: `${home}/dist/angular/app.js`,
      },
      output: { entryFileNames: '[name].js' },
    },
  },
});
