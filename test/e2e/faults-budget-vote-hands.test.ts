import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { answer } from '../faults/fault.js';
import { ballotsPath, Household, nl, roundPath, VoteStage } from './vote-stage.js';

const refuse = (name: string) => `() => { throw new DOMException('No', '${name}'); }`;

/** Scripts that run before the page: what its storage is like. */
const storages = {
  blocked: `for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
    Object.defineProperty(window, name, { get: ${refuse('SecurityError')} });`,
  full: `Storage.prototype.setItem = ${refuse('QuotaExceededError')};`,
  corrupt: `const { getItem } = Storage.prototype;
    Storage.prototype.getItem = function (key) { return getItem.call(this, key) === null ? null : '{"saved":'; };`,
};

/** The column of the budget vote in the fault matrix: hands, tabs, clocks, storage, and rounds that make no sense. */
describe('a household with quick hands and an awkward device', () => {
  let stage: VoteStage;
  let household: Household;

  before(async () => (stage = await VoteStage.open()));
  afterEach(() => household.resident.leave());
  after(() => stage.close());

  async function isCountedOnce(): Promise<void> {
    assert.equal((await stage.counted(household))?.version, 1);
    assert.deepEqual(household.resident.errors, []);
  }

  it('18, 19: a round that makes no sense does not open a vote', async () => {
    household = await stage.household();
    const round = await stage.server.read(stage.round.id);
    const [first] = round.proposals;
    const nonsense = [
      '',
      '{"id":"ron',
      '<!doctype html>',
      'null',
      `\uFEFF${JSON.stringify(round).slice(0, 40)}`,
      '['.repeat(100_000),
      JSON.stringify({ ...round, proposals: [null] }),
      JSON.stringify({ ...round, proposals: [{ ...first, costCents: -1 }] }),
      JSON.stringify({ ...round, proposals: [{ ...first, costCents: 0.5 }] }),
      JSON.stringify({ ...round, proposals: [first, first] }),
    ];
    stage.proxy.next('GET', roundPath, ...nonsense.map((body) => answer(200, body)));
    await stage.visit(household);
    for (const body of nonsense) {
      await household.vote.getByText(nl.roundFailed).waitFor();
      assert.equal(await household.vote.locator('.card').count(), 0, body.slice(0, 80));
      const asked = household.resident.page.waitForResponse((response) => roundPath.test(response.url()));
      await household.button(nl.retry).click();
      await asked;
    }
    await household.button(nl.choose.check).waitFor();
  });

  for (const hours of [-30, 30])
    it(`21: a clock that is ${String(hours)} hours off decides nothing`, async () => {
      household = await stage.household();
      await household.resident.page.clock.install({ time: Date.now() + hours * 3_600_000 });
      await stage.visit(household);
      await household.vote.getByText('over 3 dagen').waitFor();
      await household.toCheck();
      await household.send();
      await household.counts();
      await isCountedOnce();
    });

  it('22: ten clicks make one vote', async () => {
    household = await stage.householdAtCheck();
    await household.vote.locator('[part~="send"]').evaluate((button: HTMLElement) => {
      for (let clicks = 0; clicks < 10; clicks++) button.click();
    });
    await household.counts();
    assert.equal(stage.proxy.seen('POST', ballotsPath).length, 1);
    await isCountedOnce();
  });

  it('22: Enter held down, and back and forward in the browser, make one vote', async () => {
    household = await stage.householdAtCheck();
    const { page } = household.resident;
    stage.proxy.next('POST', ballotsPath, { kind: 'lose-answer' });
    await page.evaluate(() => history.pushState({}, '', '#verder'));
    await household.codeField.focus();
    for (let repeats = 0; repeats < 15; repeats++) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await page.goBack();
    await page.goForward();
    await household.counts();
    await isCountedOnce();
  });

  it('23: two tabs with the same letter make one vote, and the second hears of the first', async () => {
    household = await stage.householdAtCheck();
    const page = await household.resident.context.newPage();
    await page.goto(`${stage.host.origin}/`);
    const other = new Household(household.resident, household.code, page);
    await other.toCheck('Boom');
    await household.send();
    await household.counts();
    await other.send();
    await other.vote.locator('.state.changed').waitFor();
    assert.equal((await stage.counted(household))?.version, 2);
  });

  it('23: the vote goes on when it is moved to another place of the page', async () => {
    household = await stage.householdAtCheck();
    stage.proxy.next('POST', ballotsPath, { kind: 'reset' });
    await household.vote.locator('[part~="send"]').evaluate((button: HTMLElement) => {
      button.click();
      document.body.append(document.createElement('hr'), document.querySelector('buurt-budget-vote')!);
    });
    await household.counts();
    await isCountedOnce();
  });

  for (const how of ['blocked', 'full', 'corrupt'] as const)
    it(`24: storage is ${how}, and the vote works`, async () => {
      household = await stage.household();
      await household.resident.context.addInitScript({ content: storages[how] });
      await stage.visit(household);
      await household.toCheck();
      await household.send();
      await household.counts();
      await isCountedOnce();
    });

  it('28: the server does not allow the page, and the webmaster reads what to mend', async () => {
    household = await stage.household();
    const said: string[] = [];
    household.resident.page.on('console', (message) => said.push(message.text()));
    stage.proxy.always('GET', roundPath, { kind: 'no-cors' });
    await stage.visit(household);
    await household.vote.getByText(nl.roundFailed).waitFor({ timeout: 40_000 });
    for (
      let looks = 0;
      looks < 100 && !said.some((each) => /CORS|ALLOWED_ORIGINS|origin/i.test(each));
      looks++
    )
      await household.resident.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
    assert.ok(
      said.some((each) => /CORS|ALLOWED_ORIGINS|origin/i.test(each)),
      said.join('\n'),
    );
  });

  it('29: a page that was frozen for half an hour asks again whether the vote is open', async () => {
    household = await stage.household();
    const { page } = household.resident;
    await page.clock.install();
    await stage.visit(household);
    await household.add('Bankje');
    await stage.endRound();
    await page.clock.fastForward(30 * 60_000);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
    await household.vote.locator('.state.closed').waitFor();
    await household.vote.getByText('Bankje').first().waitFor();
  });
});
