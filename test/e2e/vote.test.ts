import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, afterEach, before, describe, it } from 'node:test';
import { printCode } from '@buurt/domain/rounds/code.js';
import { ballotsOf } from '@buurt/pabulib/pb-round.js';
import { readPb } from '@buurt/pabulib/pb.js';
import { nl as results } from '../../packages/budget-vote/src/results/results.messages.js';
import { Household, minePath, ballotsPath, nl, VoteStage } from './vote-stage.js';

/** A vote from beginning to end, on the built files, on the page of a webmaster with a strict policy. */
describe('a household votes', () => {
  let stage: VoteStage;
  let household: Household;

  before(async () => (stage = await VoteStage.open()));
  afterEach(async () => {
    assert.deepEqual([...household.resident.violations, ...stage.host.violations], []);
    assert.deepEqual(household.resident.errors, []);
    assert.deepEqual(await stage.server.findings(stage.round.id), []);
    await household.resident.leave();
  });
  after(() => stage.close());

  const counted = async () => (await stage.counted(household))?.lines.map(({ proposalId }) => proposalId);

  it('chooses, checks, casts, sees its receipt, and changes its vote', async () => {
    household = await stage.householdAtCheck();
    await household.send();
    await household.counts();
    const receipt = (await stage.counted(household))?.receipt ?? '';
    const words = (await household.words()).replaceAll(' ', '');
    assert.ok(words.includes(receipt));
    await household.button(nl.cast.change).click();
    await household.add('Boom');
    await household.button(nl.choose.check).click();
    await household.send();
    await household.vote.locator('.state.changed').waitFor();
    assert.deepEqual(await counted(), ['bank', 'boom']);
    assert.equal((await stage.counted(household))?.version, 2);
  });

  it('votes with a keyboard alone', async () => {
    household = await stage.household({ viewport: { width: 1280, height: 800 } });
    const { resident } = household;
    await stage.visit(household);
    await household.button(nl.choose.check).waitFor();
    await resident.press(household.button(`${nl.add}: Boom`));
    await resident.press(household.button(nl.choose.check));
    await household.heading(nl.check.title).waitFor();
    assert.ok(await household.hasFocus('.screen-title'));
    await resident.typeIn(household.codeField, printCode(household.code));
    await household.vote.getByText(nl.code.good).waitFor();
    await resident.page.keyboard.press('Enter');
    await household.counts();
    assert.deepEqual(await counted(), ['boom']);
  });

  it('never loses what has the focus behind the bar, on a small phone', async () => {
    household = await stage.household({ viewport: { width: 320, height: 568 } });
    const { page } = household.resident;
    await stage.visit(household);
    await household.button(nl.choose.check).waitFor();
    const covered: string[] = [];
    for (let presses = 0; presses < 14; presses++) {
      await page.keyboard.press('Tab');
      covered.push(
        await household.vote.evaluate((vote) => {
          const root = vote.shadowRoot!;
          const focused = root.activeElement;
          if (!focused || focused.closest('.bar-box')) return '';
          const { left, top, width, height } = focused.getBoundingClientRect();
          const seen = root.elementFromPoint(left + width / 2, top + height / 2);
          return focused.contains(seen) || seen?.contains(focused) ? '' : (focused.textContent ?? '');
        }),
      );
    }
    assert.deepEqual(covered.filter(Boolean), []);
  });

  it('comes with the code of its letter in the address, which is gone before the first request', async () => {
    household = await stage.household({}, 'code="first"');
    await stage.visit(household, `/#code=${printCode(household.code)}`);
    await household.heading(nl.choose.title).waitFor();
    const { page, requests } = household.resident;
    assert.equal(new URL(page.url()).hash, '');
    assert.ok(requests.every(({ href }) => !href.includes(household.code)));
    await page.goBack().catch(() => undefined);
    assert.ok(!page.url().includes(household.code.slice(0, 4)));
    assert.equal(stage.proxy.seen('POST', minePath).length, 1);
  });

  it('leaves its code nowhere on the device', async () => {
    household = await stage.householdAtCheck();
    await household.send();
    await household.counts();
    const kept = (await household.resident.stored()).toUpperCase();
    assert.ok(!kept.includes(household.code) && !kept.includes(printCode(household.code)));
    assert.ok(!kept.includes('BANK'));
  });

  it('hears at once that it voted already, and takes its earlier vote over', async () => {
    household = await stage.household();
    await stage.castElsewhere(household, [{ proposalId: 'boom' }]);
    await stage.visit(household);
    await household.add('Bankje');
    await household.button(nl.choose.check).click();
    await household.codeField.fill(household.code);
    await household.heading(nl.earlier.title).waitFor();
    await household.button(nl.earlier.take).click();
    await household.heading(nl.choose.title).waitFor();
    assert.equal(await household.vote.locator('.card.chosen').count(), 1);
    await household.button(`${nl.remove}: Boom`).first().waitFor();
  });

  it('comes too late: the vote says so and nothing counts', async () => {
    household = await stage.householdAtCheck();
    await stage.endRound();
    await household.send();
    await household.vote.locator('.state.closed').waitFor();
    await household.vote.getByText('Bankje').first().waitFor();
    assert.equal(await counted(), undefined);
  });

  it('shares a device with two others at a helper, and nobody finds anything of another', async () => {
    household = await stage.household({}, 'helper');
    await stage.visit(household);
    const households = [
      household,
      new Household(household.resident, await stage.letter()),
      new Household(household.resident, await stage.letter()),
    ];
    const titles = ['Bankje', 'Boom', 'Tafel'];
    for (const [index, each] of households.entries()) {
      assert.equal(await each.vote.locator('.card.chosen').count(), 0);
      await each.toCheck(titles[index] as string);
      await each.send();
      await each.counts();
      assert.ok(!(await each.words()).includes(titles[index] as string));
      await each.button(nl.cast.next).click();
      await each.heading(nl.choose.title).waitFor();
    }
    const ballots = await Promise.all(households.map((each) => stage.counted(each)));
    assert.deepEqual(
      ballots.map((ballot) => [ballot?.channel, ballot?.lines.map(({ proposalId }) => proposalId)]),
      [
        ['assisted', ['bank']],
        ['assisted', ['boom']],
        ['assisted', ['tafel']],
      ],
    );
    assert.equal(await household.resident.stored(), '[{},{}]');
    assert.equal(stage.proxy.seen('POST', ballotsPath).length, 3);
  });

  it('hears that its letter was replaced while it stood before the button, and votes with the new one', async () => {
    household = await stage.householdAtCheck();
    const fresh = await stage.server.replace(stage.round.id, household.code);
    await household.send();
    await household.vote.getByText(nl.code.problems.replaced).waitFor();
    await household.shows('Bankje');
    await household.codeField.fill(fresh);
    await household.vote.getByText(nl.code.good).waitFor();
    await household.send();
    await household.counts();
    assert.equal((await stage.server.countedFor(stage.round.id, fresh))?.version, 1);
  });

  it('finds after closing who got what and why, its own receipt, and counts all votes again', async () => {
    household = await stage.householdAtCheck();
    await household.send();
    await household.counts();
    const { receipt } = (await stage.counted(household))!;
    await stage.endRound();
    await stage.visit(household);
    const { vote } = household;
    await vote.getByText(results.granted, { exact: true }).waitFor();
    await household.shows(results.turnout.count({ count: 1 }));
    await vote.getByText(results.read).first().click();
    await vote.getByText('Een plan van buren.').first().waitFor();
    await vote.getByText(results.counted).click();
    await vote.getByRole('button', { name: results.check.recount }).click();
    await vote.getByText(results.check.agrees({ count: 1 })).waitFor();
    const [file] = await Promise.all([
      household.resident.page.waitForEvent('download'),
      vote.getByRole('link', { name: results.check.download }).click(),
    ]);
    const election = readPb(await readFile(await file.path(), 'utf8'));
    assert.deepEqual(
      ballotsOf(election).map(({ lines }) => lines),
      [[{ proposalId: 'bank' }]],
    );
    await vote.getByLabel(results.receipt.label).fill(` ${receipt.toLowerCase()} `);
    await vote.getByRole('button', { name: results.receipt.search }).click();
    await vote.getByText(results.receipt.counted).waitFor();
  });
});
