import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import type { BuurtCashbook } from '@buurt/cashbook';
import '@buurt/core/buurt-provider.js';
import '@buurt/initiative-list/buurt-initiative-list.js';
import {
  aCashbookRound,
  aLine,
  cashbook,
  cashbookConnection,
  emptyCashbook,
  lastYear,
} from '../support/cashbook-endpoint.js';
import { answeringBy, json, offline, problem, silence, storyBuurt } from '../support/endpoint.js';
import { listRoutes } from '../support/initiative-endpoint.js';
import { Visitor } from '../support/visitor.js';
import { until } from '../support/waiting.js';
import { onThePage } from './budget-vote-stage.js';
import { opened } from './cashbook-stage.js';

const written = (element: Element) => element.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const openRounds = (visitor: Visitor<BuurtCashbook>) =>
  visitor.all('details.round[open] summary').map(written);

describe('the cashbook', () => {
  it('says of the newest round what there was, was chosen, granted and spent, and what is left', async () => {
    const { visitor } = await opened();
    await visitor.see('.sums');
    expect(visitor.all('details.round')[0]!.querySelectorAll('.sum')).to.have.length(5);
    expect([...visitor.all('details.round')[0]!.querySelectorAll('.sum')].map(written)).to.deep.equal([
      'Budget € 10.000',
      'Gekozen € 8.250',
      'Toegezegd € 7.750',
      'Uitgegeven € 4.180,50',
      'Over € 5.819,50',
    ]);
    expect(openRounds(visitor)).to.deep.equal(['Buurtbudget 2026']);
    await visitor.read('De buurt stemde tot en met 21 oktober 2026.');
  });

  it('has a row for each plan, with words where an amount is not known and for a plan that was removed', async () => {
    const { visitor } = await opened();
    await visitor.see('table');
    const rows = [...visitor.all('table')[0]!.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('bdi')].map(written),
    );
    expect(rows).to.deep.equal([
      ['Lange tafel op het Rozenplein', '€ 4.000', '€ 4.000', '€ 3.930,50'],
      ['Theetuin achter het buurthuis', '€ 2.500', '€ 2.500', 'nog niet bekend'],
      ['Weggehaald plan', '€ 1.250', '€ 1.250', '€ 250'],
      ['Drempel in de Lindenlaan', '€ 500', 'nog geen bedrag', 'nog niet bekend'],
    ]);
  });

  it('keeps what a visitor opened and closed when it is read again', async () => {
    const { visitor, element } = await opened();
    await visitor.press('Buurtbudget 2025');
    await visitor.press('Buurtbudget 2026');
    await until('both toggled', () => openRounds(visitor).join() === 'Buurtbudget 2025');
    dispatchEvent(new Event('online'));
    await element.updateComplete;
    await until('read again', () => element.shadowRoot?.querySelector('[aria-busy=false]'));
    expect(openRounds(visitor)).to.deep.equal(['Buurtbudget 2025']);
  });

  it('opens all rounds for paper, and has them as they were afterwards', async () => {
    const { visitor, element } = await opened();
    await visitor.see('.sums');
    dispatchEvent(new Event('beforeprint'));
    expect(openRounds(visitor)).to.deep.equal(['Buurtbudget 2026', 'Buurtbudget 2025', 'Buiten de rondes']);
    await new Promise((resolve) => setTimeout(resolve, 50));
    dispatchEvent(new Event('afterprint'));
    await element.updateComplete;
    expect(openRounds(visitor)).to.deep.equal(['Buurtbudget 2026']);
  });

  it('shows of a round that is open its budget only', async () => {
    const open = aCashbookRound('2026', { phase: 'open', wonCents: null });
    const { visitor } = await opened({ ...emptyCashbook, rounds: [open, lastYear] });
    await visitor.read('De stemming loopt nog, tot en met 21 oktober 2026.');
    const [first] = visitor.all('details.round');
    expect([...first!.querySelectorAll('.sum')].map(written)).to.deep.equal(['Budget € 10.000']);
    expect(first!.querySelector('table, svg')).to.equal(null);
  });

  it('names the day before as the last of a vote that ends at midnight', async () => {
    const midnight = aCashbookRound('2026', { closesAt: '2026-10-31T23:00:00.000Z' });
    const { visitor } = await opened({ ...emptyCashbook, rounds: [midnight] });
    await visitor.read('De buurt stemde tot en met 31 oktober 2026.');
    await visitor.read('De buurt koos in deze ronde geen plannen.');
  });

  it('says in words that more was spent than granted, and than there was', async () => {
    const over = aCashbookRound('2026', {
      ...{
        budgetCents: 100_00,
        wonCents: 100_00,
        grantedCents: 100_00,
        spentCents: 130_00,
        leftCents: -30_00,
      },
      lines: [aLine('i', 'Bankje', [100_00, 100_00, 130_00])],
    });
    const { visitor } = await opened({ ...emptyCashbook, rounds: [over] });
    await visitor.read('Te veel uitgegeven');
    expect(visitor.all('.short').map(written)).to.deep.equal(['Te veel uitgegeven € 30']);
    expect(visitor.all('.overspent').map(written)).to.deep.equal(['€ 30 meer uitgegeven dan toegezegd']);
    expect(visitor.all('.left')).to.deep.equal([]);
  });

  it('writes amounts in the currency of the round', async () => {
    const { visitor } = await opened({
      ...emptyCashbook,
      rounds: [aCashbookRound('2026', { currency: 'PLN' })],
    });
    await visitor.read(/Budget\s+PLN\s10\.000/);
  });

  it('keeps money outside the rounds apart, without "Gekozen"', async () => {
    const { visitor } = await opened({ ...cashbook, rounds: [] });
    await visitor.read('Dit geld is toegezegd zonder stemming.');
    expect(visitor.words).not.to.contain('Gekozen');
    expect(openRounds(visitor)).to.deep.equal(['Buiten de rondes']);
  });

  it('says that there is nothing yet, and offers no file then', async () => {
    const { visitor } = await opened(emptyCashbook);
    await visitor.read('Er is nog geen geld verdeeld in deze buurt.');
    expect(visitor.all('[part=csv]')).to.deep.equal([]);
  });

  it('has the file for a spreadsheet of its own server and buurt', async () => {
    const { visitor, connection } = await opened();
    const link = (await visitor.see('[part=csv]')) as HTMLAnchorElement;
    expect(link.href).to.equal(`${connection.endpoint}/buurten/${storyBuurt}/cashbook.csv`);
  });
});

