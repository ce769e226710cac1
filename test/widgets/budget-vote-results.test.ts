import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { closedRound } from '../support/round.js';
import { ballots, countedBy, equalShares, fileOf, greedy, resultsOf } from '../support/results.js';
import { refusal } from '../support/vote-endpoint.js';
import { opened } from './budget-vote-stage.js';

const round = countedBy(equalShares, greedy);
const results = () => Response.json(resultsOf(round));

/** The text of each card under a heading. */
const cards = (root: readonly HTMLElement[]) =>
  root.map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());

describe('the result of a round', () => {
  it('says for each plan why it got money or not', async () => {
    const { voter } = await opened({
      round: countedBy(greedy),
      results: () => Response.json(resultsOf(countedBy(greedy))),
    });
    await voter.read('Dit krijgt geld');
    const whole = voter.all('.outcomes li');
    const all = cards(whole).map((each) => each.split(' Lees het plan')[0]);
    expect(all).to.have.length(closedRound.proposals.length);
    expect(all[0]).to.equal(
      'Bankje op het plein € 2.400 23 stemmen Er was nog € 20.000. Daar paste dit plan in.',
    );
    expect(all.at(-1)).to.contain('Dit plan is teruggetrokken.');
    expect(all.find((each) => each?.startsWith('Bomen'))).to.contain('Te weinig voor dit plan.');
  });

  it('opens what a plan was, for who sees it here for the first time', async () => {
    const { voter } = await opened({ round, results });
    await voter.read('Dit krijgt geld');
    const [plan] = voter.all('details.plan') as HTMLDetailsElement[];
    expect(plan?.open).to.equal(false);
    plan?.querySelector('summary')?.click();
    expect(plan?.open).to.equal(true);
    expect(plan?.textContent).to.contain('Op het Rozenplein kun je nergens zitten.');
  });

  it('has a row for each plan in a table, and says every step that was taken', async () => {
    const { voter } = await opened({ round, results });
    await voter.read('Alle plannen');
    const [compared, table] = voter.all('table') as HTMLTableElement[];
    expect(compared?.tBodies[0]?.rows).to.have.length(closedRound.proposals.length);
    expect(table?.tBodies[0]?.rows).to.have.length(closedRound.proposals.length);
    const steps = voter.all('.counting details').map((each) => each.querySelectorAll('li').length);
    expect(steps).to.deep.equal(resultsOf(round).tallies.map((tally) => tally.steps.length));
  });

  it('shows each plan once; how it was counted is folded, and the search for a receipt is not', async () => {
    const { voter } = await opened({ round, results });
    await voter.read('Alle plannen');
    const counting = voter.all('details.counting')[0] as HTMLDetailsElement;
    expect(counting.open).to.equal(false);
    expect(counting.querySelector('summary')?.textContent?.trim()).to.equal('Hoe is dit geteld?');
    const inSight = (selector: string) => voter.all(selector).filter((each) => each.checkVisibility()).length;
    for (const folded of ['table', '.ways', 'buurt-vote-recount', '.chain'])
      expect(inSight(folded)).to.equal(0);
    expect(inSight('.outcomes li')).to.equal(closedRound.proposals.length);
    expect(inSight('#receipt')).to.equal(1);
    await voter.press('Hoe is dit geteld?');
    expect(inSight('table')).to.equal(2);
    expect(inSight('buurt-vote-recount a[download], a[download]')).to.equal(1);
  });

  it('has no table of the ways of counting when they come to the same', async () => {
    for (const [ways, words] of [
      [[greedy, greedy], 'We telden op twee manieren. Beide geven dezelfde uitslag.'],
      [[greedy, greedy, greedy], 'We telden op 3 manieren. Ze geven allemaal dezelfde uitslag.'],
    ] as const) {
      const alike = countedBy(ways[0], ...ways.slice(1));
      const { voter } = await opened({ round: alike, results: () => Response.json(resultsOf(alike)) });
      await voter.read(words);
      expect(voter.all('table caption').map((each) => each.textContent?.trim())).to.deep.equal([
        'Alle plannen',
      ]);
    }
  });

  it('makes a block of each row where there is no room for columns, its labels beside its values', async () => {
    await setViewport({ width: 320, height: 800 });
    const { voter } = await opened({ round, results });
    await voter.press('Hoe is dit geteld?');
    const cells = voter
      .all('.table')[1]
      ?.querySelectorAll('tbody tr:first-child > *') as NodeListOf<HTMLElement>;
    const tops = [...cells].map((each) => each.getBoundingClientRect().top);
    expect(tops).to.deep.equal(tops.toSorted((a, b) => a - b));
    expect(new Set(tops).size).to.equal(5);
    const labels = [...cells].slice(1).map((each) => getComputedStyle(each, '::before').content);
    for (const [at, name] of ['Kosten', 'Stemmen', 'Uitslag', 'Waarom'].entries()) {
      // Firefox tells from which attribute the words come, Chromium which words.
      expect(labels[at]).to.match(new RegExp(`^("${name}"|attr\\(data-column\\))`));
      expect(cells[at + 1]?.dataset['column']).to.equal(name);
    }
    expect(cells[1] && getComputedStyle(cells[1]).textAlign).to.equal('start');
    for (const each of voter.all('.table')) expect(each.scrollWidth).to.be.at.most(each.clientWidth);
    await setViewport({ width: 800, height: 600 });
    const [row] = voter.all('.table')[1]?.querySelectorAll('tbody tr') ?? [];
    expect(row && getComputedStyle(row).display).to.equal('table-row');
    for (const each of voter.all('.table')) expect(each.scrollWidth).to.be.at.most(each.clientWidth);
  });

  it('names every part of the money, also what is left', async () => {
    const { voter } = await opened({ round, results });
    await voter.read('Dit krijgt geld');
    const [deciding] = resultsOf(round).tallies;
    const key = cards(voter.all('.key li'));
    expect(key).to.have.length(voter.all('.bar g').length);
    const titles = deciding?.winners.map((id) => closedRound.proposals.find((each) => each.id === id)?.title);
    expect(key.slice(0, titles?.length).map((each) => each.split(' €')[0])).to.deep.equal(titles);
    expect(key.at(-1)).to.match(/^Blijft over € [\d.]+$/);
  });

  it('agrees when the published ballots come to the same, and says when they do not', async () => {
    for (const [counted, words] of [
      [ballots, 'Deze browser telde 40 stemmen en kwam op dezelfde uitslag.'],
      [ballots.slice(12), 'deze browser komt op een andere uitslag'],
    ] as const) {
      const { voter } = await opened({ round, results, file: () => new Response(fileOf(round, counted)) });
      await voter.press('Hoe is dit geteld?');
      await voter.press('Tel zelf na in deze browser');
      await voter.read(words);
    }
  });

  it('finds a receipt without telling the server which', async () => {
    const { voter, connection } = await opened({ round, results });
    for (const [receipt, words] of [
      ['4m7k-2xqt', 'Ja. Je stem is geteld.'],
      ['AAAAAAAA', 'Dit nummer staat niet in de lijst.'],
      ['4M7K', 'Je nummer heeft 8 tekens.'],
    ] as const) {
      const field = (await voter.see('#receipt')) as HTMLInputElement;
      field.value = receipt;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await voter.press('Zoek op');
      await voter.read(words);
    }
    expect(connection.requests.every(({ url }) => !/4m7k|AAAA/i.test(url))).to.equal(true);
  });

  it('says beside the field what is wrong with a receipt, and again when it is asked again', async () => {
    const { voter } = await opened({ round, results });
    const field = (await voter.see('#receipt')) as HTMLInputElement;
    expect(field.hasAttribute('aria-invalid')).to.equal(false);
    let earlier: Element | undefined;
    for (const [receipt, words] of [
      ['4M7K', 'Je nummer heeft 8 tekens.'],
      ['4M7K', 'Je nummer heeft 8 tekens.'],
      ['AAAAAAAA', 'Dit nummer staat niet in de lijst.'],
    ] as const) {
      field.value = receipt;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await voter.press('Zoek op');
      await voter.read(words);
      const problem = voter.all('#receipt-problem')[0];
      expect(problem?.textContent).to.contain(words);
      expect(problem).not.to.equal(earlier);
      earlier = problem;
      expect(field.getAttribute('aria-invalid')).to.equal('true');
      expect(field.getAttribute('aria-describedby')).to.equal('receipt-problem receipt-hint');
      expect(field.compareDocumentPosition(problem as Node)).to.equal(Node.DOCUMENT_POSITION_PRECEDING);
      expect(voter.all('.found')[0]?.textContent).to.equal('');
    }
    field.value = '4m7k-2xqt';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await voter.press('Zoek op');
    await voter.read('Ja. Je stem is geteld.');
    expect(field.hasAttribute('aria-invalid')).to.equal(false);
  });

  it('is awaited when the votes are still being counted', async () => {
    const { voter } = await opened({ round, results: refusal(409, 'not-closed-yet') });
    await voter.read('De stemmen worden nog geteld.');
    await voter.button('Probeer opnieuw');
  });
});
