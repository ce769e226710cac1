// `node --import tsx --conditions buurt-source test/bench/list-visits.mjs`: the built list on a slow telephone (see
// bench.mjs), over a buurt with 100, 1,000 and 10,000 initiatives; the last page shows 500 of them. Medians of 3 visits.
import process from 'node:process';
import puppeteer from 'puppeteer-core';
import { chromiumArgs, chromiumPath } from '../../.ci/browsers.mjs';
import { startSite } from './site.mjs';
import { costs, medians, print } from './table.mjs';
import { visit } from './visit.mjs';

const visits = 3;
const tag = 'buurt-initiative-list';

/** Runs in the page: chooses a status, and gives how long it takes until the list of that status is on the screen. */
async function filter() {
  const root = document.querySelector('buurt-initiative-list').shadowRoot;
  const before = root.querySelector('.found').textContent;
  const status = root.querySelector('#status');
  const began = performance.now();
  status.value = 'underway';
  status.dispatchEvent(new Event('change', { bubbles: true }));
  const isThere = () =>
    root.querySelector('.list[aria-busy=false] .card') && root.querySelector('.found').textContent !== before;
  while (!isThere()) await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  return { filterMs: performance.now() - began };
}

const columns = [
  ...costs,
  ['nodes', (r) => String(r.nodes)],
  ['filter ms', (r) => r.filterMs?.toFixed(0) ?? ''],
];
const browser = await puppeteer.launch({ executablePath: chromiumPath(), args: chromiumArgs });
try {
  const rows = [];
  for (const [count, name, search] of [
    [100, '100 initiatives', ''],
    [1000, '1,000 initiatives', ''],
    [10_000, '10,000 initiatives', ''],
    [10_000, '10,000, 500 shown', '?initiatieven-aantal=500'],
  ]) {
    const site = await startSite(tag, count);
    const results = [];
    for (let n = 0; n < visits; n += 1)
      results.push(await visit(browser, `${site.origin}/${search}`, (opened) => opened.evaluate(filter)));
    rows.push({ name, result: medians(results.map(({ first }) => first)) });
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
