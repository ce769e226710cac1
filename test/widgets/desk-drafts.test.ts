import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import '@buurt/desk/buurt-desk.js';
import {
  aDraftAtTheDesk,
  aNewDraftAtTheDesk,
  deskConnection,
  deskId,
  moderator,
  openAt,
  roundRunner,
  type DeskAnswers,
} from '../support/desk-endpoint.js';
import { json, offline, problem } from '../support/endpoint.js';
import { Visitor } from '../support/visitor.js';
import { until } from '../support/waiting.js';
import { focused, onThePage } from './budget-vote-stage.js';

type Desk = HTMLElementTagNameMap['buurt-desk'];
const oneDraft = `#/draft/${deskId(71)}`;

async function opened(answers: DeskAnswers = {}, hash = oneDraft) {
  openAt(hash);
  const server = deskConnection({ session: roundRunner, ...answers });
  const page = onThePage(html`<buurt-desk .connection=${server}></buurt-desk>`);
  const visitor = new Visitor<Desk>(page, 'buurt-desk');
  await page.querySelector('buurt-desk')!.updateComplete;
  const sent = (path: RegExp) =>
    server.requests.filter(({ method, url }) => method === 'POST' && path.test(url));
  return { visitor, sent };
}

const focusOn = (selector: string) => until(`focus on ${selector}`, () => focused()?.matches(selector));
const value = async (visitor: Visitor<Desk>, selector: string) =>
  ((await visitor.see(selector)) as HTMLInputElement).value;

