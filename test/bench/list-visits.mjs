// `node --import tsx --conditions buurt-source test/bench/list-visits.mjs`: the built list on a slow telephone (see
// bench.mjs), over a buurt with 100, 1,000 and 10,000 initiatives; the last page shows 500 of them. Medians of 3 visits.
import { once } from 'node:events';
import { createServer } from 'node:http';
import process from 'node:process';
import { getRequestListener } from '@hono/node-server';
import { sql } from 'kysely';
import puppeteer from 'puppeteer-core';
import { chromiumArgs, chromiumPath } from '../../.ci/browsers.mjs';
import { createApp } from '../../packages/server/src/app.ts';
import { openPhotos } from '../../packages/server/src/photos/photos.ts';
import { openStore } from '../../packages/server/src/store/open.ts';
import { around, isFile, sendFile, snippet } from './host.mjs';
import { addInitiatives } from './many-initiatives.mjs';
import { costs, medians, print } from './table.mjs';
import { visit } from './visit.mjs';

const visits = 3;
const buurt = 'BU9999AA01';
const tag = 'buurt-initiative-list';
const page = around(snippet(tag), `<${tag} endpoint="/v1" buurt="${buurt}"><p>Bel ons.</p></${tag}>`);

/** A site with the list on it, and behind it a server that knows so many initiatives: `{ origin, stop }`. */
async function startSite(count) {
  const store = await openStore({ inMemory: true });
  await sql`insert into buurt (code, name, municipality, border, west, south, east, north)
    values (${buurt}, 'Molenbuurt', 'Elders', '{}', 5, 52, 6, 53)`.execute(store.db);
  await addInitiatives(store.db, count, sql`${buurt}`);
  await sql`vacuum analyze`.execute(store.db);
  const photos = openPhotos();
  const secret = 'only for measuring, so anybody may know it';
  const answer = getRequestListener(createApp({ store, photos, secret, requestsPerMinute: 1e6 }).fetch);
  const server = createServer((incoming, response) => {
    const { pathname } = new URL(incoming.url, 'http://localhost');
    if (pathname.startsWith('/v1/')) void answer(incoming, response);
    else if (isFile(pathname)) sendFile(pathname, response);
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://localhost:${server.address().port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await photos.close();
      await store.close();
    },
  };
}

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
    const site = await startSite(count);
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
