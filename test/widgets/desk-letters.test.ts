import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import '@buurt/desk/buurt-desk.js';
import type { DeskLetters } from '@buurt/domain/desk/letters.js';
import {
  aLetterOrder,
  aClosedRoundAtTheDesk,
  deskConnection,
  deskId,
  lettersWith,
  loggedOut,
  madeLetters,
  moderator,
  openAt,
  roundRunner,
  type DeskAnswers,
} from '../support/desk-endpoint.js';
import { json, offline, problem, silence } from '../support/endpoint.js';
import { Visitor } from '../support/visitor.js';
import { until } from '../support/waiting.js';
import { focused, onThePage } from './budget-vote-stage.js';

type Desk = HTMLElementTagNameMap['buurt-desk'];

async function opened(answers: DeskAnswers = {}) {
  openAt(`#/round/${deskId(61)}`);
  const server = deskConnection({ session: roundRunner, ...answers });
  const page = onThePage(html`<buurt-desk .connection=${server}></buurt-desk>`);
  const visitor = new Visitor<Desk>(page, 'buurt-desk');
  await page.querySelector('buurt-desk')!.updateComplete;
  const sent = (path: RegExp) =>
    server.requests.filter(({ method, url }) => method === 'POST' && path.test(url));
  const reads = () =>
    server.requests.filter(({ method, url }) => method === 'GET' && url.endsWith('/letters')).length;
  return { visitor, sent, reads };
}

const focusOn = (selector: string) => until(`focus on ${selector}`, () => focused()?.matches(selector));

/** What the browser would open; nothing is opened in a test. */
async function pageOf(visitor: Visitor<Desk>) {
  const form = (await visitor.see('form[target]')) as HTMLFormElement;
  const asked: { action: string; fields: Record<string, string> }[] = [];
  form.addEventListener('submit', (event) => {
    if (!event.defaultPrevented)
      asked.push({
        action: new URL(form.action).pathname,
        fields: Object.fromEntries(new FormData(form)) as Record<string, string>,
      });
    event.preventDefault();
  });
  return { form, asked };
}

