import { expect } from '@open-wc/testing';
import { cashbook } from '../support/cashbook-endpoint.js';
import { json } from '../support/endpoint.js';
import { running } from '../support/my-initiative-endpoint.js';
import { until } from '../support/waiting.js';
import { opened as voteOpened } from './budget-vote-stage.js';
import { opened as cashbookOpened } from './cashbook-stage.js';
import { opened as formOpened } from './idea-form-stage.js';
import { opened as listOpened } from './initiative-list-stage.js';
import { opened as mapOpened } from './map-card-stage.js';
import { opened as mineOpened } from './my-initiative-stage.js';

/** What Google Translate does: each text node gives way to two `<font>`s with other words, also in shadow roots. */
function translate(root: ParentNode, way: 'replaces' | 'adds and removes' = 'replaces'): void {
  const texts = document.createTreeWalker(root as Node, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (texts.nextNode()) found.push(texts.currentNode as Text);
  for (const text of found) {
    if (!text.data.trim() || text.parentElement?.closest('font, style, script')) continue;
    const font = document.createElement('font');
    const inner = document.createElement('font');
    inner.textContent = `«${text.data.trim()}»`;
    font.append(inner);
    if (way === 'replaces') text.replaceWith(font);
    else {
      text.before(font);
      text.remove();
    }
  }
  for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) translate(shadowRoot, way);
}

