import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { IdeaForm } from './form.js';
import { mailIn } from './outbox.js';
import { shows, type Resident } from './resident.js';
import { Stage } from './stage.js';
import { nl } from './words.js';

/** From the form to the answer, by the mails that a maker gets, on the built bundle and the real server. */
describe('the maker of an idea', () => {
  let stage: Stage;
  let resident: Resident;
  let form: IdeaForm;
  before(async () => {
    stage = await Stage.open();
    resident = await stage.resident({ viewport: { width: 320, height: 640 } });
    form = new IdeaForm(resident.page);
    stage.host.show();
  });
  after(() => stage.close());

  it('hears by mail what becomes of it, from one press in the first mail until one in a later', async () => {
    const { page } = resident;
    const { server, host } = stage;
    await resident.visit(host);
    await form.field('title').fill('Een bankje bij de brug');
    await form.field('story').fill('Dan kan iedereen onderweg even zitten.');
    await form.next.click();
    await form.nowhere.check();
    for (const step of ['together', 'photos', 'you'] as const) {
      await form.next.click();
      await form.heading(nl.steps[step]).waitFor();
    }
    await form.field('name').fill('Samira');
    await form.field('email').fill('samira@voorbeeld.nl');
    await form.consent.check();
    await form.next.click();
    await form.button(nl.preview.send).click();
    await shows(form.element, nl.sent.mailed);

    // The last screen has the link of the maker, and the mail has it too.
    const own = page.getByRole('link', { name: 'Open je eigen pagina' });
    const href = (await own.getAttribute('href')) ?? '';
    assert.match(href, /\/mijn-initiatief#mijn=[\da-f-]{36}\.[\w-]{43}$/);

    const receipt = await mailIn(server.folder, 0);
    assert.ok(receipt.includes(href.slice(href.lastIndexOf('.'))));
    await page.goto(href);
    const mine = page.locator('buurt-my-initiative');
    await shows(mine, 'Een bankje bij de brug');
    assert.doesNotMatch(page.url(), /mijn=/);
    await mine.getByRole('button', { name: 'Verander je idee' }).click();
    await mine.getByLabel('Titel').fill('Een bankje naast de brug');
    await mine.getByRole('button', { name: 'Bewaren' }).click();
    await shows(mine, 'Je idee is veranderd.');

    assert.match(receipt, /^To: samira@voorbeeld\.nl$/m);
    const [, reference = ''] = /^Subject: Je idee is binnen \((\S+)\)$/m.exec(receipt) ?? [];
    const [link = ''] = /http:\S+\/v1\/followers\/\S+/.exec(receipt) ?? [];
    await page.goto(link);
    await page.getByRole('heading', { name: 'Je idee: Een bankje naast de brug' }).waitFor();
    await shows(page.locator('main'), reference);
    const isWide = () =>
      page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    assert.equal(await isWide(), false);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await shows(page.locator('main'), 'Je krijgt een mail als er iets gebeurt met je idee.');

    await server.operator('ideas', 'decline', reference, '--reason', 'De brug wordt volgend jaar vernieuwd.');
    const decision = await mailIn(server.folder, 1);
    assert.match(decision, /Je idee komt niet op de site\.\s+De brug wordt volgend jaar vernieuwd\./);
    await page.goto(link);
    await shows(page.locator('main'), 'De brug wordt volgend jaar vernieuwd.');

    const stop = /^List-Unsubscribe:\s*<(\S+)>/m.exec(decision)![1]!;
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    assert.equal((await fetch(stop, { method: 'POST', body })).status, 200);
    await page.goto(link);
    await page.getByRole('heading', { name: 'Hier is niets meer te volgen' }).waitFor();
    assert.deepEqual([resident.errors, resident.violations, host.violations], [[], [], []]);
  });
});
