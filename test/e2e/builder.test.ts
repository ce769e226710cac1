import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { Browser, Locator } from 'playwright-core';
import { launch, Resident } from './resident.js';
import { RunningServer } from './running-server.js';

const titles: Readonly<Record<string, string>> = {
  'buurt-idea-form': 'Ideeën insturen',
  'buurt-budget-vote': 'Stemmen over geld',
  'buurt-initiative-list': 'Lijst van initiatieven',
  'buurt-map-card': 'De buurt op de kaart',
};

describe('a webmaster puts his lines together', () => {
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

  const linesUnder = (builder: Locator, title: RegExp) =>
    builder.getByRole('region', { name: title }).innerText();

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
      assert.match(lines.head, /integrity="sha384-/);
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
