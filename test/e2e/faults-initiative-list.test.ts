import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { nl as core } from '../../packages/core/src/messages/core.messages.js';
import { nl as list } from '../../packages/initiative-list/src/initiative-list.messages.js';
import { problem } from '../faults/fault.js';
import { FaultStage } from './fault-stage.js';
import { Resident, shows } from './resident.js';
import { buurt } from './stage.js';

const listPath = /\/initiatives\?/;
const supportPath = /\/supports\//;
const soon = list.from({ time: '' }).slice(0, 20);

/** The column of the list in the fault matrix, on the built bundle and the real server behind a bad network. */
describe('a neighbour who looks at the list on a bad day', () => {
  let stage: FaultStage;
  let resident: Resident;
  let page: Page;
  let widget: Locator;

  before(async () => {
    stage = await FaultStage.open();
    const tag = `<buurt-initiative-list endpoint="${stage.proxy.origin}/v1" buurt="${buurt.code}"></buurt-initiative-list>`;
    stage.host.show('', '', { body: `<h1>Onze buurt</h1>${tag}` });
  });
  after(() => stage.close());
  beforeEach(async () => {
    stage.proxy.calm();
    stage.host.violations.length = 0;
    resident = await Resident.with(stage.browser, { viewport: { width: 390, height: 844 } });
    ({ page } = resident);
    widget = page.locator('buurt-initiative-list');
  });
  afterEach(async () => {
    assert.deepEqual([...resident.errors, ...resident.violations], []);
    await resident.leave();
  });

  const come = async () => {
    await page.goto(`${stage.host.origin}/`);
    await widget.locator('.card').first().waitFor();
  };
  const cards = () => widget.locator('.card').count();
  const support = () => widget.locator('.support').first();
  const numberOf = async () => Number(await support().locator('.number').innerText());

  /** What the server counts for what stands first. */
  const counted = async (): Promise<number> => {
    const { initiatives } = await stage.server.read(`/buurten/${buurt.code}/initiatives`);
    return initiatives[0].supportCount;
  };

  it('6: of a list that comes a byte a second he sees the one of before, and hears so in time', async () => {
    await page.clock.install();
    await come();
    const seen = await cards();
    // A list of a few minutes ago is not called old.
    await page.clock.fastForward(6 * 60_000);
    stage.proxy.always('GET', listPath, { kind: 'drip', body: ' '.repeat(90), everyMs: 1000 });
    const begun = page.waitForResponse((response) => listPath.test(response.url()));
    await page.reload();
    await begun;
    await shows(widget, soon);
    assert.equal(await cards(), seen);
    await page.clock.fastForward(31_000);
    await shows(widget, core.failures.timeout);
    assert.equal(await cards(), seen);
    stage.proxy.calm();
    await widget.locator('.about-list button').click();
    await widget.locator('.about-list:not(:has(*))').waitFor({ state: 'attached' });
  });

  it('28: a server that does not allow the page leaves what was seen, and tells the webmaster', async () => {
    await come();
    const seen = await cards();
    // Else a 304 lets the browser show what it was allowed to read before.
    const devtools = await resident.context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
    const said = page.waitForEvent('console', (message) => message.text().includes('ALLOWED_ORIGINS'));
    stage.proxy.always('GET', listPath, { kind: 'no-cors' });
    await page.reload();
    await shows(widget, core.failures.unreachable, 20_000);
    assert.ok((await said).text().includes(stage.host.origin));
    assert.equal(await cards(), seen);
  });

  it('28: the policy of the page stops the call, and the webmaster hears what to mend', async () => {
    const elsewhere = 'http://localhost:9/v1';
    const tag = `<buurt-initiative-list endpoint="${elsewhere}" buurt="${buurt.code}"></buurt-initiative-list>`;
    const { content } = stage.host;
    stage.host.show('', '', { body: tag });
    const said = page.waitForEvent('console', (message) => message.text().includes('connect-src'));
    await page.goto(`${stage.host.origin}/`);
    await shows(widget, core.failures.unreachable, 20_000);
    assert.ok((await said).text().includes('http://localhost:9'));
    assert.ok(resident.violations.splice(0).every((each) => each.startsWith('connect-src')));
    stage.host.content = content;
  });

  it('3: support whose answer is lost counts once', async () => {
    await come();
    const before = await counted();
    stage.proxy.next('PUT', supportPath, { kind: 'lose-answer' });
    await support().click();
    await shows(widget, list.supported({ title: '' }).slice(0, 8));
    assert.equal(await numberOf(), before + 1);
    assert.equal(await counted(), before + 1);
    assert.equal(stage.proxy.seen('PUT', supportPath).length, 2);
  });

  it('2 and 15: support that does not arrive is taken back, with the reason', async () => {
    await come();
    const before = await counted();
    stage.proxy.next('PUT', supportPath, problem(409, { type: 'https://buurt.example/problems/ended' }));
    await support().click();
    await shows(widget, list.supportLost({ why: core.failures.conflict }));
    await resident.context.setOffline(true);
    await support().click();
    await shows(widget, list.supportLost({ why: core.failures.offline }));
    await resident.context.setOffline(false);
    assert.equal(await support().getAttribute('aria-pressed'), 'false');
    assert.deepEqual([await numberOf(), await counted()], [before, before]);
  });

  it('22: ten fast presses end where the last one left it', async () => {
    await come();
    const before = await counted();
    await support().evaluate((button) => {
      for (let press = 0; press < 11; press++) (button as HTMLElement).click();
    });
    await shows(widget, list.supported({ title: '' }).slice(0, 8));
    assert.equal(await numberOf(), before + 1);
    assert.equal(await counted(), before + 1);
  });

  it('1 and 30: without a server he sees what he saw, and the news when it is back', async () => {
    await come();
    const seen = await cards();
    await stage.server.kill();
    await page.reload();
    await shows(widget, core.failures.unreachable, 20_000);
    await shows(widget, soon);
    assert.equal(await cards(), seen);
    await stage.server.start();
    await widget.locator('.about-list button').click();
    await widget.locator('.about-list:not(:has(*))').waitFor({ state: 'attached' });
    assert.equal(await cards(), seen);
  });
});
