import { expect } from '@open-wc/testing';
import type { BuurtCashbook } from '@buurt/cashbook';
import type { BuurtMyInitiative } from '@buurt/my-initiative';
import { html, render, type TemplateResult } from 'lit';
import '@buurt/cashbook/buurt-cashbook.js';
import '@buurt/my-initiative/buurt-my-initiative.js';
import { cashbookConnection } from '../support/cashbook-endpoint.js';
import { offline, problem, storyBuurt, storyConnection } from '../support/endpoint.js';
import { listConnection } from '../support/initiative-endpoint.js';
import { mapConnection } from '../support/map-endpoint.js';
import { makerConnection, openLink } from '../support/my-initiative-endpoint.js';
import { Neighbour } from '../support/neighbour.js';
import { MapVisitor } from '../support/map-visitor.js';
import { Resident, until } from '../support/resident.js';
import { voteConnection } from '../support/vote-endpoint.js';
import { Visitor } from '../support/visitor.js';
import { Voter } from '../support/voter.js';

const help = html`<p slot="help">Bel ons: 012 345 67 89.</p>`;

/** Puts a widget on an empty page, and finds the help that the page wrote inside it. */
function onThePage(content: TemplateResult) {
  for (const old of document.querySelectorAll('main')) old.remove();
  const page = document.createElement('main');
  document.body.append(page);
  render(content, page);
  const words = page.querySelector<HTMLElement>('[slot=help]')!;
  /** The element around the slot in which the help stands; a slot in a part of the widget may be filled by another. */
  const place = () => {
    let slot = words.assignedSlot;
    while (slot?.assignedSlot) slot = slot.assignedSlot;
    return slot?.parentElement ?? undefined;
  };
  return { page, isShown: () => words.getClientRects().length > 0, place };
}

/** Waits until the help stands inside this. */
const standsIn = (stage: ReturnType<typeof onThePage>, selector: string) =>
  until(
    `help in ${selector}`,
    () => stage.isShown() && (stage.place()?.closest(selector) ?? stage.place()?.matches(selector)),
  );

describe('the help that a page writes in the idea form', () => {
  const form = (answers = {}) =>
    onThePage(
      html`<buurt-idea-form draft="off" buurt=${storyBuurt} .connection=${storyConnection(answers)}
        >${help}</buurt-idea-form
      >`,
    );

  it('stands at the end of each step', async () => {
    const stage = form();
    const resident = new Resident(stage.page);
    await resident.read('Wat is je idee?');
    await resident.tellIdea();
    for (const title of ['Waar is het?', 'Samen met de buurt', 'Een foto erbij?', 'Wie ben jij?']) {
      await resident.goTo(title);
      expect(stage.isShown(), title).to.equal(true);
      expect(stage.place()?.getAttribute('part')).to.equal('form');
    }
  });

  it('stands beside what went wrong when sending fails', async () => {
    const stage = form({ ideas: problem(400, 'Bad Request', { detail: 'Nee' }) });
    const resident = new Resident(stage.page);
    await resident.read('Wat is je idee?');
    await resident.fillIn();
    await resident.press('Verstuur je idee');
    await standsIn(stage, '.failure');
  });

  it('stands there also when the tag is wrongly set up', async () => {
    const stage = onThePage(html`<buurt-idea-form>${help}</buurt-idea-form>`);
    await until('help', stage.isShown);
  });
});

describe('the help that a page writes in the vote', () => {
  const vote = (answers = {}) =>
    onThePage(
      html`<buurt-budget-vote round="ronde-1" buurt=${storyBuurt} .connection=${voteConnection(answers)}
        >${help}</buurt-budget-vote
      >`,
    );

  it('stands at the end while choosing, beside the field for the code, and beside what went wrong', async () => {
    const stage = vote({ ballots: offline });
    const voter = new Voter(stage.page);
    await voter.add('Bankje op het plein');
    await standsIn(stage, '[part~=vote]');
    await voter.check();
    await standsIn(stage, '.code-field');
    await voter.typeCode();
    await voter.press('Verstuur je stem');
    await standsIn(stage, '.submit-error');
  });

  it('stands there when the vote does not load', async () => {
    const stage = vote({ round: offline });
    await until('button', () => new Voter(stage.page).all('.notice button')[0]);
    await standsIn(stage, '.notice');
  });
});

