// `npm run size`: what a resident downloads, brotli, and the limits that hold. Reads dist/1/sizes.json of `npm run build`.
// `npm run size -- --modules` shows what the first load is made of.
import { readFileSync } from 'node:fs';
import process from 'node:process';

/**
 * Bytes, brotli: what a resident downloads before they can do something, the loader and the stylesheet with it. Each is a
 * budget for a stage that a visitor can name, with some room, so that a text can be mended without counting bytes.
 */
const limits = {
  files: { 'buurt.js': 2_000, 'buurt.css': 500, 'buurt-load-check.js': 1_200 },
  widgets: {
    // 46,000, and what six tags take in the loader and in the stylesheet.
    'buurt-budget-vote': 46_100,
    'buurt-cashbook': 29_900,
    'buurt-idea-form': 24_000,
    'buurt-initiative-list': 39_000,
    'buurt-map-card': 38_000,
    'buurt-my-initiative': 32_000,
    'buurt-provider': 19_500,
  },
  /** The form with the steps after the first, which come while the first is filled in. */
  wholeForm: 48_200,
  lazyChunk: 14_500,
  chunks: {
    'idea-steps': 15_500,
    'buurt-initiative-detail': 9_000,
    'buurt-neighbour-form': 6_000,
    exploration: 17_500,
  },
};

const { files, widgets, wholeForm, modules } = JSON.parse(readFileSync('dist/1/sizes.json', 'utf8'));
const atOnce = new Set(Object.values(widgets).flatMap((widget) => widget.files));
const chunkName = (name) => name.replace(/^chunks\/(.*)-[\w-]{8}\.js$/, '$1');
const limitOf = (name) =>
  limits.files[name] ?? (atOnce.has(name) ? undefined : (limits.chunks[chunkName(name)] ?? limits.lazyChunk));

const rows = [
  ...Object.entries(widgets).map(([tag, weight]) => ({
    name: `<${tag}>`,
    weight,
    limit: limits.widgets[tag],
  })),
  { name: '<buurt-idea-form>, all steps', weight: wholeForm, limit: limits.wholeForm },
  ...Object.entries(files).map(([name, weight]) => ({ name, weight, limit: limitOf(name) })),
];
const unlimited = Object.keys(widgets).filter((tag) => !limits.widgets[tag]);
const tooHeavy = rows.filter(({ weight, limit }) => limit !== undefined && weight.brotli > limit);

const number = (n) => String(n ?? '').padStart(9);
console.log(`${''.padEnd(44)}${['raw', 'gzip', 'brotli', 'limit'].map((word) => word.padStart(9)).join('')}`);
for (const { name, weight, limit } of rows)
  console.log(`${name.padEnd(44)}${[weight.raw, weight.gzip, weight.brotli, limit].map(number).join('')}`);
if (process.argv.includes('--modules'))
  for (const name of atOnce) {
    console.log(`\n${name}, each module before it is made small`);
    for (const [module, bytes] of Object.entries(modules[name])) console.log(`${number(bytes)}  ${module}`);
  }
for (const tag of unlimited) console.error(`✖ <${tag}> has no limit in .ci/size.mjs`);
for (const { name, weight, limit } of tooHeavy)
  console.error(`✖ ${name} is ${weight.brotli - limit} bytes over its limit`);
process.exitCode = tooHeavy.length + unlimited.length > 0 ? 1 : 0;
