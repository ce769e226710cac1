import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import '@buurt/desk/buurt-desk.js';
import type { DeskMail } from '@buurt/domain/desk/mails.js';
import {
  admin,
  adminOfBuurt,
  aMailAtTheDesk,
  deskConnection,
  deskId,
  entries,
  inboxWith,
  loggedOut,
  mailsAtTheDesk,
  openAt,
  reader,
  type DeskAnswers,
} from '../support/desk-endpoint.js';
import { json, offline, problem, type Answer } from '../support/endpoint.js';
import { Visitor } from '../support/visitor.js';
import { until } from '../support/waiting.js';
import { focused, onThePage } from './budget-vote-stage.js';

type Desk = HTMLElementTagNameMap['buurt-desk'];

async function opened(answers: DeskAnswers = {}, hash = '#/settings/undelivered') {
  openAt(hash);
  const server = deskConnection({ session: admin, ...answers });
  const page = onThePage(html`<buurt-desk .connection=${server}></buurt-desk>`);
  const visitor = new Visitor<Desk>(page, 'buurt-desk');
  await page.querySelector('buurt-desk')!.updateComplete;
  const asked = (method: string, path: RegExp) =>
    server.requests.filter((each) => each.method === method && path.test(each.url));
  return { visitor, asked, page };
}

const focusOn = (selector: string) => until(`focus on ${selector}`, () => focused()?.matches(selector));
const first = 'Besluit over een idee, Bankjes langs het water';

/** A server with mails, from which one goes that somebody acts on. */
function mailsThatGo(
  all: readonly DeskMail[] = mailsAtTheDesk.mails,
): Pick<DeskAnswers, 'mails' | 'actingOnMail'> {
  let mails = all;
  return {
    mails: () => json({ mails, count: mails.length, waiting: all.length - mails.length }),
    actingOnMail: ({ url }) => {
      mails = mails.filter(({ id }) => !url.includes(id));
      return json({ id: deskId(7) }, 201);
    },
  };
}

