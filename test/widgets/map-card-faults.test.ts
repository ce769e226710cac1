import { expect } from '@open-wc/testing';
import { withBlockedStorage } from '../support/blocked-storage.js';
import { mapConnection } from '../support/map-endpoint.js';
import { areas } from '../support/rozenbuurt.js';
import { until } from '../support/waiting.js';
import { answer, problem, type Fault } from '../faults/fault.js';
import { endpointThat, seenBy } from './core-misbehaving.js';
import { opened } from './map-card-stage.js';

/** The column of the map in the fault matrix, by its numbers. */

const all = '6 initiatieven op de kaart';
const theBorder = /\/boundaries\?/;
const thePlaces = /\/places/;
const border = answer(200, JSON.stringify({ type: 'FeatureCollection', features: areas.slice(0, 1) }));

/** A map on which this path meets these faults, over a real network; all else is well. */
async function mapThat(path: RegExp, ...faults: readonly Fault[]) {
  const usual = mapConnection();
  const endpoint = await endpointThat(...faults);
  const onTheWay: typeof fetch = (input, init) => {
    const { url } = new Request(input, init);
    return path.test(url) ? fetch(url.replace(usual.endpoint, endpoint), init) : usual.fetch(input, init);
  };
  const stage = await opened({}, {}, { ...usual, fetch: onTheWay });
  return { ...stage, seen: () => seenBy(endpoint) };
}

/** A map that was seen before, and then meets these faults wherever it asks. */
async function seenBefore(...faults: readonly Fault[]) {
  const { visitor, connection } = await opened();
  await visitor.read(all);
  const endpoint = await endpointThat(...faults);
  const broken: typeof fetch = (input, init) =>
    fetch(new Request(input, init).url.replace(connection.endpoint, endpoint), init);
  return opened({}, {}, { ...connection, fetch: broken });
}

function withoutNetwork() {
  Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
  return () => {
    Reflect.deleteProperty(navigator, 'onLine');
    dispatchEvent(new Event('online'));
  };
}

