// `npm run size`: what a resident downloads, brotli, and the limits that hold. Reads dist/sizes.json of `npm run build`.
// `npm run size -- --modules` shows what the first load is made of.
import { readFileSync } from 'node:fs';
import process from 'node:process';

/** Bytes, brotli. The first load of a widget is all that it needs before it can be used, with the loader. */
const limits = {
  files: { 'buurt.js': 2_000, 'buurt.css': 500 },
  widgets: {
    'buurt-budget-vote': 21_720,
    'buurt-idea-form': 22_550,
    'buurt-initiative-list': 17_960,
    'buurt-map-card': 17_800,
    'buurt-provider': 20_000,
  },
  lazyChunk: 13_950,
  /** A map library, after a click; Leaflet would be 36,600. */
  exploration: 17_500,
};

const { files, widgets, soon, modules } = JSON.parse(readFileSync('dist/sizes.json', 'utf8'));
const atOnce = new Set(Object.values(widgets).flatMap((widget) => widget.files));
const lazyLimitOf = (name) => (name.includes('/exploration-') ? limits.exploration : limits.lazyChunk);
const limitOf = (name) => limits.files[name] ?? (atOnce.has(name) ? undefined : lazyLimitOf(name));

const rows = [
  ...Object.entries(widgets).flatMap(([tag, weight]) => [
    { name: `<${tag}> first load`, weight, limit: limits.widgets[tag] },
    { name: '  … with what it asks for at once', weight: soon[tag] },
  ]),
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
