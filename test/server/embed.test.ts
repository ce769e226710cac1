import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { buurtCode, Stage } from './stage.js';
import { widgetsFolder } from './widgets-folder.js';

let stage: Stage;
const { path: widgets, remove } = widgetsFolder();
before(async () => {
  stage = await Stage.open({ widgets });
  await stage.clear();
  await stage.addInitiative();
});
after(async () => {
  await stage.close();
  remove();
});

const page = (path: string) => stage.app.request(`/embed/${path}`);

describe('The page of a frame', () => {
  it('refuses what the database cannot keep, in words, for every attribute', async () => {
    for (const path of [
      'initiative-list?buurt=%00',
      `initiative-list?buurt=${buurtCode}&theme=a%00b`,
      'map-card?buurt=%00',
      'map-card?municipality=%01',
      'idea-form?buurt=%0d%0aX:1',
      'budget-vote?round=%C2%85',
      `idea-form?buurt=${'a'.repeat(201)}`,
    ]) {
      const answer = await page(path);
      assert.equal(answer.status, 400, path);
      assert.equal(answer.headers.get('content-type'), 'application/problem+json');
    }
  });

  it('finds everything from where it is, so that a proxy can serve it under a path', async () => {
    const text = await (await page(`initiative-list?buurt=${buurtCode}`)).text();
    const addresses = [...text.matchAll(/(?:src|href|endpoint)="([^"]*)"/g)].map(([, address]) => address);
    assert.ok(addresses.length >= 5);
    for (const address of addresses)
      if (address !== 'data:,') assert.match(address ?? '', /^(\.\.\/(dist\/|v1$)|look\.css)/);
  });

  it('has the headers of a safe page, and so has everything else that this server answers', async () => {
    for (const path of [
      '/embed/idea-form',
      '/embed/look.css',
      '/embed/unknown',
      '/embed/idea-form?x=1',
      '/dist/unknown.js',
      '/v1/buurten',
      '/nowhere',
      '/health',
    ]) {
      const { headers } = await stage.app.request(path);
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
      assert.match(headers.get('strict-transport-security') ?? '', /max-age/, path);
      assert.match(headers.get('permissions-policy') ?? '', /camera=\(\)/, path);
      assert.ok(headers.get('referrer-policy'), path);
    }
  });
});
