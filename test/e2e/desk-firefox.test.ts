import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { firefoxPath } from '../../.ci/browsers.mjs';
import { buurt, handInAt } from './stage.js';
import { RunningServer } from './running-server.js';

/** The main work of a day once more in the other engine: what differs there is seen by no test in Chromium. */
describe('a participation officer at the desk, in Firefox', () => {
  let server: RunningServer;
  let browser: Browser;
  let officer: Page;
  const errors: string[] = [];
  before(async () => {
    server = await (await RunningServer.at()).start();
    browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: firefoxPath() as string,
      extraPrefsFirefox: { 'intl.accept_languages': 'nl' },
    });
  });
  after(async () => {
    await browser.close();
    await server.remove();
  });

  /** Waits until somebody can read this at the desk. */
  const shows = (page: Page, text: string) =>
    page.waitForSelector(`buurt-desk >>> ::-p-text(${text})`, { visible: true });
  /** Presses what matches; nothing is drawn in a tab behind another, and nobody presses there. */
  const click = async (page: Page, selector: string): Promise<void> => {
    await page.bringToFront();
    await page.locator(`buurt-desk >>> ${selector}`).click();
  };
  const press = (page: Page, button: string) => click(page, `button::-p-text(${button})`);
  const open = (page: Page, title: string) => click(page, `.entry::-p-text(${title})`);
  const titlesOnSite = async (): Promise<string[]> => {
    const { initiatives } = await server.read(`/buurten/${buurt.code}/initiatives`);
    return initiatives.map(({ title }: { title: string }) => title);
  };

  /** Somebody new, logged in by a link, in a browser of their own. */
  async function loggedIn(name: string, role = 'moderator'): Promise<Page> {
    const email = `${name.toLowerCase()}@corporatie.example`;
    await server.ask('staff', 'invite', email, '--name', name, '--role', role);
    const [link = ''] = /http:\S+\/desk#login=[\w-]+/.exec(await server.ask('staff', 'link', email)) ?? [];
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.setViewport({ width: 1280, height: 800 });
    await page.goto(link);
    await press(page, 'Log in');
    await shows(page, `Ingelogd als ${name}`);
    assert.doesNotMatch(page.url(), /login/);
    return page;
  }

  it('comes in by a link, publishes an idea, and undoes it', async () => {
    officer = await loggedIn('Bo');
    const title = 'Een bankje bij de brug';
    await handInAt(server, { title, story: 'Dan kan iedereen even zitten.' });
    await officer.reload();
    await open(officer, title);
    await shows(officer, 'Dan kan iedereen even zitten.');
    await press(officer, 'Plaats op de site');
    await shows(officer, 'staat op de site.');
    assert.ok((await titlesOnSite()).includes(title));
    await press(officer, 'Ongedaan maken');
    await shows(officer, title);
    await officer.waitForSelector(`buurt-desk >>> .entry::-p-text(${title})`);
    assert.ok(!(await titlesOnSite()).includes(title));
  });

  it('declines an idea with a sentence that is there', async () => {
    const title = 'Een zwembad op het dak';
    const { reference } = await handInAt(server, { title, story: 'Lekker in de zomer.' });
    await officer.reload();
    await open(officer, title);
    await shows(officer, 'Lekker in de zomer.');
    await press(officer, 'Plaats niet');
    await press(officer, 'We kunnen dit niet veilig doen.');
    await press(officer, 'Plaats niet, en stuur de reden');
    await shows(officer, 'komt niet op de site.');
    assert.match(
      await server.ask('ideas', 'show', reference),
      /declined[\s\S]*We kunnen dit niet veilig doen/,
    );
  });

  it('hears that a colleague was first, and overwrites nothing', async () => {
    const title = 'Een boom op de hoek';
    const { reference } = await handInAt(server, { title, story: 'Voor de schaduw.' });
    const colleague = await loggedIn('Kim');
    for (const page of [officer, colleague]) {
      await page.reload();
      await open(page, title);
      await shows(page, 'Voor de schaduw.');
    }
    await press(colleague, 'Plaats op de site');
    await shows(colleague, 'staat op de site.');
    await press(officer, 'Plaats niet');
    await press(officer, 'Dit is al gepland.');
    await press(officer, 'Plaats niet, en stuur de reden');
    await shows(officer, 'Iemand was je voor');
    assert.match(await server.ask('ideas', 'show', reference), /published/);
    assert.deepEqual(errors, []);
  });

  it('has letters made that a colleague ordered, on a page that opens beside the desk', async () => {
    const [orderer, colleague] = [await loggedIn('Ada', 'rounds'), await loggedIn('Cas', 'rounds')];
    const { rounds } = await server.read(`/buurten/${buurt.code}/rounds`);
    const { id } = rounds.find(({ phase }: { phase: string }) => phase !== 'closed');
    const fill = async (field: string, text: string) => {
      await orderer.bringToFront();
      await orderer.locator(`buurt-desk >>> #${field}`).fill(text);
    };
    for (const page of [orderer, colleague]) await page.goto(`${server.origin}/desk#/round/${id}`);
    await press(orderer, 'Bestel brieven');
    for (const [field, text] of [
      ['count', '2'],
      ['page', 'https://www.example.nl/stem'],
      ['helpLine', 'Hulp nodig? Bel 012 345 67 89.'],
    ] as const)
      await fill(field, text);
    await click(orderer, '.act button.primary');
    await shows(orderer, 'De brieven zijn besteld.');
    await colleague.reload();
    await press(colleague, 'Maak deze brieven');
    await press(colleague, 'Maak de brieven en open ze');
    const target = await browser.waitForTarget((each) => each.url().endsWith('/release'));
    const letters = (await target.page())!;
    await letters.waitForSelector('.key');
    assert.equal((await letters.$$('.vote .code')).length, 2);
    assert.deepEqual(errors, []);
  });
});