describe('a plan in the cashbook', () => {
  const href = '#plan-{id}';

  it('leads to the page of the site, and tells the page so', async () => {
    const { visitor, told } = await opened(cashbook, { detailHref: href });
    const link = (await visitor.see('table a')) as HTMLAnchorElement;
    expect(link.getAttribute('href')).to.equal('#plan-i-tafel');
    link.click();
    expect(told).to.deep.equal([{ type: 'buurt-initiative-open', detail: { initiativeId: 'i-tafel' } }]);
    // Firefox goes there only after the click.
    await until('the address', () => location.hash === '#plan-i-tafel');
  });

  it('stays where it is when the page prevents it', async () => {
    const { visitor, element } = await opened(cashbook, { detailHref: '#other-{id}' });
    element.addEventListener('buurt-initiative-open', (event) => event.preventDefault());
    const isPrevented: boolean[] = [];
    addEventListener('click', ({ defaultPrevented }) => isPrevented.push(defaultPrevented), { once: true });
    (await visitor.see('table a')).click();
    expect(isPrevented).to.deep.equal([true]);
  });

  it('is plain text where nothing could open it, as are plans that were removed', async () => {
    const { visitor } = await opened();
    await visitor.see('table');
    expect(visitor.all('table a, table button')).to.deep.equal([]);
    const { visitor: other } = await opened(cashbook, { detailHref: href });
    await other.see('table a');
    expect(other.all('details[open] table a').map(written)).to.deep.equal([
      'Lange tafel op het Rozenplein',
      'Theetuin achter het buurthuis',
    ]);
  });

  it('opens in the list beside it', async () => {
    const { endpoint, fetch } = answeringBy(
      [[/\/cashbook$/, () => json(cashbook)], ...listRoutes({})],
      `https://${crypto.randomUUID()}.example/v1`,
    );
    const page = onThePage(
      html`<buurt-provider endpoint=${endpoint} buurt=${storyBuurt} .fetch=${fetch}>
        <buurt-cashbook></buurt-cashbook>
        <buurt-initiative-list history="off"></buurt-initiative-list>
      </buurt-provider>`,
    );
    const visitor = new Visitor<BuurtCashbook>(page, 'buurt-cashbook');
    (await visitor.see('table button')).click();
    const list = page.querySelector('buurt-initiative-list')!;
    await until('the initiative', () => list.shadowRoot?.querySelector('buurt-initiative-detail'));
  });
});

