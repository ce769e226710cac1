import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
};

/** Serves a folder, and pages that exist only in memory: `{ '/': '<!doctype html>…' }`. */
export async function serveFolder(folder, { pages = {}, headers = {} } = {}) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    const body = Object.hasOwn(pages, path) ? Promise.resolve(pages[path]) : readFile(join(folder, path));
    const type = Object.hasOwn(pages, path) ? types['.html'] : types[extname(path)];
    body.then(
      (bytes) =>
        response
          .writeHead(200, { 'content-type': type ?? 'application/octet-stream', ...headers })
          .end(bytes),
      () => response.writeHead(404).end(),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { origin: `http://localhost:${server.address().port}`, close: () => server.close() };
}
