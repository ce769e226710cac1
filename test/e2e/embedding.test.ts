import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { IdeaForm } from './form.js';
import type { HostPage } from './host-page.js';
import type { Resident } from './resident.js';
import type { RunningServer } from './running-server.js';
import { buurt, Stage } from './stage.js';
import { en, nl } from './words.js';

const guide = new URL('../../packages/embed-tools/guides/analytics.en.md', import.meta.url);

describe('a widget in the page of a careful webmaster', () => {
  let server: RunningServer;
  let stage: Stage;
  let host: HostPage;
  let resident: Resident;
  let form: IdeaForm;

  before(async () => {
    stage = await Stage.open();
    ({ server, host } = stage);
  });
  after(() => stage.close());
  beforeEach(async () => {
    resident = await stage.resident();
    form = new IdeaForm(resident.page);
  });
  afterEach(async () => {
    await resident.leave();
    assert.deepEqual([...resident.violations, ...host.violations], [], 'the policy of the page');
    assert.deepEqual(resident.errors, [], 'errors in the page');
  });

  it('asks nothing of anybody but the site and its server', async () => {
    host.show('address-endpoint="http://third-party.invalid/v3_1"');
    await resident.visit(host);
    await form.handIn({});
    const origins = new Set(
      resident.requests.map(({ protocol, origin }) => (protocol === 'blob:' ? 'blob' : origin)),
    );
    origins.delete('blob');
    assert.deepEqual([...origins].sort(), [host.origin, server.origin].sort());
  });

  it('does not mind a second copy of the script', async () => {
    const again = `<script type="module" src="${server.origin}/dist/1/buurt.js?again"></script>`;
    host.show('', '', { head: again });
    await resident.visit(host);
    assert.equal(await form.element.getByRole('heading', { name: nl.heading }).count(), 1);
    await form.field('title').fill('Nog steeds één formulier');
    assert.equal(await form.field('title').inputValue(), 'Nog steeds één formulier');
  });

  it('tells of each step by the lines of the guide, and not who it was', async () => {
    const { page } = resident;
    const [, lines = ''] = /```js\n(.*?)```/s.exec(await readFile(guide, 'utf8')) ?? [];
    await page.route('**/buurt-count.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: lines }),
    );
    const { origin } = server;
    host.content = {
      head: `<script type="module" src="${origin}/buurt-count.js"></script>
        <script type="module" src="${origin}/dist/1/buurt.js"></script>`,
      body: `<buurt-initiative-list endpoint="${origin}/v1" buurt="${buurt.code}"></buurt-initiative-list>`,
    };
    await page.goto(host.origin);
    const list = page.locator('buurt-initiative-list');
    const support = list.locator('.support').first();
    await support.click();
    await page.waitForFunction(() => (globalThis as any)._paq.length === 1);
    await support.click();
    await list.locator('.card').first().getByRole('link').first().click();
    await page.waitForFunction(() => (globalThis as any)._paq.length > 1);
    const counted = await page.evaluate(() => (globalThis as any)._paq as string[][]);
    const [, , , id] = counted[0]!;
    assert.match(id!, /^[\w-]+$/);
    assert.deepEqual(counted, [
      ['trackEvent', 'buurt', 'supported', id],
      ['trackEvent', 'buurt', 'initiative opened', id],
    ]);
  });

  it('finds a tag that comes later', async () => {
    host.content = { body: '<main></main>' };
    await resident.page.goto(host.origin);
    await resident.page.evaluate(
      ([endpoint, code]) => {
        const tag = document.createElement('buurt-idea-form');
        tag.setAttribute('endpoint', endpoint!);
        tag.setAttribute('buurt', code!);
        document.querySelector('main')!.append(tag);
      },
      [server.endpoint, buurt.code],
    );
    await form.field('title').waitFor();
  });

  it('shows what stands in the tag until it is ready, and then its own', async () => {
    host.show();
    await resident.visit(host);
    await resident.page.getByText('Bel ons: 088 000 12 34.').waitFor({ state: 'hidden' });
  });

  it('says what the page wants it to say', async () => {
    const texts = { heading: 'Zeg het de Proefbuurt', next: 'Door' };
    host.show('', `<script type="application/json" data-texts>${JSON.stringify(texts)}</script>`);
    await resident.visit(host);
    await form.element.getByRole('heading', { name: texts.heading }).waitFor();
    await form.button('Door').waitFor();
    assert.equal(await form.next.count(), 0);
  });

  it('speaks English on an English page, to the end', async () => {
    host.show('', '', { lang: 'en' });
    await resident.visit(host);
    const english = new IdeaForm(resident.page, en);
    await english.field('title').fill('A bench by the water');
    await english.field('story').fill('A place to sit and meet each other.');
    await english.goOn('place');
    // The button to go on moves down when the map comes, and a press at that moment goes beside it.
    await english.element.locator('buurt-place-picker svg').first().waitFor();
    for (const step of ['together', 'photos', 'you'] as const) await english.goOn(step);
    await english.element.getByRole('checkbox').last().check();
    await english.goOn('preview');
    await english.button(en.preview.send).click();
    await english.heading(en.sent.title).waitFor();
  });

  it('fits its headings in the outline of the page', async () => {
    host.show('heading-level="4"');
    await resident.visit(host);
    await form.element.getByRole('heading', { level: 4, name: nl.heading }).waitFor();
    await form.element.getByRole('heading', { level: 5, name: nl.steps.idea }).waitFor();
  });

  it('begins with the title that stands in the address', async () => {
    host.show();
    await resident.visit(host, `/?buurt-title=${encodeURIComponent('Een <b>lange</b> tafel')}`);
    assert.equal(await form.field('title').inputValue(), 'Een <b>lange</b> tafel');
  });

  it('shows an idea that is like it, and lets a neighbour join that one', async () => {
    const receipt = await stage.handIn({
      title: 'Een moestuin achter de flat',
      story: 'Samen groente telen.',
    });
    await stage.publish(receipt);
    host.show();
    await resident.visit(host);
    await form.field('title').pressSequentially('Moestuin achter de flat', { delay: 5 });
    const similar = form.element.getByRole('listitem').filter({ hasText: 'Een moestuin achter de flat' });
    await similar.getByRole('button', { name: 'Ik doe hieraan mee' }).click();
    await form.element.getByRole('checkbox', { name: /^Tijd/ }).check();
    await form.element.getByRole('textbox', { name: /^Je naam/ }).fill('Noor');
    await form.element
      .getByRole('textbox', { name: /^Je e‑mailadres of telefoonnummer/ })
      .fill('06 12345678');
    await form.button('Ik doe mee').click();
    await form.element.getByText('Fijn dat je wilt meedoen!').first().waitFor();
    const initiative = await server.read(`/initiatives/${receipt.id}`);
    // It counts when somebody of the organisation has read it.
    assert.equal(initiative.offerCount, 0);
  });

  it('keeps nothing on the device when the page says so', async () => {
    host.show('draft="off"');
    await resident.visit(host);
    await form.field('title').fill('Dit mag niet blijven staan');
    await form.field('story').fill('Ook dit niet.');
    await form.goTo('place');
    assert.doesNotMatch(await resident.stored(), /blijven staan|Ook dit niet/);
    await resident.page.reload();
    await resident.ready();
    assert.equal(await form.field('title').inputValue(), '');
  });

  it('wipes what it kept on a shared computer', async () => {
    host.show();
    await resident.visit(host);
    await form.handIn({ title: 'Een idee van de bibliotheek', name: 'Wim', email: 'wim@voorbeeld.nl' });
    assert.match(await resident.stored(), /Een idee van de bibliotheek/);
    await form.button(nl.sent.wipe).click();
    await form.element.getByText(nl.sent.wiped).first().waitFor();
    assert.doesNotMatch(await resident.stored(), /bibliotheek|Wim|wim@/);
  });

  it('never keeps who the resident is, not even for a moment', async () => {
    host.show();
    await resident.visit(host);
    await form.field('title').fill('Een fietspomp bij de ingang');
    await form.field('story').fill('Voor iedereen met een zachte band.');
    await form.goTo('you');
    await form.field('name').fill('Wilhelmina');
    await form.field('email').fill('wilhelmina@voorbeeld.nl');
    await form.consent.check();
    await form.goOn('preview');
    await resident.page.reload();
    await resident.ready();
    assert.match(await resident.stored(), /fietspomp/);
    assert.doesNotMatch(await resident.stored(), /ilhelmina/);
  });
});
