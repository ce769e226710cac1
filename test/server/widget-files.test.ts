import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { Hono } from 'hono';
import { FileCache } from '../../packages/server/src/http/file-cache.js';
import { widgetFiles } from '../../packages/server/src/widgets/widget-files.js';

const script = 'console.log("buurt");';
const app = new Hono();
let parent: string;

before(async () => {
  parent = await mkdtemp(join(tmpdir(), 'buurt-files-'));
  const folder = join(parent, 'dist');
  await mkdir(join(folder, 'chunks'), { recursive: true });
  await writeFile(join(parent, 'secret.js'), 'secret');
  await writeFile(join(folder, 'buurt.js'), script);
  await writeFile(join(folder, 'buurt.js.br'), brotliCompressSync(script));
  await writeFile(join(folder, 'buurt.css'), ':root{}');
  await writeFile(join(folder, 'chunks', 'lit-D3adB33f.js'), script);
  await mkdir(join(folder, '0.9.0'));
  await writeFile(join(folder, '0.9.0', 'buurt.js'), script);
  app.route('/dist', widgetFiles({ folder, base: '/dist' }));
});
after(() => rm(parent, { recursive: true }));

const get = (path: string, headers: Record<string, string> = {}) => app.request(`/dist${path}`, { headers });

describe('A page that loads the widgets', () => {
  it('gets the loader compressed, with its type, from any site', async () => {
    const answer = await get('/buurt.js', { 'Accept-Encoding': 'gzip, deflate, br' });
    assert.equal(answer.headers.get('content-encoding'), 'br');
    assert.equal(answer.headers.get('content-type'), 'text/javascript; charset=utf-8');
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    assert.equal(answer.headers.get('cross-origin-resource-policy'), 'cross-origin');
    assert.equal(brotliDecompressSync(Buffer.from(await answer.arrayBuffer())).toString(), script);
  });

  it('gets it plain when it reads nothing else', async () => {
    for (const accepted of ['', 'identity', 'br;q=0']) {
      const answer = await get('/buurt.js', { 'Accept-Encoding': accepted });
      assert.equal(answer.headers.get('content-encoding'), null, accepted);
      assert.equal(await answer.text(), script);
    }
  });

  it('asks for the loader again after five minutes, and for a file with a hash never', async () => {
    const loader = await get('/buurt.js');
    assert.equal(loader.headers.get('cache-control'), 'public, max-age=300');
    const tag = loader.headers.get('etag') ?? '';
    assert.equal((await get('/buurt.js', { 'If-None-Match': tag })).status, 304);
    const chunk = await get('/chunks/lit-D3adB33f.js');
    assert.equal(chunk.headers.get('cache-control'), 'public, max-age=31536000, immutable');
    assert.equal((await get('/buurt.css')).headers.get('content-type'), 'text/css; charset=utf-8');
  });

  it('never asks again for a file of a version', async () => {
    const { headers } = await get('/0.9.0/buurt.js');
    assert.equal(headers.get('cache-control'), 'public, max-age=31536000, immutable');
  });

  it('gets nothing from outside the folder, and no list of it', async () => {
    for (const path of [
      '/../secret.js',
      '/%2e%2e/secret.js',
      '/..%2fsecret.js',
      '/%00',
      '/%',
      '/',
      '/chunks',
      '/nothing.js',
    ])
      assert.equal((await get(path)).status, 404, path);
  });
});

describe('A file in memory', () => {
  it('is read once, looked at once a second, and served anew when it was built again or taken away', async () => {
    let now = 0;
    const memory = new FileCache(() => now);
    const path = join(parent, 'kept.js');
    await writeFile(path, 'old');
    const text = async () => {
      const file = await memory.read(path);
      return file && Buffer.from(file.bytes).toString();
    };
    const first = await memory.read(path);
    await writeFile(path, 'new one');
    assert.equal(await text(), 'old');
    now += 1_001;
    assert.equal(await text(), 'new one');
    const [one, other] = await Promise.all([memory.read(path), memory.read(path)]);
    assert.equal(one, other);
    assert.notEqual(one?.tag, first?.tag);
    await rm(path);
    assert.equal(await text(), 'new one');
    now += 1_001;
    assert.equal(await text(), undefined);
  });
});
