import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { IdeaForm } from './form.js';
import type { HostPage } from './host-page.js';
import { telephonePhoto } from './photograph.js';
import type { Resident } from './resident.js';
import type { RunningServer } from './running-server.js';
import { buurt, Stage } from './stage.js';
import { nl } from './words.js';

const idea = {
  title: 'Een lange tafel op de kade',
  story: 'Eén keer per maand eten we samen buiten. Iedereen neemt iets mee.',
  assets: 'Een brede kade, en banken van de kerk.',
  joiners: 'De kok van het buurthuis.',
  name: 'Samira',
};
const alts = ['De kade in de ochtend', 'Een tafel met buren'];

describe('an idea with two photos, by keyboard only', () => {
  let server: RunningServer;
  let stage: Stage;
  let host: HostPage;
  let resident: Resident;
  let form: IdeaForm;

  before(async () => {
    stage = await Stage.open();
    ({ server, host } = stage);
    resident = await stage.resident({ viewport: { width: 390, height: 844 } });
    form = new IdeaForm(resident.page);
    host.show();
  });
  after(() => stage.close());

  it('comes through a reload, a killed server and another restart, and is found back', async () => {
    const { page } = resident;
    await resident.visit(host);
    await resident.typeIn(form.field('title'), idea.title);
    await resident.typeIn(form.field('story'), idea.story);
    await resident.press(form.next);
    await form.heading(nl.steps.place).waitFor();
    await resident.press(form.nowhere, 'Space');
    await resident.press(form.next);
    await form.heading(nl.steps.together).waitFor();
    await resident.typeIn(form.field('assets'), idea.assets);
    await resident.typeIn(form.field('joiners'), idea.joiners);
    await resident.press(form.kind('needs', 'time'), 'Space');
    await resident.press(form.next);
    await form.heading(nl.steps.photos).waitFor();

    const files = [await telephonePhoto('kade.jpg', '#2f6d74'), await telephonePhoto('tafel.jpg', '#b4533a')];
    const chooser = page.waitForEvent('filechooser');
    await resident.press(form.choosePhotos, 'Space');
    await (await chooser).setFiles(files);
    for (const [index, alt] of alts.entries()) await resident.typeIn(form.photoAlt(index), alt);

    await page.reload();
    await resident.ready();
    await form.heading(nl.steps.photos).waitFor();
    assert.equal(await form.photoAlt(0).inputValue(), alts[0]);
    assert.equal(await form.photoAlt(1).inputValue(), alts[1]);

    await resident.press(form.next);
    await form.heading(nl.steps.you).waitFor();
    await resident.typeIn(form.field('name'), idea.name);
    await resident.press(form.consent, 'Space');
    await resident.press(form.next);
    await form.heading(nl.steps.preview).waitFor();

    await server.kill();
    await resident.press(form.button(nl.preview.send));
    await form.element.getByText(nl.failed.kept).waitFor({ timeout: 30_000 });
    await server.start();
    await resident.press(form.button(nl.preview.send));
    await form.heading(nl.sent.title).waitFor({ timeout: 30_000 });

    assert.deepEqual([...resident.violations, ...host.violations], [], 'the policy of the page');
    assert.deepEqual(resident.errors, []);
  });

  it('is not to be seen before somebody read it', async () => {
    const { initiatives } = await server.read(`/buurten/${buurt.code}/initiatives?limit=100`);
    assert.ok(!initiatives.some(({ title }: { title: string }) => title === idea.title));
  });

  it('is found back after publishing, also after another restart', async () => {
    const receipt = await resident.lastReceipt();
    await server.operator('ideas', 'publish', receipt.reference);
    await server.restart();
    const { initiatives } = await server.read(`/buurten/${buurt.code}/initiatives?limit=100`);
    const same = initiatives.filter(({ title }: { title: string }) => title === idea.title);
    assert.equal(same.length, 1, 'handed in exactly once');
    const initiative = await server.read(`/initiatives/${same[0].id}`);
    const { title, story, assets, joiners, initiator, needs, place } = initiative;
    assert.deepEqual({ title, story, assets, joiners, name: initiator }, idea);
    assert.deepEqual(needs, ['time']);
    assert.equal(place, null);
    assert.deepEqual(
      initiative.photos.map(({ alt }: { alt: string }) => alt),
      alts,
    );
    for (const { sources } of initiative.photos)
      for (const { url } of sources) {
        const picture = await fetch(`${server.endpoint}/${url}`);
        assert.equal(picture.headers.get('content-type'), 'image/webp');
        assert.doesNotMatch(
          Buffer.from(await picture.arrayBuffer()).toString('latin1'),
          /EXIF|Telefoon van Samira/,
        );
      }
  });

  it('tells the resident who comes back that it is on the site', async () => {
    await resident.page.reload();
    await resident.ready();
    await resident.press(form.button(nl.seeEarlier));
    await form.element.getByText(nl.sent.states.published).waitFor();
  });

  it('stands on the site of the corporation, with its photos', async () => {
    const { page } = resident;
    await page.goto(`${server.origin}${buurt.path}/initiatieven`);
    await page.locator('buurt-initiative-list').getByRole('link', { name: idea.title }).click();
    const dialog = page.getByRole('dialog', { name: idea.title });
    for (const alt of alts) {
      const photo = dialog.getByRole('img', { name: alt });
      await photo.scrollIntoViewIfNeeded();
      await page.waitForFunction(
        (image) => (image as HTMLImageElement).naturalWidth > 0,
        await photo.elementHandle(),
      );
    }
    assert.deepEqual(resident.violations, [], 'the policy of the site');
  });
});
