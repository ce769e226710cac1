// `npm run bench`: the built form on a slow telephone: CPU 4 times slower, 1.6 Mbit/s, 150 ms away; medians of 5 visits.
// Run `npm run build` first. The endpoint is the real server on a folder of its own.
import process from 'node:process';
import puppeteer from 'puppeteer-core';
import { chromiumArgs, chromiumPath } from '../../.ci/browsers.mjs';
import { startHost } from './host.mjs';
import { costs, medians, print } from './table.mjs';
import { visit } from './visit.mjs';

const visits = 5;

const host = await startHost();
const browser = await puppeteer.launch({ executablePath: chromiumPath(), args: chromiumArgs });
try {
  const rows = [];
  for (const [name, path] of Object.entries(host.pages)) {
    const results = [];
    for (let n = 0; n < visits; n += 1) results.push(await visit(browser, host.origin + path));
    rows.push({ name, result: medians(results.map(({ first }) => first)) });
    if (results[0].second)
      rows.push({ name: `… second visit`, result: medians(results.map(({ second }) => second)) });
  }
  print(costs, rows);
  const [blank, ...others] = rows.filter(({ name }) => !name.startsWith('…'));
  for (const { name, result } of others)
    console.log(
      `${name}: heap ${((result.heapBytes - blank.result.heapBytes) / 1e6).toFixed(2)} MB over a blank page`,
    );
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await browser.close();
  await host.stop();
}
