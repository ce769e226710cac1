import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import '@buurt/desk/buurt-desk.js';
import { marksIn } from '../../packages/desk/src/paper-fields.js';
import {
  aClosedRoundAtTheDesk,
  aRoundAtTheDesk,
  deskConnection,
  deskId,
  lettersWith,
  loggedOut,
  moderator,
  openAt,
  paperAnswer,
  paperAtTheDesk,
  paperWith,
  roundRunner,
  type DeskAnswers,
} from '../support/desk-endpoint.js';
import { json, offline, problem, silence } from '../support/endpoint.js';
import { Visitor } from '../support/visitor.js';
import { until } from '../support/waiting.js';
import { focused, onThePage } from './budget-vote-stage.js';

type Desk = HTMLElementTagNameMap['buurt-desk'];

const code = 'k7qf m2xa 9trc';

async function opened(answers: DeskAnswers = {}) {
  openAt(`#/round/${deskId(61)}`);
  const server = deskConnection({ session: roundRunner, letters: lettersWith([]), ...answers });
  const page = onThePage(html`<buurt-desk .connection=${server}></buurt-desk>`);
  const visitor = new Visitor<Desk>(page, 'buurt-desk');
  await page.querySelector('buurt-desk')!.updateComplete;
  const sent = async (path: RegExp) =>
    Promise.all(
      server.requests
        .filter(({ method, url }) => method === 'POST' && path.test(url))
        .map((request) => request.clone().json()),
    );
  const reads = () =>
    server.requests.filter(({ method, url }) => method === 'GET' && url.endsWith('/paper')).length;
  const field = (id: string) => visitor.all(`#${id}`)[0] as HTMLInputElement;
  return { visitor, sent, reads, field };
}

const focusOn = (selector: string) => until(`focus on ${selector}`, () => focused()?.matches(selector));

async function typed(answers: DeskAnswers = {}, pass = 'Typ biljetten in', marks = '1 2') {
  const screen = await opened({ paper: paperAtTheDesk, ...answers });
  await screen.visitor.press(pass);
  await screen.visitor.type('code', code);
  await screen.visitor.type('marks', marks);
  await screen.visitor.press('Bewaar en door');
  return screen;
}

describe('Marks on a ballot on paper', () => {
  const { plans } = paperWith();
  for (const [text, expression, marks] of [
    ['2 1', 'approve', [[2], [1]]],
    ['2,1;4', 'rank', [[2], [1], [4]]],
    [
      '2=6, 4 = 4',
      'allocate',
      [
        [2, 6],
        [4, 4],
      ],
    ],
    [
      '2:6 4:-1',
      'score',
      [
        [2, 6],
        [4, -1],
      ],
    ],
  ] as const)
    it(`are read from “${text}”`, () => {
      const read = marksIn(text, { expression, plans });
      expect(read).to.deep.equal({ marks: marks.map(([number, points = null]) => ({ number, points })) });
    });
  for (const [text, expression, found] of [
    [' ', 'approve', { code: 'empty', what: '' }],
    ['2 x', 'approve', { code: 'unreadable', what: 'x' }],
    ['2=6', 'approve', { code: 'unreadable', what: '2=6' }],
    ['2', 'allocate', { code: 'unreadable', what: '2' }],
    ['2 5', 'approve', { code: 'not-on-ballot', what: '5' }],
    ['2 2', 'rank', { code: 'doubled', what: '2' }],
  ] as const)
    it(`are not read from “${text}” on a ballot of ${expression}`, () => {
      expect(marksIn(text, { expression, plans })).to.deep.equal({ problem: found });
    });
});

