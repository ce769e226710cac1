import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Locator } from 'playwright-core';
import { launch, Resident } from './resident.js';
import { RunningServer } from './running-server.js';

const titles: Readonly<Record<string, string>> = {
  'buurt-idea-form': 'Ideeën insturen',
  'buurt-budget-vote': 'Stemmen over geld',
  'buurt-initiative-list': 'Lijst van initiatieven',
  'buurt-map-card': 'De buurt op de kaart',
  'buurt-cashbook': 'Kasboek van de buurt',
  'buurt-my-initiative': 'Mijn initiatief, voor wie een idee instuurde',
};

const linesUnder = (builder: Locator, title: RegExp) =>
  builder.getByRole('region', { name: title }).innerText();

describe('a webmaster puts their lines together', () => {
  let server: RunningServer;
  let browser: Browser;
  let html = '';
  let policy = '';
  const site = createServer((_, response) => {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      ...(policy ? { 'content-security-policy': policy } : {}),
    });
    response.end(html);
  }).listen(0, 'localhost');
  const origin = () => `http://localhost:${String((site.address() as AddressInfo).port)}`;

  before(async () => {
    if (!site.listening) await once(site, 'listening');
    server = await RunningServer.at({ ALLOWED_ORIGINS: origin(), FRAME_ORIGINS: origin() });
    [browser] = await Promise.all([launch(), server.start()]);
  });
  after(async () => {
    await browser.close();
    site.closeAllConnections();
    site.close();
    await server.remove();
  });

  /** What the page gives for a widget, with each of its options changed that has another choice. */
  async function linesFor(tag: string) {
    const resident = await Resident.with(browser);
    const { page } = resident;
    await page.goto(`${server.origin}/insluiten`);
    const builder = page.locator('buurt-embed-builder');
    await builder.getByLabel(titles[tag]!).check();
    await builder.getByText('Meer keuzes').click();
    await builder.getByLabel('heading-level').fill('3');
    await builder.getByLabel('heading-level').press('Tab');
    await builder.getByLabel('theme-preset').selectOption('light');
    await page.locator(tag).getByRole('heading', { level: 3 }).first().waitFor();
    const lines = {
      head: await linesUnder(builder, /In de <head>/),
      loadCheck: await linesUnder(builder, /Verschijnt er niets/),
      tag: await linesUnder(builder, /Waar de widget/),
      policy: await linesUnder(builder, /Content-Security-Policy/),
      div: await linesUnder(builder, /onbekende tags/),
      frame: await linesUnder(builder, /iframe/),
    };
    assert.deepEqual([resident.errors, resident.violations], [[], []]);
    await resident.leave();
    return lines;
  }

  /** Opens a page with these lines, on another host than the widgets. */
  async function visit(head: string, body: string): Promise<Resident> {
    html = `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Buurt</title>${head}</head><body>${body}</body></html>`;
    const resident = await Resident.with(browser);
    await resident.page.goto(origin());
    return resident;
  }

  for (const tag of Object.keys(titles))
    it(`and <${tag}> works with exactly those, and with exactly that policy`, async () => {
      const lines = await linesFor(tag);
      assert.doesNotMatch(lines.head, /integrity/);
      policy = `default-src 'none'; require-trusted-types-for 'script'; ${lines.policy.replaceAll('\n', ' ')}`;
      for (const body of [lines.tag, lines.div]) {
        const resident = await visit(lines.loadCheck + lines.head, body);
        const widget = resident.page.locator(tag);
        await widget.getByRole('heading', { level: 3 }).first().waitFor();
        assert.equal(await widget.getAttribute('theme-preset'), 'light');
        assert.deepEqual([resident.errors, resident.violations], [[], []]);
        await resident.leave();
      }
      policy = '';
      const framed = await visit('', lines.frame);
      const heading = framed.page.frameLocator('iframe').locator(tag).getByRole('heading', { level: 3 });
      await heading.first().waitFor();
      assert.deepEqual([framed.errors, framed.violations], [[], []]);
      await framed.leave();
    });
});

