import { expect } from '@open-wc/testing';
import { cashbook } from '../support/cashbook-endpoint.js';
import { json, problem } from '../support/endpoint.js';
import { everywhere, until } from '../support/waiting.js';
import { closedRound, roundWith } from '../support/round.js';
import { countedBy, greedy, resultsOf } from '../support/results.js';
import { initiatives, manyInitiatives } from '../support/initiatives.js';
import { running } from '../support/my-initiative-endpoint.js';
import { opened as openedVote } from './budget-vote-stage.js';
import { opened as openedCashbook } from './cashbook-stage.js';
import { opened as openedForm } from './idea-form-stage.js';
import { opened as openedList } from './initiative-list-stage.js';
import { opened as openedMap } from './map-card-stage.js';
import { open, opened as openedMine } from './my-initiative-stage.js';

const regions = '[role=status], [role=alert], [aria-live=polite], [aria-live=assertive], output';

/** What a screen reader reaches: all of the widget, or only the dialog that is open over it. */
const reached = (widget: Element): ParentNode =>
  everywhere(widget.shadowRoot as ShadowRoot, 'dialog:modal').at(-1) ?? (widget.shadowRoot as ShadowRoot);

/** What stands in the regions that a screen reader says by itself. */
const aloud = (widget: Element): readonly string[] =>
  everywhere(reached(widget), regions)
    .map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())
    .filter(Boolean);

/** What those regions held at any moment since then. */
function listening(widget: Element): { readonly said: Set<string>; readonly stop: () => void } {
  const said = new Set<string>();
  const hear = () => {
    for (const words of aloud(widget)) said.add(words);
  };
  hear();
  const watch = new MutationObserver(hear);
  watch.observe(widget.shadowRoot as ShadowRoot, { childList: true, characterData: true, subtree: true });
  return { said, stop: () => watch.disconnect() };
}

const saidOnArrival = async (widget: Element, arrived: Promise<unknown>): Promise<readonly string[]> => {
  const { said, stop } = listening(widget);
  await arrived;
  for (const words of aloud(widget)) said.add(words);
  stop();
  return [...said];
};