describe('the help that a page writes in the list', () => {
  const list = (answers = {}) =>
    onThePage(
      html`<buurt-initiative-list buurt=${storyBuurt} history="off" .connection=${listConnection(answers)}
        >${help}</buurt-initiative-list
      >`,
    );

  it('stands at the end, in the dialog while that is open, and at the end again', async () => {
    const stage = list();
    const neighbour = new Neighbour(stage.page);
    await neighbour.read('8 initiatieven');
    await standsIn(stage, '[part~=list]');
    await neighbour.press('Lange tafel op het Rozenplein');
    await standsIn(stage, 'dialog');
    (await neighbour.see('dialog [part~=back]')).click();
    await standsIn(stage, '[part~=list]');
  });

  it('stands in the message when the list does not load', async () => {
    const stage = list({ initiatives: offline });
    await new Neighbour(stage.page).see('.notice');
    await standsIn(stage, '.notice');
  });
});

describe('the help that a page writes in the map card', () => {
  const card = (answers = {}) =>
    onThePage(
      html`<buurt-map-card buurt=${storyBuurt} .connection=${mapConnection(answers)}
        >${help}</buurt-map-card
      >`,
    );

  it('stands at the end, and before the map when that does not load', async () => {
    const stage = card();
    await new MapVisitor(stage.page).read('6 initiatieven op de kaart');
    const at = () => stage.page.querySelector('[slot=help]')!.getBoundingClientRect().top;
    const columns = (each: MapVisitor) => each.all('.columns')[0]!.getBoundingClientRect().top;
    await standsIn(stage, '[part~=map-card]');
    expect(at()).to.be.above(columns(new MapVisitor(stage.page)));
    const broken = card({ boundaries: offline, places: offline, figures: offline });
    const visitor = new MapVisitor(broken.page);
    await visitor.see('.notice');
    await standsIn(broken, '[part~=map-card]');
    expect(broken.page.querySelector('[slot=help]')!.getBoundingClientRect().top).to.be.below(
      columns(visitor),
    );
  });
});

describe('the help that a page writes in the cashbook', () => {
  const book = (connection = cashbookConnection()) =>
    onThePage(html`<buurt-cashbook buurt=${storyBuurt} .connection=${connection}>${help}</buurt-cashbook>`);

  it('stands at the end, and beside what went wrong when that does not load', async () => {
    const stage = book();
    const visitor = new Visitor<BuurtCashbook>(stage.page, 'buurt-cashbook');
    const top = (each?: Element) => each?.getBoundingClientRect().top ?? NaN;
    const helpIn = (page: Element) => top(page.querySelector('[slot=help]') ?? undefined);
    const csv = await visitor.see('[part=csv]');
    await standsIn(stage, '[part~=cashbook]');
    expect(helpIn(stage.page)).to.be.above(top(csv));
    const broken = book(cashbookConnection(offline));
    const other = new Visitor<BuurtCashbook>(broken.page, 'buurt-cashbook');
    await other.see('.notice');
    await standsIn(broken, '.notice');
  });
});

describe('the help that a page writes in the page of a maker', () => {
  const mine = (connection: ReturnType<typeof makerConnection>, link?: string) => {
    openLink(link);
    const stage = onThePage(
      html`<buurt-my-initiative .connection=${connection}>${help}</buurt-my-initiative>`,
    );
    return { stage, visitor: new Visitor<BuurtMyInitiative>(stage.page, 'buurt-my-initiative') };
  };

  it('stands at the end, also beside a form, and beside what went wrong when that does not load', async () => {
    const { stage, visitor } = mine(makerConnection());
    const end = await visitor.see('.own-link');
    await standsIn(stage, '[part~=mine]');
    const bottom = end.getBoundingClientRect().bottom;
    expect(stage.page.querySelector('[slot=help]')!.getBoundingClientRect().top).to.be.at.least(bottom);
    await visitor.press('Vertel hoe het gaat');
    await visitor.see('form.join');
    await standsIn(stage, '[part~=mine]');
    const broken = mine(makerConnection(offline));
    await broken.visitor.see('.notice');
    await standsIn(broken.stage, '.notice');
  });

  it('stands there too when a link does not work', async () => {
    const { stage, visitor } = mine(makerConnection(), 'half');
    await visitor.see('.notice');
    await standsIn(stage, '[part~=mine]');
  });
});
