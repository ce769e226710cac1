import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Locator } from 'playwright-core';
import { nl as texts } from '../../packages/map-card/src/map-card.messages.js';
import { shows, type Resident } from './resident.js';
import { buurt, buurtMiddle, Stage } from './stage.js';

/** What residents do with the map that a webmaster put in his page, on the built bundle and the real server. */
describe('the buurt on a map', () => {
  let stage: Stage;
  let resident: Resident;
  let map: Locator;
  let list: Locator;

  const page = (tiles: string) =>
    `<h1>Onze buurt</h1><buurt-provider endpoint="${stage.server.endpoint}" buurt="${buurt.code}">
      <buurt-map-card tiles="${tiles}"></buurt-map-card>
      <buurt-initiative-list page-size="4"></buurt-initiative-list></buurt-provider>`;
  const tiles = () => `${stage.server.origin}/demo/kaart/{layer}/EPSG:3857/{z}/{x}/{y}.png`;
  const tilesAsked = () => resident.requests.filter(({ pathname }) => pathname.startsWith('/demo/kaart/'));

  before(async () => {
    stage = await Stage.open();
  });
  after(() => stage.close());
  beforeEach(async () => {
    stage.host.show('', '', { body: page(tiles()) });
    resident = await stage.resident({ viewport: { width: 390, height: 844 } });
    map = resident.page.locator('buurt-map-card');
    list = resident.page.locator('buurt-initiative-list');
  });
  afterEach(async () => {
    assert.deepEqual([resident.errors, resident.violations, stage.host.violations], [[], [], []]);
    await resident.leave();
  });

  const come = async () => {
    await resident.page.goto(`${stage.host.origin}/`);
    await map.locator('.pin').first().waitFor();
    await list.locator('.card').first().waitFor();
  };
  const button = (name: string) => map.getByRole('button', { name, exact: true });

  it('asks nobody but the endpoint before somebody wants more, under a strict policy', async () => {
    await come();
    const hosts = new Set(resident.requests.map(({ origin }) => origin));
    assert.deepEqual(hosts, new Set([stage.host.origin, stage.server.origin]));
    assert.deepEqual(tilesAsked(), []);
    await shows(map, `${buurt.name} op de kaart`);
    await shows(map, `${String(buurt.households)} huishoudens`);
  });

  for (const [first, waits] of [
    ['the borders', { boundaries: 300, places: 600 }],
    ['the places', { boundaries: 600, places: 300 }],
  ] as const)
    it(`moves nothing of the page while it comes, ${first} first`, async () => {
      stage.host.show('', '', {
        body: `<buurt-map-card endpoint="${stage.server.endpoint}" buurt="${buurt.code}"></buurt-map-card><footer>Tot ziens</footer>`,
      });
      await resident.page.addInitScript(() => {
        window.name = '';
        new PerformanceObserver((shifts) => {
          for (const each of shifts.getEntries()) {
            const { value, sources } = each as PerformanceEntry & {
              readonly value: number;
              readonly sources: readonly { readonly node: Node | null; readonly currentRect: DOMRect }[];
            };
            for (const { node, currentRect } of sources)
              window.name += `${String(node?.nodeName)} to ${String(currentRect.top)}: ${String(value)}. `;
          }
        }).observe({ type: 'layout-shift', buffered: true });
      });
      for (const [what, ms] of Object.entries(waits))
        await resident.page.route(new RegExp(`/${what}`), async (route) => {
          await pause(ms);
          await route.continue();
        });
      await resident.page.goto(`${stage.host.origin}/`);
      await map.locator('.pin').first().waitFor();
      await map.locator('.found', { hasText: 'initiatieven' }).waitFor();
      assert.equal(await resident.page.evaluate(() => window.name), '');
    });

  it('brings the map with streets on a click, and lets a resident move in it by keyboard', async () => {
    await come();
    await button(texts.explore).click();
    await map.locator('img.tile').first().waitFor();
    assert.ok(tilesAsked().length > 0);
    const names = await map
      .locator('.pin')
      .evaluateAll((pins) => pins.map((pin) => pin.getAttribute('aria-label')));
    await resident.page.keyboard.press('Enter');
    await map.locator('img.tile[src*="3857/16/"]').first().waitFor();
    await button(texts.exploring.whole).click();
    await button(texts.exploring.layers.standaard).click();
    await map.locator('img.tile[src*="/standaard/"]').first().waitFor();
    await button(texts.exploring.leave).click();
    await map.locator('img.tile').first().waitFor({ state: 'detached' });
    assert.deepEqual(
      await map.locator('.pin').evaluateAll((pins) => pins.map((pin) => pin.getAttribute('aria-label'))),
      names,
    );
  });

  it('comes nearer by two fingers, and leaves one finger to the page', async () => {
    await resident.leave();
    resident = await stage.resident({ viewport: { width: 320, height: 640 }, hasTouch: true });
    map = resident.page.locator('buurt-map-card');
    list = resident.page.locator('buurt-initiative-list');
    await come();
    await button(texts.explore).click();
    await map.locator('img.tile').first().waitFor();
    const { left, top } = await map.locator('.map').evaluate((drawing) => {
      drawing.scrollIntoView({ block: 'center' });
      return drawing.getBoundingClientRect().toJSON() as DOMRect;
    });
    const devtools = await resident.context.newCDPSession(resident.page);
    const touch = (
      type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel',
      ...points: readonly [number, number][]
    ) =>
      devtools.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: points.map(([x, y], id) => ({ x: left + x, y: top + y, id })),
      });
    const place = () => map.locator('.pin').first().getAttribute('style');
    const scrolled = () => resident.page.evaluate(() => scrollY);
    const [stood, before] = [await scrolled(), await place()];
    await touch('touchStart', [100, 100], [140, 140]);
    for (const far of [10, 20, 30, 40])
      await touch('touchMove', [100 - far, 100 - far], [140 + far, 140 + far]);
    // With "touchEnd" this browser tells of one finger only.
    await touch('touchCancel');
    await map.locator('img.tile[src*="3857/17/"]').first().waitFor();
    assert.equal(await scrolled(), stood);
    const nearby = await place();
    assert.notEqual(nearby, before);

    await touch('touchStart', [100, 140]);
    for (const far of [20, 40, 60, 80]) await touch('touchMove', [100, 140 - far]);
    await touch('touchEnd');
    await shows(map, texts.exploring.fingers);
    await resident.page.waitForFunction((from) => scrollY > from, stood);
    assert.equal(await place(), nearby);
  });

  it('keeps the drawing when the tiles do not come', async () => {
    await resident.page.route('**/demo/kaart/**', (route) => route.abort());
    await come();
    await button(texts.explore).click();
    await shows(map, texts.exploring.failed);
    assert.equal(await map.locator('.area').count(), 1);
  });

  it('keeps the drawing when the code of the map does not come', async () => {
    await resident.page.route('**/exploration-*', (route) => route.abort());
    await come();
    await button(texts.explore).click();
    await shows(map, texts.exploreFailed);
    assert.ok((await map.locator('.pin').count()) > 0);
  });

  it('follows the list, and the list follows the map', async () => {
    await come();
    const found = () => map.locator('.found').innerText();
    const before = await found();
    await list.locator('.fold').click();
    await list.locator('select#status').selectOption('done');
    await map.locator('.found', { hasText: ' van ' }).waitFor();
    assert.notEqual(await found(), before);
    await button(texts.all).click();
    await map.locator('.found', { hasText: before }).waitFor();
    await map.locator('.option', { hasText: texts.statuses.granted }).click();
    await resident.page.waitForURL((url) => url.searchParams.get('initiatieven-status') === 'granted');
    await list.locator('.status.granted').first().waitFor();
    assert.equal(await list.locator('.card .status:not(.granted)').count(), 0);
  });

  it('leads from a pin to the whole story, by keyboard alone', async () => {
    await come();
    const { keyboard } = resident.page;
    await map.locator('.pin[tabindex="0"]').focus();
    await keyboard.press('End');
    await keyboard.press('Enter');
    await map.locator('.pin-card').waitFor();
    for (let at = 0; at < 2; at++) await keyboard.press('Tab');
    await keyboard.press('Enter');
    await resident.page.getByRole('dialog').waitFor();
  });

  it('shows what a neighbour handed in and somebody published, where it is', async () => {
    const title = `Pluktuin ${String(Date.now())}`;
    await stage.publish(await stage.handIn({ title, place: buurtMiddle, theme: 'green' }));
    await come();
    await map.locator('summary').click();
    await map.locator('.marker', { hasText: title }).waitFor();
  });
});