describe('a cashbook that does not come', () => {
  it('has room of its own while it is loading', async () => {
    const { element, visitor } = await opened(silence);
    await visitor.read('Het kasboek komt eraan');
    expect(element.offsetHeight).to.be.at.least(500);
  });

  it('says so with a way to try again, and what the page wrote', async () => {
    let isBroken = true;
    const { visitor, told } = await opened((request) =>
      isBroken ? problem(500, 'Internal Server Error')(request) : json(cashbook),
    );
    await visitor.read('Het kasboek laadt nu niet. Er ging bij ons iets mis.');
    expect(told.map(({ type }) => type)).to.deep.equal(['buurt-error']);
    expect(visitor.all('slot:not([name])')).to.have.length(1);
    isBroken = false;
    await visitor.press('Probeer opnieuw');
    await visitor.read('Buurtbudget 2026');
    expect(visitor.words).not.to.contain('laadt nu niet');
  });

  it('shows that of an earlier visit, with its time, without network', async () => {
    const connection = cashbookConnection();
    const { visitor } = await opened(cashbook, { connection });
    await visitor.read('Buurtbudget 2026');
    const { visitor: later } = await opened(cashbook, {
      connection: { ...cashbookConnection(offline), endpoint: connection.endpoint },
    });
    await later.read('Dit is het kasboek van');
    await later.read('Buurtbudget 2026');
    await later.button('Probeer opnieuw');
  });
});

describe('a cashbook on a telephone', () => {
  before(() => setViewport({ width: 320, height: 700 }));
  after(() => setViewport({ width: 800, height: 600 }));

  it('is as wide as the screen, also with long words and at 200 % text', async () => {
    const long = 'Een-heel-lange-naam-zonder-spaties-'.repeat(3);
    const { element, visitor } = await opened({
      ...emptyCashbook,
      rounds: [
        aCashbookRound('2026', {
          name: long,
          budgetCents: 12_345_678_90,
          lines: [aLine('i', long, [12_345_678_90, 12_345_678_90, null])],
        }),
      ],
    });
    await visitor.see('table');
    for (const size of ['', '200%']) {
      element.style.fontSize = size;
      const width = element.getBoundingClientRect().width;
      const wider = visitor
        .all('*')
        .filter((each) => !each.closest('thead') && each.getBoundingClientRect().right > width + 20);
      expect(wider.map(({ outerHTML }) => outerHTML.slice(0, 80))).to.deep.equal([]);
    }
  });

  it('is a table to a screen reader, with the head of each amount beside it for the eye', async () => {
    const { visitor } = await opened();
    const table = await visitor.see('table');
    expect(table.getAttribute('role')).to.equal('table');
    expect(getComputedStyle(table).display).to.equal('block');
    const [label] = visitor.all('td .label');
    expect([label!.offsetHeight > 0, label!.getAttribute('aria-hidden')]).to.deep.equal([true, 'true']);
  });
});
