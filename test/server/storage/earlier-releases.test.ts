import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import type { Hono } from 'hono';
import { keepRelease } from '../../../packages/server/src/widgets/earlier-releases.js';
import { Stage } from '../stage.js';

const folders: string[] = [];

/** A folder as a container has it: with one build. */
function folderOf(version: string, files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'buurt-release-'));
  folders.push(folder);
  const integrity = Object.fromEntries(Object.keys(files).map((name) => [name, 'sha384-']));
  const write = (name: string, content: string | Buffer) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  };
  write('1/release.json', JSON.stringify({ version, integrity }));
  for (const place of ['1', version])
    for (const [name, text] of Object.entries(files)) {
      write(`${place}/${name}`, text);
      write(`${place}/${name}.br`, brotliCompressSync(text));
    }
  return folder;
}

const first = {
  'buurt.js': 'import("./chunks/form-AAAAAAAA.js"); // 0.9.0',
  'buurt.css': 'buurt-idea-form{}',
  'chunks/form-AAAAAAAA.js': '/* the form of 0.9.0 */',
};
const second = {
  'buurt.js': 'import("./chunks/form-BBBBBBBB.js"); // 0.9.1',
  'buurt.css': 'buurt-idea-form{}',
  'chunks/form-BBBBBBBB.js': '/* the form of 0.9.1 */',
};

describe('A server with another release than the page was opened with', () => {
  let stage: Stage;
  let app: Hono;
  const get = (path: string, headers: Record<string, string> = {}) =>
    app.request(`/dist/${path}`, { headers });

  before(async () => {
    stage = await Stage.open();
    await keepRelease(stage.store, folderOf('0.9.0', first));
    const widgets = folderOf('0.9.1', second);
    await keepRelease(stage.store, widgets);
    app = stage.appWith({ widgets });
  });
  after(async () => {
    await stage.close();
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  it('has every file of the version that a page is pinned to, for ever, with and without compression', async () => {
    for (const [name, text] of Object.entries(first)) {
      const answer = await get(`0.9.0/${name}`);
      assert.equal(answer.status, 200, name);
      assert.equal(await answer.text(), text);
      assert.equal(answer.headers.get('cache-control'), 'public, max-age=31536000, immutable');
      assert.equal(answer.headers.get('access-control-allow-origin'), '*');
      const small = await get(`0.9.0/${name}`, { 'Accept-Encoding': 'br' });
      assert.equal(small.headers.get('content-encoding'), 'br');
      assert.equal(brotliDecompressSync(Buffer.from(await small.arrayBuffer())).toString(), text);
      const tag = small.headers.get('etag') ?? '';
      assert.equal((await get(`0.9.0/${name}`, { 'If-None-Match': tag })).status, 304);
    }
  });

  it('has the chunks that an open page asks for where it follows updates, and the new loader there', async () => {
    assert.equal(await (await get('1/chunks/form-AAAAAAAA.js')).text(), first['chunks/form-AAAAAAAA.js']);
    assert.equal(await (await get('1/chunks/form-BBBBBBBB.js')).text(), second['chunks/form-BBBBBBBB.js']);
    assert.equal(await (await get('1/buurt.js')).text(), second['buurt.js']);
  });

  it('has what a server beside it keeps later, and asks the database for nothing that is no file of widgets', async () => {
    assert.equal((await get('0.9.2/buurt.js')).status, 404);
    for (const path of [
      '0.9.0/../0.9.0/x',
      '0.9.0/sri.json',
      '0.9.0/chunks/%00.js',
      '2/chunks/form-AAAAAAAA.js',
    ])
      assert.equal((await get(path)).status, 404, path);
    await keepRelease(stage.store, folderOf('0.10.0', { ...second, 'buurt.js': '// 0.10.0' }));
    assert.equal(await (await get('0.10.0/buurt.js')).text(), '// 0.10.0');
  });

  it('keeps a release once, however many servers start, and nothing of what was not released', async () => {
    const again = folderOf('0.9.1', { ...second, 'buurt.js': '// something else' });
    await Promise.all([keepRelease(stage.store, again), keepRelease(stage.store, again)]);
    await keepRelease(stage.store, folderOf('0.9.1-next', second));
    await keepRelease(stage.store, '/nowhere');
    const rows = await stage.store.db
      .selectFrom('widget_file')
      .select(['version', ({ fn }) => fn.countAll<number>().as('files')])
      .groupBy('version')
      .orderBy('version')
      .execute();
    assert.deepEqual(
      rows.map(({ version, files }) => [version, Number(files)]),
      [
        ['0.10.0', 3],
        ['0.9.0', 3],
        ['0.9.1', 3],
      ],
    );
    const kept = folderOf('0.9.3', {});
    app = stage.appWith({ widgets: kept });
    assert.equal(await (await get('0.9.1/buurt.js')).text(), second['buurt.js']);
  });
});
