import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stage } from './stage.js';

describe('The page of makers', () => {
  let stage: Stage;
  let widgets: string;
  before(async () => {
    stage = await Stage.open();
    widgets = mkdtempSync(join(tmpdir(), 'buurt-maker-page-'));
    writeFileSync(
      join(widgets, 'sri.json'),
      JSON.stringify({ 'buurt.js': 'sha384-js', 'buurt.css': 'sha384-css' }),
    );
  });
  after(async () => {
    rmSync(widgets, { recursive: true, force: true });
    await stage.close();
  });

  it('is there in the language of the reader, and tells no other site and no cache of it', async () => {
    const app = stage.appWith({ widgets });
    const dutch = await app.request('/mijn-initiatief');
    assert.equal(dutch.status, 200);
    assert.equal(dutch.headers.get('referrer-policy'), 'no-referrer');
    assert.equal(dutch.headers.get('cache-control'), 'no-store');
    assert.match(
      dutch.headers.get('content-security-policy') ?? '',
      /frame-ancestors 'none'.*trusted-types lit-html/,
    );
    const text = await dutch.text();
    assert.match(text, /<html lang="nl">[^]*<buurt-my-initiative endpoint="v1" heading-level="1"/);
    assert.match(text, /src="dist\/buurt\.js" integrity="sha384-js"/);
    assert.match(
      await (await app.request('/mijn-initiatief?lang=en')).text(),
      /<title>My initiative<\/title>/,
    );
  });

  it('is not there on a server without widgets', async () => {
    assert.equal((await stage.app.request('/mijn-initiatief')).status, 404);
  });
});
