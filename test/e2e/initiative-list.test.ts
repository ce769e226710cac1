import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { boardTexts as list } from '../../packages/initiative-list/src/board.messages.js';
import { nl as detail } from '../../packages/initiative-list/src/detail/detail.messages.js';
import { nl as join } from '../../packages/core/src/join/join.messages.js';
import { shows, type Resident } from './resident.js';
import { buurt, Stage } from './stage.js';

/** What residents do with the list that a webmaster put in his page, on the built bundle and the real server. */
describe('what lives in the buurt', () => {
  let stage: Stage;
  let resident: Resident;
  let widget: Locator;

  before(async () => {
    stage = await Stage.open();
    const tag = `<buurt-initiative-list endpoint="${stage.server.endpoint}" buurt="${buurt.code}" page-size="4"></buurt-initiative-list>`;
    stage.host.show('', '', { body: `<h1>Onze buurt</h1>${tag}` });
  });
  after(() => stage.close());
  beforeEach(async () => {
    resident = await stage.resident({ viewport: { width: 390, height: 844 } });
    widget = resident.page.locator('buurt-initiative-list');
  });
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
    await widget.locator('.found', { hasText: 'initiatieven' }).waitFor();
  };
  const titles = () => widget.locator('.card .title').allInnerTexts();

  it('is found by theme and by word, and the address tells it to somebody else', async () => {
    await come();
    const { page } = resident;
    const all = await widget.locator('.found').innerText();
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
    await dialog.locator('[part~=join]').click();
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
});
