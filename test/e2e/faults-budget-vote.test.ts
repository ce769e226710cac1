import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { nl as core } from '../../packages/core/src/messages/core.messages.js';
import { answer, problem, type Fault } from '../faults/fault.js';
import { ballotsPath, minePath, nl, roundPath, VoteStage, type Household } from './vote-stage.js';

/** The column of the budget vote in the fault matrix, by its numbers: what the network and the server can do. */
describe('a household on a bad network votes', () => {
  let stage: VoteStage;
  let household: Household;

  before(async () => (stage = await VoteStage.open()));
  afterEach(() => household.resident.leave());
  after(() => stage.close());

  const offline = (is: boolean) => household.resident.context.setOffline(is);
  const tries = () => stage.proxy.seen('POST', ballotsPath);
  const keys = () => new Set(tries().map(({ headers }) => headers['idempotency-key']));

  async function isCountedOnce(): Promise<void> {
    assert.equal((await stage.counted(household))?.version, 1);
    assert.deepEqual(household.resident.errors, []);
  }

  /** What stands in the message, which has the focus. */
  async function told(withinMs = 15_000): Promise<string> {
    const message = household.vote.locator('.submit-error');
    await message.waitFor({ timeout: withinMs });
    assert.ok(await household.hasFocus('.submit-error'));
    return message.innerText();
  }

  /** It failed in words, the choice is still there, and goes on without a reload: once. */
  async function failsAndGoesOn(sentence: string | RegExp, withinMs?: number): Promise<void> {
    const words = await told(withinMs);
    assert.ok(typeof sentence === 'string' ? words.includes(sentence) : sentence.test(words), words);
    await household.shows('Bankje');
    stage.proxy.calm();
    await household.send();
    await household.counts();
    await isCountedOnce();
  }

  it('1: offline at the start, and the vote comes by itself when the network is back', async () => {
    household = await stage.household();
    stage.proxy.always('GET', roundPath, { kind: 'reset' });
    await stage.visit(household);
    await household.vote.getByText(nl.roundFailed).waitFor({ timeout: 40_000 });
    await offline(true);
    stage.proxy.calm();
    await offline(false);
    await household.button(nl.choose.check).waitFor();
  });

  it('2: offline while sending, the vote is not sent and does not go by itself', async () => {
    household = await stage.householdAtCheck();
    await offline(true);
    await household.send();
    assert.ok((await told()).includes(nl.failed.offline));
    await offline(false);
    assert.equal(tries().length, 0);
    await failsAndGoesOn(core.failures.offline);
  });

  it('3: the answer is lost after the server took the vote, and the receipt is that of the one vote', async () => {
    household = await stage.householdAtCheck();
    stage.proxy.next('POST', ballotsPath, { kind: 'lose-answer' });
    await household.send();
    await household.counts();
    assert.equal(tries().length, 2);
    assert.equal(keys().size, 1);
    await isCountedOnce();
    assert.equal(await household.vote.locator('.state.cast').count(), 1);
  });

  it('4: the connection breaks twice, and the third time is right', async () => {
    household = await stage.householdAtCheck();
    stage.proxy.next('POST', ballotsPath, { kind: 'reset' }, { kind: 'reset' });
    await household.send();
    await household.counts();
    assert.equal(tries().length, 3);
    await isCountedOnce();
  });

  for (const [nr, what, fault, ms] of [
    [5, 'nobody answers', { kind: 'silence' }, 11_000],
    [6, 'one byte a second comes', { kind: 'drip', body: ' '.repeat(90), everyMs: 1000 }, 31_000],
  ] as const)
    it(`${String(nr)}: ${what}, and the household hears so in time`, async () => {
      household = await stage.household();
      const { page } = household.resident;
      await page.clock.install();
      await stage.visit(household);
      await household.toCheck();
      stage.proxy.always('POST', ballotsPath, fault);
      const begun =
        fault.kind === 'drip'
          ? page.waitForResponse((response) => ballotsPath.test(response.url()))
          : page.waitForRequest((request) => ballotsPath.test(request.url()));
      await household.send();
      await begun;
      await page.clock.fastForward(ms);
      await failsAndGoesOn(core.failures.timeout);
    });

  const answers: readonly (readonly [string, Fault, string | RegExp])[] = [
    ['7: the server fails', problem(500), core.failures.server],
    [
      '8: the page of a proxy comes, of which nothing is shown',
      answer(500, '<h1>Bad gateway</h1>', { 'content-type': 'text/html' }),
      core.failures.server,
    ],
    [
      '10: the server asks to wait until a moment that is past',
      problem(429, {}, { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }),
      core.failures.busy,
    ],
    [
      '10: the server asks to wait for nonsense',
      problem(429, {}, { 'retry-after': 'straks' }),
      core.failures.busy,
    ],
    [
      '10: the server asks to wait an hour',
      problem(429, {}, { 'retry-after': '3600' }),
      /na (\d+ \S+ )?\d\d:\d\d/,
    ],
    ['13: the way is not there', problem(404), core.failures.gone],
    ['18: the answer is empty', answer(200), core.failures.unreadable],
    ['18: the answer is cut off', answer(200, '{"receipt":"4M7K'), core.failures.unreadable],
    ['18: the answer is null', answer(200, 'null'), core.failures.unreadable],
    ['18: the answer is nested without end', answer(200, '['.repeat(100_000)), core.failures.unreadable],
    ['19: the answer has another shape', answer(200, '{"receipt":7,"version":-1}'), core.failures.unreadable],
    ['20: the answer is a flood', { kind: 'flood', mebibytes: 20 }, core.failures.unreadable],
    [
      '20: the answer is a packed flood',
      { kind: 'flood', mebibytes: 20, gzip: true },
      core.failures.unreadable,
    ],
  ];
  it('7 to 20: whatever the answer is, the household hears what it means, keeps its choice and goes on', async () => {
    household = await stage.householdAtCheck();
    for (const [name, fault, sentence] of answers) {
      stage.proxy.next('POST', ballotsPath, fault);
      await household.send();
      await household.vote.locator('.submit-error', { hasText: sentence }).waitFor();
      const words = await told();
      assert.ok(!/gateway/i.test(words), name);
      await household.shows('Bankje');
      assert.equal(await stage.counted(household), undefined, name);
    }
    assert.equal(keys().size, 1);
    await household.send();
    await household.counts();
    await isCountedOnce();
  });

  it('9: the server asks to wait, and the vote waits', async () => {
    household = await stage.householdAtCheck();
    stage.proxy.next('POST', ballotsPath, problem(429, {}, { 'retry-after': '1' }));
    await household.send();
    await household.counts();
    const [first, second] = tries();
    assert.ok(second!.at - first!.at >= 900);
    await isCountedOnce();
  });

  it('11: problems stand together in words, and their summary has the focus', async () => {
    household = await stage.householdAtCheck();
    const errors = [{ pointer: '/lines', code: 'spend.max', limit: 100_000, actual: 300_000 }];
    stage.proxy.next('POST', ballotsPath, problem(400, { errors }));
    await household.send();
    await household.vote.locator('.error-summary').waitFor();
    assert.ok(await household.hasFocus('.error-summary'));
    assert.match(await household.words(), /€\s1\.000/);
    await household.send();
    await household.counts();
    await isCountedOnce();
  });

  it('12: an unknown or hostile pointer and markup in the detail are shown as text, and nothing runs', async () => {
    household = await stage.householdAtCheck();
    const markup = '<img src=x onerror=alert(1)><b>vet</b>';
    const errors = [
      { pointer: '/__proto__/constructor', code: 'required', detail: markup },
      { pointer: '/lines/99999', code: '<b>', detail: 'x'.repeat(10_000) },
      { pointer: { a: 1 }, code: null, detail: ['a'] },
    ];
    stage.proxy.next('POST', ballotsPath, problem(400, { detail: markup, errors }));
    await household.send();
    await household.vote.locator('.error-summary').waitFor();
    await household.shows(markup);
    assert.equal(await household.vote.locator('img[src="x"], script, .error-summary b').count(), 0);
    assert.deepEqual([...household.resident.violations, ...household.resident.errors], []);
  });

  for (const [status, type, words] of [
    [401, 'unauthorized', nl.code.problems.unknown],
    [403, 'code-unknown', nl.code.problems.unknown],
    [403, 'code-replaced', nl.code.problems.replaced],
  ] as const)
    it(`13: the server says ${String(status)} ${type}, and the code is cleared`, async () => {
      household = await stage.householdAtCheck();
      stage.proxy.next('POST', ballotsPath, problem(status, { type: `urn:buurt:problem:${type}` }));
      await household.send();
      await household.vote.getByText(words).waitFor();
      assert.ok(await household.hasFocus('#code'));
      assert.equal(await household.codeField.inputValue(), '');
      assert.equal(await stage.counted(household), undefined);
    });

  it('14: the server is still busy with it, and then done: one vote', async () => {
    household = await stage.householdAtCheck();
    stage.proxy.next('POST', ballotsPath, problem(409, { type: 'urn:buurt:problem:in-progress' }));
    await household.send();
    await household.counts();
    assert.equal(tries().length, 2);
    await isCountedOnce();
  });

  it('15: the round closed meanwhile, and the choice stays to be read', async () => {
    household = await stage.householdAtCheck();
    await stage.endRound();
    await household.send();
    await household.vote.locator('.state.closed').waitFor();
    await household.shows('Bankje');
    assert.equal(await stage.counted(household), undefined);
  });

  it('16: the vote was changed on another device, which is shown, and the household decides', async () => {
    household = await stage.householdAtCheck();
    await household.send();
    await household.counts();
    await household.button(nl.cast.change).click();
    await household.add('Boom');
    await household.button(nl.choose.check).click();
    await stage.castElsewhere(household, [{ proposalId: 'tafel' }]);
    await household.send();
    await household.heading(nl.earlier.elsewhere).waitFor();
    await household.vote.getByText('Tafel').first().waitFor();
    assert.deepEqual((await stage.counted(household))?.lines, [{ proposalId: 'tafel' }]);
    await household.send();
    await household.counts();
    assert.deepEqual((await stage.counted(household))?.lines, [
      { proposalId: 'bank' },
      { proposalId: 'boom' },
    ]);
  });

  it('the code could not be looked up, and the household votes all the same', async () => {
    household = await stage.household();
    stage.proxy.always('POST', minePath, problem(500));
    await stage.visit(household);
    await household.add('Bankje');
    await household.button(nl.choose.check).click();
    await household.codeField.fill(household.code);
    await household.vote.getByText(nl.code.unsure).waitFor();
    await household.send();
    await household.counts();
    await isCountedOnce();
  });
});
