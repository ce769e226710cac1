import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, afterEach, before, describe, it } from 'node:test';
import { contains } from '@buurt/domain/geo/border.js';
import type { Browser } from 'playwright-core';
import { corporation, demoBuurten } from '../../packages/demo-site/src/site/corporation.js';
import { addressService } from '../../packages/demo-site/src/site/address-service.js';
import { launch, Resident } from './resident.js';
import { RunningServer } from './running-server.js';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const [buurt] = demoBuurten;
/** The one whose round is over. */
const divided = demoBuurten.find(({ code }) => code === 'BU9999AA02')!;
const pages = [
  ...['/', '/over-deze-demo', '/werkplek', '/is-er-niet', buurt.path, `${buurt.path}/initiatieven`],
  `${divided.path}/kasboek`,
];

describe('the site of the made-up corporation', () => {
  let server: RunningServer;
  let browser: Browser;
  let resident: Resident | undefined;

  before(async () => {
    server = await (await RunningServer.at()).start();
    browser = await launch();
  });
  after(async () => {
    await browser.close();
    await server.remove();
  });
  afterEach(async () => {
    await resident?.leave();
    resident = undefined;
  });

  for (const colorScheme of ['light', 'dark'] as const)
    for (const path of pages)
      it(`is for everybody, keeps its own policy and fits a small screen: ${path}, ${colorScheme}`, async () => {
        resident = await Resident.with(browser, { colorScheme, viewport: { width: 320, height: 640 } });
        const { page } = resident;
        await page.goto(server.origin + path, { waitUntil: 'networkidle' });
        await page.evaluate(axe);
        const found = await page.evaluate(() => (globalThis as any).axe.run());
        assert.deepEqual(
          found.violations.map(
            ({ id, nodes }: any) => `${id}: ${nodes.map((node: any) => node.html).join(' ')}`,
          ),
          [],
        );
        assert.equal(await resident.overflow(), 0);
        assert.deepEqual([...resident.violations, ...resident.errors], []);
        assert.deepEqual([...new Set(resident.requests.map(({ origin }) => origin))], [server.origin]);
      });

  it('has a form on the page of each buurt, and initiatives to look at', async () => {
    resident = await Resident.with(browser);
    for (const { path } of demoBuurten) {
      await resident.page.goto(server.origin + path);
      await resident.ready();
      await resident.page.getByRole('link', { name: 'Wat er leeft', exact: true }).click();
      await resident.page.getByRole('heading', { level: 3 }).first().waitFor();
    }
  });

  it('shows everything there is, a dozen at a time, without losing the place of the reader', async () => {
    resident = await Resident.with(browser);
    const { page } = resident;
    const { total } = await server.read(`/buurten/${buurt.code}/initiatives`);
    await page.goto(`${server.origin}${buurt.path}/initiatieven`);
    const cards = page.locator('buurt-initiative-list .card');
    const more = page.getByRole('button', { name: /^Laat nog/ });
    await cards.first().waitFor();
    while ((await cards.count()) < total) {
      const before = await cards.count();
      await more.click();
      await cards.nth(before).locator('.title:focus').waitFor();
    }
    assert.equal(await more.count(), 0);
  });

  it('shows who hands in an idea what neighbours shared last, and leads to all of it', async () => {
    resident = await Resident.with(browser);
    const { page } = resident;
    await page.goto(server.origin + buurt.path);
    const [newest] = (await server.read(`/buurten/${buurt.code}/initiatives?limit=1`)).initiatives;
    await page.getByRole('link', { name: newest.title }).click();
    await page.getByRole('dialog', { name: newest.title }).waitFor();
    assert.equal(new URL(page.url()).pathname, `${buurt.path}/initiatieven`);
  });

  it('leads from the vote to where the money went, and from there to a plan', async () => {
    resident = await Resident.with(browser);
    const { page } = resident;
    await page.goto(`${server.origin}${divided.path}/buurtbudget`);
    await page.getByRole('link', { name: 'Wat er met het geld gebeurt' }).click();
    const cashbook = page.locator('buurt-cashbook');
    await cashbook.getByText('Budget', { exact: true }).waitFor();
    const {
      rounds: [round],
    } = await server.read(`/buurten/${divided.code}/cashbook`);
    const [{ title }] = round.lines;
    await cashbook.getByRole('link', { name: title }).first().click();
    await page.getByRole('dialog', { name: title }).waitFor();
    assert.equal(new URL(page.url()).pathname, `${divided.path}/initiatieven`);
  });

  it('gives a telephone number where scripts do not run', async () => {
    resident = await Resident.with(browser, { javaScriptEnabled: false });
    const { page } = resident;
    await page.goto(server.origin);
    await page.getByRole('main').getByRole('link', { name: buurt.name }).click();
    assert.equal(new URL(page.url()).pathname, buurt.path);
    await page.locator('buurt-idea-form').getByRole('link', { name: corporation.telephone }).waitFor();
  });

  it('has no link that leads nowhere', async () => {
    const links = new Set<string>();
    for (const path of pages.filter((each) => each !== '/is-er-niet'))
      for (const [, href = ''] of (await (await fetch(server.origin + path)).text()).matchAll(
        /\s(?:href|src)="(\/[^"#]*)/g,
      ))
        links.add(href);
    assert.ok(links.size > 10);
    for (const href of links) assert.equal((await fetch(server.origin + href)).status, 200, href);
  });

  it('shows a webmaster lines that work: each file answers with the hash that stands beside it', async () => {
    const page = await (await fetch(`${server.origin}/over-deze-demo`)).text();
    const files = [
      ...page.matchAll(/(?:href|src)=&quot;([^&]+)&quot; integrity=&quot;(sha384-[^&]+)&quot;/g),
    ];
    assert.ok(files.length >= 4, 'a stylesheet, the script and what is fetched ahead');
    for (const [, address = '', integrity = ''] of files) {
      const bytes = await (await fetch(address)).arrayBuffer();
      const hash = Buffer.from(await crypto.subtle.digest('SHA-384', bytes)).toString('base64');
      assert.equal(integrity, `sha384-${hash}`, address);
    }
  });
});

