import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { nl as core } from '../../packages/core/src/messages/core.messages.js';
import { answer, problem, type Fault } from '../faults/fault.js';
import {
  chooseFiles,
  FaultStage,
  ideasPath,
  isKept,
  isSent,
  photosPath,
  send,
  settingsPath,
  told,
  type Visitor,
} from './fault-stage.js';
import { telephonePhoto } from './photograph.js';
import { nl } from './words.js';

/** The column of the idea form in the fault matrix: what a server can answer. */
describe('a resident whose idea gets a strange answer', () => {
  let stage: FaultStage;
  let visitor: Visitor;

  before(async () => (stage = await FaultStage.open()));
  afterEach(() => visitor.resident.leave());
  after(() => stage.close());

  async function refusedWith(fault: Fault): Promise<string> {
    stage.proxy.next('POST', ideasPath, fault);
    await send(visitor);
    return told(visitor);
  }

  async function sendAgain(): Promise<void> {
    await send(visitor);
    await isSent(visitor);
    assert.equal(await stage.taken(visitor), 1);
    assert.deepEqual(visitor.resident.errors, []);
  }

  it('11: problems with pointers stand at their fields, and their summary has the focus', async () => {
    visitor = await stage.visitorAtPreview();
    const { form } = visitor;
    const words = await refusedWith(
      problem(400, { errors: [{ pointer: '/title', code: 'too-short', limit: 60, actual: 17 }] }),
    );
    assert.ok(words.includes(nl.fields.title.label));
    const title = form.field('title');
    assert.equal(await title.getAttribute('aria-invalid'), 'true');
    assert.equal(await title.inputValue(), visitor.title);
    await form.element.locator('.error-summary a').click();
    assert.ok(await title.evaluate((field) => field.matches(':focus')));
  });

  it('12: an unknown or hostile pointer and markup in the detail are shown as text, and nothing runs', async () => {
    visitor = await stage.visitorAtPreview();
    const { resident, form } = visitor;
    const markup = '<img src=x onerror=alert(1)><b>vet</b>';
    const words = await refusedWith(
      problem(400, {
        detail: markup,
        errors: [
          { pointer: '/__proto__/constructor', code: 'required', detail: markup },
          { pointer: '"><script>alert(1)</script>', code: '<b>', detail: 'x'.repeat(10_000) },
          { pointer: { a: 1 }, code: null, detail: ['a'] },
        ],
      }),
    );
    assert.ok(words.trim().length > 0 && words.length < 2000);
    assert.equal(await form.element.locator('img[src="x"], script, .error-summary b').count(), 0);
    assert.deepEqual([...resident.violations, ...resident.errors], []);
    assert.ok(await isKept(visitor));
    await sendAgain();
  });

  for (const [status, sentence] of [
    [401, core.failures.refused],
    [403, core.failures.refused],
    [404, core.failures.gone],
  ] as const)
    it(`13: the server says ${String(status)}, and the resident hears what that means`, async () => {
      visitor = await stage.visitorAtPreview();
      assert.ok((await refusedWith(problem(status))).includes(sentence));
      assert.ok(await isKept(visitor));
      await sendAgain();
    });

  it('14: the server is still busy with it, and then done: one idea', async () => {
    visitor = await stage.visitorAtPreview();
    stage.proxy.next('POST', ideasPath, problem(409, { type: 'https://example.org/problems/in-progress' }));
    await sendAgain();
    assert.equal(stage.proxy.seen('POST', ideasPath).length, 2);
  });

  it('15: the round closed meanwhile, and the resident hears so', async () => {
    visitor = await stage.visitorAtPreview();
    const words = await refusedWith(problem(409, { type: 'urn:buurt:problem:ended' }));
    assert.ok(words.includes(core.failures.conflict));
    assert.ok(await isKept(visitor));
  });

  for (const status of [413, 415])
    it(`17: the server says ${String(status)} to a photo: the photo goes out, the words stay`, async () => {
      visitor = await stage.visitor();
      const { form, resident } = visitor;
      await resident.visit(stage.host);
      await form.field('title').fill(visitor.title);
      await form.field('story').fill('Een plek om te zitten en elkaar te spreken.');
      await form.goTo('photos');
      await chooseFiles(visitor, await telephonePhoto('bankje.jpg', '#2f6d74'));
      await form.photoAlt(0).fill('Het water');
      await form.goOn('you');
      await form.consent.check();
      await form.goOn('preview');
      stage.proxy.always('POST', photosPath, problem(status));
      await send(visitor);
      const words = await told(visitor);
      assert.ok(words.includes('bankje.jpg') && words.includes(nl.failed.withoutPhotos));
      assert.ok(await isKept(visitor));
      stage.proxy.calm();
      await sendAgain();
    });

  const deep = '['.repeat(100_000) + ']'.repeat(100_000);
  for (const [what, body] of [
    ['empty', ''],
    ['cut off', '{"id":"a","reference":'],
    ['a page', '<!doctype html><h1>Hoi</h1>'],
    ['null', 'null'],
    ['begun with a byte order mark', '\ufeff{}'],
    ['nested 100,000 deep', deep],
    ['of another shape', '{"id":7,"reference":null}'],
  ] as const)
    it(`18: the answer is ${what}, and the resident hears that we do not understand it`, async () => {
      visitor = await stage.visitorAtPreview();
      assert.ok((await refusedWith(answer(201, body))).includes(core.failures.unreadable));
      assert.ok(await isKept(visitor));
      await sendAgain();
    });

  it('18: the settings cannot be read, and the form asks what any idea needs', async () => {
    visitor = await stage.visitor();
    stage.proxy.always('GET', settingsPath, answer(200, deep));
    await visitor.resident.visit(stage.host);
    await visitor.form.element.getByText(nl.defaults).waitFor();
    stage.proxy.calm();
    await visitor.form.fill({ title: visitor.title });
    await sendAgain();
  });

  for (const gzip of [false, true])
    it(`20: the answer is 20 MiB${gzip ? ', packed to almost nothing' : ''}, and is not read to its end`, async () => {
      visitor = await stage.visitorAtPreview();
      assert.ok(
        (await refusedWith({ kind: 'flood', mebibytes: 20, gzip })).includes(core.failures.unreadable),
      );
      assert.ok(await isKept(visitor));
      await sendAgain();
    });
});
