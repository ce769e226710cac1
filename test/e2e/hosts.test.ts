import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { serveFolder } from '../../.ci/static-server.mjs';
import { differences, looksOf, tooWide, type Looks } from './host-looks.js';
import { launch, Resident } from './resident.js';
import { RunningServer } from './running-server.js';
import { buurt, handInAt } from './stage.js';

interface Host {
  /** The plain page that its widgets should look like, where that has other letters. */
  readonly like?: Host;
  /** Its widgets have another shape than on the plain page; they fit, and work. */
  readonly reshaped?: boolean;
  /** What stands before the scripts of the widgets. */
  readonly head?: string;
  readonly doctype?: string;
  readonly html?: string;
  /** What stands around the widgets. */
  readonly around?: (widgets: string) => string;
  /** What a visitor does before he sees them. */
  readonly reach?: (page: Page) => Promise<unknown>;
}

const script = (code: string) => `<script>${code}</script>`;
const style = (css: string) => `<style>${css}</style>`;

/** Sites as they are: old frameworks, resets, libraries that change what belongs to the browser. */
const hosts: Readonly<Record<string, Host>> = {
  'Bootstrap 3': {
    like: {
      head: style(
        'html { font-size: 10px } body { font: 14px "Helvetica Neue", Helvetica, Arial, sans-serif }',
      ),
    },
    head: '<link rel="stylesheet" href="/node_modules/bootstrap/dist/css/bootstrap.css">',
    around: (widgets) => `<div class="container-fluid" style="padding:0">${widgets}</div>`,
  },
  'a reset of everything': { head: style('* { all: unset } head, style, script, title { display: none }') },
  'a reset to the browser': { head: style('* { all: revert }') },
  'a stylesheet that shouts': {
    head: style(
      `body { letter-spacing: 3px; word-spacing: 4px; text-transform: uppercase; text-indent: 2em; font-style: italic;
        font-weight: 700; line-height: 3; text-align: right; text-shadow: 1px 1px red; white-space: pre; cursor: help;
        list-style: square; visibility: visible }
      div, p, ul, li, a, button, input, textarea, select, label, h2, h3 { margin: 9px !important; padding: 9px !important;
        float: left !important; color: red !important; font: italic 30px serif !important; border: 9px solid !important }`,
    ),
  },
  'a small root font': {
    head: style('html { font-size: 62.5% } body { font-size: 1.6rem }'),
  },
  'a library that extends what everybody has': {
    head: script(
      `Array.prototype.each = Array.prototype.forEach; Array.prototype.toArray = Array.prototype.slice;
      Array.from = function (list) { return list.toArray ? list.toArray() : [].slice.call(list); };
      Function.prototype.bind = function (self, ...first) { const act = this;
        return function (...rest) { return act.apply(self, [...first, ...rest]); }; };
      Element.prototype.remove = function () { this.parentNode.removeChild(this); return this; };
      Element.prototype.show = Element.prototype.hide = Element.prototype.update = function () { return this; };
      Number.prototype.toJSON = String.prototype.toJSON = function () { return this.valueOf(); };
      window.$ = window.$$ = window.Hash = window.Event.observe = window.Ajax = function () {};`,
    ),
  },
  'names that hide what a page has': {
    around: (
      widgets,
    ) => `<form name="body"><input name="children"><input name="attributes"><input name="id"></form>
      <img id="fetch" alt=""><img name="customElements" alt=""><a id="localStorage"></a><a id="JSON"></a>
      <img name="cookie" alt=""><img name="forms" alt=""><img name="location" alt="">
      <img name="currentScript" alt=""><img name="activeElement" alt=""><img name="head" alt=""><div id="widgets">${widgets}</div>`,
  },
  'another base for links': { head: '<base href="https://elders.example/diep/">' },
  'two copies of the script': { head: '{script}' },
  'no doctype': { doctype: '' },
  'words from right to left': { reshaped: true, html: 'lang="nl" dir="rtl"' },
  'a column of 280 pixels': {
    reshaped: true,
    around: (widgets) => `<div style="inline-size:280px">${widgets}</div>`,
  },
  'somebody who prints it': { reshaped: true, reach: (page) => page.emulateMedia({ media: 'print' }) },
  'a closed details': {
    around: (widgets) => `<details><summary>Doe mee</summary>${widgets}</details>`,
    reach: (page) => page.locator('summary', { hasText: 'Doe mee' }).click(),
  },
  'a dialog': {
    around: (widgets) =>
      `<button type="button" onclick="document.querySelector('dialog').showModal()">Open</button>
      <dialog style="inline-size:100vw;max-inline-size:100vw;max-block-size:100vh;margin:0;padding:0;border:0;scrollbar-width:none">${widgets}</dialog>`,
    reach: (page) => page.locator('button', { hasText: 'Open' }).first().click(),
  },
};

