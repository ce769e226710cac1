import { expect } from '@open-wc/testing';
import type { Cashbook } from '@buurt/domain/rounds/cashbook.js';
import { answer, problem, type Fault } from '../faults/fault.js';
import { withBlockedStorage } from '../support/blocked-storage.js';
import { cashbook } from '../support/cashbook-endpoint.js';
import { until } from '../support/waiting.js';
import { opened } from './cashbook-stage.js';
import { endpointThat, seenBy } from './core-misbehaving.js';

/** The column of the cashbook in the fault matrix, by its numbers. */

const good = answer(200, JSON.stringify(cashbook));
const newest = 'Buurtbudget 2026';

/** A cashbook on a server that does these things, one after another, over a real network. */
async function cashbookThat(...faults: readonly Fault[]) {
  const endpoint = await endpointThat(...faults);
  const stage = await opened(cashbook, { connection: { endpoint, fetch: (...call) => fetch(...call) } });
  return { ...stage, seen: () => seenBy(endpoint) };
}

/** A cashbook that was seen before, on a server that does these things now. */
async function seenBefore(...faults: readonly Fault[]) {
  const { visitor, connection } = await opened();
  await visitor.read(newest);
  const endpoint = await endpointThat(...faults);
  const broken: typeof fetch = (input, init) =>
    fetch(new Request(input, init).url.replace(connection.endpoint, endpoint), init);
  return opened(cashbook, { connection: { ...connection, fetch: broken } });
}

