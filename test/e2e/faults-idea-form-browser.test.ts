import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import sharp from 'sharp';
import { nl as core } from '../../packages/core/src/messages/core.messages.js';
import { nl as photos } from '../../packages/idea-form/src/photos/photos.messages.js';
import { nl as place } from '../../packages/idea-form/src/place/place.messages.js';
import {
  chooseFiles,
  FaultStage,
  ideasPath,
  isKept,
  isSent,
  send,
  told,
  type Visitor,
} from './fault-stage.js';
import { telephonePhoto } from './photograph.js';
import { nl } from './words.js';

const refuse = (name: string) => `() => { throw new DOMException('No', '${name}'); }`;

/** Scripts that run before the page: what its storage is like. */
const storages = {
  blocked: `for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
    Object.defineProperty(window, name, { get: ${refuse('SecurityError')} });`,
  full: `Storage.prototype.setItem = ${refuse('QuotaExceededError')};
    IDBObjectStore.prototype.put = ${refuse('QuotaExceededError')};`,
  corrupt: `const { getItem } = Storage.prototype;
    Storage.prototype.getItem = function (key) { return getItem.call(this, key) === null ? null : '{"saved":'; };`,
};

/** The column of the idea form in the fault matrix: what residents, devices and browsers do. */
describe('a resident on an awkward device', () => {
  let stage: FaultStage;
  let visitor: Visitor;

  before(async () => (stage = await FaultStage.open()));
  afterEach(() => visitor.resident.leave());
  after(() => stage.close());

  /** The form makes room for the words of the page. */
  async function formGoes({ form }: Visitor): Promise<void> {
    const field = form.element.locator('input, textarea').first();
    await field.waitFor();
    await field.waitFor({ state: 'detached', timeout: 20_000 });
    await form.element.getByText('Bel ons').waitFor();
  }

  async function sentOnce(): Promise<void> {
    await isSent(visitor);
    assert.equal(await stage.taken(visitor), 1);
    assert.deepEqual(visitor.resident.errors, []);
  }

  async function atStep(step: 'place' | 'photos', attributes = ''): Promise<void> {
    visitor = await stage.visitor({}, attributes);
    const { form, resident, title } = visitor;
    await resident.visit(stage.host);
    await form.field('title').fill(title);
    await form.field('story').fill('Een plek om te zitten en elkaar te spreken.');
    await form.goTo(step);
  }

  async function onToTheEnd(): Promise<void> {
    const { form } = visitor;
    while (!(await form.heading(nl.steps.you).isVisible())) {
      const before = await form.element.locator('.screen-title').innerText();
      await form.next.click();
      await form.element.locator('.screen-title', { hasNotText: before }).waitFor();
    }
    await form.consent.check();
    await form.goOn('preview');
    await send(visitor);
    await sentOnce();
  }

  for (const how of ['blocked', 'full', 'corrupt'] as const)
    it(`24: storage is ${how}, and the form works`, async () => {
      visitor = await stage.visitor();
      await visitor.resident.context.addInitScript({ content: storages[how] });
      await visitor.resident.visit(stage.host);
      await visitor.form.fill({ title: visitor.title });
      await send(visitor);
      await sentOnce();
    });

  it('25: of photos that cannot come along each has its own message, and the good one comes along', async () => {
    await atStep('photos');
    const good = await telephonePhoto('goed.jpg', '#2f6d74');
    const bomb = await sharp({ create: { width: 12_000, height: 9_000, channels: 3, background: '#fff' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    const heic = Buffer.from('000000186674797068656963000000006d69663168656963', 'hex');
    await chooseFiles(
      visitor,
      { name: 'leeg.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) },
      { name: 'af.jpg', mimeType: 'image/jpeg', buffer: good.buffer.subarray(0, good.buffer.length / 2) },
      { name: 'bom.png', mimeType: 'image/png', buffer: bomb },
      { name: 'telefoon.heic', mimeType: 'image/heic', buffer: heic },
      good,
    );
    const { form } = visitor;
    for (const message of [
      photos.trouble.empty({ name: 'leeg.jpg' }),
      photos.trouble['cut-off']({ name: 'af.jpg' }),
      photos.trouble['too-many-pixels']({ name: 'bom.png' }),
      photos.trouble.heic({ name: 'telefoon.heic' }),
    ])
      await form.element.getByText(message).first().waitFor();
    await form.photoAlt(0).fill('Het water');
    assert.equal(await form.photoAlt(1).count(), 0);
    await onToTheEnd();
  });

  it('25: five large photos on a slow network show how far they are, and all come along', async () => {
    await atStep('photos');
    const { form, resident } = visitor;
    const large = await sharp({
      create: {
        width: 3600,
        height: 2700,
        channels: 3,
        background: '#888',
        noise: { type: 'gaussian', mean: 128, sigma: 15 },
      },
    })
      .jpeg({ quality: 92 })
      .toBuffer();
    assert.ok(large.length > 4_000_000);
    const names = [1, 2, 3, 4, 5].map((nth) => `groot-${String(nth)}.jpg`);
    await chooseFiles(visitor, ...names.map((name) => ({ name, mimeType: 'image/jpeg', buffer: large })));
    await form.photoAlt(4).waitFor({ timeout: 60_000 });
    await form.goOn('you');
    await form.consent.check();
    await form.goOn('preview');
    const network = await resident.context.newCDPSession(resident.page);
    const slow = { offline: false, latency: 150, downloadThroughput: 100_000, uploadThroughput: 100_000 };
    await network.send('Network.emulateNetworkConditions', slow);
    await send(visitor);
    const fraction = () =>
      form.element
        .locator('progress')
        .first()
        .evaluate((bar: HTMLProgressElement) => bar.value)
        .catch(() => 0);
    const seen = new Set<number>();
    await waitFor(async () => {
      const value = await fraction();
      if (value > 0 && value < 1) seen.add(value);
      return seen.size > 1 || (await form.heading(nl.sent.title).isVisible());
    }, 60_000);
    assert.ok(seen.size > 1, 'the bar of the first photo moves');
    await isSent(visitor, 90_000);
    assert.equal(await stage.taken(visitor), 1);
  });

  it('26: the code of the map does not come, and can be asked for again', async () => {
    visitor = await stage.visitor();
    stage.proxy.always('GET', /place-picker/, { kind: 'reset' });
    const { form, resident, title } = visitor;
    await resident.visit(stage.host);
    await form.field('title').fill(title);
    await form.field('story').fill('Een plek om te zitten en elkaar te spreken.');
    await form.goOn('place');
    await form.element.getByText(nl.partFailed).waitFor();
    stage.proxy.calm();
    await form.button(nl.retry).click();
    await form.nowhere.check();
    await onToTheEnd();
  });

  it('26: the map does not come, and the place can be told in another way', async () => {
    visitor = await stage.visitor();
    stage.proxy.always('GET', /\/boundary$/, { kind: 'reset' });
    const { form, resident, title } = visitor;
    await resident.visit(stage.host);
    await form.field('title').fill(title);
    await form.field('story').fill('Een plek om te zitten en elkaar te spreken.');
    await form.goOn('place');
    await form.element.getByText(place.map.failed).waitFor({ timeout: 20_000 });
    await form.nowhere.check();
    await onToTheEnd();
  });

  it('27: the location is refused, and the place can be told in another way', async () => {
    await atStep('place');
    const { form } = visitor;
    await form.element.getByRole('button', { name: place.here.button }).click();
    await form.element
      .getByText(place.here.refused)
      .or(form.element.getByText(place.here.unavailable))
      .waitFor();
    await form.nowhere.check();
    await onToTheEnd();
  });

  it('28: the server does not allow the page: the resident hears something, the webmaster what to mend', async () => {
    visitor = await stage.visitorAtPreview();
    const console = consoleOf(visitor);
    stage.proxy.always('POST', ideasPath, { kind: 'no-cors' });
    stage.proxy.always('OPTIONS', ideasPath, { kind: 'no-cors' });
    await send(visitor);
    assert.ok((await told(visitor)).includes(core.failures.unreachable));
    assert.ok(await isKept(visitor));
    await waitFor(() => console.some((line) => line.includes('ALLOWED_ORIGINS')));
  });

  it('28: the policy of the page stops the call: the words of the page stand in the place of the form, and the webmaster hears what to mend', async () => {
    visitor = await stage.visitor();
    const policy = `<meta http-equiv="Content-Security-Policy" content="connect-src 'none'">`;
    stage.host.show('', undefined, { head: policy });
    const console = consoleOf(visitor);
    await visitor.resident.visit(stage.host);
    await formGoes(visitor);
    await waitFor(() => console.some((line) => line.includes(`${stage.proxy.origin} to connect-src`)));
  });

  it('28: the server does not allow the page to read: the words of the page stand in the place of the form, until it does', async () => {
    visitor = await stage.visitor();
    stage.proxy.always('GET', /^\/v1\//, { kind: 'no-cors' });
    await visitor.resident.visit(stage.host);
    await formGoes(visitor);
    stage.proxy.calm();
    await visitor.resident.page.evaluate(() => dispatchEvent(new Event('online')));
    await visitor.form.element.locator('input, textarea').first().waitFor();
  });

  it('28: a form that a resident has begun stays', async () => {
    visitor = await stage.visitor();
    stage.proxy.always('GET', /^\/v1\//, { kind: 'no-cors' });
    await visitor.resident.visit(stage.host);
    await visitor.form.element.locator('input, textarea').first().fill(visitor.title);
    // Two questions whether somebody is there, and one whether the network has come back.
    await waitFor(() => stage.proxy.seen('GET', /openapi/).length >= 3);
    await visitor.form.element.getByText(nl.defaults).waitFor();
    assert.equal(await visitor.form.element.locator('input, textarea').first().inputValue(), visitor.title);
  });

  it('29: the page was frozen for half an hour, and goes on where it was', async () => {
    visitor = await stage.visitor();
    const { form, resident } = visitor;
    await resident.page.clock.install();
    await resident.visit(stage.host);
    await form.fill({ title: visitor.title });
    await resident.page.clock.fastForward('30:00');
    assert.ok(await isKept(visitor));
    await send(visitor);
    await sentOnce();
  });

  it('30: the server is killed and started again: what was filled in is kept, and there is one idea', async () => {
    visitor = await stage.visitorAtPreview();
    await stage.server.kill();
    await send(visitor);
    assert.ok((await told(visitor)).includes(core.failures.unreachable));
    assert.ok(await isKept(visitor));
    await stage.server.start();
    await send(visitor);
    await sentOnce();
  });

  it('30: the server is killed right after it took the idea, and still has it once', async () => {
    visitor = await stage.visitorAtPreview();
    stage.proxy.next('POST', ideasPath, { kind: 'lose-answer' });
    const lost = visitor.resident.page.waitForEvent('requestfailed', (request) =>
      ideasPath.test(request.url()),
    );
    await send(visitor);
    await lost;
    await stage.server.restart();
    await isSent(visitor, 5000).catch(async () => {
      await told(visitor);
      await send(visitor);
    });
    await sentOnce();
  });
});

/** What the webmaster finds in the console, as it comes. */
function consoleOf({ resident }: Visitor): readonly string[] {
  const lines: string[] = [];
  resident.page.on('console', (message) => lines.push(message.text()));
  return lines;
}

async function waitFor(holds: () => boolean | Promise<boolean>, withinMs = 10_000): Promise<void> {
  const began = Date.now();
  while (!(await holds())) {
    if (Date.now() - began > withinMs) throw new Error('It did not come.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
