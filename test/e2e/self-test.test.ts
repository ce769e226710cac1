import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launch } from './resident.js';
import { RunningServer } from './running-server.js';
import { buurt } from './stage.js';

interface Case {
  readonly what: string;
  /** What the self-test must say is wrong, and nothing else. */
  readonly says: RegExp;
  readonly body?: string;
  readonly head?: string;
  readonly start?: string;
  readonly policy?: string;
  readonly origin?: string;
}

describe('the self-test of a page with widgets', () => {
  let server: RunningServer;
  let browser: Browser;
  const pages = new Map<string, { readonly html: string; readonly policy: string }>();
  const site = createServer(({ url = '' }, response) => {
    const { html, policy } = pages.get(url.split('?')[0] ?? '') ?? { html: '', policy: '' };
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (policy) response.setHeader('content-security-policy', policy);
    response.end(html);
  }).listen(0);
  /** Somebody else's server, which answers everything with a page. */
  const other = createServer((_, response) =>
    response
      .writeHead(200, { 'content-type': 'text/html', 'access-control-allow-origin': '*' })
      .end('<h1>Welkom</h1>'),
  ).listen(0, 'localhost');
  const portOf = (each: typeof site) => String((each.address() as AddressInfo).port);
  const siteOrigin = () => `http://localhost:${portOf(site)}`;

  before(async () => {
    for (const each of [site, other]) if (!each.listening) await once(each, 'listening');
    server = await RunningServer.at({ ALLOWED_ORIGINS: `*,${siteOrigin()}` });
    [browser] = await Promise.all([launch(), server.start()]);
  });
  after(async () => {
    await browser.close();
    for (const each of [site, other]) {
      each.closeAllConnections();
      each.close();
    }
    await server.remove();
  });

  const list = (attributes: string, inside = '') =>
    `<buurt-initiative-list ${attributes}>${inside}</buurt-initiative-list>`;
  const right = () => list(`endpoint="${server.endpoint}" buurt="${buurt.code}"`);

  const htmlOf = ({ body = right(), head = '', start = '<!doctype html>' }: Omit<Case, 'what' | 'says'>) =>
    `${start}<html lang="nl"><head><meta charset="utf-8"><title>Buurt</title>
      <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
      <link rel="stylesheet" href="${server.origin}/dist/1/buurt.css">
      <script type="module" src="${server.origin}/dist/1/buurt.js"></script>${head}</head><body>${body}</body></html>`;

  /** What the report says does not work, or can be better. */
  async function report(each: Omit<Case, 'what' | 'says'>, search = '?buurt-check') {
    const path = `/${String(pages.size)}`;
    pages.set(path, { html: htmlOf(each), policy: each.policy ?? '' });
    const tab = await browser.newPage();
    const said: string[] = [];
    tab.on('console', (message) => said.push(message.text()));
    await tab.goto((each.origin ?? siteOrigin()) + path + search);
    const region = tab.locator('[data-buurt-report] section');
    await region.locator('details').waitFor();
    const bad = await region.locator(':scope > ul > li').allInnerTexts();
    const inConsole = said.find((text) => text.startsWith('Zelftest'));
    await tab.close();
    return { bad: bad.map((text) => text.replaceAll('\n', ' ')), inConsole };
  }

  const policy = (parts: Record<string, string>) =>
    Object.entries({
      'default-src': "'none'",
      'script-src': server.origin,
      'style-src': server.origin,
      'connect-src': server.origin,
      'img-src': `blob: data: ${server.origin}`,
      ...parts,
    })
      .map(([name, value]) => `${name} ${value}`)
      .join('; ');

  it('finds nothing wrong on a page that is right, also under a strict policy', async () => {
    const strict = { 'require-trusted-types-for': "'script'", 'trusted-types': 'lit-html' };
    const { bad, inConsole } = await report({ policy: policy(strict) });
    assert.deepEqual(bad, []);
    assert.match(inConsole ?? '', /Alles werkt/);
  });

  it('finds widgets in open shadow roots', async () => {
    const inside = list(`endpoint="${server.endpoint}" buurt="${buurt.code}" pagesize="4"`);
    const { bad } = await report({
      body: `<app-shell><template shadowrootmode="open">${inside}</template></app-shell>`,
    });
    assert.equal(bad.length, 1);
    assert.match(bad[0] ?? '', /kent het attribuut pagesize niet/);
  });

  const cases = (): readonly Case[] => [
    { what: 'a missing endpoint', body: list(`buurt="${buurt.code}"`), says: /zet het adres van de server/ },
    {
      what: 'a buurt that the server does not know',
      body: list(`endpoint="${server.endpoint}" buurt="BU99999999"`),
      says: /kent buurt BU99999999 niet.*import-buurten/,
    },
    {
      what: 'a server that is not there',
      body: list(`endpoint="http://localhost:9/v1" buurt="${buurt.code}"`),
      says: /Niemand antwoordt op http:\/\/localhost:9\/v1/,
    },
    {
      what: 'an address where something else is',
      body: list(`endpoint="http://localhost:${portOf(other)}" buurt="${buurt.code}"`),
      says: /staat iets anders dan onze server/,
    },
    {
      what: 'a server that lets the page read and not send',
      origin: `http://another.localhost:${portOf(site)}`,
      says: /wel lezen, maar niet insturen/,
    },
    {
      what: 'a policy without the endpoint',
      policy: policy({ 'connect-src': "'none'" }),
      says: /Voeg http:\/\/.+ toe aan connect-src/,
    },
    {
      what: 'a policy without the photos of the server',
      policy: policy({ 'img-src': 'blob: data:' }),
      says: /Foto’s van de server blijven weg.*img-src/,
    },
    {
      what: 'a policy without previews',
      policy: policy({ 'img-src': `data: ${server.origin}` }),
      says: /Voeg blob: toe aan img-src/,
    },
    {
      what: 'a policy that lets no widget start',
      policy: policy({ 'require-trusted-types-for': "'script'", 'trusted-types': "'none'" }),
      says: /trusted-types lit-html/,
    },
    {
      what: 'a tag that does not exist',
      body: `<buurt-ideas></buurt-ideas>`,
      says: /<buurt-ideas> bestaat niet/,
    },
    {
      what: 'an attribute that does not exist',
      body: list(`endpoint="${server.endpoint}" buurt="${buurt.code}" pagesize="4"`),
      says: /kent het attribuut pagesize niet/,
    },
    {
      what: 'texts that are no JSON',
      body: list(
        `endpoint="${server.endpoint}" buurt="${buurt.code}"`,
        '<script type="application/json" data-texts>{ heading: 1 }</script>',
      ),
      says: /geen goede JSON/,
    },
    ...written(),
    { what: 'a page in quirks mode', start: '', says: /<!doctype html>/ },
    { what: 'a page without a widget', body: '<p>Leeg</p>', says: /Er staat geen widget/ },
  ];

  const here = (more: string) => `endpoint="${server.endpoint}" buurt="${buurt.code}" ${more}`;
  const withTexts = (json: string) =>
    list(here(''), `<script type="application/json" data-texts>${json}</script>`);
  const written = (): readonly Case[] => [
    {
      what: 'a round that is no id',
      body: `<buurt-budget-vote ${here('round="2026"')}></buurt-budget-vote>`,
      says: /De stemronde "2026" bestaat niet\. Laat round weg/,
    },
    {
      what: 'a word that an attribute does not take',
      body: list(here('layout="grid"')),
      says: /kent layout="grid" niet\. Kies uit: cards, rows/,
    },
    {
      what: 'a level of heading that is none',
      body: list(here('heading-level="nine"')),
      says: /kent heading-level="nine" niet/,
    },
    {
      what: 'a number that is none',
      body: list(here('page-size="many"')),
      says: /moet page-size een getal zijn/,
    },
    {
      what: 'a text that does not exist',
      body: withTexts('{ "titel": "x" }'),
      says: /geen tekst met de naam titel/,
    },
    {
      what: 'a text in a group',
      body: withTexts('{ "filter": { "serch": "x" } }'),
      says: /naam filter\.serch/,
    },
    { what: 'a number for a text', body: withTexts('{ "title": 5 }'), says: /moet title een tekst zijn/ },
    { what: 'a text for a group', body: withTexts('{ "filter": "x" }'), says: /filter een groep/ },
    { what: 'a list of texts', body: withTexts('["x"]'), says: /tussen accolades/ },
    {
      what: 'a tag that closes itself',
      body: `<buurt-initiative-list ${here('')} /><footer>Bel ons</footer>`,
      says: /Sluit de tag met <\/buurt-initiative-list>/,
    },
    {
      what: 'a div with a word that an attribute does not take',
      body: `<div data-buurt-widget="idea-form" data-endpoint="${server.endpoint}" data-buurt="${buurt.code}" data-draft="none"></div>`,
      says: /kent draft="none" niet\. Kies uit: local, session, off/,
    },
    {
      what: 'a round that the server does not know',
      body: `<buurt-budget-vote ${here('round="00000000-0000-4000-8000-000000000000"')}></buurt-budget-vote>`,
      says: /De stemronde "00000000-0000-4000-8000-000000000000" bestaat niet/,
    },
    {
      what: 'an order that does not exist',
      body: list(here('sort="newest"')),
      says: /kent sort="newest" niet\. Kies uit: new, support, help, news, random/,
    },
    {
      what: 'a status that does not exist',
      body: list(here('status="granted underwy"')),
      says: /kent status="granted underwy" niet/,
    },
    {
      what: 'a text in a part that comes later',
      body: withTexts('{ "detail": { "clse": "x" } }'),
      says: /naam detail\.clse/,
    },
    {
      what: 'an endpoint under a path where nothing is',
      body: list(`endpoint="${server.origin}/api/v1" buurt="${buurt.code}"`),
      says: /staat iets anders dan onze server/,
    },
    {
      what: 'an endpoint without its version',
      body: list(`endpoint="${server.origin}" buurt="${buurt.code}"`),
      says: /eindigt meestal op \/v1/,
    },
  ];

  it('forgives spaces around values, as the widgets do', async () => {
    const around = `endpoint=" ${server.endpoint} " buurt=" ${buurt.code} "`;
    const { bad } = await report({
      body:
        list(
          `${around} layout=" rows " sort="news " page-size=" 4 " theme-preset=" light " heading-level=" 3 "`,
        ) + `<buurt-budget-vote ${around} code=" first"></buurt-budget-vote>`,
    });
    assert.deepEqual(bad, []);
  });

  it('finds nothing wrong in a div, a code with spaces and texts that exist', async () => {
    const [inDiv, spaced] = await Promise.all([
      report({
        body: `<div data-buurt-widget="initiative-list" data-endpoint="${server.endpoint}" data-buurt="${buurt.code}"></div>`,
      }),
      report({ body: list(`endpoint="${server.endpoint}" buurt=" ${buurt.code} "`) }),
    ]);
    const texts =
      '{ "title": "x", "filter": { "search": "y" }, "detail": { "close": "z" }, "found": "{count}" }';
    const { bad } = await report({ body: withTexts(texts) });
    assert.deepEqual([inDiv.bad, spaced.bad, bad], [[], [], []]);
  });

  it('finds nothing wrong with a cashbook, and says what is when that has a slip', async () => {
    const cashbook = (attributes: string) =>
      `<buurt-cashbook endpoint="${server.endpoint}" buurt="${buurt.code}" ${attributes}></buurt-cashbook>`;
    assert.deepEqual((await report({ body: cashbook('detail-href="/initiatief/{id}"') })).bad, []);
    const { bad } = await report({ body: cashbook('detail-hef="/initiatief/{id}"') });
    assert.equal(bad.length, 1);
    assert.match(bad[0] ?? '', /detail-hef/);
  });

  it('asks for no buurt for the page of a maker, and says what is wrong when that has a slip', async () => {
    const mine = (attributes: string) => `<buurt-my-initiative ${attributes}></buurt-my-initiative>`;
    const right = await report({ body: mine(`endpoint="${server.endpoint}"`) });
    assert.deepEqual(right.bad, []);
    const slip = await report({ body: mine(`endpoint="${server.endpoint}" headinglevel="3"`) });
    assert.equal(slip.bad.length, 1);
    assert.match(slip.bad[0] ?? '', /headinglevel/);
    const { bad } = await report({ body: mine('') });
    assert.equal(bad.length, 1);
    assert.match(bad[0] ?? '', /zet het adres van de server/);
  });

  it('waits for a widget in a div that loads late', async () => {
    const path = '/late-div';
    pages.set(path, {
      html: htmlOf({
        body: `<div data-buurt-widget="initiative-list" data-endpoint="${server.endpoint}" data-buurt="${buurt.code}"></div>`,
      }),
      policy: '',
    });
    const tab = await browser.newPage();
    await tab.route(/chunks\/divs-/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
    await tab.goto(`${siteOrigin()}${path}?buurt-check`);
    const region = tab.locator('[data-buurt-report] section');
    await region.locator('details').waitFor();
    assert.deepEqual(await region.locator(':scope > ul > li').allInnerTexts(), []);
    await tab.close();
  });

  it('names each fault in words, and says what to change', async () => {
    // A few at a time: a page that waits for the processor gets the code of its widget too late to be judged.
    const all = cases();
    for (let from = 0; from < all.length; from += 4) {
      const reports = all.slice(from, from + 4).map(async (each) => ({ ...each, ...(await report(each)) }));
      for (const { what, says, bad } of await Promise.all(reports))
        assert.ok(
          bad.some((text) => says.test(text)),
          `${what}: ${bad.join(' | ')}`,
        );
    }
  });

  it('starts by an attribute too, and only then', async () => {
    const { bad } = await report({ head: '<meta data-buurt-check>' }, '');
    assert.deepEqual(bad, []);
    pages.set('/usual', { html: htmlOf({}), policy: '' });
    const tab = await browser.newPage();
    const asked: string[] = [];
    tab.on('request', (request) => asked.push(request.url()));
    await tab.goto(`${siteOrigin()}/usual`);
    await tab.locator('buurt-initiative-list .card').first().waitFor();
    assert.ok(!asked.some((url) => url.includes('/check-')));
    assert.equal(await tab.locator('[data-buurt-report]').count(), 0);
    await tab.close();
  });
});