describe('the cashbook on a bad network', () => {
  it('1 and 2: offline, shows what was seen before and goes on when the network is back', async () => {
    const { visitor, connection } = await opened();
    await visitor.read(newest);
    let isDown = true;
    const broken: typeof fetch = (input, init) =>
      isDown ? Promise.reject(new TypeError('Failed to fetch')) : connection.fetch(input, init);
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    try {
      const { visitor: again } = await opened(cashbook, { connection: { ...connection, fetch: broken } });
      await again.read('Je hebt nu geen internet. Dit is het kasboek van');
      await again.read(newest);
      isDown = false;
      Reflect.deleteProperty(navigator, 'onLine');
      dispatchEvent(new Event('online'));
      await until('no notice', () => !again.words.includes('geen internet'));
      await again.read(newest);
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });

  it('4: two connections that break, and then a good one: it comes by itself', async () => {
    const { visitor, seen } = await cashbookThat({ kind: 'reset' }, { kind: 'reset' }, good);
    await visitor.read(newest);
    expect(await seen()).to.have.length(3);
  });

  it('5: nobody answers, and that is said within eleven seconds beside what was seen before', async function () {
    this.timeout(20_000);
    const began = performance.now();
    const { visitor } = await seenBefore({ kind: 'silence' });
    await until('message', () => visitor.words.includes('Het duurt te lang.'), 15_000);
    expect(performance.now() - began).to.be.lessThan(12_000);
    await visitor.read(newest);
  });

  it('7, 8 and 30: a server that fails, a page of a proxy and no server leave what was seen before', async () => {
    const page = answer(502, '<h1>Bad gateway</h1>', { 'content-type': 'text/html' });
    for (const fault of [problem(500), page, answer(200, '<html></html>', { 'content-type': 'text/html' })]) {
      const { visitor } = await seenBefore(fault);
      await visitor.read('Dit is het kasboek van');
      await visitor.button('Probeer opnieuw');
      await visitor.read(newest);
    }
    const { visitor } = await cashbookThat(problem(500), good);
    await visitor.read('Het kasboek laadt nu niet.');
    await visitor.press('Probeer opnieuw');
    await visitor.read(newest);
    expect(visitor.words).not.to.contain('laadt nu niet');
  });

  it('9: too busy for a second, and then it comes by itself', async () => {
    const { visitor } = await cashbookThat(problem(429, {}, { 'retry-after': '1' }), good);
    await visitor.read(newest);
  });

  it('10: too busy for who knows how long, and that is said', async () => {
    for (const when of ['junk', '-5', 'Wed, 01 Jan 2020 00:00:00 GMT', '99999999999']) {
      const { visitor } = await cashbookThat(problem(429, {}, { 'retry-after': when }));
      await visitor.read('Het is nu erg druk.');
    }
  });

  it('12 and 13: what a server says is shown as our own words, never as markup', async () => {
    const hostile = { detail: '<img src=x onerror=alert(1)>', errors: [{ pointer: '<b>', code: 'x' }] };
    for (const [status, words] of [
      [400, 'Er klopt nog iets niet. Controleer het en probeer het opnieuw.'],
      [403, 'Dit lukt hier niet.'],
    ] as const) {
      const { visitor } = await cashbookThat(problem(status, hostile));
      await visitor.read(words);
      expect(visitor.all('img, b')).to.have.length(0);
    }
    const [round] = cashbook.rounds;
    const named: Cashbook = { ...cashbook, rounds: [{ ...round!, name: '<img src=x onerror=alert(1)>' }] };
    const { visitor } = await cashbookThat(answer(200, JSON.stringify(named)));
    await visitor.read('<img src=x onerror=alert(1)>');
    expect(visitor.all('img')).to.have.length(0);
  });

  it('18 and 19: of answers that cannot be read, or have another shape, no amount is shown but those of before', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const [round] = cashbook.rounds;
    const wrong = (own: object) => JSON.stringify({ ...cashbook, rounds: [{ ...round, ...own }] });
    const shapes = [
      wrong({ spentCents: '100' }),
      wrong({ budgetCents: -1 }),
      wrong({ currency: 'euro' }),
      wrong({ lines: [{}] }),
    ];
    for (const body of ['', '{"rounds":[', '<html>', 'null', '\uFEFF{}', `{"rounds":${deep}}`, ...shapes]) {
      const { visitor } = await opened(() => new Response(body));
      await visitor.read('Er ging iets mis bij het laden.');
      expect(visitor.all('.sums')).to.deep.equal([]);
      const { visitor: again } = await seenBefore(answer(200, body.slice(0, 4000)));
      await again.read('Er ging iets mis bij het laden.');
      await again.read('Dit is het kasboek van');
      expect(again.all('.sums')).to.have.length(3);
    }
  });

  it('20: an answer of twenty megabytes is not read to the end', async () => {
    for (const gzip of [false, true]) {
      const { visitor } = await cashbookThat({ kind: 'flood', mebibytes: 20, gzip });
      await visitor.read('Er ging iets mis bij het laden.');
    }
  });

  it('23: moved and removed while it asks, and nothing is left behind', async () => {
    const { visitor, element, page, seen } = await cashbookThat({ ...good, delayMs: 150 } as Fault);
    const elsewhere = document.createElement('div');
    page.append(elsewhere);
    elsewhere.append(element);
    await visitor.read(newest);
    expect(await seen()).to.have.length(1);
    element.remove();
    dispatchEvent(new Event('online'));
    dispatchEvent(new Event('beforeprint'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await seen()).to.have.length(1);
    expect(visitor.all('details.round[open]')).to.have.length(1);
  });

  it('24: works where storage is blocked', async () => {
    await withBlockedStorage(async () => {
      const { visitor } = await opened();
      await visitor.read(newest);
    });
  });

  it('29: asks again when somebody looks after half an hour', async () => {
    let asked = 0;
    const { visitor, element } = await opened(() => {
      asked += 1;
      return new Response(JSON.stringify(cashbook), { headers: { 'content-type': 'application/json' } });
    });
    await visitor.read(newest);
    const usual = Date.now;
    Date.now = () => usual() + 30 * 60_000;
    Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
    try {
      dispatchEvent(new Event('pageshow'));
      await until('question', () => asked === 2);
      await until('answer', () => element.shadowRoot?.querySelector('[aria-busy=false]'));
      dispatchEvent(new Event('pageshow'));
      await element.updateComplete;
      expect(asked, 'not again when somebody looks a moment later').to.equal(2);
    } finally {
      Date.now = usual;
      Reflect.deleteProperty(document, 'visibilityState');
    }
  });
});
