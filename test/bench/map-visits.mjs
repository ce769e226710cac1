// `node --import tsx --conditions buurt-source test/bench/map-visits.mjs`: the built map on a slow telephone (see
// bench.mjs), over a buurt with 10 to 10,000 initiatives, of which it is told the newest 5,000. Medians of 3 visits.
import process from 'node:process';
import puppeteer from 'puppeteer-core';
import { chromiumArgs, chromiumPath } from '../../.ci/browsers.mjs';
import { startSite } from './site.mjs';
import { costs, medians, print } from './table.mjs';
import { visit } from './visit.mjs';

const visits = 3;
const tag = 'buurt-map-card';
/** Runs in the page: chooses a status in the legend, then the map with streets, and gives how long each takes. */
async function explore() {
  const root = document.querySelector('buurt-map-card').shadowRoot;
  const until = async (isThere) => {
    const began = performance.now();
    while (!isThere()) await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    return performance.now() - began;
  };
  const found = () => root.querySelector('.found').textContent;
  const before = found();
  root.querySelector('.option').click();
  const filterMs = await until(() => found() !== before);
  const asked = performance.getEntriesByType('resource').length;
  root.querySelector('.explore button').click();
  const exploreMs = await until(() => root.querySelector('.tile'));
  const exploreBytes = performance
    .getEntriesByType('resource')
    .slice(asked)
    .reduce((all, { transferSize }) => all + transferSize, 0);
  return { filterMs, exploreMs, exploreBytes };
}

const columns = [
  ...costs,
  ['nodes', (r) => String(r.nodes)],
  ['filter ms', (r) => r.filterMs?.toFixed(0) ?? ''],
  ['streets ms', (r) => r.exploreMs?.toFixed(0) ?? ''],
  ['streets kB', (r) => (r.exploreBytes === undefined ? '' : (r.exploreBytes / 1000).toFixed(1))],
];
const browser = await puppeteer.launch({ executablePath: chromiumPath(), args: chromiumArgs });
try {
  const rows = [];
  for (const count of [10, 100, 1000, 10_000]) {
    const site = await startSite(tag, count, 'tiles="/tile?{layer}/{z}/{x}/{y}"');
    const results = [];
    for (let n = 0; n < visits; n += 1)
      results.push(await visit(browser, `${site.origin}/`, (opened) => opened.evaluate(explore)));
    rows.push({
      name: `${count.toLocaleString('en')} initiatives`,
      result: medians(results.map(({ first }) => first)),
    });
    rows.push({ name: '… second visit', result: medians(results.map(({ second }) => second)) });
    await site.stop();
  }
  print(columns, rows);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await browser.close();
}
