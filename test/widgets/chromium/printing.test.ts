import { expect } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { cashbook } from '../../support/cashbook-endpoint.js';
import { everywhere } from '../../support/waiting.js';
import { openRound } from '../../support/round.js';
import { countedBy, equalShares, greedy, resultsOf } from '../../support/results.js';
import { initiatives, manyInitiatives } from '../../support/initiatives.js';
import { opened as openedVote } from '../budget-vote-stage.js';
import { opened as openedCashbook } from '../cashbook-stage.js';
import { opened as openedList } from '../initiative-list-stage.js';
import { opened as openedMap } from '../map-card-stage.js';
import { open, opened as openedMine } from '../my-initiative-stage.js';

/** What is left of a sheet of A4 between the margins of a browser, in CSS pixels. */
const paperPx = 718;

const isShown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
const shownIn = (widget: Element, selector: string): HTMLElement[] =>
  everywhere(widget.shadowRoot as ShadowRoot, selector).filter(isShown);

/** What can only be pressed, filled in or scrolled, and is printed all the same. */
const pressable = (widget: Element): readonly string[] =>
  shownIn(widget, 'button:not(.printed), a.button, input, select, textarea, [role=search]').map(
    ({ outerHTML }) => outerHTML.slice(0, 120),
  );

/** What is wider than the box that it stands in, so that paper loses it. */
const cut = (widget: Element): readonly string[] =>
  shownIn(widget, 'div, section, table, td, th, p, li')
    .filter((each) => !each.matches('.for-reader'))
    .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
    .map(({ outerHTML }) => outerHTML.slice(0, 120));

/** Those of these that lie over each other. */
function overlapping(widget: Element, selector: string): readonly string[] {
  const boxes = shownIn(widget, selector).map((element) => ({
    name: element.className,
    box: element.getBoundingClientRect(),
  }));
  return boxes.flatMap(({ name, box }, at) =>
    boxes
      .slice(at + 1)
      .filter(
        ({ box: other }) =>
          box.left < other.right - 1 &&
          other.left < box.right - 1 &&
          box.top < other.bottom - 1 &&
          other.top < box.bottom - 1,
      )
      .map((other) => `${name} and ${other.name}`),
  );
}

