import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser, FrameLocator } from 'playwright-core';
import { launch, Resident } from './resident.js';
import { RunningServer } from './running-server.js';
import { buurt } from './stage.js';

/** A site of somebody else, on a host of its own, with something on its pages. */
class Site {
  html = '';
  readonly #server = createServer((_, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(
        `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Buurt</title><link rel="icon" href="data:,">${this.html}`,
      );
  }).listen(0, 'localhost');

  get origin(): string {
    return `http://localhost:${String((this.#server.address() as AddressInfo).port)}`;
  }

  async open(): Promise<this> {
    await once(this.#server, 'listening');
    return this;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

describe('a widget in a frame on the site of somebody else', () => {
  let site: Site;
  let stranger: Site;
  let server: RunningServer;
  let browser: Browser;
  let resident: Resident;

  before(async () => {
    [site, stranger] = await Promise.all([new Site().open(), new Site().open()]);
    server = await RunningServer.at({ FRAME_ORIGINS: site.origin });
    [browser] = await Promise.all([launch(), server.start()]);
  });
  after(async () => {
    await browser.close();
    site.close();
    stranger.close();
    await server.remove();
  });
  beforeEach(async () => {
    resident = await Resident.with(browser, { viewport: { width: 800, height: 700 } });
  });
  afterEach(async () => {
    assert.deepEqual([resident.errors, resident.violations], [[], []]);
    await resident.leave();
  });

  const frameOf = (widget: string, query = '') =>
    `<iframe src="${server.origin}/embed/${widget}?buurt=${buurt.code}${query}" title="Buurt" height="400"></iframe>`;
  const helper = () => `<script type="module" src="${server.origin}/dist/1/buurt-frame.js"></script>`;

  async function visit(widget: string, { query = '', address = '/' } = {}): Promise<FrameLocator> {
    site.html = `${helper()}<style>iframe { box-sizing: border-box; width: 600px }</style>
      <div style="height:300px"></div>${frameOf(widget, query)}<button>Verder</button>`;
    await resident.page.goto(site.origin + address);
    return resident.page.frameLocator('iframe');
  }

  const card = (frame: FrameLocator) => frame.locator('buurt-initiative-list .card');
  const heightOf = () => resident.page.locator('iframe').evaluate((iframe) => iframe.clientHeight);

  /** Waits until the frame is as high as what is in it. */
  async function fits(frame: FrameLocator): Promise<number> {
    const body = frame.locator('body');
    let [wanted, is] = [0, -1];
    for (const until = Date.now() + 5000; wanted !== is && Date.now() < until;) {
      wanted = await body.evaluate((each) => Math.ceil(each.getBoundingClientRect().height));
      is = await heightOf();
    }
    assert.equal(is, wanted);
    return is;
  }

  it('is as high as what it shows, in the colour of the site', async () => {
    const frame = await visit('initiative-list', { query: '&brand=%238c1d40' });
    await card(frame).first().waitFor();
    const all = await fits(frame);
    assert.ok(all > 800, `${String(all)} px`);
    assert.equal(
      await frame
        .locator('html')
        .evaluate((page) => getComputedStyle(page).getPropertyValue('--buurt-brand')),
      '#8c1d40',
    );
    await frame.getByRole('searchbox').fill('xqzxqz');
    await card(frame).first().waitFor({ state: 'detached' });
    assert.ok((await fits(frame)) < all);
  });

  it('shares the address of the page, and "back" undoes one step', async () => {
    const frame = await visit('initiative-list', { address: '/?pagina=2' });
    const { page } = resident;
    await card(frame).first().getByRole('link').first().click();
    await frame.getByRole('dialog').waitFor();
    await page.waitForURL(/initiatieven-open=/);
    assert.match(page.url(), /pagina=2/);
    await page.goBack();
    await frame.getByRole('dialog').waitFor({ state: 'detached' });
    assert.equal(page.url(), `${site.origin}/?pagina=2`);
  });

  it('opens what a link to the page says, and shows it where the visitor looks', async () => {
    const list = `${server.endpoint}/buurten/${buurt.code}/initiatives?limit=1`;
    const { initiatives } = (await (await fetch(list)).json()) as { initiatives: [{ id: string }] };
    const [{ id }] = initiatives;
    const frame = await visit('initiative-list', { address: `/?initiatieven-open=${id}` });
    await frame.getByRole('dialog').waitFor();
    await resident.page.evaluate(() => scrollTo(0, 900));
    const inView = (box: { y: number; height: number } | null) =>
      box !== null && box.y >= -1 && box.y + box.height <= 701;
    const boxOf = () => frame.getByRole('dialog').boundingBox();
    for (const until = Date.now() + 5000; !inView(await boxOf()) && Date.now() < until;);
    assert.ok(inView(await boxOf()), JSON.stringify(await boxOf()));
  });

  it('gives the code of a letter to the vote, and leaves it nowhere', async () => {
    const frame = await visit('budget-vote', {
      query: '&code=first',
      address: '/#deel=2&code=ABCD-EFGH-JKLM',
    });
    const { page } = resident;
    await page.waitForFunction(() => location.hash === '#deel=2');
    const code = frame.getByRole('textbox').first();
    for (const until = Date.now() + 5000; !(await code.inputValue()) && Date.now() < until;);
    assert.match(await code.inputValue(), /ABCD/);
    assert.equal(await frame.locator('html').evaluate(() => location.hash), '');
  });

  it('brings what has the focus into sight', async () => {
    const frame = await visit('initiative-list');
    await card(frame).first().waitFor();
    await fits(frame);
    const { page } = resident;
    await page.getByRole('button', { name: 'Verder' }).focus();
    await page.evaluate(() => scrollTo(0, 0));
    await page.keyboard.press('Shift+Tab');
    await page.waitForFunction(() => document.activeElement?.localName === 'iframe');
    await page.waitForFunction(() => scrollY > 200);
  });

  it('believes no window but its host, and no host believes another window', async () => {
    const frame = await visit('initiative-list');
    await card(frame).first().waitFor();
    const height = await fits(frame);
    await resident.page.evaluate((origin) => {
      const data = { buurt: 'height', height: 9000 };
      dispatchEvent(new MessageEvent('message', { data, origin, source: window }));
      const iframe = document.querySelector('iframe')!.contentWindow;
      dispatchEvent(new MessageEvent('message', { data, origin: 'https://evil.example', source: iframe }));
      const high = { buurt: 'height', height: 1e9 };
      dispatchEvent(new MessageEvent('message', { data: high, origin, source: iframe }));
      return new Promise((resolve) => {
        addEventListener('message', resolve, { once: true });
        postMessage(data, '*');
      }).then(() => undefined);
    }, server.origin);
    await frame.locator('html').evaluate(() => {
      const data = { buurt: 'host', search: 'initiatieven-zoek=kwaad', secret: '', top: 0, height: 100 };
      dispatchEvent(new MessageEvent('message', { data, origin: 'https://evil.example', source: parent }));
      return new Promise((resolve) => {
        addEventListener('message', resolve, { once: true });
        postMessage(data, '*');
      }).then(() => undefined);
    });
    assert.equal(await heightOf(), height);
    assert.ok(!(await frame.locator('html').evaluate(() => location.search)).includes('kwaad'));
  });

  it('works without the script on the page, with a bar to scroll', async () => {
    site.html = frameOf('map-card');
    await resident.page.goto(site.origin);
    await resident.page.frameLocator('iframe').locator('buurt-map-card .pin').first().waitFor();
    assert.equal(await heightOf(), 400);
  });

  it('can be read before its scripts are there, and without them', async () => {
    const list = `${server.endpoint}/buurten/${buurt.code}/initiatives?limit=12`;
    const { initiatives } = (await (await fetch(list)).json()) as { initiatives: { title: string }[] };
    const context = await browser.newContext({ javaScriptEnabled: false });
    for (const widget of ['initiative-list', 'map-card']) {
      const page = await context.newPage();
      await page.goto(`${server.origin}/embed/${widget}?buurt=${buurt.code}`);
      const titles = page.getByRole('heading', { level: 3 });
      assert.deepEqual(
        await titles.allInnerTexts(),
        initiatives.map(({ title }) => title),
      );
      assert.ok(await titles.first().isVisible());
    }
    await context.close();
  });

  it('is not shown by a site that the operator did not name', async () => {
    const { page } = resident;
    stranger.html = helper() + frameOf('idea-form');
    const refused = page.waitForEvent('console', (said) => /frame-ancestors/.test(said.text()));
    await page.goto(stranger.origin);
    await refused;
    assert.equal(await page.frameLocator('iframe').locator('buurt-idea-form').count(), 0);
  });

  it('refuses an address that would do more than say what to show', async () => {
    const bad = ['brand=red;}*{display:none', 'onclick=alert(1)', 'endpoint=https://evil.example', 'id=x'];
    for (const each of bad) {
      const [name = '', value = ''] = each.split('=');
      const query = new URLSearchParams([[name, value]]).toString();
      const answer = await fetch(`${server.origin}/embed/idea-form?${query}`);
      assert.equal(answer.status, 400, each);
      assert.match(answer.headers.get('content-type') ?? '', /problem\+json/);
      const style = await (await fetch(`${server.origin}/embed/look.css?${query}`)).text();
      assert.ok(!style.includes(value), style);
    }
    assert.equal((await fetch(`${server.origin}/embed/weather`)).status, 404);
  });
});