describe('the address service with made-up streets', () => {
  const addresses = addressService();
  const ask = async (question: string): Promise<any> => (await addresses.request(`/${question}`)).json();

  it('suggests while somebody types, and looks up what he chose', async () => {
    const { streets, code, name } = buurt;
    const street = streets[0]!.name;
    const { response } = await ask(`suggest?q=${street.slice(0, 5)}+12&fq=type:adres&rows=3`);
    const [first] = response.docs;
    assert.deepEqual(Object.keys(first).sort(), ['id', 'score', 'type', 'weergavenaam']);
    assert.match(first.weergavenaam, new RegExp(`^${street} 12, \\d{4} [A-Z]{2} `));
    const found = (await ask(`lookup?id=${first.id}`)).response.docs[0];
    assert.deepEqual(
      [found.straatnaam, found.huisnummer, found.buurtcode, found.buurtnaam],
      [street, 12, code, name],
    );
    assert.match(found.centroide_ll, /^POINT\(-?\d+\.\d+ -?\d+\.\d+\)$/);
  });

  it('has addresses in every buurt and just outside, and tells them apart', async () => {
    for (const { code, border, streets } of demoBuurten) {
      const answers = await Promise.all(
        streets.map(({ name }) => ask(`free?q=${encodeURIComponent(name)}&fq=type:adres&rows=200`)),
      );
      const docs = answers.flatMap(({ response }) => response.docs);
      const inside = docs.filter(({ buurtcode }: any) => buurtcode === code);
      assert.ok(
        inside.length > 20 && inside.length < docs.length,
        `${code}: ${inside.length} of ${docs.length}`,
      );
      for (const { centroide_ll, buurtcode } of docs) {
        const [lon, lat] = /\((\S+) (\S+)\)/.exec(centroide_ll)!.slice(1).map(Number) as [number, number];
        assert.equal(contains(border, { lat, lon }), buurtcode === code);
      }
    }
  });

  it('knows which address is nearest', async () => {
    const any = (await ask(`free?q=0&fq=buurtcode:${buurt.code}&fq=type:adres&rows=1`)).response.docs[0];
    const [, lon, lat] = /\((\S+) (\S+)\)/.exec(any.centroide_ll)!;
    const { docs } = (await ask(`reverse?lat=${lat}&lon=${lon}&type=adres&rows=1`)).response;
    assert.equal(docs[0].id, any.id);
    assert.ok(docs[0].afstand < 1);
  });

  it('answers nothing to a street that is not there, and says what it does not understand', async () => {
    assert.equal((await ask('suggest?q=Damrak+1')).response.numFound, 0);
    assert.match((await ask('suggest?q=kade&fq=kleur:rood')).error.msg, /kleur/);
    assert.match((await ask('reverse?lat=91&lon=5')).error.msg, /lat and lon/);
  });
});