describe('Letters with codes at the desk', () => {
  beforeEach(async () => {
    localStorage.clear();
    sessionStorage.clear();
    await setViewport({ width: 1280, height: 800 });
  });
  afterEach(() => openAt(''));

  it('are not there for who does not run votes, nor once a round is over', async () => {
    const { visitor, reads } = await opened({ session: moderator });
    await visitor.read('Je kunt deze stemronde bekijken.');
    expect(visitor.all('buurt-desk-letters')).to.have.length(0);
    const closed = await opened({ round: aClosedRoundAtTheDesk() });
    await closed.visitor.read('173 stembiljetten.');
    expect(closed.visitor.all('buurt-desk-letters')).to.have.length(0);
    expect(reads() + closed.reads()).to.equal(0);
  });

  it('are ordered with what is filled in, after a look at an example', async () => {
    const { visitor, sent, reads } = await opened({ letters: lettersWith([]) });
    await visitor.press('Bestel brieven');
    await focusOn('.form-title');
    await visitor.type('count', '120');
    await visitor.type('page', 'https://www.example.nl/stem');
    await visitor.type('helpLine', 'Bel 012 345 67 89.');
    await visitor.type('handInUntil', '2020-01-01T10:00');
    await visitor.press('Bestel');
    await focusOn('.error-summary');
    await visitor.read('Kies een moment tussen het begin en het einde van de stemronde.');
    (visitor.all('.act input[type=checkbox]')[0] as HTMLInputElement).click();
    const preview = (await visitor.button('Bekijk een voorbeeld')) as HTMLAnchorElement;
    await until('the example', () => !preview.href.includes('handInUntil'));
    const { pathname, searchParams } = new URL(preview.href);
    expect(pathname).to.match(/\/desk\/rounds\/[^/]+\/letter-preview$/);
    expect(Object.fromEntries(searchParams)).to.deep.equal({
      ...{ sender: 'Wonen Wetering', page: 'https://www.example.nl/stem', helpLine: 'Bel 012 345 67 89.' },
    });
    await visitor.press('Bestel');
    await visitor.read('De brieven zijn besteld.');
    await focusOn('.letters-done');
    const [order] = sent(/letter-orders$/);
    expect(await order!.clone().json()).to.deep.equal({
      ...{ sender: 'Wonen Wetering', page: 'https://www.example.nl/stem', helpLine: 'Bel 012 345 67 89.' },
      ...{ count: 120, handInUntil: null, replaces: null },
    });
    await until('the letters anew', () => reads() === 2);
  });

  for (const [id, typed, said] of [
    ['count', '501', 'Vul een getal in van 1 tot 500.'],
    ['count', 'veel', 'Vul een getal in van 1 tot 500.'],
    ['page', 'www.example.nl', 'Vul het hele adres in'],
    ['page', 'https://example.nl/#stem', 'Vul het hele adres in'],
    ['helpLine', ' ', 'Vul in: Waar krijgen bewoners hulp?'],
  ] as const)
    it(`are not ordered with “${typed}” as ${id}`, async () => {
      const { visitor, sent } = await opened({ letters: lettersWith([]) });
      await visitor.press('Bestel brieven');
      await visitor.type('page', 'https://www.example.nl/stem');
      await visitor.type('helpLine', 'Bel 012 345 67 89.');
      await visitor.type(id, typed);
      await visitor.press('Bestel');
      await focusOn('.error-summary');
      await visitor.read(said);
      expect(sent(/letter-orders/)).to.have.length(0);
    });

  it('keep what was filled in when the order does not arrive, and are ordered once', async () => {
    let isDown = true;
    const { visitor, sent } = await opened({
      letters: lettersWith([], { suggested: { ...aLetterOrder(), count: 3 } }),
      actingOnLetters: (request) => (isDown ? offline(request) : json({ id: deskId(81) }, 201)),
    });
    await visitor.press('Bestel brieven');
    await visitor.press('Bestel');
    await visitor.read('Het is niet gelukt.');
    await focusOn('.failure');
    isDown = false;
    await visitor.press('Bestel');
    await visitor.read('De brieven zijn besteld.');
    const keys = sent(/letter-orders$/).map((each) => each.headers.get('idempotency-key'));
    expect(new Set(keys).size).to.equal(1);
  });

  it('say that too much stands in the letter, and keep what was filled in when the session ends', async () => {
    const letters = lettersWith([], { suggested: { ...aLetterOrder(), count: 3 } });
    const { visitor } = await opened({
      letters,
      actingOnLetters: problem(409, 'De brief past niet', { type: 'urn:buurt:problem:letter-too-full' }),
    });
    await visitor.press('Bestel brieven');
    await visitor.type('helpLine', 'Bel ons.');
    await visitor.press('Bestel');
    await visitor.read('Dit past niet op de eerste bladzijde.');
    let isOver = false;
    const again = await opened({
      letters,
      session: (request) => (isOver ? loggedOut(request) : json(roundRunner)),
      actingOnLetters: loggedOut,
    });
    const helpLine = (await again.visitor.see('#helpLine')) as HTMLInputElement;
    expect(helpLine.value).to.equal('Bel ons.');
    isOver = true;
    await again.visitor.press('Bestel');
    await again.visitor.read('Vul je mailadres van het werk in.');
  });

  it('of a colleague are made by a form that opens a page, once, after what it does is said', async () => {
    let letters: DeskLetters = lettersWith([aLetterOrder()]);
    const { visitor, sent, reads } = await opened({ letters: () => json(letters) });
    await visitor.read('Besteld door Els Visser');
    await visitor.read('Ja, inleveren voor');
    await visitor.press('Maak deze brieven');
    await focusOn('.form-title');
    await visitor.read('Er worden 250 brieven met codes gemaakt.');
    await visitor.read('De codes zijn één keer te zien.');
    const { form, asked } = await pageOf(visitor);
    expect([form.method, form.target, form.rel]).to.deep.equal(['post', '_blank', 'noopener']);
    const button = await visitor.button('Maak de brieven en open ze');
    button.click();
    button.click();
    expect(asked).to.have.length(1);
    expect(asked[0]!.action).to.match(
      new RegExp(`/desk/rounds/${deskId(61)}/letter-orders/${deskId(81)}/release$`),
    );
    expect(asked[0]!.fields).to.deep.equal({ formKey: 'sleutel-van-de-sessie' });
    await visitor.read('De brieven openen in een nieuw tabblad.');
    await focusOn('.letters-done');
    expect(sent(/letter-orders/)).to.have.length(0);
    letters = lettersWith([madeLetters({ id: deskId(81) })]);
    const before = reads();
    document.dispatchEvent(new Event('visibilitychange'));
    await visitor.read('Brief 1 tot en met 248');
    expect(reads()).to.equal(before + 1);
  });

  it('of one’s own are left to a colleague, and can be cancelled', async () => {
    const { visitor, sent } = await opened({
      letters: lettersWith([aLetterOrder({ isOfColleague: false })]),
    });
    await visitor.read('Laat een collega ze nakijken en maken.');
    expect(visitor.words).not.to.include('Maak deze brieven');
    await visitor.press('Annuleer de bestelling');
    await visitor.read('De bestelling is geannuleerd.');
    expect(sent(/cancellation$/)).to.have.length(1);
  });

  it('are ordered again when printing failed, as they were', async () => {
    const made = madeLetters();
    const { visitor, sent } = await opened({ letters: lettersWith([made]) });
    await visitor.press('Printen mislukt?');
    await visitor.read('Alle 248 brieven van deze bestelling worden opnieuw gemaakt');
    await visitor.read('Dan telt die stem niet meer.');
    await visitor.press('Bestel ze opnieuw');
    await visitor.read('De brieven zijn besteld.');
    expect(
      await sent(/letter-orders$/)[0]!
        .clone()
        .json(),
    ).to.deep.equal({
      ...{ sender: made.sender, page: made.page, helpLine: made.helpLine, count: 248 },
      ...{ handInUntil: made.handInUntil, replaces: deskId(82) },
    });
  });

  it('are not offered to be made again while they already are', async () => {
    const { visitor } = await opened({
      letters: lettersWith([aLetterOrder({ replaces: deskId(82) }), madeLetters()]),
    });
    await visitor.read('In plaats van eerdere brieven.');
    expect(visitor.words).not.to.include('Printen mislukt?');
  });

  it('say what changed meanwhile, and look anew', async () => {
    const { visitor, reads } = await opened({
      letters: lettersWith([madeLetters()]),
      actingOnLetters: problem(409, 'Dit kan nu niet'),
    });
    await visitor.press('Printen mislukt?');
    await visitor.press('Bestel ze opnieuw');
    await visitor.read('Er is intussen iets veranderd');
    await until('the letters anew', () => reads() === 2);
  });

  it('can be asked again when they do not load', async () => {
    let isDown = true;
    const { visitor } = await opened({
      letters: (request) => (isDown ? offline(request) : json(lettersWith([madeLetters()]))),
    });
    await visitor.read('De brieven laden nu niet.');
    isDown = false;
    await visitor.press('Probeer opnieuw');
    await visitor.read('Brief 1 tot en met 248');
  });

  it('are waited for without hiding the round', async () => {
    const { visitor } = await opened({ letters: silence });
    await visitor.read('Nu sluiten');
    await visitor.read('Even wachten …');
  });
});

