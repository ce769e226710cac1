import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Stage } from './stage.js';
import { widgetsFolder } from './widgets-folder.js';

describe('The page of makers', () => {
  let stage: Stage;
  const { path: widgets, remove } = widgetsFolder();
  before(async () => {
    stage = await Stage.open();
  });
  after(async () => {
    remove();
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