describe('on paper', () => {
  beforeEach(async () => {
    await setViewport({ width: paperPx, height: 600 });
    await emulateMedia({ media: 'print' });
  });
  afterEach(async () => {
    await emulateMedia({ media: 'screen' });
    await setViewport({ width: 800, height: 600 });
  });

  it('a vote holds the plans whole and the choice, and nothing to press', async () => {
    const { voter } = await openedVote({ round: openRound });
    await voter.add('Bankje op het plein');
    expect(pressable(voter.vote)).to.deep.equal([]);
    expect(cut(voter.vote)).to.deep.equal([]);
    expect(overlapping(voter.vote, '.head, .rules, .card, .yours, .bar-box')).to.deep.equal([]);
    const [bar] = shownIn(voter.vote, '.bar-box');
    expect(bar && getComputedStyle(bar).position).to.equal('static');
    for (const story of shownIn(voter.vote, '.excerpt'))
      expect(story.scrollHeight, story.textContent).to.be.at.most(story.clientHeight + 1);
    for (const card of shownIn(voter.vote, '.card'))
      expect(getComputedStyle(card).breakInside).to.equal('avoid');
    await voter.check();
    expect(pressable(voter.vote)).to.deep.equal([]);
  });

  it('on a wide sheet too the bar lies over nothing', async () => {
    await setViewport({ width: 1500, height: 600 });
    const { voter } = await openedVote();
    await voter.button('Controleer je keuze');
    expect(overlapping(voter.vote, '.head, .rules, .card, .yours, .bar-box')).to.deep.equal([]);
    const [aside] = shownIn(voter.vote, '.bar-box').map((each) => each.parentElement as Element);
    expect(aside && getComputedStyle(aside).position).to.equal('static');
  });

  it('a result shows every reason and every step, and no form', async () => {
    const round = countedBy(equalShares, greedy);
    const { voter } = await openedVote({ round, results: () => Response.json(resultsOf(round)) });
    await voter.read('Alle plannen');
    expect(pressable(voter.vote)).to.deep.equal([]);
    expect(cut(voter.vote)).to.deep.equal([]);
    expect(overlapping(voter.vote, '.head, .summary, [part~=results], .summary ~ section')).to.deep.equal([]);
    const folded = shownIn(voter.vote, 'details').map((each) => each.lastElementChild as Element);
    expect(folded.length).to.be.greaterThan(5);
    for (const each of folded) expect(each.getBoundingClientRect().height).to.be.greaterThan(10);
    expect(shownIn(voter.vote, '.counting table')).to.have.length(2);
    for (const piece of shownIn(voter.vote, '.key li'))
      expect(piece.getBoundingClientRect().right).to.be.at.most(paperPx);
    const reasons = shownIn(voter.vote, 'td.why');
    for (const reason of reasons) expect(reason.getBoundingClientRect().right).to.be.at.most(paperPx);
    expect(reasons.length).to.be.greaterThan(5);
  });

  it('a list holds titles and support, and neither filters nor the way to more', async () => {
    const { neighbour } = await openedList({ initiatives: manyInitiatives(30) });
    await neighbour.see('.more-row');
    expect(pressable(neighbour.list)).to.deep.equal([]);
    expect(cut(neighbour.list)).to.deep.equal([]);
    expect(overlapping(neighbour.list, '.card')).to.deep.equal([]);
    expect(shownIn(neighbour.list, '.more-row, .follow-buurt, .filter')).to.deep.equal([]);
    expect(shownIn(neighbour.list, '.card .title')).to.have.length(12);
    expect(shownIn(neighbour.list, '.support .number').length).to.be.greaterThan(5);
  });

  for (const [name, open] of [
    [
      'an initiative',
      async () => {
        const { neighbour } = await openedList({ initiatives });
        await neighbour.press('Lange tafel op het Rozenplein');
        return { widget: neighbour.list, dialog: await neighbour.see('dialog[open]'), under: '.card' };
      },
    ],
    [
      'a plan',
      async () => {
        const { voter } = await openedVote();
        await voter.button('Controleer je keuze');
        await voter.press('Lees meer: Bomen in de Tulpstraat');
        return { widget: voter.vote, dialog: await voter.see('dialog[open]'), under: '.board' };
      },
    ],
  ] as const)
    it(`${name} that is open stands whole in the place of what it is over, and over it again afterwards`, async () => {
      const { widget, dialog, under } = await open();
      const focus = (dialog.getRootNode() as ShadowRoot).activeElement;
      let closed = 0;
      (dialog.getRootNode() as ShadowRoot).host.addEventListener('close', () => (closed += 1));
      dispatchEvent(new Event('beforeprint'));
      expect(dialog.matches('[open]:not(:modal)')).to.equal(true);
      expect(getComputedStyle(dialog).position).to.equal('static');
      expect(dialog.scrollHeight).to.be.at.most(dialog.clientHeight + 1);
      expect(shownIn(widget, under)).to.deep.equal([]);
      expect(cut(widget)).to.deep.equal([]);
      expect(pressable(widget)).to.deep.equal([]);
      dispatchEvent(new Event('afterprint'));
      expect(dialog.matches(':modal')).to.equal(true);
      expect((dialog.getRootNode() as ShadowRoot).activeElement).to.equal(focus);
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(closed).to.equal(0);
      (dialog as HTMLDialogElement).close();
    });

  it('a cashbook holds every round, and neither the file nor what opens it', async () => {
    const { visitor, element } = await openedCashbook(cashbook, { detailHref: '/initiatief/{id}' });
    await visitor.see('.sums');
    dispatchEvent(new Event('beforeprint'));
    expect(shownIn(element, '.sums')).to.have.length(3);
    expect(shownIn(element, 'tbody tr')).to.have.length(6);
    expect(pressable(element)).to.deep.equal([]);
    expect(shownIn(element, '[part=csv]')).to.deep.equal([]);
    expect(cut(element)).to.deep.equal([]);
    expect(overlapping(element, 'details.round')).to.deep.equal([]);
    dispatchEvent(new Event('afterprint'));
    await element.updateComplete;
    expect(visitor.all('details.round[open]')).to.have.length(1);
  });

  it('the page of a maker holds neighbours and how to reach them, and neither a form nor the secret link', async () => {
    const { visitor, element } = await openedMine();
    await open(visitor, 'Vertel hoe het gaat');
    expect(shownIn(element, '[part=offer]')).to.have.length(3);
    expect(shownIn(element, 'a.contact')).to.have.length(3);
    expect(pressable(element)).to.deep.equal([]);
    expect(shownIn(element, '.own-link, .ending, form')).to.deep.equal([]);
    expect(cut(element)).to.deep.equal([]);
    for (const each of ['section', '.card']) expect(overlapping(element, each)).to.deep.equal([]);
    for (const card of shownIn(element, '.card'))
      expect(getComputedStyle(card).breakInside).to.equal('avoid');
  });

  it('a map names its pins: each has a number, and the list beside it has the same', async () => {
    const { visitor } = await openedMap({ initiatives });
    await visitor.read('6 initiatieven op de kaart');
    expect(pressable(visitor.card)).to.deep.equal([]);
    expect(cut(visitor.card)).to.deep.equal([]);
    const numbers = (selector: string) =>
      shownIn(visitor.card, selector).map((each) => each.dataset['number']);
    expect(numbers('.pin')).to.deep.equal(['1', '2', '3', '4', '5', '6']);
    expect(numbers('.all .marker')).to.deep.equal(numbers('.pin'));
    for (const spot of shownIn(visitor.card, '.all .marker'))
      expect(spot.getBoundingClientRect().height, spot.textContent).to.be.greaterThan(20);
  });

  it('a map of many writes its whole list when it is printed', async () => {
    const many = manyInitiatives(300).map((each, at) => ({
      ...each,
      place: { lat: 52.3684 + ((at * 7919) % 500) / 100_000, lon: 4.8862 + ((at * 104_729) % 880) / 100_000 },
    }));
    const { visitor } = await openedMap({ initiatives: many });
    await visitor.read('300 initiatieven op de kaart');
    expect(shownIn(visitor.card, '.all .marker')).to.have.length(0);
    dispatchEvent(new Event('beforeprint'));
    await visitor.card.updateComplete;
    expect(shownIn(visitor.card, '.all .marker')).to.have.length(300);
  });
});