const wordsOf = (element: Element | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim();

/** Everything that went wrong without somebody to catch it. */
const failures: unknown[] = [];
const onFailure = (event: ErrorEvent | PromiseRejectionEvent) =>
  failures.push('reason' in event ? event.reason : event.error);

describe('in a page that a translator has changed', () => {
  beforeEach(() => {
    failures.length = 0;
    addEventListener('error', onFailure);
    addEventListener('unhandledrejection', onFailure);
  });
  afterEach(() => {
    removeEventListener('error', onFailure);
    removeEventListener('unhandledrejection', onFailure);
    expect(failures).to.deep.equal([]);
  });

  for (const way of ['replaces', 'adds and removes'] as const)
    it(`the vote goes on from the first plan to the receipt (a translator that ${way})`, async () => {
      const { voter, page } = await voteOpened();
      await voter.add('Bankje op het plein');
      await voter.read('Je koos 1 plan.');
      const other = await voter.button('Voeg toe: Bomen in de Tulpstraat');
      const check = await voter.button('Controleer je keuze');
      translate(page, way);
      expect(wordsOf(voter.all('.bar-words')[0])).to.contain('«Je koos 1 plan.');
      other.click();
      await until('two plans', () => wordsOf(voter.all('.bar-words')[0])?.includes('Je koos 2 plannen.'));
      expect(wordsOf(voter.all('.bar-words')[0])).not.to.contain('Je koos 1 plan.');
      expect(voter.all('.pick')).to.have.length(2);
      translate(page, way);
      check.click();
      await until('check screen', () => voter.state.startsWith('Controleer je keuze'));
      expect(voter.all('.card')).to.have.length(0);
      translate(page, way);
      await voter.typeCode();
      await until('good code', () => wordsOf(voter.all('.code-state')[0]) !== '«»');
      translate(page, way);
      voter.all('[part~=send]')[0]?.click();
      await until('cast', () => voter.state === 'Je stem telt mee');
    });

  it('the words that stay the same stay translated', async () => {
    const { voter, page } = await voteOpened();
    await voter.add('Bankje op het plein');
    const other = await voter.button('Voeg toe: Bomen in de Tulpstraat');
    await voter.read('Je koos 1 plan.');
    translate(page);
    other.click();
    await until('two plans', () => wordsOf(voter.all('.bar-words')[0])?.includes('Je koos 2 plannen.'));
    expect(wordsOf(voter.all('[part~=next]')[0])).to.equal('«Controleer je keuze»');
    expect(voter.all('.state')[0]?.querySelector('font')).not.to.equal(null);
  });

  it('the list says how many it shows', async () => {
    const { neighbour, page } = await listOpened();
    await neighbour.read('8 initiatieven');
    translate(page);
    await neighbour.choose('theme', 'green');
    await until('answer', () => wordsOf(neighbour.all('.found')[0]) === '2 initiatieven gevonden');
    expect(neighbour.all('.card')).to.have.length(2);
    translate(page);
    await neighbour.choose('theme', '');
    await until('everything', () => wordsOf(neighbour.all('.found')[0]) === '8 initiatieven');
    expect(neighbour.all('.card')).to.have.length(8);
    expect(neighbour.titles).to.contain('Lange tafel op het Rozenplein');
  });

  it('the map says how many it shows', async () => {
    const { visitor, page } = await mapOpened();
    await visitor.read('6 initiatieven op de kaart');
    translate(page);
    visitor.all('.option')[0]?.click();
    await until('fewer', () => !wordsOf(visitor.all('.found')[0])?.includes('«'));
    expect(wordsOf(visitor.all('.found')[0])).to.equal('2 van 6 initiatieven op de kaart');
    expect(wordsOf(visitor.all('summary')[0])).to.equal('Alles op de kaart als lijst (2)');
  });

  it('the cashbook says what is left now, and shows what is opened', async () => {
    const [first, ...others] = cashbook.rounds;
    let answer = cashbook;
    const { visitor, page } = await cashbookOpened(() => json(answer));
    await visitor.see('.sums');
    translate(page);
    answer = { ...cashbook, rounds: [{ ...first!, spentCents: 5_000_00, leftCents: 5_000_00 }, ...others] };
    dispatchEvent(new Event('online'));
    const sums = () => visitor.all('.sum dd').map((each) => wordsOf(each)?.replaceAll('\u00A0', ' '));
    await until('new amounts', () => sums()[3] === '€ 5.000');
    expect(sums().slice(3, 5)).to.deep.equal(['€ 5.000', '€ 5.000']);
    visitor.all('summary')[1]?.click();
    await until('the year before', () => visitor.all('details.round')[1]?.matches('[open]'));
  });

  it('the page of a maker shows who joins now, and a form that is opened, filled in and sent', async () => {
    let mine = running;
    const { visitor, page } = await mineOpened(() => json(mine), {
      acting: () => {
        mine = { ...running, offers: running.offers.slice(1) };
        return json({ id: running.id }, 201);
      },
    });
    await visitor.read(running.title);
    translate(page);
    visitor.all('[data-opens="offero-samira"]')[0]?.click();
    await until(
      'the form',
      () => wordsOf(visitor.all('form.join .screen-title')[0]) === 'Antwoord aan Samira',
    );
    translate(page);
    await visitor.type('text', 'x'.repeat(3000));
    visitor.all('form.join [type=submit]')[0]?.click();
    await until('what is wrong', () => wordsOf(visitor.all('.error-summary a')[0])?.startsWith('Maak dit'));
    translate(page);
    await visitor.type('text', 'Zaterdag?');
    visitor.all('form.join [type=submit]')[0]?.click();
    await until('sent', () => wordsOf(visitor.all('.offers > p')[0]) === '1 buur wacht op je antwoord.');
    expect(visitor.all('form.join')).to.have.length(0);
    expect(visitor.all('[part=offer]')).to.have.length(2);
    expect(wordsOf(visitor.all('[part=offer]')[0])).to.contain('Bo');
  });

  it('the form says which step it is at, there and back', async () => {
    const { resident, page } = await formOpened();
    await resident.tellIdea();
    translate(page);
    resident.all('[part~=next]')[0]?.click();
    await until('second step', () => resident.title === 'Waar is het?');
    expect(wordsOf(resident.all('[part~=progress]')[0])).to.contain('Stap 2 van 6');
    translate(page);
    resident.all('[part~=back]')[0]?.click();
    await until('first step', () => resident.title === 'Wat is je idee?');
    expect(wordsOf(resident.all('[part~=progress]')[0])).to.contain('Stap 1 van 6');
  });
});
