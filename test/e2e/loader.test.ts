import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { chromiumArgs, chromiumPath, firefoxPath } from '../../.ci/browsers.mjs';
import { snippet } from '../../.ci/snippet.mjs';
import { DistServer } from './dist-server.js';

const engines = {
  Chromium: { executablePath: chromiumPath() as string, args: chromiumArgs },
  Firefox: { browser: 'firefox' as const, executablePath: firefoxPath() as string },
};
const builtJson = (name: string) => JSON.parse(readFileSync(`dist/1/${name}`, 'utf8'));
const strictPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html";

const head = '<link rel="stylesheet" href="/buurt.css"><script type="module" src="/buurt.js"></script>';
const form = '<buurt-idea-form endpoint="/v1" buurt="BU0363AA01"><p>Bel ons.</p></buurt-idea-form>';
const pageWith = (body: string, more = '') =>
  `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Buurt</title>${head}${more}<body>${body}`;

for (const [engine, launch] of Object.entries(engines))
  describe(`buurt.js in ${engine}`, () => {
    const server = new DistServer();
    let browser: Browser;
    let page: Page;
    let said: string[];

    before(async () => {
      await server.start();
      browser = await puppeteer.launch(launch);
    });
    after(async () => {
      await browser.close();
      server.stop();
    });
    beforeEach(async () => {
      page = await browser.newPage();
      said = [];
      page.on('console', (message) => {
        if (message.type() === 'error') said.push(message.text());
      });
    });
    afterEach(() => page.close());

    const open = async (html: string) => {
      server.reset(html);
      await page.goto(server.origin);
    };
    const isDefined = (tag: string) => page.waitForFunction((name) => customElements.get(name), {}, tag);
    const isReady = () =>
      page.waitForFunction(() =>
        document.querySelector('buurt-idea-form')?.shadowRoot?.querySelector('input, textarea'),
      );

    it('fetches only the widgets whose tags are on the page', async () => {
      await open(pageWith('<buurt-provider></buurt-provider>'));
      await isDefined('buurt-provider');
      assert.equal(server.requested('buurt-idea-form'), 0);
    });

    it('asks for the shared chunk at the same time as for the widget', async () => {
      await open(pageWith(form));
      await isReady();
      const order = server.requests.filter((path) => path.startsWith('/chunks/')).slice(0, 2);
      assert.deepEqual(order.map((path) => path.replace(/-[^-]*$/, '').slice(8, 14)).sort(), [
        'buurt-',
        'shared',
      ]);
    });

    it('picks up a tag that comes later', async () => {
      await open(pageWith('<main></main>'));
      await page.evaluate((html) => {
        const parsed = new DOMParser().parseFromString(html, 'text/html');
        document.querySelector('main')!.append(...parsed.body.childNodes);
      }, `<section><div>${form}</div></section>`);
      await isReady();
    });

    it('finds tags in open shadow roots: there before, attached later, of an element that is defined later', async () => {
      const inner =
        '<app-inner><template shadowrootmode="open"><buurt-provider></buurt-provider></template></app-inner>';
      const declared = `<app-early><template shadowrootmode="open">${inner}</template></app-early>`;
      await open(pageWith(`${declared}<app-root></app-root><app-shell></app-shell>`));
      await isDefined('buurt-provider');
      assert.equal(server.requested('buurt-initiative-list'), 0);
      await page.evaluate(() => {
        const root = document.querySelector('app-root')?.attachShadow({ mode: 'open' });
        const main = document.createElement('main');
        main.append(document.createElement('buurt-initiative-list'));
        setTimeout(() => root?.append(main), 10);
      });
      await isDefined('buurt-initiative-list');
      await page.evaluate(() => {
        customElements.define(
          'app-shell',
          class extends HTMLElement {
            connectedCallback(): void {
              const root = this.attachShadow({ mode: 'open' });
              queueMicrotask(() => {
                const div = document.createElement('div');
                div.dataset['buurtWidget'] = 'idea-form';
                root.append(document.createElement('buurt-map-card'), div);
              });
            }
          },
        );
      });
      await isDefined('buurt-map-card');
      await isDefined('buurt-idea-form');
      await page.waitForFunction(() =>
        document.querySelector('app-shell')?.shadowRoot?.querySelector('div > buurt-idea-form'),
      );
    });

    it('leaves a template alone, and picks up its clone', async () => {
      await open(pageWith(`<template>${form}</template>`));
      await page.waitForFunction(() => document.readyState === 'complete');
      assert.equal(server.requested('buurt-idea-form'), 0);
      await page.evaluate(() =>
        document.body.append(document.querySelector('template')!.content.cloneNode(true)),
      );
      await isReady();
    });

    it('does no harm when it is loaded twice, also as another copy', async () => {
      const again = '<script type="module" src="/buurt.js?another-copy"></script>';
      await open(pageWith(form, head + again));
      await isReady();
      const chunks = server.requests.filter((path) => path.startsWith('/chunks/'));
      assert.deepEqual(chunks, [...new Set(chunks)], 'a chunk was fetched twice');
      assert.deepEqual(said, []);
    });

    const div =
      '<div id="vak" data-buurt-widget="idea-form" data-endpoint="/v1" data-buurt="BU0363AA01" ' +
      'data-heading-level="3" data-onclick="alert(1)" data-style="position:fixed"><p>Bel ons.</p></div>';

    it('makes a widget of a div in a CMS that strips tags, also one that comes later, once with two loaders', async () => {
      await open(
        pageWith(
          `${div}<main></main>`,
          '<link rel="icon" href="data:,"><script type="module" src="/buurt.js?another"></script>',
        ),
      );
      await isReady();
      await page.evaluate(() => {
        const later = document.createElement('div');
        Object.assign(later.dataset, { buurtWidget: 'idea-form', endpoint: '/v1', buurt: 'BU0363AA01' });
        document.querySelector('main')!.append(later);
      });
      await page.waitForSelector('main buurt-idea-form');
      const made = await page.$$eval('#vak > *', (elements) =>
        elements.map((each) => [each.localName, each.textContent, ...each.getAttributeNames()]),
      );
      assert.deepEqual(made, [['buurt-idea-form', 'Bel ons.', 'endpoint', 'buurt', 'heading-level']]);
      assert.equal(server.requested('/chunks/divs'), 1);
      assert.deepEqual(said, []);
    });

    it('keeps the content of a div that names no widget, and tells the webmaster', async () => {
      await open(pageWith('<div data-buurt-widget="idee"><p>Bel ons.</p></div>'));
      await page.waitForSelector('div[data-not-loaded] > p');
      assert.match(said.join(), /no widget <buurt-idee>/);
    });

    it('does not fetch the part for divs when there is none', async () => {
      await open(pageWith(form));
      await isReady();
      assert.equal(server.requested('/chunks/divs'), 0);
    });

    it('leaves a tag alone that the page defined itself', async () => {
      const own = "customElements.define('buurt-idea-form', class extends HTMLElement {})";
      await open(pageWith(`<script>${own}</script>${form}<buurt-provider></buurt-provider>`));
      await isDefined('buurt-provider');
      assert.equal(server.requested('/chunks/buurt-idea-form'), 0);
    });

    it('keeps the content of the tag and tells the webmaster in words when the widget does not come', async () => {
      server.reset(pageWith(form));
      server.faults.set('/chunks/buurt-idea-form', Infinity);
      await page.goto(server.origin);
      await page.waitForSelector('buurt-idea-form[data-not-loaded]');
      const { height, shown } = await page.$eval('buurt-idea-form', (element) => ({
        height: element.clientHeight,
        shown: element.querySelector('p')!.checkVisibility(),
      }));
      assert.ok(shown);
      assert.ok(height < 100, `the reserved room is given back, yet it is ${String(height)} px high`);
      assert.match(said.join('\n'), /<buurt-idea-form> did not load.*script-src/s);
    });

    it('shows the words of the page after a failed answer, also when the server gives no code any more', async () => {
      server.reset(pageWith(form));
      server.fails = true;
      await page.goto(server.origin);
      await page.waitForFunction(() => {
        const widget = document.querySelector('buurt-idea-form');
        return (
          widget?.shadowRoot?.querySelector('slot:not([name])') &&
          widget.querySelector('p')?.checkVisibility()
        );
      });
    });

    // Firefox remembers as long as the page lives that an address answered with an error.
    if (engine === 'Chromium') {
      it('tries once more by itself when the server hiccups', async () => {
        server.reset(pageWith(form));
        server.faults.set('/chunks/buurt-idea-form', 1);
        await page.goto(server.origin);
        await isReady();
        assert.equal(await page.$('[data-not-loaded]'), null);
      });

      it('tries again when the same tag comes after a failure', async () => {
        server.reset(pageWith(form));
        server.faults.set('/chunks/buurt-idea-form', 2);
        await page.goto(server.origin);
        await page.waitForSelector('[data-not-loaded]');
        await page.evaluate(() => document.body.append(document.createElement('buurt-idea-form')));
        await isReady();
      });
    }

    it('fits the snippet: every hash is right and every preload is used', async () => {
      const { widgets } = builtJson('sizes.json');
      const lines = snippet(widgets, builtJson('sri.json'), `${server.origin}/`);
      await open(`<!doctype html><meta charset="utf-8"><title>Buurt</title>${lines}<body>${form}`);
      await isReady();
      assert.deepEqual(said, []);
      const paths = server.requests.filter((path) => /^\/(chunks|buurt)/.test(path));
      assert.equal(new Set(paths).size, paths.length, `fetched twice: ${paths.join(' ')}`);
    });

    it('runs under a strict Content-Security-Policy with Trusted Types', async () => {
      server.reset(pageWith(form));
      server.headers = { 'content-security-policy': strictPolicy };
      await page.goto(server.origin);
      await isReady();
      assert.deepEqual(said, []);
    });

    for (const width of [320, 390, 768, 1440])
      it(`reserves the room of the form, so that nothing jumps at ${String(width)} px`, async () => {
        const height = () =>
          page.$eval('buurt-idea-form', (element) => element.getBoundingClientRect().height);
        await page.setViewport({ width, height: 900 });
        server.reset(pageWith(form));
        server.faults.set('/chunks/', Infinity);
        await page.goto(server.origin, { waitUntil: 'domcontentloaded' });
        const reserved = await height();
        server.faults.clear();
        await page.goto(server.origin);
        await isReady();
        const final = await height();
        assert.ok(reserved >= final, `reserved ${String(reserved)} px, needed ${String(final)} px`);
        assert.ok(reserved <= final * 1.25, `reserved ${String(reserved)} px for only ${String(final)} px`);
      });
  });

describe('buurt.js without a network', () => {
  it('waits for the network and then goes on by itself', async () => {
    const server = new DistServer();
    await server.start();
    const browser = await puppeteer.launch(engines.Chromium);
    try {
      const page = await browser.newPage();
      server.reset(pageWith('<main></main>'));
      await page.goto(server.origin, { waitUntil: 'networkidle0' });
      const devtools = await page.createCDPSession();
      const network = (offline: boolean) =>
        devtools.send('Network.emulateNetworkConditions', {
          offline,
          latency: 0,
          downloadThroughput: -1,
          uploadThroughput: -1,
        });
      await network(true);
      await page.evaluate(() => document.body.append(document.createElement('buurt-idea-form')));
      await page.waitForFunction(() => !navigator.onLine);
      assert.equal(await page.$('[data-not-loaded]'), null);
      await network(false);
      await page.waitForFunction(() => customElements.get('buurt-idea-form'));
    } finally {
      await browser.close();
      server.stop();
    }
  });
});