describe('the map on a bad network', () => {
  it('1 and 2: offline, shows what was seen before and goes on when the network is back', async () => {
    const { visitor, connection } = await opened();
    await visitor.read(all);
    let down = true;
    const back = withoutNetwork();
    const broken: typeof fetch = (input, init) =>
      down ? Promise.reject(new TypeError('Failed to fetch')) : connection.fetch(input, init);
    const { visitor: again } = await opened({}, {}, { ...connection, fetch: broken });
    await again.read('Je hebt nu geen internet. Dit is de kaart van');
    expect(again.pins).to.have.length(6);
    down = false;
    back();
    await until('no notice', () => !again.words.includes('geen internet'));
    expect(again.pins).to.have.length(6);
  });

  it('4: two connections that break, and then a good one: it comes by itself', async () => {
    const { visitor, seen } = await mapThat(theBorder, { kind: 'reset' }, { kind: 'reset' }, border);
    await visitor.read(all);
    expect(await seen()).to.have.length(3);
  });

  it('5: nobody answers, and that is said within eleven seconds', async function () {
    this.timeout(20_000);
    const began = performance.now();
    const { visitor } = await mapThat(thePlaces, { kind: 'silence' });
    await until('message', () => visitor.words.includes('Het duurt te lang.'), 15_000);
    expect(performance.now() - began).to.be.lessThan(11_500);
    expect(visitor.all('.area')).to.have.length(1);
  });

  it('7, 8 and 30: the drawing stays while the server is broken, and the rest comes when it is asked', async () => {
    const html = answer(500, '<html><b>Oeps</b></html>', { 'content-type': 'text/html' });
    const places = { type: 'FeatureCollection', total: 8, withoutPlace: 8, features: [] };
    const { visitor } = await mapThat(thePlaces, html, answer(200, JSON.stringify(places)));
    await visitor.read('De initiatieven laden nu niet. Er ging bij ons iets mis.');
    expect(visitor.words).not.to.contain('Oeps');
    expect(visitor.all('.area')).to.have.length(1);
    await visitor.press('Probeer opnieuw');
    await visitor.read('Er staan nog geen initiatieven op de kaart.');
    const { visitor: again } = await seenBefore(problem(500));
    await again.read('Dit is de kaart van');
    expect(again.pins).to.have.length(6);
  });

  it('never says that nothing is on the map while there is no map', async () => {
    const { visitor } = await opened({ boundaries: () => new Response('', { status: 500 }) });
    await visitor.read('De kaart laadt nu niet.');
    await visitor.read('Nieuw (');
    expect(visitor.all('.found')[0]?.textContent).to.equal('');
    expect(visitor.words).to.contain('De buurt op de kaart').and.not.to.contain('De buurten op de kaart');
  });

  it('9: too busy for a second, and then it comes by itself', async () => {
    const { visitor } = await mapThat(theBorder, problem(429, {}, { 'retry-after': '1' }), border);
    await visitor.read(all);
  });

  it('10: too busy for who knows how long, and that is said', async () => {
    for (const when of ['junk', '-5', 'Wed, 01 Jan 2020 00:00:00 GMT', '99999999999']) {
      const { visitor } = await mapThat(theBorder, problem(429, {}, { 'retry-after': when }));
      await visitor.read('Het is nu erg druk.');
    }
  });

  it('12 and 13: what a server says is shown as our own words, never as markup', async () => {
    const hostile = { detail: '<img src=x onerror=alert(1)>', errors: [{ pointer: '<b>', code: 'x' }] };
    for (const [status, words] of [
      [400, 'Er klopt nog iets niet. Controleer het en probeer het opnieuw.'],
      [403, 'Dit lukt hier niet.'],
    ] as const) {
      const { visitor } = await mapThat(theBorder, problem(status, hostile));
      await visitor.read(words);
      expect(visitor.all('img, b')).to.have.length(0);
    }
  });

  it('18: answers that cannot be read', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    for (const body of ['', '{"features":[', '<html>', 'null', '\uFEFF{}', `{"features":${deep}}`]) {
      const { visitor } = await opened({ places: () => new Response(body) });
      await visitor.read('Er ging iets mis bij het laden.');
      await visitor.see('.area');
    }
  });

  it('19: what has the wrong shape is skipped, and how many is said', async () => {
    const place = (id: string, coordinates: unknown, rest: object = {}) => ({
      type: 'Feature',
      id,
      geometry: { type: 'Point', coordinates },
      properties: { title: id, status: 'new', theme: null, supportCount: 1, address: null, ...rest },
    });
    const features = [
      place('goed', [4.89, 52.37]),
      place('goed', [4.89, 52.37]),
      null,
      place('metres', [121_000, 487_000]),
      place('nan', [null, 52]),
      place('negative', [4.89, 52.37], { supportCount: -1 }),
      place('colour', [4.89, 52.37], { status: 'url(javascript:1)' }),
    ];
    const { visitor } = await mapThat(
      thePlaces,
      answer(200, JSON.stringify({ total: features.length, withoutPlace: 0, features })),
    );
    await visitor.read('6 initiatieven konden we niet lezen.');
    expect(visitor.pins).to.deep.equal(['goed, nieuw, 1 buur steunt dit']);
  });

  it('20: an answer of twenty megabytes is not read to the end', async () => {
    for (const gzip of [false, true]) {
      const { visitor } = await mapThat(thePlaces, { kind: 'flood', mebibytes: 20, gzip });
      await visitor.read('Er ging iets mis bij het laden.');
    }
  });

  it('23: moved and removed while it asks, and nothing is left behind', async () => {
    const { visitor, page, seen } = await mapThat(theBorder, { ...border, delayMs: 150 } as Fault);
    const elsewhere = document.createElement('div');
    page.append(elsewhere);
    elsewhere.append(visitor.card);
    await visitor.read(all);
    expect(await seen()).to.have.length(1);
    await visitor.press('Verken de kaart');
    await visitor.see('.tile');
    visitor.card.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    elsewhere.append(visitor.card);
    await visitor.read(all);
    expect(visitor.pins).to.have.length(6);
    expect(visitor.all('.tile').length, 'the map with streets is still there').to.be.above(0);
    const left = async () => (await visitor.pin('Lange tafel')).getBoundingClientRect().left;
    const before = await left();
    await visitor.press('Naar het oosten');
    await until('move', async () => (await left()) < before - 50);
  });

  it('24: works where storage is blocked', async () => {
    await withBlockedStorage(async () => {
      const { visitor } = await opened();
      await visitor.read(all);
    });
  });

  it('29: asks again when somebody looks after half an hour', async () => {
    const { visitor, asked } = await opened();
    await visitor.read(all);
    const usual = Date.now;
    Date.now = () => usual() + 30 * 60_000;
    Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
    try {
      dispatchEvent(new Event('pageshow'));
      await until('question', () => asked('/places').length === 2);
      await until('answer', () => visitor.all('.map-card')[0]?.ariaBusy === 'false');
      dispatchEvent(new Event('pageshow'));
      await visitor.card.updateComplete;
      expect(asked('/places'), 'not again when somebody looks a moment later').to.have.length(2);
    } finally {
      Date.now = usual;
      Reflect.deleteProperty(document, 'visibilityState');
    }
    await visitor.read(all);
  });
});