describe('what a screen reader says by itself', () => {
  it('is nothing when the vote comes', async () => {
    const { voter } = await openedVote();
    expect(await saidOnArrival(voter.vote, voter.button('Controleer je keuze'))).to.deep.equal([]);
  });

  it('is nothing when a result comes', async () => {
    const round = { ...closedRound, ...countedBy(greedy) };
    const { voter } = await openedVote({ round, results: () => Response.json(resultsOf(round)) });
    expect(await saidOnArrival(voter.vote, voter.read('Dit krijgt geld'))).to.deep.equal([]);
  });

  it('is nothing when the form comes, and the title of a step has its number with it', async () => {
    const { resident } = await openedForm();
    expect(await saidOnArrival(resident.form, resident.see('.progress'))).to.deep.equal([]);
    const [title] = resident.all('.screen-title');
    const [about] = resident.all(`#${title?.getAttribute('aria-describedby') ?? 'nothing'}`);
    expect(about?.textContent).to.match(/^Stap 1 van \d$/);
  });

  it('is nothing when the list comes, and then how many each search found', async () => {
    const { neighbour } = await openedList();
    const { list } = neighbour;
    expect(await saidOnArrival(list, neighbour.read('8 initiatieven'))).to.deep.equal([]);
    const { said, stop } = listening(list);
    await neighbour.choose('theme', 'green');
    await neighbour.read('2 initiatieven gevonden');
    stop();
    expect([...said]).to.deep.equal(['2 initiatieven gevonden']);
  });

  it('is nothing of more of the same list', async () => {
    const { neighbour } = await openedList({ initiatives: manyInitiatives(30) });
    await neighbour.see('.more-row');
    const { said, stop } = listening(neighbour.list);
    neighbour.all('.more-row button')[0]?.click();
    await neighbour.see('#title-12');
    stop();
    expect([...said]).to.deep.equal([]);
  });

  it('is nothing when the map comes, and then how many are left of what was looked for', async () => {
    const { visitor } = await openedMap({ initiatives });
    const { card } = visitor;
    expect(await saidOnArrival(card, visitor.read('6 initiatieven op de kaart'))).to.deep.equal([]);
    const { said, stop } = listening(card);
    await visitor.press('Nieuw (2)');
    await visitor.read('2 van 6 initiatieven op de kaart');
    stop();
    expect([...said]).to.deep.equal(['2 van 6 initiatieven op de kaart']);
  });

  it('is nothing when the cashbook comes, and why when it cannot be read again', async () => {
    let isBroken = false;
    const { visitor, element } = await openedCashbook((request) =>
      isBroken ? problem(500, 'Internal Server Error')(request) : json(cashbook),
    );
    expect(await saidOnArrival(element, visitor.read('Buurtbudget 2026'))).to.deep.equal([]);
    isBroken = true;
    const { said, stop } = listening(element);
    dispatchEvent(new Event('online'));
    await visitor.read('Er ging bij ons iets mis.');
    stop();
    expect([...said].join('|')).to.match(/^Er ging bij ons iets mis\.[^|]*$/);
  });

  it('is nothing when the page of a maker comes, and why when it cannot be read again', async () => {
    let isBroken = false;
    const { visitor, element } = await openedMine((request) =>
      isBroken ? problem(500, 'Internal Server Error')(request) : json(running),
    );
    expect(await saidOnArrival(element, visitor.read(running.title))).to.deep.equal([]);
    isBroken = true;
    const { said, stop } = listening(element);
    dispatchEvent(new Event('online'));
    await visitor.read('Er ging bij ons iets mis.');
    stop();
    expect([...said].join('|')).to.match(/^Er ging bij ons iets mis\.[^|]*$/);
  });

  it('is one thing when a maker sent something, or could not', async () => {
    let isBroken = true;
    const { visitor, element } = await openedMine(running, {
      acting: (request) => (isBroken ? problem(403, 'Forbidden')(request) : json({ id: running.id }, 201)),
    });
    await visitor.read(running.title);
    await open(visitor, 'Vertel hoe het gaat');
    await visitor.type('text', 'Zaterdag planten we.');
    await visitor.press('Versturen');
    await visitor.read('Het is niet verstuurd.');
    expect(aloud(element)).to.have.length(1);
    expect(aloud(element)[0]).to.match(/^Het is niet verstuurd\. Wat je schreef, staat er nog\./);
    isBroken = false;
    await visitor.press('Versturen');
    await visitor.read('Je nieuws staat op de site.');
    await until('one thing', () => aloud(element).length === 1);
    expect(aloud(element)).to.deep.equal(['Je nieuws staat op de site.']);
  });

  it('is that the link of a maker was copied, each time', async () => {
    const { visitor, element } = await openedMine();
    await visitor.read(running.title);
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.resolve() },
      configurable: true,
    });
    try {
      for (const time of ['first', 'second']) {
        let told = 0;
        const watch = new MutationObserver(() => (told += 1));
        for (const region of everywhere(element.shadowRoot as ShadowRoot, regions))
          watch.observe(region, { childList: true, characterData: true, subtree: true });
        await visitor.press('Kopieer de link');
        await until(`said the ${time} time`, () => told > 0);
        watch.disconnect();
        expect(aloud(element)).to.deep.equal(['De link is gekopieerd.']);
      }
    } finally {
      Reflect.deleteProperty(navigator, 'clipboard');
    }
  });

  it('is one thing for each plan that is put on the ballot or taken off it: the plan, and what is left', async () => {
    const { voter } = await openedVote();
    await voter.button('Controleer je keuze');
    for (const [press, words] of [
      ['Voeg toe: Bankje op het plein', /^Bankje op het plein staat nu bij jouw keuze\. .*€ 17\.600/],
      ['Haal weg: Bankje op het plein', /^Bankje op het plein is weg uit jouw keuze\. .*€ 20\.000/],
    ] as const) {
      const before = aloud(voter.vote);
      await voter.press(press);
      const news = aloud(voter.vote).filter((each) => !before.includes(each));
      expect(news).to.have.length(1);
      expect(news[0]?.replaceAll('\u00A0', ' ')).to.match(words);
    }
  });

  it('is one thing when points are given: how many, and what is left', async () => {
    const rules = { expression: 'allocate', total: { max: 10 } } as const;
    const { voter } = await openedVote({ round: roundWith(rules) });
    await voter.add('Bankje op het plein');
    const before = aloud(voter.vote);
    await voter.press('+Meer: Bankje op het plein');
    const news = aloud(voter.vote).filter((each) => !before.includes(each));
    expect(news).to.deep.equal(['Bankje op het plein: 2 punten. Je hebt nog 8 punten over.']);
  });

  describe('of what is done in a dialog, which is all that it reaches then', () => {
    /** What is new there after this was done: one sentence, and again when it is done again. */
    const newly = async (widget: Element, act: () => Promise<unknown>, words: string | RegExp) => {
      const before = everywhere(reached(widget), regions);
      const were = before.map(({ textContent }) => textContent);
      let told = 0;
      const watch = new MutationObserver(() => (told += 1));
      for (const region of before)
        watch.observe(region, { childList: true, characterData: true, subtree: true });
      await act();
      await until(
        `“${String(words)}” in the dialog`,
        () => told > 0 && aloud(widget).some((each) => each.replaceAll('\u00A0', ' ').match(words)),
      );
      watch.disconnect();
      const after = everywhere(reached(widget), regions).filter(
        (region) => !before.includes(region) || region.textContent !== were[before.indexOf(region)],
      );
      expect(after.length, 'regions that say it').to.be.at.most(1);
    };

    it('is that a plan is on the ballot, or off it', async () => {
      const { voter } = await openedVote();
      await voter.button('Controleer je keuze');
      await voter.press('Lees meer: Bankje op het plein');
      await voter.see('dialog:modal');
      expect(aloud(voter.vote)).to.deep.equal([]);
      const pressThere = (part: string) => async () => voter.all(`dialog [part~=${part}]`)[0]?.click();
      await newly(
        voter.vote,
        pressThere('add'),
        /^Bankje op het plein staat nu bij jouw keuze\. .*€ 17\.600/,
      );
      await newly(
        voter.vote,
        pressThere('remove'),
        /^Bankje op het plein is weg uit jouw keuze\. .*€ 20\.000/,
      );
    });

    it('is how many points a plan has', async () => {
      const rules = { expression: 'allocate', total: { max: 10 } } as const;
      const { voter } = await openedVote({ round: roundWith(rules) });
      await voter.add('Bankje op het plein');
      await voter.press('Lees meer: Bankje op het plein');
      await voter.see('dialog:modal');
      const more = async () => voter.all('dialog .points button').at(-1)?.click();
      await newly(voter.vote, more, 'Bankje op het plein: 2 punten. Je hebt nog 8 punten over.');
    });

    const table = 'Lange tafel op het Rozenplein';
    const openedTable = async (answers: Parameters<typeof openedList>[0] = {}) => {
      const { neighbour } = await openedList(answers);
      await neighbour.press(table);
      await neighbour.read('Het verhaal');
      const pressThere = (part: string) => async () => neighbour.all(`dialog [part~=${part}]`)[0]?.click();
      return { neighbour, pressThere };
    };

    it('is that somebody stands behind an initiative, or no longer', async () => {
      const { neighbour, pressThere } = await openedTable();
      await newly(neighbour.list, pressThere('support'), `Je steunt ${table}.`);
      await newly(neighbour.list, pressThere('support'), `Je steunt ${table} niet meer.`);
    });

    it('is that support did not come to the server, each time', async () => {
      const { neighbour, pressThere } = await openedTable({
        supports: problem(500, 'Internal Server Error'),
      });
      await newly(neighbour.list, pressThere('support'), 'Er ging bij ons iets mis');
      await newly(neighbour.list, pressThere('support'), 'Er ging bij ons iets mis');
    });

    it('is that the link was copied, each time', async () => {
      const { neighbour } = await openedList({}, { history: 'on' });
      await neighbour.press(table);
      await neighbour.read('Het verhaal');
      Object.defineProperty(navigator, 'share', { value: undefined, configurable: true });
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: () => Promise.resolve() },
        configurable: true,
      });
      try {
        const share = () => neighbour.press('Deel');
        await newly(neighbour.list, share, 'De link is gekopieerd.');
        await newly(neighbour.list, share, 'De link is gekopieerd.');
      } finally {
        Reflect.deleteProperty(navigator, 'share');
        Reflect.deleteProperty(navigator, 'clipboard');
        await neighbour.press('Sluit');
      }
    });

    it('is that the rest of an initiative did not come', async () => {
      const { neighbour } = await openedList({ detail: problem(500, 'Internal Server Error') });
      const open = () => neighbour.press(table);
      await open();
      await neighbour.read('Het hele verhaal laadt nu niet.');
      expect(aloud(neighbour.list).join(' ')).to.contain('Het hele verhaal laadt nu niet.');
    });

    it('is that an offer, a remark or a wish for mail was sent', async () => {
      const { neighbour } = await openedTable();
      await neighbour.press('Ik doe mee');
      await neighbour.join();
      await neighbour.read('Fijn dat je wilt meedoen!');
      expect(aloud(neighbour.list).join(' ')).to.contain('Fijn dat je wilt meedoen!');
    });
  });
});