/** All widgets in the pages of webmasters who had other things in mind. */
describe('the widgets in a page from hell', () => {
  let server: RunningServer;
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serveFolder>>;
  let plain: Looks;
  /** The id of an idea, and the key of its maker. */
  let maker: string;
  const pages: Record<string, string> = {};

  const pageOf = ({
    head = '',
    doctype = '<!doctype html>',
    html = 'lang="nl"',
    around = (each) => each,
  }: Host) => {
    const { origin, endpoint } = server;
    const tag = `<script type="module" src="${origin}/dist/1/buurt.js"></script>`;
    const widget = (name: string, attributes = '') =>
      `<buurt-${name} endpoint="${endpoint}" buurt="${buurt.code}" ${attributes}><p>Bel ons.</p></buurt-${name}>`;
    const widgets = [
      widget('idea-form'),
      widget('budget-vote'),
      widget('initiative-list', 'page-size="4" history="off"'),
      widget('map-card', 'tiles="off"'),
      widget('cashbook', 'detail-href="#plan-{id}"'),
      widget('my-initiative'),
    ].join('');
    return `${doctype}<html ${html}><head><meta charset="utf-8"><title>Onze buurt</title>
      <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
      ${style('body { margin: 0; font: 16px/1.5 sans-serif }')}
      <link rel="stylesheet" href="${origin}/dist/1/buurt.css">${head.replace('{script}', `${tag.replace('buurt.js', 'buurt.js?twice')}`)}${tag}</head>
      <body>${around(widgets)}</body></html>`;
  };

  const enter = async (name: string, host: Host): Promise<Resident> => {
    const path = `/${encodeURIComponent(name)}`;
    pages[decodeURIComponent(path)] = pageOf(host);
    const resident = await Resident.with(browser, {
      viewport: { width: 768, height: 900 },
      reducedMotion: 'reduce',
    });
    // Else proposals come in another order to each visitor.
    await resident.page.addInitScript(() => {
      crypto.getRandomValues = (array) => {
        new Uint8Array(array.buffer).fill(7);
        return array;
      };
    });
    await resident.page.goto(`${site.origin}${path}#mijn=${maker}`);
    await host.reach?.(resident.page);
    await resident.page.locator('buurt-idea-form input, buurt-idea-form textarea').first().waitFor();
    await resident.page.locator('buurt-initiative-list .card').first().waitFor();
    await resident.page.locator('buurt-map-card .pin').first().waitFor();
    await resident.page.locator('buurt-cashbook .sums').first().waitFor();
    await resident.page.locator('buurt-my-initiative .about').waitFor();
    await resident.page.locator('buurt-budget-vote h3').first().waitFor();
    await resident.page.waitForLoadState('networkidle');
    return resident;
  };

  const looksOn = async (name: string, host: Host): Promise<Looks> => {
    const resident = await enter(name, host);
    const looks = await looksOf(resident.page);
    await resident.leave();
    return looks;
  };

  before(async () => {
    site = await serveFolder(fileURLToPath(new URL('../..', import.meta.url)), { pages });
    server = await RunningServer.at({ ALLOWED_ORIGINS: site.origin });
    await server.start();
    const { id, ownerKey } = await handInAt(server, {});
    maker = `${id}.${ownerKey}`;
    browser = await launch();
    plain = await looksOn('plain', {});
  });
  after(async () => {
    await browser.close();
    site.close();
    await server.remove();
  });

  for (const [name, host] of Object.entries(hosts))
    it(`look as they should with ${name}, and work`, async () => {
      const expected = host.like ? await looksOn(`like ${name}`, host.like) : plain;
      const resident = await enter(name, host);
      const { page } = resident;
      if (!host.reshaped) assert.deepEqual(differences(expected, await looksOf(page)), []);
      assert.deepEqual(await tooWide(page), []);
      const card = page.locator('buurt-initiative-list .card .title').first();
      const title = (await card.textContent())?.trim() ?? '';
      await card.click();
      await page.locator('buurt-initiative-list dialog[open]', { hasText: title }).waitFor();
      await page.keyboard.press('Escape');
      await page.locator('buurt-initiative-list .support').first().click();
      await page.locator('buurt-initiative-list .support[aria-pressed="true"]').first().waitFor();
      assert.deepEqual(resident.errors, []);
      await resident.leave();
    });
});