describe('A round that is thought out at the desk', () => {
  beforeEach(async () => {
    localStorage.clear();
    sessionStorage.clear();
    await setViewport({ width: 1280, height: 800 });
  });
  afterEach(() => openAt(''));

  it('is begun for a buurt where there is something to vote about, and opens', async () => {
    const { visitor, sent } = await opened({}, '#/rounds');
    const buurt = (await visitor.see('#buurt')) as HTMLSelectElement;
    expect([...buurt.options].map((each) => each.textContent.trim())).to.deep.equal([
      'Molenbuurt (1 plan)',
      'Rozenbuurt (3 plannen)',
    ]);
    buurt.value = 'BU0363AA01';
    await visitor.press('Bereid een stemronde voor');
    await until('the draft', () => location.hash === oneDraft);
    await focusOn('.screen-title');
    expect(
      await sent(/round-drafts$/)[0]!
        .clone()
        .json(),
    ).to.deep.equal({ buurt: 'BU0363AA01' });
  });

  it('is not there for who does not run votes', async () => {
    const { visitor } = await opened({ session: moderator }, '#/rounds');
    await visitor.read('Buurtbudget 2028');
    expect(visitor.all('#buurt')).to.have.length(0);
  });

  it('says what is still to do, and its rules once nothing is', async () => {
    const { visitor, sent } = await opened({ draft: aNewDraftAtTheDesk() });
    await visitor.read('Vul in: Te verdelen, in euro’s');
    await visitor.type('budget', '10.000');
    await visitor.type('opensAt', '2031-01-10T09:00');
    await visitor.type('closesAt', '2031-01-31T20:00');
    await visitor.type('most', '3');
    await visitor.read('Kies hoogstens 3 plannen.');
    await visitor.read('Nog niet bewaard.');
    const [asked] = sent(/round-check$/).slice(-1);
    expect(await asked!.clone().json()).to.deep.equal({
      ...{ name: 'Buurtbudget Rozenbuurt', intro: '', budgetCents: 10_000_00, ballot: 'approve', most: 3 },
      ...{ opensAt: '2031-01-10T08:00:00.000Z', closesAt: '2031-01-31T19:00:00.000Z' },
      ...{ isWithinBudget: true, counting: 'equalshares' },
      proposals: [
        { initiativeId: deskId(1), costCents: 4_500_00 },
        { initiativeId: deskId(2), costCents: 1_200_00 },
      ],
    });
  });

  it('is saved with the version that was seen, and its plans and costs as they were chosen', async () => {
    const { visitor, sent } = await opened();
    await visitor.see('#plans');
    const [first, , third] = visitor.all('#plans input[type=checkbox]') as [
      HTMLInputElement,
      HTMLInputElement,
      HTMLInputElement,
    ];
    first.click();
    third.click();
    await visitor.read('2 plannen op het stembiljet.');
    const cost = visitor.all('#plans .cost')[2] as HTMLInputElement;
    expect(cost.value).to.equal('9800,50');
    cost.value = '9.000';
    cost.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await visitor.press('Bewaar');
    await visitor.read('Het is bewaard.');
    const { version, plan } = await sent(/changes$/)[0]!
      .clone()
      .json();
    expect(version).to.equal(3);
    expect(plan.proposals).to.deep.equal([
      { initiativeId: deskId(2), costCents: 1_200_00 },
      { initiativeId: deskId(3), costCents: 9_000_00 },
    ]);
  });

  it('keeps what was filled in when a colleague was first, and saves it over theirs only when asked again', async () => {
    let version = 3;
    const { visitor, sent } = await opened({
      draft: () => json(aDraftAtTheDesk({ version, savedBy: version === 3 ? 'Bram de Wit' : 'Els Visser' })),
      actingOnDraft: async (request) => {
        const body = (await request.clone().json()) as { version: number };
        if (body.version === 4) return json({ id: deskId(71) }, 201);
        version = 4;
        return problem(412, 'Dit is intussen veranderd')(request);
      },
    });
    await visitor.type('name', 'Samen beslissen');
    await visitor.press('Bewaar');
    await visitor.read('Een collega heeft dit intussen veranderd.');
    expect(await value(visitor, '#name')).to.equal('Samen beslissen');
    await visitor.read('Laatst bewaard door Els Visser');
    await visitor.press('Bewaar');
    await visitor.read('Het is bewaard.');
    expect(sent(/changes$/)).to.have.length(2);
  });

  it('is made by a colleague of who saved it last, and opens then', async () => {
    const { visitor, sent } = await opened();
    await visitor.press('Maak de stemronde');
    await until('the round', () => location.hash === `#/round/${deskId(71)}`);
    expect(
      await sent(/release$/)[0]!
        .clone()
        .json(),
    ).to.deep.equal({ version: 3 });
    const { visitor: own } = await opened({ draft: aDraftAtTheDesk({ isOfColleague: false }) });
    await own.read('Laat nu een collega ernaar kijken.');
    expect(own.all('button').map((each) => each.textContent.trim())).not.to.include('Maak de stemronde');
  });

  it('is not made while something is changed or missing', async () => {
    const { visitor } = await opened();
    await visitor.read('De stemronde is compleet.');
    await visitor.type('name', 'Anders');
    await visitor.read('Nog niet bewaard.');
    expect(visitor.all('button').map((each) => each.textContent.trim())).not.to.include('Maak de stemronde');
  });

  it('says at the field what cannot be read', async () => {
    const { visitor, sent } = await opened();
    await visitor.type('budget', 'veel geld');
    await visitor.press('Bewaar');
    await visitor.read('Vul een bedrag in, zoals 1250 of 1.250,50.');
    await focusOn('.error-summary');
    await visitor.type('budget', '1.250,50');
    await visitor.press('Bewaar');
    await visitor.read('Het is bewaard.');
    expect(
      (
        await sent(/changes$/)[0]!
          .clone()
          .json()
      ).plan.budgetCents,
    ).to.equal(1_250_50);
  });

  it('goes away only after a second press', async () => {
    const { visitor, sent } = await opened();
    await visitor.press('Gooi weg');
    await focusOn('.form-title');
    await visitor.press('Annuleer');
    await focusOn("[data-opens='removal']");
    await visitor.press('Gooi weg');
    await visitor.press('Ja, gooi weg');
    await until('the list', () => location.hash === '#/rounds');
    expect(sent(/removal$/)).to.have.length(1);
  });

  it('has back what somebody filled in after it did not arrive', async () => {
    const { visitor } = await opened({ actingOnDraft: offline });
    await visitor.type('name', 'Samen beslissen');
    await visitor.press('Bewaar');
    await focusOn('.failure');
    const { visitor: again } = await opened();
    expect(await value(again, '#name')).to.equal('Samen beslissen');
    await again.press('Bewaar');
    await again.read('Het is bewaard.');
    const { visitor: last } = await opened();
    expect(await value(last, '#name')).to.equal('Buurtbudget Rozenbuurt');
  });

  it('is gone once it was made', async () => {
    const { visitor } = await opened({ draft: problem(404, 'Niet hier') });
    await visitor.read('Deze voorbereiding is er niet meer.');
    await visitor.read('Kijk of de stemronde er al is');
  });
});
