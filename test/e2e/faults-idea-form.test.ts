import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { nl as core } from '../../packages/core/src/messages/core.messages.js';
import { answer, problem } from '../faults/fault.js';
import {
  FaultStage,
  ideasPath,
  isKept,
  isSent,
  send,
  settingsPath,
  told,
  type Visitor,
} from './fault-stage.js';
import { nl } from './words.js';

/** The column of the idea form in the fault matrix, by its numbers: what the network and the server can do. */
describe('a resident on a bad network hands in an idea', () => {
  let stage: FaultStage;
  let visitor: Visitor;

  before(async () => (stage = await FaultStage.open()));
  afterEach(() => visitor.resident.leave());
  after(() => stage.close());

  const offline = (is: boolean) => visitor.resident.context.setOffline(is);
  const keys = () =>
    new Set(stage.proxy.seen('POST', ideasPath).map(({ headers }) => headers['idempotency-key']));

  /** It failed in words, the idea is still there, and goes on without a reload: once. */
  async function failsAndGoesOn(sentence: string | RegExp, withinMs?: number): Promise<void> {
    const words = await told(visitor, withinMs);
    assert.match(words, typeof sentence === 'string' ? new RegExp(`^[^]*${sentence}`) : sentence);
    assert.ok(words.includes(nl.failed.kept));
    assert.ok(await isKept(visitor));
    stage.proxy.calm();
    await send(visitor);
    await isSent(visitor);
    assert.equal(await stage.taken(visitor), 1);
    assert.deepEqual(visitor.resident.errors, []);
  }

  it('1: offline at the start, the form works with what it knows and goes on when the network is back', async () => {
    visitor = await stage.visitor();
    const { resident, form, title } = visitor;
    stage.proxy.always('GET', settingsPath, { kind: 'silence' });
    await resident.visit(stage.host);
    await offline(true);
    await form.field('title').fill(title);
    await form.field('story').fill('Een plek om te zitten en elkaar te spreken.');
    await form.next.click();
    stage.proxy.calm();
    await offline(false);
    assert.equal(await form.field('title').inputValue(), title);
    await form.goOn('place');
    await form.goOn('together');
    await form.goOn('photos');
    await form.goOn('you');
    await form.consent.check();
    await form.goOn('preview');
    await send(visitor);
    await isSent(visitor);
    assert.equal(await stage.taken(visitor), 1);
  });

  it('2: offline while sending, the idea waits and goes by itself when the network is back', async () => {
    visitor = await stage.visitorAtPreview();
    await offline(true);
    await send(visitor);
    await visitor.form.heading(nl.waiting.title).waitFor();
    assert.equal(await stage.taken(visitor), 0);
    await offline(false);
    await isSent(visitor);
    assert.equal(await stage.taken(visitor), 1);
  });

  it('2: an idea that waits is sent after a reload too', async () => {
    visitor = await stage.visitorAtPreview();
    const { form, resident } = visitor;
    stage.proxy.always('POST', ideasPath, { kind: 'reset' });
    await offline(true);
    await send(visitor);
    await form.heading(nl.waiting.title).waitFor();
    await offline(false);
    await resident.page.reload();
    await form.heading(nl.waiting.title).waitFor();
    stage.proxy.calm();
    await isSent(visitor);
    assert.equal(await stage.taken(visitor), 1);
  });

  it('3: the answer is lost after the server took the idea, and there is one idea', async () => {
    visitor = await stage.visitorAtPreview();
    stage.proxy.next('POST', ideasPath, { kind: 'lose-answer' });
    await send(visitor);
    await isSent(visitor);
    assert.equal(stage.proxy.seen('POST', ideasPath).length, 2);
    assert.equal(keys().size, 1);
    assert.equal(await stage.taken(visitor), 1);
  });

  it('4: the connection breaks twice, and the third time is right', async () => {
    visitor = await stage.visitorAtPreview();
    stage.proxy.next('POST', ideasPath, { kind: 'reset' }, { kind: 'reset' });
    await send(visitor);
    await isSent(visitor);
    assert.equal(stage.proxy.seen('POST', ideasPath).length, 3);
    assert.equal(await stage.taken(visitor), 1);
  });

  it('5: nobody answers, and the resident hears so within 11 seconds', async () => {
    visitor = await stage.visitorAtPreview();
    stage.proxy.always('POST', ideasPath, { kind: 'silence' });
    await send(visitor);
    await failsAndGoesOn(core.failures.timeout, 11_000);
  });

  it('6: one byte a second, and the resident hears so within 31 seconds', async () => {
    visitor = await stage.visitor();
    const { page } = visitor.resident;
    await page.clock.install();
    await visitor.resident.visit(stage.host);
    await visitor.form.fill({ title: visitor.title });
    const drip = { kind: 'drip', body: '{"id":"1234567890"}'.padEnd(60), everyMs: 1000 } as const;
    stage.proxy.always('POST', ideasPath, drip);
    const begun = page.waitForResponse((response) => ideasPath.test(response.url()));
    await send(visitor);
    await begun;
    await page.clock.fastForward(31_000);
    await failsAndGoesOn(core.failures.timeout);
  });

  it('7: the server fails', async () => {
    visitor = await stage.visitorAtPreview();
    stage.proxy.always('POST', ideasPath, problem(500));
    await send(visitor);
    await failsAndGoesOn(core.failures.server);
  });

  for (const status of [502, 503])
    it(`8: ${status} with the page of a proxy, of which nothing is shown`, async () => {
      visitor = await stage.visitorAtPreview();
      const html = '<html><h1>Bad gateway</h1><script>alert(1)</script>';
      stage.proxy.always('POST', ideasPath, answer(status, html, { 'content-type': 'text/html' }));
      await send(visitor);
      const words = await told(visitor);
      assert.ok(!/gateway|script/i.test(words));
      await failsAndGoesOn(core.failures.server);
    });

  it('9: the server asks to wait, and the form waits', async () => {
    visitor = await stage.visitorAtPreview();
    stage.proxy.next('POST', ideasPath, problem(429, {}, { 'retry-after': '2' }));
    await send(visitor);
    await visitor.form.heading(nl.sending.title).waitFor();
    await isSent(visitor);
    const [first, second] = stage.proxy.seen('POST', ideasPath);
    assert.ok(second!.at - first!.at >= 1900);
    assert.equal(await stage.taken(visitor), 1);
  });

  for (const [what, retryAfter, sentence] of [
    ['past', 'Wed, 21 Oct 2015 07:28:00 GMT', core.failures.busy],
    ['without sense', 'straks', core.failures.busy],
    ['in an hour', '3600', /na (\d+ \S+ )?\d\d:\d\d/],
  ] as const)
    it(`10: the server asks to wait until a moment that is ${what}, and the resident hears so`, async () => {
      visitor = await stage.visitorAtPreview();
      stage.proxy.always('POST', ideasPath, problem(429, {}, { 'retry-after': retryAfter }));
      await send(visitor);
      await failsAndGoesOn(sentence);
      assert.equal(stage.proxy.seen('POST', ideasPath).length, 1);
    });
});
