import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { InitiativePage } from '@buurt/domain/initiatives/initiative-list.js';
import type { BrowserContextOptions, Locator } from 'playwright-core';
import { nl as list } from '../../packages/initiative-list/src/initiative-list.messages.js';
import { nl as detail } from '../../packages/initiative-list/src/detail/detail.messages.js';
import { nl as join } from '../../packages/core/src/join/join.messages.js';
import { mailIn } from './outbox.js';
import { shows, type Resident } from './resident.js';
import { buurt, Stage } from './stage.js';

/** What residents do with the list that a webmaster put in his page, on the built bundle and the real server. */
describe('what lives in the buurt', () => {
  let stage: Stage;
  let resident: Resident;
  let widget: Locator;

  before(async () => {
    stage = await Stage.open();
    const tag = `<buurt-initiative-list endpoint="${stage.server.endpoint}" buurt="${buurt.code}" page-size="4" structured-data></buurt-initiative-list>`;
    stage.host.show('', '', { body: `<h1>Onze buurt</h1>${tag}` });
  });
  after(() => stage.close());
  const arrive = async (options: BrowserContextOptions = {}) => {
    resident = await stage.resident({ viewport: { width: 390, height: 844 }, ...options });
    widget = resident.page.locator('buurt-initiative-list');
  };
  beforeEach(() => arrive());
  afterEach(async () => {
    assert.deepEqual([resident.errors, resident.violations, stage.host.violations], [[], [], []]);
    await resident.leave();
  });

  const come = async (search = '?stad=Utrecht') => {
    await resident.page.goto(`${stage.host.origin}/${search}`);
    await widget.locator('.card').first().waitFor();
  };
  /** What was seen before is there at once; how many there are is said when the server has told. */
  const again = async () => {
    await resident.page.reload();
    await widget.locator('.list[aria-busy=false] .card').first().waitFor();
  };
  const titles = () => widget.locator('.card .title').allInnerTexts();
  /** On a phone the filters are behind a button. */
  const unfold = () => widget.locator('.fold').click();

  it('is found by theme and by word, and the address tells it to somebody else', async () => {
    await come();
    const { page } = resident;
    const all = await widget.locator('.found').innerText();
    await unfold();
    const theme = widget.locator('select#theme');
    const [, option = ''] = await theme
      .locator('option')
      .evaluateAll((each) => (each as HTMLOptionElement[]).map(({ value }) => value));
    await theme.selectOption(option);
    await page.waitForURL((url) => url.searchParams.get('initiatieven-thema') === option);
    await widget.locator('.found', { hasText: 'gevonden' }).waitFor();
    const [title = ''] = await titles();
    const word = title.split(' ').find((each) => each.length > 5) ?? title;
    await widget.locator('#words').fill(word);
    await page.waitForURL((url) => url.searchParams.get('initiatieven-zoek') === word);
    await widget.locator('.list[aria-busy=false] .card', { hasText: title }).waitFor();
    assert.equal(new URL(page.url()).searchParams.get('stad'), 'Utrecht');
    const shared = await titles();
    const address = new URL(page.url()).search;
    await page.goBack();
    await shows(widget, all);
    await come(address);
    assert.deepEqual(await titles(), shared);
  });

  it('comes page by page, each once', async () => {
    await come();
    const total = Number.parseInt(await widget.locator('.found').innerText());
    while (await widget.locator('[part~=more]').count()) {
      const before = await widget.locator('.card').count();
      await widget.locator('[part~=more]').click();
      await widget.locator('.card').nth(before).waitFor();
    }
    const seen = await titles();
    assert.equal(seen.length, total);
    assert.equal(new Set(seen).size, total);
  });

  it('describes itself for search engines, under the strictest policy', async () => {
    await come();
    const block = widget.locator('script[type="application/ld+json"]');
    const { itemListElement } = JSON.parse((await block.textContent()) ?? '') as {
      itemListElement: { item: { name: string } }[];
    };
    assert.deepEqual(
      itemListElement.map(({ item }) => item.name),
      await titles(),
    );
  });

  it('is supported once by a browser, and taken back', async () => {
    await come();
    const button = widget.locator('.support').first();
    const number = async () => Number(await button.locator('.number').innerText());
    const before = await number();
    await button.click();
    await shows(widget, list.supported({ title: '' }).slice(0, 8));
    assert.equal(await number(), before + 1);
    await again();
    await widget.locator('.support[aria-pressed=true]').waitFor();
    assert.equal(await number(), before + 1);
    await button.click();
    await widget.locator('.support[aria-pressed=false]').first().waitFor();
    // Shown at once, and said when the server has it.
    await shows(widget, list.unsupported({ title: '' }).trim().slice(-11));
    await again();
    assert.equal(await number(), before);
  });

  it('is opened, joined and left again by going back', async () => {
    await come('?initiatieven-status=new');
    const link = widget.locator('.card .title').first();
    const title = await link.innerText();
    await link.click();
    const dialog = widget.locator('dialog[open]');
    await shows(dialog, detail.help);
    await dialog.locator('[part~=join]').first().click();
    await dialog.locator('input[name=kinds]').first().check();
    await dialog.locator('#name').fill('Samira');
    await dialog.locator('#contact').fill('samira@voorbeeld.nl');
    await dialog.locator('form [type=submit]').click();
    await shows(dialog, join.offer.sent);
    const address = resident.page.url();
    await resident.page.goBack();
    await dialog.waitFor({ state: 'detached' });
    assert.equal(await link.innerText(), title);
    await resident.page.goto(address);
    await shows(dialog, title);
  });

  it('is shown from near to far to who tells where he is, and the address does not tell it', async () => {
    const all = (await stage.server.read(`/buurten/${buurt.code}/initiatives?limit=100`)) as InitiativePage;
    const placed = all.initiatives.filter(({ place }) => place !== null);
    const { place, title } = placed[Math.floor(placed.length / 2)]!;
    await resident.leave();
    await arrive({
      geolocation: { latitude: place!.lat, longitude: place!.lon },
      permissions: ['geolocation'],
    });
    await come();
    await unfold();
    await widget.locator('select#sort').selectOption('near');
    await widget.locator('.leaf:first-child .card:first-child .title', { hasText: title }).waitFor();
    assert.doesNotMatch(resident.page.url(), /near|volgorde|\d\.\d/);
  });

  it('stays in its order for who does not want to tell where he is', async () => {
    await come();
    const before = await titles();
    await unfold();
    await widget.locator('select#sort').selectOption('near');
    await shows(widget, list.filter.nowhere);
    assert.deepEqual(await titles(), before);
  });

  describe('followed by e-mail', () => {
    /** After the mail to who joined above. */
    const mail = (number: number) => mailIn(stage.server.folder, 1 + number);

    it('only after a press in the first mail, until one press in a later mail', async () => {
      await come('?initiatieven-status=underway');
      const link = widget.locator('.card .title').first();
      const title = await link.innerText();
      await link.click();
      const dialog = widget.locator('dialog[open]');
      await dialog.locator('[data-form=follow]').click();
      await dialog.locator('#email').fill('samira@voorbeeld.nl');
      await dialog.locator('form.join [type=submit]').click();
      await shows(dialog, join.follow.sent);
      assert.doesNotMatch(await resident.stored(), /samira/);
      const here = resident.page.url();

      const asking = await mail(0);
      assert.match(asking, /^To: samira@voorbeeld\.nl$/m);
      const { page } = resident;
      await page.goto(/http:\S+\/v1\/followers\/\S+/.exec(asking)![0]);
      await page.getByRole('button', { name: 'Ja, ik wil dit volgen' }).click();
      await page.getByRole('heading', { name: `Je volgt “${title}”` }).waitFor();
      assert.equal(await page.getByRole('link', { name: 'Terug naar de buurt' }).getAttribute('href'), here);

      const id = new URL(here).searchParams.get('initiatieven-open')!;
      await stage.server.operator('initiatives', 'news', id, '--text', 'Zaterdag beginnen we.');
      const news = await mail(1);
      assert.match(news, /Zaterdag beginnen we\./);
      const stop = /^List-Unsubscribe:\s*<(\S+)>/m.exec(news)![1]!;
      const pressed = await fetch(stop, {
        method: 'POST',
        body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
      });
      assert.equal(pressed.status, 200);
      await page.goto(stop.replace(/\/stop$/, ''));
      await page.getByRole('heading', { name: 'Hier is niets meer te volgen' }).waitFor();
    });
  });
});
