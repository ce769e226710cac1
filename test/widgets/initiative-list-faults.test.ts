import { expect } from '@open-wc/testing';
import { initiativeStatuses } from '@buurt/domain/initiatives/initiative-status.js';
import { withBlockedStorage } from '../support/blocked-storage.js';
import { initiatives, tableInSquare } from '../support/initiatives.js';
import { until } from '../support/waiting.js';
import { answer, problem, type Fault } from '../faults/fault.js';
import { endpointThat, seenBy } from './core-misbehaving.js';
import { freshConnection, opened, type StoryConnection } from './initiative-list-stage.js';

/** The column of the list in the fault matrix, by its numbers, as far as a page alone can show it. */

const table = tableInSquare.title;
const facets = { status: Object.fromEntries(initiativeStatuses.map((each) => [each, 0])), theme: [] };
const page = JSON.stringify({ initiatives: initiatives.slice(0, 2), total: 2, facets });
const good = answer(200, page);
const supported = answer(200, JSON.stringify({ supported: true, supportCount: 35 }));

/** A connection on which these paths meet these faults, over a real network; all else is well. */
async function connectionThat(path: RegExp, ...faults: readonly Fault[]) {
  const usual = freshConnection();
  const endpoint = await endpointThat(...faults);
  const onTheWay: typeof fetch = (input, init) => {
    const { url } = new Request(input, init);
    if (!path.test(url)) return usual.fetch(input, init);
    return fetch(url.replace(usual.endpoint, endpoint), init);
  };
  return { connection: { ...usual, fetch: onTheWay } as StoryConnection, seen: () => seenBy(endpoint) };
}

const theList = /\/initiatives\?/;
const theSupport = /\/supports\//;

const listThat = async (...faults: readonly Fault[]) => {
  const { connection, seen } = await connectionThat(theList, ...faults);
  return { ...(await opened({}, {}, connection)), seen };
};

const supportThat = async (...faults: readonly Fault[]) => {
  const { connection, seen } = await connectionThat(theSupport, ...faults);
  const stage = await opened({}, {}, connection);
  const button = await stage.neighbour.button(`Steun: ${table}`);
  return { ...stage, seen, button };
};

/** A list that was read before, and then meets these faults. */
async function seenBefore(...faults: readonly Fault[]) {
  const first = freshConnection();
  const { neighbour } = await opened({}, {}, first);
  await neighbour.read('8 initiatieven');
  const endpoint = await endpointThat(...faults);
  const broken: typeof fetch = (input, init) =>
    fetch(new Request(input, init).url.replace(first.endpoint, endpoint), init);
  return opened({}, {}, { ...first, fetch: broken });
}

function withoutNetwork() {
  Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
  return () => {
    Reflect.deleteProperty(navigator, 'onLine');
    dispatchEvent(new Event('online'));
  };
}

