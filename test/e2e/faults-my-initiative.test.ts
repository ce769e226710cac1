import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { nl as core } from '../../packages/core/src/messages/core.messages.js';
import { nl as form } from '../../packages/my-initiative/src/maker-form.messages.js';
import { nl as texts } from '../../packages/my-initiative/src/my-initiative.messages.js';
import { FaultStage } from './fault-stage.js';
import { Resident, shows } from './resident.js';
import { handInAt } from './stage.js';

const readPath = /\/ideas\/[^/]+$/;
const textsPath = /\/texts$/;

/** What the fault matrix asks of the page of a maker, where it takes a real network: the rest is in the tests of the widget. */
describe('the maker of an idea on a bad day', () => {
  let stage: FaultStage;
  let resident: Resident;
  let page: Page;
  let mine: Locator;
  let link: string;

  const showPageOf = (endpoint: string) =>
    stage.host.show('', '', {
      body: `<h1>Onze buurt</h1><buurt-my-initiative endpoint="${endpoint}"></buurt-my-initiative>`,
    });

  before(async () => {
    stage = await FaultStage.open();
  });
  after(() => stage.close());
  beforeEach(async () => {
    stage.proxy.calm();
    stage.host.violations.length = 0;
    showPageOf(`${stage.proxy.origin}/v1`);
    const { id, ownerKey } = await handInAt(stage.server, { title: 'Bankje bij de brug' });
    link = `${stage.host.origin}/#mijn=${id}.${ownerKey}`;
    resident = await Resident.with(stage.browser, { viewport: { width: 390, height: 844 } });
    ({ page } = resident);
    mine = page.locator('buurt-my-initiative');
  });
  afterEach(async () => {
    assert.deepEqual([...resident.errors, ...resident.violations], []);
    await resident.leave();
  });

  const come = async () => {
    await page.goto(link);
    await mine.locator('.about').waitFor();
  };
  const fillIn = async (story: string) => {
    await mine.getByRole('button', { name: texts.changeTexts }).click();
    await mine.getByLabel(form.labels.story).fill(story);
  };
  const save = () => mine.getByRole('button', { name: form.submits.save }).click();
  const written = () => mine.getByLabel(form.labels.story).inputValue();

  it('6: an answer comes a byte a second, and what they wrote is there when they hear so in time', async () => {
    await page.clock.install();
    await come();
    await fillIn('Dan kan iedereen even zitten.');
    stage.proxy.always('POST', textsPath, { kind: 'drip', body: ' '.repeat(90), everyMs: 1000 });
    const begun = page.waitForResponse((response) => textsPath.test(response.url()));
    await save();
    await begun;
    await page.clock.fastForward(31_000);
    await shows(mine, core.failures.timeout);
    assert.equal(await written(), 'Dan kan iedereen even zitten.');
  });

  it('26: the code of a form does not come, and comes when they ask again', async () => {
    await page.route(/chunks\/.*maker-form/, (route) => route.abort());
    await come();
    await mine.getByRole('button', { name: texts.changeTexts }).click();
    await shows(mine, texts.partFailed);
    resident.errors.length = 0;
    await page.unroute(/chunks\/.*maker-form/);
    await mine.getByRole('button', { name: texts.retry }).click();
    await mine.getByLabel(form.labels.story).waitFor();
  });

  it('28: a server that does not allow the page says so, and tells the webmaster', async () => {
    const said = page.waitForEvent('console', (message) => message.text().includes('ALLOWED_ORIGINS'));
    stage.proxy.always('GET', readPath, { kind: 'no-cors' });
    await page.goto(link);
    await shows(mine, core.failures.unreachable, 20_000);
    assert.ok((await said).text().includes(stage.host.origin));
  });

  it('28: the policy of the page stops the call, and the webmaster hears what to mend', async () => {
    showPageOf('http://localhost:9/v1');
    const said = page.waitForEvent('console', (message) => message.text().includes('connect-src'));
    await page.goto(link);
    await shows(mine, core.failures.unreachable, 20_000);
    assert.ok((await said).text().includes('http://localhost:9'));
    assert.ok(resident.violations.splice(0).every((each) => each.startsWith('connect-src')));
  });

  it('30: without a server what they wrote stays, and is there once when it is back', async () => {
    await come();
    await fillIn('Dan kan iedereen even zitten.');
    await stage.server.kill();
    await save();
    await shows(mine, form.failed, 20_000);
    assert.equal(await written(), 'Dan kan iedereen even zitten.');
    await stage.server.start();
    await save();
    await shows(mine, texts.sent.texts);
    await shows(mine.locator('.story'), 'Dan kan iedereen even zitten.');
  });
});