describe('Mails that did not arrive, at the desk', () => {
  beforeEach(async () => {
    localStorage.clear();
    sessionStorage.clear();
    await setViewport({ width: 1280, height: 800 });
  });
  afterEach(() => openAt(''));

  it('say to whom, about what, since when, how often, why in words, and what the mail server said', async () => {
    const { visitor } = await opened();
    await visitor.read('12 andere mails wachten op hun beurt of zijn onderweg.');
    const [refused, toStaff, putOff] = visitor
      .all('.rows > li')
      .map((each) => each.textContent.replaceAll(/\s+/g, ' '));
    for (const words of [
      ...['Besluit over een idee', 'Over “Bankjes langs het water”', 'Aan fatima@voorbeeld.nl'],
      ...['De mailserver kent dit adres niet.', '20 november 2026', '10:00', '1 keer geprobeerd'],
      ...['We proberen het niet meer.', 'Rozenbuurt', '550 5.1.1 <(address)>: Recipient address rejected'],
    ])
      expect(refused).to.contain(words);
    expect(toStaff).to.contain('Link om in te loggen').and.to.contain('gaf geen antwoord');
    expect(putOff).to.contain('We proberen het weer op 20 november 2026').and.to.contain('11:15');
  });

  it('go out again with one press, under one key, and then stand there no more', async () => {
    let isAway = true;
    const going = mailsThatGo();
    const actingOnMail: Answer = (request) =>
      isAway ? offline(request) : (going.actingOnMail as Answer)(request);
    const { visitor, asked } = await opened({ ...going, actingOnMail });
    await visitor.press(`Probeer opnieuw: ${first}`);
    await visitor.read('Het is niet gelukt.');
    await focusOn('.failure');
    isAway = false;
    await visitor.press(`Probeer opnieuw: ${first}`);
    await visitor.read('De mail staat weer klaar om te gaan.');
    await until('the mail is gone', () => visitor.all('.rows > li').length === 2);
    await focusOn('.screen-title');
    const sent = asked('POST', /mails/);
    expect(sent.map(({ url }) => new URL(url).pathname.slice(-42))).to.deep.equal(
      Array.from({ length: sent.length }, () => `${deskId(7)}/retry`),
    );
    expect(new Set(sent.map(({ headers }) => headers.get('idempotency-key'))).size).to.equal(1);
  });

  it('are given up only after a second press, or not at all', async () => {
    const { visitor, asked } = await opened(mailsThatGo());
    await visitor.press(`Stuur niet meer: ${first}`);
    await focusOn('.form-title');
    await visitor.read('De mail wordt gewist en gaat niet meer uit.');
    await visitor.press('Annuleer');
    await focusOn('[data-drops]');
    expect(asked('POST', /mails/)).to.deep.equal([]);
    await visitor.press(`Stuur niet meer: ${first}`);
    await visitor.press('Ja, stuur niet meer');
    await visitor.read('De mail is gewist en gaat niet meer uit.');
    await until('the mail is gone', () => visitor.all('.rows > li').length === 2);
    expect(asked('POST', /removal$/).length).to.equal(1);
  });

  it('say that one went meanwhile, and show what is left', async () => {
    const { visitor, asked } = await opened({ actingOnMail: problem(404, 'Niet hier') });
    await visitor.press(`Probeer opnieuw: ${first}`);
    await visitor.read('Deze mail is intussen verstuurd of onderweg, of iemand gaf hem al op.');
    await until('the list is read again', () => asked('GET', /mails$/).length === 2);
  });

  it('leave the inbox when something is done, also from the list', async () => {
    const { visitor, asked } = await opened(mailsThatGo());
    await visitor.press(`Probeer opnieuw: ${first}`);
    await until('the inbox is read again', () => asked('GET', /inbox/).length === 2);
  });

  it('open from the inbox one by one, and then the next', async () => {
    const mail = entries.find(({ kind }) => kind === 'mail')!;
    const next = { ...mail, id: deskId(9), title: 'Een buur wil meedoen' };
    let waiting = [mail, next];
    const going = mailsThatGo();
    const actingOnMail: Answer = (request) => {
      waiting = waiting.filter(({ id }) => !request.url.includes(id));
      return (going.actingOnMail as Answer)(request);
    };
    const inbox: Answer = () => json(inboxWith(waiting));
    const { visitor } = await opened({ ...going, actingOnMail, inbox }, `#/mail/${deskId(7)}`);
    await visitor.read('Aan fatima@voorbeeld.nl');
    await focusOn('.screen-title');
    await visitor.press(`Probeer opnieuw: ${first}`);
    await visitor.read('De mailserver vraagt om het later opnieuw te proberen.');
    expect(location.hash).to.equal(`#/mail/${deskId(9)}`);
  });

  it('show no address and no button to who may not see how to reach somebody', async () => {
    const mails = [aMailAtTheDesk({ address: null, reason: null })];
    const { visitor } = await opened({ session: reader, mails: { mails, count: 1, waiting: 0 } });
    await visitor.read('Je ziet geen adressen. Om iets met een mail te doen, heb je een andere rol nodig.');
    expect(visitor.all('.presses, details').length).to.equal(0);
  });

  it('of no buurt are for who acts in all of them', async () => {
    const { visitor } = await opened({ session: adminOfBuurt });
    await visitor.read('Link om in te loggen');
    expect(visitor.all('.rows > li').map((each) => each.querySelector('.presses') !== null)).to.deep.equal([
      ...[true, false, true],
    ]);
  });

  it('are done with the keyboard alone, on the smallest screen', async () => {
    await setViewport({ width: 320, height: 640 });
    const { visitor, page } = await opened(mailsThatGo());
    (await visitor.button(`Stuur niet meer: ${first}`)).focus();
    await sendKeys({ press: 'Enter' });
    await focusOn('.form-title');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await until('the mail is gone', () => visitor.all('.rows > li').length === 2);
    expect(page.scrollWidth).to.be.at.most(page.clientWidth);
  });

  it('send to log in who is not logged in any more', async () => {
    let isOver = false;
    const session: Answer = (request) => (isOver ? loggedOut(request) : json(admin));
    const actingOnMail: Answer = (request) => {
      isOver = true;
      return loggedOut(request);
    };
    const { visitor } = await opened({ session, actingOnMail });
    await visitor.press(`Probeer opnieuw: ${first}`);
    await visitor.read('Vul je mailadres van het werk in.');
  });
});
