import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { demoBuurten } from '../../packages/demo-site/src/site/corporation.js';
import { nl as texts } from '../../packages/cashbook/src/cashbook.messages.js';
import { nl as core } from '../../packages/core/src/messages/core.messages.js';
import { FaultStage } from './fault-stage.js';
import { Resident, shows } from './resident.js';

const cashbookPath = /\/cashbook$/;
const earlier = texts.from({ time: '' }).slice(0, 22);
/** The one whose round is over. */
const divided = demoBuurten.find(({ code }) => code === 'BU9999AA02')!;

/** What the fault matrix asks of the cashbook, where it takes a real network: the rest is in the tests of the widget. */
describe('a neighbour who looks at the cashbook on a bad day', () => {
  let stage: FaultStage;
  let resident: Resident;
  let page: Page;
  let cashbook: Locator;

  const showCashbookOf = (endpoint: string) =>
    stage.host.show('', '', {
      body: `<h1>Onze buurt</h1><buurt-cashbook endpoint="${endpoint}" buurt="${divided.code}"></buurt-cashbook>`,
    });

  before(async () => {
    stage = await FaultStage.open();
  });
  after(() => stage.close());
  beforeEach(async () => {
    stage.proxy.calm();
    stage.host.violations.length = 0;
    showCashbookOf(`${stage.proxy.origin}/v1`);
    resident = await Resident.with(stage.browser, { viewport: { width: 390, height: 844 } });
    ({ page } = resident);
    cashbook = page.locator('buurt-cashbook');
  });
  afterEach(async () => {
    assert.deepEqual([...resident.errors, ...resident.violations], []);
    await resident.leave();
  });

  const amounts = () => cashbook.locator('.sum dd').allInnerTexts();
  const come = async (): Promise<readonly string[]> => {
    await page.goto(`${stage.host.origin}/`);
    await cashbook.locator('.sums').first().waitFor();
    return amounts();
  };

  it('6: of amounts that come a byte a second they see those of before, and hear so in time', async () => {
    await page.clock.install();
    const seen = await come();
    stage.proxy.always('GET', cashbookPath, { kind: 'drip', body: ' '.repeat(90), everyMs: 1000 });
    const begun = page.waitForResponse((response) => cashbookPath.test(response.url()));
    await page.reload();
    await begun;
    await shows(cashbook, earlier);
    await page.clock.fastForward(31_000);
    await shows(cashbook, core.failures.timeout);
    assert.deepEqual(await amounts(), seen);
  });

  it('28: a server that does not allow the page leaves what was seen, and tells the webmaster', async () => {
    const seen = await come();
    // Else a 304 lets the browser show what it was allowed to read before.
    const devtools = await resident.context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
    const said = page.waitForEvent('console', (message) => message.text().includes('ALLOWED_ORIGINS'));
    stage.proxy.always('GET', cashbookPath, { kind: 'no-cors' });
    await page.reload();
    await shows(cashbook, core.failures.unreachable, 20_000);
    assert.ok((await said).text().includes(stage.host.origin));
    assert.deepEqual(await amounts(), seen);
  });

  it('28: the policy of the page stops the call, and the webmaster hears what to mend', async () => {
    showCashbookOf('http://localhost:9/v1');
    const said = page.waitForEvent('console', (message) => message.text().includes('connect-src'));
    await page.goto(`${stage.host.origin}/`);
    await shows(cashbook, core.failures.unreachable, 20_000);
    assert.ok((await said).text().includes('http://localhost:9'));
    assert.ok(resident.violations.splice(0).every((each) => each.startsWith('connect-src')));
  });

  it('30: without a server they see what they saw, and go on when it is back', async () => {
    const seen = await come();
    await stage.server.kill();
    await page.reload();
    await shows(cashbook, core.failures.unreachable, 20_000);
    await shows(cashbook, earlier);
    assert.deepEqual(await amounts(), seen);
    await stage.server.start();
    await cashbook.getByRole('button', { name: texts.retry }).click();
    await cashbook.locator('[role=status]:not(:has(*))').waitFor({ state: 'attached' });
    assert.deepEqual(await amounts(), seen);
  });
});
