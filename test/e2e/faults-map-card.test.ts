import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { nl as core } from '../../packages/core/src/messages/core.messages.js';
import { nl as texts } from '../../packages/map-card/src/map-card.messages.js';
import { FaultStage } from './fault-stage.js';
import { Resident, shows } from './resident.js';
import { buurt } from './stage.js';

const placesPath = /\/places/;
const earlier = texts.from({ time: '' }).slice(0, 18);

/** What the fault matrix asks of the map, where it takes a real network: the rest is in the tests of the widget. */
describe('a neighbour who looks at the map on a bad day', () => {
  let stage: FaultStage;
  let resident: Resident;
  let page: Page;
  let map: Locator;

  const showMapOf = (endpoint: string) =>
    stage.host.show('', '', {
      body: `<h1>Onze buurt</h1><buurt-map-card endpoint="${endpoint}" buurt="${buurt.code}"></buurt-map-card>`,
    });

  before(async () => {
    stage = await FaultStage.open();
  });
  after(() => stage.close());
  beforeEach(async () => {
    stage.proxy.calm();
    stage.host.violations.length = 0;
    showMapOf(`${stage.proxy.origin}/v1`);
    resident = await Resident.with(stage.browser, { viewport: { width: 390, height: 844 } });
    ({ page } = resident);
    map = page.locator('buurt-map-card');
  });
  afterEach(async () => {
    assert.deepEqual([...resident.errors, ...resident.violations], []);
    await resident.leave();
  });

  const come = async (): Promise<number> => {
    await page.goto(`${stage.host.origin}/`);
    await map.locator('.pin').first().waitFor();
    return map.locator('.pin').count();
  };

  it('6: of places that come a byte a second he sees those of before, and hears so in time', async () => {
    await page.clock.install();
    const seen = await come();
    stage.proxy.always('GET', placesPath, { kind: 'drip', body: ' '.repeat(90), everyMs: 1000 });
    const begun = page.waitForResponse((response) => placesPath.test(response.url()));
    await page.reload();
    await begun;
    await shows(map, earlier);
    await page.clock.fastForward(31_000);
    await shows(map, core.failures.timeout);
    assert.equal(await map.locator('.pin').count(), seen);
  });

  it('28: a server that does not allow the page leaves what was seen, and tells the webmaster', async () => {
    const seen = await come();
    // Else a 304 lets the browser show what it was allowed to read before.
    const devtools = await resident.context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
    const said = page.waitForEvent('console', (message) => message.text().includes('ALLOWED_ORIGINS'));
    stage.proxy.always('GET', placesPath, { kind: 'no-cors' });
    await page.reload();
    await shows(map, core.failures.unreachable, 20_000);
    assert.ok((await said).text().includes(stage.host.origin));
    assert.equal(await map.locator('.pin').count(), seen);
  });

  it('28: the policy of the page stops the call, and the webmaster hears what to mend', async () => {
    showMapOf('http://localhost:9/v1');
    const said = page.waitForEvent('console', (message) => message.text().includes('connect-src'));
    await page.goto(`${stage.host.origin}/`);
    await shows(map, core.failures.unreachable, 20_000);
    assert.ok((await said).text().includes('http://localhost:9'));
    assert.ok(resident.violations.splice(0).every((each) => each.startsWith('connect-src')));
  });
});