describe('the list on a bad network', () => {
  it('1: offline at the start, shows what was seen before and goes on when the network is back', async () => {
    const first = freshConnection();
    const { neighbour } = await opened({}, {}, first);
    await neighbour.read('8 initiatieven');
    let down = true;
    const back = withoutNetwork();
    const broken: typeof fetch = (input, init) =>
      down ? Promise.reject(new TypeError('Failed to fetch')) : first.fetch(input, init);
    const { neighbour: again } = await opened({}, {}, { ...first, fetch: broken });
    await again.read('Je hebt nu geen internet. Dit is de lijst van');
    expect(again.titles).to.have.length(8);
    down = false;
    back();
    await again.read('8 initiatieven');
    await until('no notice', () => !again.words.includes('geen internet'));
  });

  it('4: two connections that break, and then a good one: it comes by itself', async () => {
    const { neighbour, seen } = await listThat({ kind: 'reset' }, { kind: 'reset' }, good);
    await neighbour.read('2 initiatieven');
    expect(await seen()).to.have.length(3);
  });

  it('5: nobody answers, and that is said within eleven seconds', async function () {
    this.timeout(20_000);
    const began = performance.now();
    const { neighbour } = await listThat({ kind: 'silence' });
    await until('message', () => neighbour.words.includes('Het duurt te lang.'), 15_000);
    expect(performance.now() - began).to.be.lessThan(11_500);
  });

  it('8: a page of a proxy, and then the list when it is asked again', async () => {
    const { neighbour } = await listThat(
      answer(500, '<html><b>Oeps</b></html>', { 'content-type': 'text/html' }),
      good,
    );
    await neighbour.read('Er ging bij ons iets mis.');
    expect(neighbour.words).not.to.contain('Oeps');
    await neighbour.press('Probeer opnieuw');
    await neighbour.read('2 initiatieven');
  });

  it('7 and 30: what was seen before stays while the server is broken', async () => {
    const { neighbour } = await seenBefore(problem(500));
    await neighbour.read(/Er ging bij ons iets mis\..* Dit is de lijst van/);
    expect(neighbour.titles).to.have.length(8);
  });

  it('9: too busy for a second, and then it comes by itself', async () => {
    const { neighbour } = await listThat(problem(429, {}, { 'retry-after': '1' }), good);
    await neighbour.read('2 initiatieven');
  });

  it('10: too busy for who knows how long, and that is said', async () => {
    for (const when of ['junk', '-5', 'Wed, 01 Jan 2020 00:00:00 GMT', '99999999999']) {
      const { neighbour } = await listThat(problem(429, {}, { 'retry-after': when }));
      await neighbour.read('Het is nu erg druk.');
    }
  });

  it('12 and 13: what a server says is shown as our own words, never as markup', async () => {
    const hostile = { detail: '<img src=x onerror=alert(1)>', errors: [{ pointer: '<b>', code: 'x' }] };
    for (const [status, words] of [
      [400, 'Er klopt nog iets niet. Controleer het en probeer het opnieuw.'],
      [403, 'Dit lukt hier niet.'],
    ] as const) {
      const { neighbour } = await listThat(problem(status, hostile));
      await neighbour.read(words);
      expect(neighbour.all('img[src=x], b')).to.have.length(0);
    }
  });

  it('18: an answer that is nested a hundred thousand deep', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const { neighbour } = await opened({ list: () => new Response(`{"initiatives":${deep},"total":1}`) });
    await neighbour.read('Er ging iets mis bij het laden.');
  });

  it('20: an answer of twenty megabytes is not read to the end', async () => {
    for (const gzip of [false, true]) {
      const { neighbour } = await listThat({ kind: 'flood', mebibytes: 20, gzip });
      await neighbour.read('Er ging iets mis bij het laden.');
    }
  });

  it('24: works where storage is blocked', async () => {
    await withBlockedStorage(async () => {
      const { neighbour } = await opened({}, { sort: 'random' });
      await neighbour.read('8 initiatieven');
      const button = await neighbour.button(`Steun: ${table}`);
      button.click();
      await neighbour.read(`Je steunt ${table}.`);
      expect(button.getAttribute('aria-pressed')).to.equal('true');
    });
  });

  it('25: shows a drawing in the place of a photo that does not come', async () => {
    const lost = { id: 'p', alt: 'Weg', sources: [{ url: 'data/nergens.webp', width: 320, height: 180 }] };
    const { neighbour } = await opened({ initiatives: [{ ...tableInSquare, photo: lost }] });
    const image = await neighbour.see('.card img');
    image.dispatchEvent(new Event('error'));
    expect(getComputedStyle(image).display).to.equal('none');
    expect(neighbour.all('.card .street')).to.have.length(1);
  });

  it('29: asks again when somebody looks after half an hour', async () => {
    const { neighbour, asked } = await opened();
    await neighbour.read('8 initiatieven');
    const usual = Date.now;
    Date.now = () => usual() + 30 * 60_000;
    Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
    try {
      dispatchEvent(new Event('pageshow'));
      await until('question', () => asked().length === 2);
    } finally {
      Date.now = usual;
      Reflect.deleteProperty(document, 'visibilityState');
    }
    await neighbour.read('8 initiatieven');
  });
});

describe('support on a bad network', () => {
  const isPressed = (button: Element) => button.getAttribute('aria-pressed') === 'true';

  it('2: offline while it is sent, is taken back with words', async () => {
    const { neighbour, button } = await supportThat({ kind: 'reset' });
    const back = withoutNetwork();
    button.click();
    await neighbour.read('Je steun is niet aangekomen. Je hebt nu geen internet.');
    expect(isPressed(button)).to.equal(false);
    expect(button.textContent).to.contain('34');
    back();
  });

  it('3: the answer gets lost, and it counts once', async () => {
    const { neighbour, button, seen } = await supportThat({ kind: 'lose-answer' }, supported);
    button.click();
    await neighbour.read(`Je steunt ${table}.`);
    expect(button.textContent).to.contain('35');
    const sent = await seen();
    expect(sent.map(({ method }) => method)).to.deep.equal(['PUT', 'PUT']);
    expect(new Set(sent.map(({ path }) => path)).size).to.equal(1);
  });

  it('14: the server is still busy with it, and then has it', async () => {
    const busy = problem(409, { type: 'https://buurt.example/problems/in-progress' });
    const { neighbour, button } = await supportThat(busy, supported);
    button.click();
    await neighbour.read(`Je steunt ${table}.`);
  });

  it('15: the initiative has ended meanwhile, and that is said', async () => {
    const { neighbour, button } = await supportThat(
      problem(409, { type: 'https://buurt.example/problems/ended' }),
    );
    button.click();
    await neighbour.read('Je steun is niet aangekomen. Dit kan nu niet meer');
    expect(isPressed(button)).to.equal(false);
  });

  it('23: the list is moved or removed while it is sent, and it counts once', async () => {
    const { neighbour, button, page, seen } = await supportThat({
      ...(supported as Fault & { kind: 'answer' }),
      delayMs: 150,
    });
    button.click();
    const elsewhere = document.createElement('div');
    page.append(elsewhere);
    elsewhere.append(neighbour.list);
    await neighbour.read(`Je steunt ${table}.`);
    expect((await seen()).map(({ method }) => method)).to.deep.equal(['PUT']);
    neighbour.list.remove();
    elsewhere.append(neighbour.list);
    await until('list', () => neighbour.all('.card').length > 0);
    expect(isPressed(await neighbour.button(`Steun: ${table}`))).to.equal(true);
  });
});
