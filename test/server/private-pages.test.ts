import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Stage } from './stage.js';
import { widgetsFolder } from './widgets-folder.js';

const pages = [
  {
    path: '/mijn-initiatief',
    tag: 'buurt-my-initiative',
    script: 'buurt.js',
    hash: 'sha384-js',
    title: 'My initiative',
    referrer: 'no-referrer',
    forms: "'none'",
  },
  {
    ...{ path: '/desk', tag: 'buurt-desk', script: 'buurt-desk.js', hash: 'sha384-desk', title: 'Inbox' },
    // A form of it must say to this server itself where it comes from.
    ...{ referrer: 'same-origin', forms: "'self'" },
  },
];

describe('A page of somebody’s own', () => {
  let stage: Stage;
  const { path: widgets, remove } = widgetsFolder();
  before(async () => {
    stage = await Stage.open();
  });
  after(async () => {
    remove();
    await stage.close();
  });

  for (const { path, tag, script, hash, title, referrer, forms } of pages) {
    it(`is there in the language of the reader, and tells no other site and no cache of it: ${path}`, async () => {
      const app = stage.appWith({ widgets });
      const dutch = await app.request(path);
      assert.equal(dutch.status, 200);
      assert.equal(dutch.headers.get('referrer-policy'), referrer);
      assert.equal(dutch.headers.get('cache-control'), 'no-store');
      assert.match(
        dutch.headers.get('content-security-policy') ?? '',
        new RegExp(`form-action ${forms}.*frame-ancestors 'none'.*trusted-types lit-html`),
      );
      const text = await dutch.text();
      assert.match(text, new RegExp(`<html lang="nl">[^]*<${tag} endpoint="v1" heading-level="1"`));
      assert.ok(text.includes(`src="dist/1/${script}" integrity="${hash}"`));
      const english = await (await app.request(`${path}?lang=en`)).text();
      assert.ok(english.includes(`<title>${title}</title>`));
    });

    it(`is not there on a server without widgets: ${path}`, async () => {
      assert.equal((await stage.app.request(path)).status, 404);
    });
  }
});
