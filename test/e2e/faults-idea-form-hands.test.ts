import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { FaultStage, ideasPath, isSent, send, type Visitor } from './fault-stage.js';
import { IdeaForm } from './form.js';
import { nl } from './words.js';

/** After a reload: to the preview again; what identifies the resident and his consent are not kept. */
async function backToPreview({ form }: Visitor): Promise<void> {
  await form.heading(nl.steps.preview).or(form.heading(nl.steps.you)).waitFor();
  if (await form.heading(nl.steps.preview).isVisible()) return;
  await form.consent.check();
  await form.goOn('preview');
}

/** The column of the idea form in the fault matrix: hands that are too quick, tabs and pages that change. */
describe('a resident with quick hands and two tabs', () => {
  let stage: FaultStage;
  let visitor: Visitor;

  before(async () => (stage = await FaultStage.open()));
  afterEach(() => visitor.resident.leave());
  after(() => stage.close());

  async function sentOnce(): Promise<void> {
    await isSent(visitor);
    assert.equal(await stage.taken(visitor), 1);
    assert.deepEqual(visitor.resident.errors, []);
  }

  async function secondTab(): Promise<Visitor> {
    const page = await visitor.resident.context.newPage();
    await page.goto(`${stage.host.origin}/`);
    return { ...visitor, form: new IdeaForm(page) };
  }

  it('22: ten clicks make one idea', async () => {
    visitor = await stage.visitorAtPreview();
    const button = visitor.form.button(nl.preview.send);
    await button.evaluate((element: HTMLElement) => {
      for (let clicks = 0; clicks < 10; clicks++) element.click();
    });
    await sentOnce();
    assert.equal(stage.proxy.seen('POST', ideasPath).length, 1);
  });

  it('22: Enter held down makes one idea', async () => {
    visitor = await stage.visitorAtPreview();
    await visitor.form.button(nl.preview.send).focus();
    const { keyboard } = visitor.resident.page;
    for (let repeats = 0; repeats < 15; repeats++) await keyboard.down('Enter');
    await keyboard.up('Enter');
    await sentOnce();
  });

  it('22: going back and forward in the browser while it is sent makes one idea', async () => {
    visitor = await stage.visitorAtPreview();
    const { page } = visitor.resident;
    stage.proxy.next('POST', ideasPath, { kind: 'lose-answer' });
    await page.evaluate(() => history.pushState({}, '', '#verder'));
    await send(visitor);
    await page.goBack();
    await page.goForward();
    await sentOnce();
  });

  it('22: an idea that was on its way when the page was left is not taken twice', async () => {
    visitor = await stage.visitorAtPreview();
    const { page } = visitor.resident;
    stage.proxy.next('POST', ideasPath, { kind: 'lose-answer' });
    const gone = page.waitForRequest((request) => ideasPath.test(request.url()));
    await send(visitor);
    await gone;
    await page.reload();
    await backToPreview(visitor);
    await send(visitor);
    await sentOnce();
  });

  it('23: two tabs with the same draft make one idea', async () => {
    visitor = await stage.visitorAtPreview();
    const other = await secondTab();
    await backToPreview(other);
    await Promise.all([send(visitor), send(other)]);
    await Promise.all([isSent(visitor), isSent(other)]);
    assert.equal(await stage.taken(visitor), 1);
  });

  it('23: two tabs with an idea that waits send it once, and both say so', async () => {
    visitor = await stage.visitorAtPreview();
    const { form, resident } = visitor;
    await resident.context.setOffline(true);
    await send(visitor);
    await form.heading(nl.waiting.title).waitFor();
    stage.proxy.always('POST', ideasPath, { kind: 'reset' });
    await resident.context.setOffline(false);
    const other = await secondTab();
    await other.form.heading(nl.waiting.title).waitFor();
    stage.proxy.calm();
    await form.button(nl.waiting.now).click();
    await Promise.all([isSent(visitor, 20_000), isSent(other, 20_000)]);
    assert.equal(await stage.taken(visitor), 1);
  });

  it('23: the element is moved on the page while it sends: one idea, and the end page', async () => {
    visitor = await stage.visitorAtPreview();
    stage.proxy.next('POST', ideasPath, { kind: 'reset' }, { kind: 'reset' });
    await visitor.form.button(nl.preview.send).evaluate((button: HTMLElement) => {
      button.click();
      const main = document.body.appendChild(document.createElement('main'));
      main.append(document.querySelector('buurt-idea-form')!);
    });
    await sentOnce();
  });

  it('23: the element is taken away while it sends: nothing goes on behind the page', async () => {
    visitor = await stage.visitor();
    const { page } = visitor.resident;
    await page.clock.install();
    await visitor.resident.visit(stage.host);
    await visitor.form.fill({ title: visitor.title });
    stage.proxy.always('POST', ideasPath, { kind: 'reset' });
    const failed = page.waitForEvent('requestfailed', (request) => ideasPath.test(request.url()));
    await send(visitor);
    await failed;
    await page.evaluate(() => document.querySelector('buurt-idea-form')!.remove());
    const tries = stage.proxy.seen('POST', ideasPath).length;
    await page.clock.runFor(60_000);
    assert.equal(stage.proxy.seen('POST', ideasPath).length, tries);
    assert.deepEqual(visitor.resident.errors, []);
  });
});
