import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { nl as detail } from '../../packages/initiative-list/src/detail/detail.messages.js';
import { IdeaForm, type TextField } from './form.js';
import type { HostPage } from './host-page.js';
import { shows, type Resident } from './resident.js';
import type { RunningServer } from './running-server.js';
import { buurt, buurtMiddle, Stage } from './stage.js';
import { nl } from './words.js';

/** Texts that break careless software: markup, script addresses, letters that turn the line around, drawn signs. */
const attacks: Readonly<Record<string, string>> = {
  markup: `"><img src=x onerror=alert(1)><script>alert(2)</script>`,
  'a script address': 'javascript:alert(3)//<a href="javascript:alert(4)">klik',
  'a template': '${alert(5)} {{alert(6)}} <%= 7 %> &lt;b&gt;',
  'a turned line': '\u202Etsop ed rood\u202C \u2066x\u2069 \u200Fabc',
  emoji: '👩‍👩‍👧‍👦 🇳🇱 💧 e\u0301 𝕏',
  'a formula': '=HYPERLINK("http://evil.example";"klik")',
};
const textFields: readonly TextField[] = ['title', 'story', 'assets', 'joiners', 'name'];

describe('hostile text', () => {
  let server: RunningServer;
  let stage: Stage;
  let host: HostPage;
  let resident: Resident;
  let form: IdeaForm;
  let alarms: string[];

  before(async () => {
    stage = await Stage.open();
    ({ server, host } = stage);
  });
  after(() => stage.close());
  beforeEach(async () => {
    resident = await stage.resident();
    form = new IdeaForm(resident.page);
    alarms = [];
    resident.page.on('dialog', (dialog) => {
      alarms.push(dialog.message());
      void dialog.dismiss();
    });
  });
  afterEach(async () => {
    await resident.leave();
    assert.deepEqual([...alarms, ...resident.errors, ...resident.violations, ...host.violations], []);
  });

  /** Elements that no part of the product makes, wherever they would be. */
  const intruders = () =>
    resident.page.locator('img[src="x"], a[href^="javascript" i], script:text("alert")');

  for (const [what, attack] of Object.entries(attacks)) {
    it(`stays text in the form, the preview and on the end page: ${what}`, async () => {
      host.show();
      await resident.visit(host);
      const given = Object.fromEntries(textFields.map((field) => [field, `${attack} ${field}`]));
      await form.fill(given);
      for (const field of textFields) await shows(form.element, given[field]!);
      await form.button(nl.preview.send).click();
      await form.heading(nl.sent.title).waitFor();
      await shows(form.element, given.title!);
      assert.equal(await intruders().count(), 0);
      await resident.page.reload();
      await resident.ready();
      await shows(form.element, given.title!);
    });

    it(`stays text in the answers of the server, the site and the export: ${what}`, async () => {
      const place = { ...buurtMiddle, address: `${attack} address` };
      const idea = Object.fromEntries(textFields.map((field) => [field, `${attack} ${field}`]));
      const receipt = await stage.handIn({ ...idea, place });
      await stage.publish(receipt);

      const initiative = await server.read(`/initiatives/${receipt.id}`);
      const { title, story, assets, joiners, initiator } = initiative;
      assert.deepEqual({ title, story, assets, joiners, name: initiator }, idea);
      assert.equal(initiative.place.address, place.address);

      const list = `${server.origin}${buurt.path}/initiatieven`;
      await resident.page.goto(`${list}?initiatieven-open=${receipt.id}`);
      const dialog = resident.page.locator('dialog[open]');
      await dialog.getByText(detail.assets).waitFor();
      for (const text of [...Object.values(idea), place.address]) await shows(dialog, text);
      assert.equal(await intruders().count(), 0);

      const csv = join(server.folder, 'ideas.csv');
      await server.operator('export', 'ideas', '--csv', '--out', csv);
      const cells = (await readFile(csv, 'utf8')).replaceAll('""', '"');
      assert.ok(cells.includes(`${attack} title`));
      assert.doesNotMatch(cells, /(^|;)"?[=+\-@]/m, 'a cell that a spreadsheet takes for a formula');
    });
  }

  it('says how much must go when a text has 10,000 characters, and loses nothing of it', async () => {
    host.show();
    await resident.visit(host);
    const long = 'Ж'.repeat(10_000);
    await form.field('title').fill(long);
    await form.field('story').fill(long);
    await form.next.click();
    await form.element.getByRole('link', { name: /haal 9920 tekens weg/ }).waitFor();
    await form.element.getByRole('link', { name: /haal 8000 tekens weg/ }).waitFor();
    assert.equal(await form.field('title').inputValue(), long);
    assert.equal(await form.field('story').inputValue(), long);
    assert.equal(await resident.overflow(), 0);
  });

  it('refuses 10,000 characters in any field, all fields at once', async () => {
    const long = 'x'.repeat(10_000);
    const idea = { ...Object.fromEntries([...textFields, 'email'].map((field) => [field, long])) };
    const refusal = await stage.handIn(idea).then(
      () => assert.fail('The idea was taken.'),
      (error: Error) => JSON.parse(error.message.slice(error.message.indexOf('{'))) as any,
    );
    const pointers = refusal.errors.map(({ pointer }: { pointer: string }) => pointer).sort();
    assert.deepEqual(pointers, ['/assets', '/email', '/joiners', '/name', '/story', '/title']);
  });

  it('lets a long word nowhere push the page wider than the screen', async () => {
    await resident.page.setViewportSize({ width: 320, height: 640 });
    const word = 'w'.repeat(70);
    const receipt = await stage.handIn({ title: word, story: word.repeat(20) });
    await stage.publish(receipt);
    await resident.page.goto(`${server.origin}${buurt.path}/initiatieven`);
    await resident.page.getByText(word, { exact: true }).first().waitFor();
    assert.equal(await resident.overflow(), 0);
  });
});