describe('Ballots on paper at the desk', () => {
  beforeEach(async () => {
    localStorage.clear();
    sessionStorage.clear();
    await setViewport({ width: 1280, height: 800 });
  });
  afterEach(() => openAt(''));

  it('are not there for who does not run votes, nor before the round is open', async () => {
    const { visitor, reads } = await opened({ session: moderator });
    await visitor.read('Je kunt deze stemronde bekijken.');
    const early = await opened({ round: aRoundAtTheDesk({ state: 'announced' }) });
    await early.visitor.read('Nog niet begonnen');
    expect(visitor.all('buurt-desk-paper').length + early.visitor.all('buurt-desk-paper').length).to.equal(0);
    expect(reads() + early.reads()).to.equal(0);
  });

  it('are typed over with the keyboard alone, one after the other', async () => {
    const { visitor, sent, field } = await opened();
    await visitor.press('Typ biljetten in');
    for (const marks of ['2 1', '4']) {
      await focusOn('#code');
      await sendKeys({ type: code });
      await sendKeys({ press: 'Enter' });
      await focusOn('#marks');
      await sendKeys({ type: marks });
      await sendKeys({ press: 'Enter' });
      await until('an empty field', () => field('code').value === '' && field('marks').value === '');
    }
    await visitor.read('Bewaard: 4 Verlichting op het pad.');
    await visitor.read('2 biljetten gedaan sinds je begon.');
    expect(await sent(/paper-ballots$/)).to.deep.equal([
      {
        ...{ pass: 'first', code, voidReason: null },
        marks: [
          { number: 2, points: null },
          { number: 1, points: null },
        ],
      },
      { pass: 'first', code, voidReason: null, marks: [{ number: 4, points: null }] },
    ]);
  });

  it('are shown by their titles while they are typed, with what takes part no more', async () => {
    const { visitor } = await opened();
    await visitor.press('Typ biljetten in');
    await visitor.type('marks', '2 3');
    await visitor.read(
      '2 Lange tafel op het Rozenplein · 3 Speeltuin voor de kleintjes (doet niet meer mee)',
    );
  });

  it('leave nothing on the device, nor in what is said', async () => {
    const { visitor, field } = await typed();
    await visitor.read('Bewaard: 1 Bankjes');
    await until('an empty field', () => field('code').value === '');
    expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }])).not.to.match(/k7qf|9trc/i);
    expect(visitor.all('buurt-desk-paper')[0]!.shadowRoot!.textContent).not.to.match(/k7qf m2xa 9trc/i);
  });

  it('can be undone right after, and are then in the fields again', async () => {
    const { visitor, sent, field } = await typed();
    await visitor.press('Maak ongedaan');
    await visitor.read('Het is weggehaald.');
    await focusOn('#marks');
    expect([field('code').value, field('marks').value]).to.deep.equal([code, '1 2']);
    expect(await sent(/removal$/)).to.have.length(1);
    await visitor.press('Bewaar en door');
    await visitor.read('1 biljet gedaan sinds je begon.');
  });

  it('are not sent with what cannot stand there', async () => {
    const { visitor, sent } = await typed({}, 'Typ biljetten in', '1 9');
    await visitor.read('Plan 9 staat niet op dit biljet.');
    await focusOn('#marks[aria-invalid=true]');
    await visitor.type('code', '  ');
    await visitor.press('Bewaar en door');
    await visitor.read('Typ de code van het biljet over.');
    await focusOn('#code[aria-invalid=true]');
    expect(await sent(/paper-ballots$/)).to.have.length(0);
  });

  it('that the rules do not allow are entered as void, with a press', async () => {
    let asked = 0;
    const { visitor, sent } = await typed({
      enteringPaper: () => {
        asked += 1;
        return json(
          asked > 1
            ? paperAnswer()
            : paperAnswer({
                ...{ outcome: 'refused-by-rules', id: null },
                sentences: { nl: ['Je koos 4 plannen.'], en: ['You chose 4 plans.'] },
              }),
        );
      },
    });
    await focusOn('.refused');
    await visitor.read('Je koos 4 plannen.');
    await visitor.press('Bewaar als ongeldig: tegen de regels');
    await visitor.read('Bewaard: Ongeldig: tegen de regels.');
    const [, second] = await sent(/paper-ballots$/);
    expect(second).to.deep.equal({ pass: 'first', code, marks: [], voidReason: 'against-rules' });
  });

  it('without a code go another way, and need none', async () => {
    const { visitor, sent, field } = await opened();
    await visitor.press('Typ biljetten in');
    const kind = (await visitor.see('#kind')) as HTMLSelectElement;
    kind.value = 'no-code';
    kind.dispatchEvent(new Event('change', { bubbles: true }));
    await until('no fields', () => field('code') === undefined && field('marks') === undefined);
    await visitor.press('Bewaar en door');
    await visitor.read('Bewaard: Ongeldig: geen code');
    expect(await sent(/paper-without-code$/)).to.deep.equal([{ pass: 'first' }]);
    await focusOn('#code');
  });

  for (const [outcome, said] of [
    ['code-malformed', 'Er zit een fout in de code.'],
    ['code-unknown', 'Deze code is niet van deze stemronde.'],
    ['not-typed-yet', 'nog niet voor de eerste keer ingetypt'],
    ['not-different', 'geen verschil bekend'],
  ] as const)
    it(`stay in the fields when the code is ${outcome}`, async () => {
      const { visitor, field } = await typed({ enteringPaper: paperAnswer({ outcome, id: null }) });
      await visitor.read(said);
      await focusOn('#code[aria-invalid=true]');
      expect(field('marks').value).to.equal('1 2');
    });

  for (const [answer, said] of [
    [{ outcome: 'settled', result: 'counted' }, 'Het is geteld.'],
    [{ outcome: 'settled', result: 'voted' }, 'Dit huis stemde al'],
    [{ outcome: 'settled', result: 'replaced' }, 'De brief is vervangen'],
    [{ outcome: 'settled-before', result: 'counted' }, 'Dit biljet was al klaar. Leg het weg. Geteld.'],
    [{ outcome: 'typed-by-you' }, 'Nu is een collega aan de beurt.'],
    [{ outcome: 'typed-by-colleague' }, 'Een collega typte dit biljet al in.'],
    [{ outcome: 'different' }, 'Leg dit biljet apart.'],
  ] as const)
    it(`are followed by the next with “${said}”`, async () => {
      const { visitor, field, sent } = await typed(
        { enteringPaper: paperAnswer({ id: null, ...answer }) },
        'Typ ze voor de tweede keer in',
      );
      await visitor.read(said);
      await focusOn('#code');
      expect(field('code').value).to.equal('');
      expect((await sent(/paper-ballots$/))[0]).to.include({ pass: 'second' });
      expect(visitor.all('.notice .button')).to.have.length(0);
    });

  it('say that it is the second time, and do not show the first', async () => {
    const { visitor } = await opened({ paper: paperAtTheDesk });
    await visitor.read('3 biljetten van een collega wachten op jou');
    await visitor.press('Typ ze voor de tweede keer in');
    await visitor.read('De tweede keer');
    await visitor.read('Je ziet niet wat.');
    expect(visitor.all('.differences')).to.have.length(0);
  });

  it('of which people typed different things are listed with who typed what', async () => {
    const { visitor, sent } = await opened({ paper: paperAtTheDesk });
    await visitor.read('Verschil 2');
    const rows = visitor.all('.differences tr').map((row) => row.innerText.replaceAll(/\s+/g, ' ').trim());
    expect(rows).to.deep.equal([
      'Plan Els Visser Jij',
      '1. Bankjes langs het water ja ja',
      '2. Lange tafel op het Rozenplein anders ja –',
      '4. Verlichting op het pad anders – ja',
      'Plan Een oud-collega Els Visser',
      'Ongeldig anders niet duidelijk –',
      '4. Verlichting op het pad anders – ja',
    ]);
    await visitor.press('Kijk een biljet na');
    await visitor.type('code', code);
    await visitor.type('marks', '1');
    await visitor.press('Bewaar en door');
    await until('a third look', async () => (await sent(/paper-ballots$/)).length === 1);
    expect((await sent(/paper-ballots$/))[0]).to.include({ pass: 'third' });
  });

  it('are counted in words, and anew after typing', async () => {
    const { visitor, reads } = await opened({ paper: paperAtTheDesk });
    await visitor.read('Ongeldig: tegen de regels');
    const facts = visitor.all('buurt-desk-paper')[0]!.shadowRoot!.querySelectorAll('.counts > div');
    expect([...facts].map((each) => (each as HTMLElement).innerText.replaceAll(/\s+/g, ' '))).to.deep.equal([
      'Ingetypt 50',
      'Wacht op een collega 5',
      'Anders getypt 2',
      'Geteld 38',
      'Telt niet: dit huis stemde al 2',
      'Ongeldig: niets ingevuld 1',
      'Ongeldig: tegen de regels 2',
    ]);
    await visitor.press('Typ biljetten in');
    await visitor.press('Klaar');
    await focusOn('[data-opens=first]');
    await until('the counts anew', () => reads() === 2);
  });

  it('are only counted once the round is over, when there are any', async () => {
    const over = { round: aClosedRoundAtTheDesk() };
    const { visitor } = await opened({
      ...over,
      paper: paperWith({ counts: { waiting: 1 }, became: { counted: 4 } }),
    });
    await visitor.read('Niet door twee mensen hetzelfde getypt');
    expect(visitor.all('[data-opens=first]')).to.have.length(0);
    const none = await opened(over);
    await until('the question', () => none.reads() === 1);
    await none.visitor.read('173 stembiljetten.');
    expect(none.visitor.all('.paper-title')).to.have.length(0);
  });

  it('stay in the fields without network, and are sent again', async () => {
    let isOffline = true;
    const { visitor, field } = await typed({
      enteringPaper: (request) => (isOffline ? offline(request) : json(paperAnswer())),
    });
    await visitor.read('Het is niet bewaard.');
    await focusOn('.failure');
    expect(field('code').value).to.equal(code);
    isOffline = false;
    await visitor.press('Bewaar en door');
    await visitor.read('Bewaard: 1 Bankjes');
  });

  it('are sent once, however often is pressed', async () => {
    const { visitor, sent } = await typed({ enteringPaper: silence });
    await visitor.press('Bezig');
    expect(await sent(/paper-ballots$/)).to.have.length(1);
  });

  it('are refused when the round was closed meanwhile, and the round is asked for again', async () => {
    let asked = 0;
    const { visitor } = await typed({
      round: () => {
        asked += 1;
        return json(asked > 1 ? aClosedRoundAtTheDesk() : aRoundAtTheDesk());
      },
      enteringPaper: problem(409, 'Gesloten', { type: 'urn:buurt:problem:closed' }),
    });
    await visitor.read('173 stembiljetten.');
  });

  it('end with the session', async () => {
    let isOver = false;
    const { visitor, field } = await typed({
      session: (request) => (isOver ? loggedOut(request) : json(roundRunner)),
      enteringPaper: (request) => {
        isOver = true;
        return loggedOut(request);
      },
    });
    await visitor.read('Vul je mailadres van het werk in.');
    expect(field('code')).to.equal(undefined);
  });

  it('can be asked for again when they do not come', async () => {
    let isOffline = true;
    const { visitor } = await opened({
      paper: (request) => (isOffline ? offline(request) : json(paperWith())),
    });
    await visitor.read('De stembiljetten laden nu niet.');
    isOffline = false;
    await visitor.press('Probeer opnieuw');
    await visitor.read('Er is nog geen biljet ingetypt.');
  });
});
