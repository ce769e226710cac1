import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import '@buurt/desk/buurt-desk.js';
import {
  aClosedRoundAtTheDesk,
  aRoundAtTheDesk,
  deskConnection,
  deskId,
  lettersWith,
  loggedOut,
  moderator,
  openAt,
  roundRunner,
  type DeskAnswers,
} from '../support/desk-endpoint.js';
import { json, offline, problem, silence, type Answer } from '../support/endpoint.js';
import { Visitor } from '../support/visitor.js';
import { until } from '../support/waiting.js';
import { focused, onThePage } from './budget-vote-stage.js';

type Desk = HTMLElementTagNameMap['buurt-desk'];
const oneRound = `#/round/${deskId(61)}`;

async function opened(answers: DeskAnswers = {}, hash = oneRound) {
  openAt(hash);
  const server = deskConnection({ session: roundRunner, ...answers });
  const page = onThePage(html`<buurt-desk .connection=${server}></buurt-desk>`);
  const visitor = new Visitor<Desk>(page, 'buurt-desk');
  await page.querySelector('buurt-desk')!.updateComplete;
  const sent = () => server.requests.filter(({ method }) => method === 'POST');
  return { visitor, sent };
}

const focusOn = (selector: string) => until(`focus on ${selector}`, () => focused()?.matches(selector));
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

