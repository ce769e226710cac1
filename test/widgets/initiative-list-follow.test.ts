import { expect } from '@open-wc/testing';
import { problem, storyBuurt } from '../support/endpoint.js';
import type { Neighbour } from '../support/neighbour.js';
import { until } from '../support/waiting.js';
import { focused, opened, type StoryConnection } from './initiative-list-stage.js';

const table = 'Lange tafel op het Rozenplein';
const mails = ({ requests }: StoryConnection) => requests.filter(({ url }) => url.endsWith('/followers'));
const hrefs = (neighbour: Neighbour, selector: string) =>
  neighbour.all(selector).map((link) => (link as HTMLAnchorElement).href);

async function openForm(neighbour: Neighbour): Promise<HTMLInputElement> {
  await neighbour.press(table);
  await neighbour.press('Volg per e-mail');
  return (await neighbour.see('#email')) as HTMLInputElement;
}

describe('following', () => {
  it('is asked for an initiative, with the page to which mails lead back', async () => {
    const { neighbour, connection } = await opened({}, { history: 'on' });
    await openForm(neighbour);
    await until('focus', () => focused()?.matches('.screen-title'));
    await neighbour.follow();
    await neighbour.read('Klik op de link in de mail die we je stuurden');
    await until('focus', () => focused()?.matches('.done'));
    const [sent] = mails(connection);
    expect(new URL(sent?.url ?? '').pathname).to.match(/\/initiatives\/i-tafel\/followers$/);
    const { email, page } = (await sent?.json()) as { email: string; page: string };
    expect(email).to.equal('samira@voorbeeld.nl');
    expect(new URL(page).origin).to.equal(location.origin);
    expect(new URL(page).searchParams.get('initiatieven-open')).to.equal('i-tafel');
    await neighbour.press('Sluit');
    await until('closed', () => neighbour.all('dialog').length === 0);
  });

  it('is asked in the language that is shown', async () => {
    const { neighbour, connection } = await opened();
    await openForm(neighbour);
    neighbour.list.lang = 'en';
    await neighbour.read('e-mail you when there is news');
    await neighbour.follow();
    await until('sent', () => mails(connection).length === 1);
    expect(await mails(connection)[0]?.json()).to.include({ locale: 'en' });
  });

  it('is asked for all of a buurt, without telling what was looked for', async () => {
    const { neighbour, connection } = await opened({}, { history: 'on' });
    await neighbour.search('kerkpad');
    await neighbour.read('1 initiatief gevonden');
    await neighbour.press('per e-mail');
    await neighbour.read('Over nieuwe initiatieven mailen we hoogstens één keer per dag');
    await neighbour.follow();
    await neighbour.read('Klik op de link in de mail die we je stuurden');
    const [sent] = mails(connection);
    expect(new URL(sent?.url ?? '').pathname).to.match(new RegExp(`/buurten/${storyBuurt}/followers$`));
    const { page } = (await sent?.json()) as { page: string };
    expect(page).not.to.contain('kerkpad');
    await neighbour.press('Klaar');
    await until('focus', () => focused()?.matches('.follow-buurt button'));
    await neighbour.press('Wis de filters');
  });

  it('says at the field that an address is not whole, and asks nothing', async () => {
    const { neighbour, connection } = await opened();
    const field = await openForm(neighbour);
    await neighbour.follow('samira@voorbeeld');
    await neighbour.read('Schrijf je e‑mailadres zoals naam@voorbeeld.nl');
    await until('focus', () => focused()?.matches('.error-summary'));
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    expect(field.getAttribute('aria-describedby')).to.equal('email-hint email-problem');
    expect(mails(connection)).to.have.length(0);
  });

  it('keeps the address when asking failed, sends it under the same key, and keeps nothing on the device', async () => {
    let turn = 0;
    const failing = problem(500, 'Internal Server Error');
    const { neighbour, connection } = await opened({
      followers: (request) =>
        turn++ === 0 ? failing(request) : Response.json({ asked: true }, { status: 201 }),
    });
    const field = await openForm(neighbour);
    await neighbour.follow('samira@elders.nl');
    await neighbour.read('Het is niet verstuurd. Wat je schreef, staat er nog.');
    expect(field.value).to.equal('samira@elders.nl');
    (await neighbour.see('form.join [type=submit]')).click();
    await neighbour.read('Klik op de link in de mail die we je stuurden');
    const keys = mails(connection).map(({ headers }) => headers.get('idempotency-key'));
    expect(keys).to.have.length(2);
    expect(keys[0]).to.equal(keys[1]);
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.to.contain('elders.nl');
  });

  it('is the same when it is asked again, also when the address of the page changed meanwhile', async () => {
    let turn = 0;
    const failing = problem(500, 'Internal Server Error');
    const { neighbour, connection } = await opened({
      followers: (request) =>
        turn++ === 0 ? failing(request) : Response.json({ asked: true }, { status: 201 }),
    });
    await openForm(neighbour);
    await neighbour.follow();
    await neighbour.read('Het is niet verstuurd. Wat je schreef, staat er nog.');
    const before = location.href;
    history.replaceState(null, '', '?elders=1');
    neighbour.list.requestUpdate();
    await neighbour.list.updateComplete;
    (await neighbour.see('form.join [type=submit]')).click();
    await until('again', () => mails(connection).length === 2);
    history.replaceState(null, '', before);
    const [first, second] = await Promise.all(mails(connection).map((request) => request.text()));
    expect(second).to.equal(first);
  });

  it('can be left without asking, back to the button', async () => {
    const { neighbour } = await opened();
    await openForm(neighbour);
    await neighbour.press('Niet nu');
    await until('focus', () => focused()?.matches('[data-form=follow]'));
  });

  it('is possible by a feed reader and a calendar', async () => {
    const { neighbour, connection } = await opened();
    const buurt = `${connection.endpoint}/buurten/${storyBuurt}`;
    await neighbour.see('.follow-buurt');
    expect(hrefs(neighbour, '.follow-buurt a')).to.deep.equal([`${buurt}/agenda.ics`, `${buurt}/feed.atom`]);
    await neighbour.press(table);
    await neighbour.see('.follow');
    const initiative = `${connection.endpoint}/initiatives/i-tafel`;
    expect(hrefs(neighbour, '.follow a')).to.deep.equal([
      `${initiative}/feed.atom`,
      `${initiative}/agenda.ics`,
    ]);
  });

  it('has nothing that axe finds', async () => {
    const { neighbour } = await opened();
    await neighbour.press('per e-mail');
    await neighbour.see('#email');
    await expect(neighbour.list).to.be.accessible();
  });
});