describe('hostile borders', () => {
  const bordered = (geometry: unknown, name: unknown = 'x') =>
    opened({
      boundaries: () =>
        Response.json({
          type: 'FeatureCollection',
          features: [
            { type: 'Feature', id: 'BU0363AA01', geometry, properties: { name, initiativeCount: 1 } },
          ],
        }),
    });

  it('do nothing, whatever they hold', async () => {
    const ring = [
      [4.88, 52.36],
      [4.89, 52.36],
      [4.89, 52.37],
    ];
    const hostile: readonly unknown[] = [
      null,
      { type: 'Polygon', coordinates: [] },
      { type: 'Polygon', coordinates: [[[121_000, 487_000]]] },
      { type: 'Polygon', coordinates: [[...ring.slice(0, 2), [null, 'x']]] },
      { type: 'Point', coordinates: [4.88, 52.36] },
      { type: 'Polygon', coordinates: 'javascript:alert(1)' },
    ];
    for (const geometry of hostile) {
      const { visitor } = await bordered(geometry);
      await visitor.see('slot:not([name])');
      expect(visitor.words.trim()).to.equal('');
    }
    const { visitor } = await bordered({ type: 'Polygon', coordinates: [ring] }, '<script>alert(1)</script>');
    await visitor.read('<script>alert(1)</script> op de kaart');
    expect(visitor.all('script')).to.have.length(0);
    const point = [4.88, 52.36];
    const { visitor: flat } = await bordered({
      type: 'Polygon',
      coordinates: [[point, point, point, point]],
    });
    await flat.read(all);
  });

  const places = (count: number) => ({
    total: count,
    withoutPlace: 0,
    features: Array.from({ length: count }, (_, at) => ({
      type: 'Feature',
      id: String(at),
      geometry: { type: 'Point', coordinates: [4.886 + (at % 141) / 16_000, 52.368 + (at % 97) / 20_000] },
      properties: { title: 'Plek', status: 'new', theme: null, supportCount: 1, address: null },
    })),
  });

  it('with ten thousand places stay usable, and twenty thousand are refused in words', async function () {
    this.timeout(20_000);
    const { visitor } = await opened({ places: () => Response.json(places(10_000)) });
    await until('places', () => visitor.words.includes('10000 initiatieven op de kaart'), 10_000);
    expect(visitor.all('.pin').length).to.be.lessThan(400);
    const { visitor: other } = await opened({ places: () => Response.json(places(20_000)) });
    await other.read('Er ging iets mis bij het laden.');
    await other.see('.area');
  });
});