describe('The voting rounds of the desk', () => {
  beforeEach(async () => {
    localStorage.clear();
    sessionStorage.clear();
    await setViewport({ width: 1280, height: 800 });
  });
  afterEach(() => openAt(''));

  it('open from the desk and lead back to the inbox, with the focus on what is new', async () => {
    const { visitor } = await opened({}, '#/');
    await visitor.read('Bankjes langs het water');
    await visitor.press('Stemrondes');
    await visitor.read('Buurtbudget 2028');
    await focusOn('.screen-title');
    await visitor.press('Buurtbudget 2027');
    await visitor.read('Kies hoogstens 3 plannen.');
    await focusOn('.screen-title');
    await visitor.press('Alle stemrondes');
    await visitor.read('Buurtbudget 2028');
    await focusOn('.screen-title');
    await visitor.press('Terug naar het postvak');
    await visitor.read('Bankjes langs het water');
    await focusOn('.inbox-title');
  });

  it('say what can be done with a round where it stands', async () => {
    const buttons = async (answers: DeskAnswers) => {
      const { visitor } = await opened(answers);
      await visitor.read('Wat er gedaan is');
      return visitor.all('article > .actions > [data-opens]').map((each) => each.textContent.trim());
    };
    const of = (state: 'announced' | 'open' | 'cancelled') => ({ round: aRoundAtTheDesk({ state }) });
    expect(await buttons(of('announced'))).to.deep.equal([
      'Nu openen',
      'Tekst of tijden veranderen',
      'Niet door laten gaan',
    ]);
    expect(await buttons(of('open'))).to.deep.equal([
      'Tekst of tijden veranderen',
      'Nu sluiten',
      'Niet door laten gaan',
    ]);
    expect(await buttons(of('cancelled'))).to.deep.equal([]);
    expect(await buttons({ round: aClosedRoundAtTheDesk() })).to.deep.equal(['Uitslag verwerken']);
    expect(await buttons({ round: aClosedRoundAtTheDesk({ state: 'settled' }) })).to.deep.equal([]);
    expect(await buttons({ session: moderator })).to.deep.equal([]);
  });

  it('close a round only after it was said what that means, and send it once', async () => {
    const { visitor, sent } = await opened();
    await visitor.press('Nu sluiten');
    await visitor.read('Dit kan niet terug.');
    await focusOn('.form-title');
    await visitor.press('Annuleer');
    await focusOn("[data-opens='closing']");
    expect(sent()).to.have.length(0);
    await visitor.press('Nu sluiten');
    await visitor.press('Sluit de stemronde');
    await visitor.read('De stemronde is gesloten.');
    await focusOn('.screen-title');
    expect(sent().map(({ url }) => new URL(url).pathname.split('/').at(-1))).to.deep.equal(['closing']);
  });

  it('settle a result with who promises the money and by when', async () => {
    const { visitor, sent } = await opened({ round: aClosedRoundAtTheDesk() });
    await visitor.press('Uitslag verwerken');
    expect(((await visitor.see('#who')) as HTMLInputElement).value).to.equal('Wonen Wetering');
    await visitor.type('who', ' ');
    await visitor.press('Verwerk de uitslag');
    await visitor.read('Vul in: Wie zorgt voor het geld?');
    await visitor.read('Kies een dag.');
    await focusOn('.error-summary');
    expect(sent()).to.have.length(0);
    await visitor.type('who', ' Wonen Wetering ');
    await visitor.type('dueOn', '2027-05-01');
    await visitor.press('Verwerk de uitslag');
    await visitor.read('De uitslag is verwerkt.');
    expect(await sent()[0]!.clone().json()).to.deep.equal({ who: 'Wonen Wetering', dueOn: '2027-05-01' });
  });

  it('send only what was changed, in the time of the Netherlands', async () => {
    const round = aRoundAtTheDesk({ closesAt: '2031-07-01T18:00:00.000Z' });
    const { visitor, sent } = await opened({ round });
    await visitor.press('Tekst of tijden veranderen');
    await visitor.read('Er zijn codes gemaakt voor 250 brieven.');
    expect(((await visitor.see('#closesAt')) as HTMLInputElement).value).to.equal('2031-07-01T20:00');
    expect(visitor.all('#opensAt')).to.have.length(0);
    await visitor.type('closesAt', '2032-01-15T20:00');
    await visitor.press('Bewaar');
    await visitor.read('Het is veranderd.');
    expect(await sent()[0]!.clone().json()).to.deep.equal({ closesAt: '2032-01-15T19:00:00.000Z' });
  });

  it('send both times of a round that has not begun, and name a moment that no clock shows', async () => {
    const round = aRoundAtTheDesk({ state: 'announced', opensAt: inDays(100), closesAt: inDays(120) });
    const { visitor, sent } = await opened({ round });
    await visitor.press('Tekst of tijden veranderen');
    // In that night the clocks go from two to three.
    await visitor.type('opensAt', '2031-03-30T02:30');
    await visitor.press('Bewaar');
    await visitor.read('Kies een dag en een tijd die bestaan.');
    expect(sent()).to.have.length(0);
    await visitor.type('opensAt', '2031-03-30T09:00');
    await visitor.press('Bewaar');
    await visitor.read('Het is veranderd.');
    expect(await sent()[0]!.clone().json()).to.deep.equal({ opensAt: '2031-03-30T07:00:00.000Z' });
  });

  it('say at the field what the server finds wrong', async () => {
    const refused = problem(400, 'Er klopt iets niet', {
      errors: [
        { pointer: '/name', code: 'doubled', detail: 'Dit staat er al.' },
        { pointer: '/closesAt', code: 'out-of-range', detail: 'Dit getal kan hier niet.' },
      ],
    });
    const { visitor } = await opened({ actingOnRound: refused });
    await visitor.press('Tekst of tijden veranderen');
    await visitor.type('name', 'Buurtbudget 2028');
    await visitor.press('Bewaar');
    await visitor.read('Een andere stemronde van deze buurt heet al zo.');
    await visitor.read('Kies een later moment');
    await focusOn('.error-summary');
    expect(((await visitor.see('#name')) as HTMLInputElement).value).to.equal('Buurtbudget 2028');
  });

  it('say what somebody else did first, and show the round as it is then', async () => {
    let isClosed = false;
    const { visitor } = await opened({
      round: () => json(isClosed ? aClosedRoundAtTheDesk({ id: deskId(61) }) : aRoundAtTheDesk()),
      actingOnRound: (request) => {
        isClosed = true;
        return problem(409, 'Dit kan nu niet', { detail: 'De stemronde is gesloten.' })(request);
      },
    });
    await visitor.press('Nu sluiten');
    await visitor.press('Sluit de stemronde');
    await visitor.read('173 stembiljetten.');
    expect(visitor.all('[data-opens]').map((each) => each.textContent.trim())).to.deep.equal([
      'Uitslag verwerken',
    ]);
  });

  it('keep a form that did not arrive, and send it again under the same key', async () => {
    let isOffline = true;
    const { visitor, sent } = await opened({
      round: aClosedRoundAtTheDesk(),
      actingOnRound: (request) => (isOffline ? offline(request) : json({ id: deskId(61) }, 201)),
    });
    await visitor.press('Uitslag verwerken');
    await visitor.type('dueOn', '2027-05-01');
    await visitor.press('Verwerk de uitslag');
    await focusOn('.failure');
    isOffline = false;
    await visitor.press('Verwerk de uitslag');
    await visitor.read('De uitslag is verwerkt.');
    const keys = sent().map(({ headers }) => headers.get('idempotency-key'));
    expect(keys.length).to.be.greaterThan(1);
    expect(new Set(keys).size).to.equal(1);
  });

  it('keep what somebody filled in when their session ends', async () => {
    let isOver = false;
    const during =
      (answer: Answer): Answer =>
      (request) =>
        isOver ? loggedOut(request) : answer(request);
    const { visitor } = await opened({
      session: during(() => json(roundRunner)),
      round: during(() => json(aClosedRoundAtTheDesk())),
      actingOnRound: during(() => json({ id: deskId(61) }, 201)),
    });
    await visitor.press('Uitslag verwerken');
    await visitor.type('who', 'De gemeente');
    isOver = true;
    await visitor.type('dueOn', '2027-05-01');
    await visitor.press('Verwerk de uitslag');
    await visitor.read('Vul je mailadres van het werk in.');
    const { visitor: again } = await opened({ round: aClosedRoundAtTheDesk() });
    expect(((await again.see('#who')) as HTMLInputElement).value).to.equal('De gemeente');
  });

  it('have a word for each state', async () => {
    const { visitor } = await opened({ round: silence });
    await visitor.read('Even wachten');
    const { visitor: gone } = await opened({ round: problem(404, 'Niet hier') });
    await gone.read('Deze stemronde is er niet');
    const { visitor: none } = await opened({ rounds: [] }, '#/rounds');
    await none.read('Er is nog geen stemronde');
  });

  const announced = aRoundAtTheDesk({ state: 'announced', letters: { good: 0, voided: 0 } });
  const plans = (visitor: Visitor<Desk>) => visitor.all('[data-plan]').map(({ dataset }) => dataset['plan']);

  it('let a plan be changed before people vote, and withdrawn until the end', async () => {
    const coming = await opened({ round: announced });
    await coming.visitor.read('Wat er gedaan is');
    expect(plans(coming.visitor)).to.deep.equal(
      ['K4T-1PX', 'K4T-2PX', 'K4T-4PX'].flatMap((id) => [`changes ${id}`, `withdrawal ${id}`]),
    );
    const open = await opened();
    await open.visitor.read('Wat er gedaan is');
    expect(plans(open.visitor)).to.deep.equal(
      ['K4T-1PX', 'K4T-2PX', 'K4T-4PX'].map((id) => `withdrawal ${id}`),
    );
    for (const answers of [{ round: aClosedRoundAtTheDesk() }, { session: moderator }]) {
      const { visitor } = await opened(answers);
      await visitor.read('Wat er gedaan is');
      expect(plans(visitor)).to.deep.equal([]);
    }
  });

  it('change of a plan only what is new, and say what is wrong with it', async () => {
    const { visitor, sent } = await opened({ round: announced });
    await visitor.press('Veranderen');
    await focusOn('.form-title');
    await visitor.press('Bewaar');
    await visitor.read('Je hebt nog niets veranderd.');
    await visitor.type('title', ' ');
    await visitor.type('costCents', 'veel');
    await visitor.press('Bewaar');
    await focusOn('.error-summary');
    await visitor.read('Vul een titel in.');
    await visitor.read('Vul een bedrag in');
    expect(sent()).to.have.length(0);
    await visitor.type('title', 'Bankjes langs het water');
    await visitor.type('costCents', '1.250,50');
    await visitor.press('Bewaar');
    await visitor.read('Het plan is veranderd.');
    await focusOn('.screen-title');
    const [request] = sent();
    expect(new URL(request!.url).pathname).to.match(/\/proposals\/K4T-1PX\/changes$/);
    expect(await request!.clone().json()).to.deep.equal({ costCents: 1_250_50 });
  });

  it('say that letters may be printed, and that a plan does not fit the money', async () => {
    const { visitor } = await opened({
      round: aRoundAtTheDesk({ state: 'announced' }),
      actingOnPlan: problem(400, 'Er klopt iets niet', {
        errors: [{ pointer: '/proposals/0/costCents', code: 'out-of-range', detail: 'Te veel' }],
      }),
    });
    await visitor.press('Veranderen');
    await visitor.read('Er zijn codes gemaakt voor 250 brieven.');
    await visitor.read('misschien andere nummers');
    await visitor.type('costCents', '99999');
    await visitor.press('Bewaar');
    await focusOn('.error-summary');
    await visitor.read('Zo past het plan niet meer in deze stemronde');
  });

  it('withdraw a plan only after it was said what that means, and come back to the button', async () => {
    const { visitor, sent } = await opened({ letters: lettersWith([]) });
    await visitor.press('Terugtrekken');
    await visitor.read('Dit kan niet terug.');
    await visitor.read('krijgen de indiener en volgers een mail');
    await visitor.press('Annuleer');
    await focusOn("[data-plan='withdrawal K4T-1PX']");
    await visitor.press('Terugtrekken');
    await visitor.press('Trek het plan terug');
    await visitor.read('Het plan is teruggetrokken.');
    expect(sent().map(({ url }) => new URL(url).pathname.split('/').slice(-2))).to.deep.equal([
      ['K4T-1PX', 'withdrawal'],
    ]);
  });

  it('keep what was typed of a plan without network, and say so when the round is open by now', async () => {
    let answer: Answer = offline;
    const { visitor } = await opened({ round: announced, actingOnPlan: (request) => answer(request) });
    await visitor.press('Veranderen');
    await visitor.type('title', 'Bankjes aan de gracht');
    await visitor.press('Bewaar');
    await visitor.read('Het is niet gelukt.');
    await focusOn('.failure');
    expect(((await visitor.see('#title')) as HTMLInputElement).value).to.equal('Bankjes aan de gracht');
    answer = problem(409, 'De stemronde is open');
    await visitor.press('Bewaar');
    await visitor.read('kijk eerst hoe die er nu voor staat');
  });
});