describe('a webmaster of a corporation that runs the server without the demo', () => {
  /** Where a proxy has this server, and this test does not. */
  const publicUrl = 'https://www.corporatie.nl/buurt';
  let plain: RunningServer;
  let named: RunningServer;
  let browser: Browser;

  before(async () => {
    [plain, named] = await Promise.all([
      RunningServer.at({ ALLOWED_ORIGINS: '*' }, 'server'),
      RunningServer.at({ PUBLIC_URL: publicUrl }, 'server'),
    ]);
    [browser] = await Promise.all([launch(), plain.start(), named.start()]);
  });
  after(async () => {
    await browser.close();
    await Promise.all([plain.remove(), named.remove()]);
  });

  const linesOf = (resident: Resident) => {
    const builder = resident.page.locator('buurt-embed-builder');
    const titles = [
      /In (de|the) <head>/,
      /Waar de widget|Where the widget/,
      /Policy/,
      /onbekende|unknown/,
      /iframe/,
    ];
    return Promise.all(titles.map((title) => linesUnder(builder, title)));
  };

  /** The heading of the widget that is shown: it is there, and works. */
  const preview = (resident: Resident, tag = 'buurt-idea-form') =>
    resident.page.locator(tag).getByRole('heading', { level: 2 }).first().waitFor();

  it('chooses one of the buurten of this server, sees the widget, and gets lines with its address', async () => {
    const resident = await Resident.with(browser);
    const { page } = resident;
    await page.goto(`${plain.origin}/insluiten`);
    await page
      .getByRole('combobox', { name: 'Buurt', exact: true })
      .selectOption({ label: 'Tuindorp (BU9999AA03)' });
    for (const [tag, title] of Object.entries(titles)) {
      await page.getByLabel(title).check();
      await preview(resident, tag);
    }
    const [head, tag] = await linesOf(resident);
    assert.match(head!, new RegExp(`src="${plain.origin}/dist/1/buurt\\.js">`));
    assert.match(tag!, new RegExp(`endpoint="${plain.origin}/v1" buurt="BU9999AA03"`));
    assert.deepEqual([resident.errors, resident.violations], [[], []]);
    await resident.leave();
  });

  it('gets the address that residents use, with its path, in each of the lines', async () => {
    const resident = await Resident.with(browser);
    const { page } = resident;
    await page.goto(`${named.origin}/insluiten?lang=en`);
    await preview(resident);
    const [head, tag, policy, div, frame] = await linesOf(resident);
    assert.match(head!, /href="https:\/\/www\.corporatie\.nl\/buurt\/dist\/1\/buurt\.css">/);
    for (const lines of [tag!, div!])
      assert.match(lines, /endpoint="https:\/\/www\.corporatie\.nl\/buurt\/v1"/);
    assert.match(policy!, /^script-src https:\/\/www\.corporatie\.nl;$/m);
    assert.match(policy!, /^connect-src https:\/\/www\.corporatie\.nl;$/m);
    assert.match(frame!, /src="https:\/\/www\.corporatie\.nl\/buurt\/embed\/idea-form\?/);
    assert.match(frame!, /src="https:\/\/www\.corporatie\.nl\/buurt\/dist\/1\/buurt-frame\.js"/);
    assert.deepEqual([resident.errors, resident.violations], [[], []]);
    await resident.leave();
  });

  it('comes with the keyboard alone from the builder to a guide and back, on the smallest telephone', async () => {
    const resident = await Resident.with(browser, { viewport: { width: 320, height: 640 } });
    const { page } = resident;
    await page.goto(`${plain.origin}/insluiten`);
    await preview(resident);
    const focused = page.locator(':focus').last();
    const tabTo = async (name: string) => {
      for (let presses = 0; presses < 60; presses++) {
        await page.keyboard.press('Tab');
        if ((await focused.textContent()) === name) return page.keyboard.press('Enter');
      }
      throw new Error(`Tab does not come to ${name}.`);
    };
    await tabTo('TYPO3 12 en 13');
    await page.waitForURL(`${plain.origin}/insluiten/typo3?lang=nl`);
    const isWide = () =>
      page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    assert.equal(await isWide(), false);
    await tabTo('Zet een widget in je site');
    await page.waitForURL(`${plain.origin}/insluiten?lang=nl`);
    assert.equal(await isWide(), false);
    assert.deepEqual([resident.errors, resident.violations], [[], []]);
    await resident.leave();
  });

  it('types the code as long as the server has no buurten', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'buurt-e2e-'));
    const empty = await RunningServer.in(folder, {}, 'server');
    await empty.start();
    const resident = await Resident.with(browser);
    await resident.page.goto(`${empty.origin}/insluiten`);
    const code = resident.page.getByLabel(/^Buurt/);
    await resident.page.getByText('Deze server heeft nog geen buurten.').waitFor();
    await code.fill('BU0363AA01');
    await code.press('Tab');
    await resident.page
      .locator('buurt-embed-builder')
      .getByRole('region', { name: 'Waar de widget' })
      .getByText('buurt="BU0363AA01"')
      .waitFor();
    assert.deepEqual([resident.errors, resident.violations], [[], []]);
    await resident.leave();
    await empty.remove();
  });
});