describe('A lost letter at the desk', () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  afterEach(() => openAt(''));

  it('is made anew by a form that opens a page, with its number and the key', async () => {
    const { visitor } = await opened({ letters: lettersWith([madeLetters()]) });
    await visitor.press('Een brief is kwijt');
    await focusOn('.form-title');
    const { asked } = await pageOf(visitor);
    await visitor.press('Maak een nieuwe brief');
    await focusOn('.error-summary');
    await visitor.read('Vul het nummer van de brief in.');
    await visitor.type('number', '17');
    await visitor.type('replacementKey', 'K7QF-M2XA-9TR');
    await visitor.press('Maak een nieuwe brief');
    await visitor.read('Deze sleutel klopt niet.');
    expect(asked).to.have.length(0);
    await visitor.type('replacementKey', '0000 0000 0000');
    await visitor.press('Maak een nieuwe brief');
    expect(asked).to.have.length(1);
    expect(asked[0]!.action).to.match(/\/letter-replacements$/);
    expect(asked[0]!.fields).to.deep.equal({
      ...{ number: '17', replacementKey: '0000 0000 0000', formKey: 'sleutel-van-de-sessie' },
    });
    await visitor.read('De nieuwe brief opent in een nieuw tabblad.');
  });

  it('is not offered before there are letters', async () => {
    const { visitor } = await opened({ letters: lettersWith([aLetterOrder()]) });
    await visitor.read('Wacht op een collega');
    expect(visitor.words).not.to.include('Een brief is kwijt');
  });
});
