import { once } from 'node:events';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { sql } from 'kysely';
import { createApp } from '../../packages/server/src/app.ts';
import { openPhotos } from '../../packages/server/src/photos/photos.ts';
import { openStore } from '../../packages/server/src/db/open.ts';
import { around, isFile, sendFile, snippet } from './host.mjs';
import { addInitiatives } from './many-initiatives.mjs';

const buurt = 'BU9999AA01';

/** One for every tile, so that only the map itself is measured. */
const tile = Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64');

/** Where `addInitiatives` puts them, and a little around. */
const corners = [
  [4.9, 51.9],
  [6.1, 51.9],
  [6.1, 53.1],
  [4.9, 53.1],
];
const border = { type: 'MultiPolygon', coordinates: [[[...corners, corners[0]]]] };

async function storeWith(count) {
  const store = await openStore({ inMemory: true });
  await sql`insert into buurt (code, name, municipality, border, west, south, east, north)
    values (${buurt}, 'Molenbuurt', 'Elders', ${JSON.stringify(border)}, 4.9, 51.9, 6.1, 53.1)`.execute(
    store.db,
  );
  await addInitiatives(store.db, count, sql`${buurt}`);
  await sql`vacuum analyze`.execute(store.db);
  return store;
}

/** A site with one widget on it, and behind it a server that knows so many initiatives: `{ origin, stop }`. */
export async function startSite(tag, count, attributes = '') {
  const page = around(
    snippet(tag),
    `<${tag} endpoint="/v1" buurt="${buurt}" ${attributes}><p>Bel ons.</p></${tag}>`,
  );
  const store = await storeWith(count);
  const photos = openPhotos();
  const secret = 'only for measuring, so anybody may know it';
  const answer = getRequestListener(createApp({ store, photos, secret, requestsPerMinute: 1e6 }).fetch);
  const server = createServer((incoming, response) => {
    const { pathname } = new URL(incoming.url, 'http://localhost');
    if (pathname.startsWith('/v1/')) void answer(incoming, response);
    else if (pathname === '/tile') response.writeHead(200, { 'content-type': 'image/gif' }).end(tile);
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
