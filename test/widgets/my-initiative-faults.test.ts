import { expect } from '@open-wc/testing';
import type { MyInitiative } from '@buurt/domain/initiatives/my-initiative.js';
import { answer, problem, type Fault } from '../faults/fault.js';
import { withBlockedStorage } from '../support/blocked-storage.js';
import { json, offline, type Answer } from '../support/endpoint.js';
import { makerConnection, openLink, ownerId, ownerKey, running } from '../support/my-initiative-endpoint.js';
import { until } from '../support/waiting.js';
import { endpointThat, seenBy } from './core-misbehaving.js';
import { open, opened, sent, type MakerPage } from './my-initiative-stage.js';

/** The column of the page of a maker in the fault matrix, by its numbers. */

const news = 'Zaterdag planten we.';
const good = answer(200, JSON.stringify(running));
const done = answer(201, JSON.stringify({ id: ownerId }));
const acted = () => json({ id: ownerId }, 201);

/** The page of a maker on a server that does these things, one after another, over a real network. */
async function makerAt(...faults: readonly Fault[]) {
  const endpoint = await endpointThat(...faults);
  const connection = { endpoint, fetch: (...call: Parameters<typeof fetch>) => fetch(...call), requests: [] };
  const stage = await opened(running, { connection });
  const posted = async () => (await seenBy(endpoint)).filter(({ method }) => method === 'POST');
  return { ...stage, posted, seen: () => seenBy(endpoint) };
}

/** Writes news and sends it. */
async function tellNews({ visitor }: Pick<MakerPage, 'visitor'>): Promise<void> {
  await visitor.read(running.title);
  await open(visitor, 'Vertel hoe het gaat');
  await visitor.type('text', news);
  await visitor.press('Versturen');
}
const written = ({ visitor }: Pick<MakerPage, 'visitor'>) =>
  (visitor.all('form.join #text')[0] as HTMLTextAreaElement | undefined)?.value;

const hasFocus = (element?: Element) =>
  (element?.getRootNode() as ShadowRoot | undefined)?.activeElement === element;

/** It was not sent: in these words, with the focus there, and what was written still there. */
async function isKept(page: Pick<MakerPage, 'visitor'>, words: string, withinMs?: number): Promise<void> {
  const { visitor } = page;
  await until(words, () => visitor.words.includes(words), withinMs);
  await visitor.read('Het is niet verstuurd. Wat je schreef, staat er nog.');
  const [failure] = visitor.all('.failure');
  expect(hasFocus(failure)).to.equal(true);
  expect(written(page)).to.equal(news);
}
const keysOf = (page: MakerPage) => new Set(sent(page).map(({ headers }) => headers.get('idempotency-key')));

describe('the page of a maker on a bad day', () => {
  afterEach(() => {
    localStorage.clear();
    Reflect.deleteProperty(navigator, 'onLine');
  });

  it('1: offline at the start, says so with the words of the page, and goes on when the network is back', async () => {
    let isDown = true;
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    const { visitor, page } = await opened((request) => (isDown ? offline(request) : json(running)));
    await visitor.read('Je initiatief laadt nu niet. Je hebt nu geen internet.');
    expect(page.querySelector('buurt-my-initiative p')!.getClientRects()).not.to.have.length(0);
    isDown = false;
    Reflect.deleteProperty(navigator, 'onLine');
    dispatchEvent(new Event('online'));
    await visitor.read(running.title);
    expect(visitor.words).not.to.contain('geen internet');
  });

  it('2: offline while sending, keeps what was written and does not send it by itself', async () => {
    let isDown = true;
    const page = await opened(running, { acting: (request) => (isDown ? offline(request) : acted()) });
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    await tellNews(page);
    await isKept(page, 'Je hebt nu geen internet.');
    isDown = false;
    Reflect.deleteProperty(navigator, 'onLine');
    dispatchEvent(new Event('online'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(written(page)).to.equal(news);
    const before = sent(page).length;
    await page.visitor.press('Versturen');
    await page.visitor.read('Je nieuws staat op de site.');
    expect(sent(page)).to.have.length(before + 1);
    expect(keysOf(page).size).to.equal(1);
  });

  it('3: the answer is lost after the server did it, and it is done once', async () => {
    let isLost = true;
    const page = await opened(running, { acting: (request) => (isLost ? offline(request) : acted()) });
    await tellNews(page);
    await isKept(page, 'Het is niet verstuurd.');
    isLost = false;
    await page.visitor.press('Versturen');
    await page.visitor.read('Je nieuws staat op de site.');
    expect(keysOf(page).size).to.equal(1);
  });

  it('3 and 23: a new link whose answer is lost, or comes when the widget is moved or another link is opened', async () => {
    const renewed = 'n'.repeat(43);
    let answers: Answer = offline;
    const page = await opened(running, { acting: (request) => answers(request) });
    const { visitor, element } = page;
    await visitor.read(running.title);
    ((await visitor.see('.keep input')) as HTMLInputElement).click();
    await visitor.press('Maak een nieuwe link');
    await until('words', () => visitor.all('.own-link .notice.error')[0]);
    let arrive: (response: Response) => void = () => undefined;
    answers = () => new Promise((resolve) => (arrive = resolve));
    await visitor.press('Maak een nieuwe link');
    await until(
      'asked again',
      () => keysOf(page).size === 1 && visitor.all('.own-link .notice').length === 0,
    );
    const elsewhere = document.createElement('div');
    page.page.append(elsewhere);
    elsewhere.append(element);
    const other = `${ownerId.replace('6f', '7a')}.${'o'.repeat(43)}`;
    const before = sent(page).length;
    expect(before).to.be.greaterThan(1);
    openLink(other);
    dispatchEvent(new Event('hashchange'));
    arrive(json({ ownerKey: renewed }, 201));
    // The device remembers the maker of before, with the key that works now; the page is of the other.
    await until('stored', () => JSON.stringify({ ...localStorage }).includes(renewed));
    await element.updateComplete;
    expect(((await visitor.see('#link')) as HTMLInputElement).value).to.contain(other);
    expect(keysOf(page).size).to.equal(1);
  });

  it('4: two connections that break, and then a good one: it comes and is sent by itself, once', async () => {
    const reset = { kind: 'reset' } as const;
    const page = await makerAt(reset, reset, good, reset, reset, done, good);
    await tellNews(page);
    await page.visitor.read('Je nieuws staat op de site.');
    const posts = await page.posted();
    expect(posts).to.have.length(3);
    expect(new Set(posts.map(({ headers }) => headers['idempotency-key'])).size).to.equal(1);
    expect(new Set(posts.map(({ fingerprint }) => fingerprint)).size).to.equal(1);
  });

  it('5: nobody answers, and that is said within eleven seconds', async function () {
    this.timeout(20_000);
    const page = await makerAt(good, { kind: 'silence' });
    await tellNews(page);
    const began = performance.now();
    await isKept(page, 'Het duurt te lang.', 15_000);
    expect(performance.now() - began).to.be.lessThan(12_000);
  });

  it('7 and 8: a server that fails and the page of a proxy: what was written stays, and it goes on', async () => {
    const page = answer(502, '<h1>Bad gateway</h1>', { 'content-type': 'text/html' });
    for (const fault of [problem(500), page]) {
      const maker = await makerAt(good, fault, done, good);
      await tellNews(maker);
      // What a proxy says passes by itself.
      if (fault !== page) {
        await isKept(maker, 'Er ging bij ons iets mis.');
        await maker.visitor.press('Versturen');
      }
      await maker.visitor.read('Je nieuws staat op de site.');
      const { visitor } = await makerAt(fault);
      await visitor.read('Je initiatief laadt nu niet.');
      await visitor.button('Probeer het opnieuw');
    }
  });

  it('9: too busy for a second, and then it comes and is sent by itself', async () => {
    const busy = problem(429, {}, { 'retry-after': '1' });
    const page = await makerAt(busy, good, busy, done, good);
    await tellNews(page);
    await page.visitor.read('Je nieuws staat op de site.');
  });

  it('10: too busy for who knows how long, and that is said', async () => {
    for (const when of ['junk', '-5', 'Wed, 01 Jan 2020 00:00:00 GMT', '99999999999']) {
      const busy = problem(429, {}, { 'retry-after': when });
      const { visitor } = await makerAt(busy);
      await visitor.read('Het is nu erg druk.');
      const page = await makerAt(good, busy);
      await tellNews(page);
      await isKept(page, 'Het is nu erg druk.');
    }
  });

  it('11: the server names fields that are wrong: at the fields, and the summary has the focus', async () => {
    const errors = [{ pointer: '/text', code: 'too-long', limit: 10, actual: 20 }];
    const page = await makerAt(good, problem(400, { errors }));
    await tellNews(page);
    await page.visitor.read('Maak dit 10 tekens korter.');
    expect(page.visitor.all('[aria-invalid=true]').map(({ id }) => id)).to.deep.equal(['text']);
    const [summary] = page.visitor.all('.error-summary');
    expect(hasFocus(summary)).to.equal(true);
    expect(written(page)).to.equal(news);
  });

  it('12: markup in a field that nobody knows, in the words of the server and of neighbours is shown as text', async () => {
    const markup = '<img src=x onerror=alert(1)>';
    const errors = [{ pointer: '/<b>', code: 'x', detail: markup }];
    for (const fault of [problem(400, { errors }), problem(409, { detail: markup })]) {
      const page = await makerAt(good, fault);
      await tellNews(page);
      await page.visitor.read(markup);
      expect(page.visitor.all('img, b')).to.have.length(0);
    }
    const [offer] = running.offers;
    const hostile: MyInitiative = {
      ...running,
      title: markup,
      offers: [
        { ...offer!, name: markup, message: markup, contact: 'javascript:alert(1)' },
        { ...offer!, id: 'o-2', contact: '"><b>@x' },
      ],
    };
    const { visitor } = await makerAt(answer(200, JSON.stringify(hostile)));
    await visitor.read(markup);
    expect(visitor.all('img, b')).to.have.length(0);
    const schemes = visitor.all('a.contact').map((each) => (each as HTMLAnchorElement).protocol);
    expect(schemes).to.deep.equal(['tel:', 'mailto:']);
  });

  it('13: not allowed, a link that was replaced, or something that is gone: says so, and keeps what was written', async () => {
    for (const [status, words] of [
      [403, 'Dit lukt hier niet.'],
      [404, 'Dit is er niet meer, of je link is oud.'],
    ] as const) {
      const page = await makerAt(good, problem(status));
      await tellNews(page);
      await isKept(page, words);
      // Who loads the page again has lost their link.
      expect(page.visitor.words).not.to.contain('Laad de pagina opnieuw');
    }
    let isRenewed = false;
    const { visitor } = await opened(() =>
      isRenewed ? json({ title: 'Not Found', status: 404 }, 404) : json(running),
    );
    await visitor.read(running.title);
    isRenewed = true;
    dispatchEvent(new Event('online'));
    await visitor.read('Deze link werkt niet.');
    expect(visitor.words).not.to.contain('Laad de pagina opnieuw');
  });

  it('13: too big, and what was written stays', async () => {
    const page = await makerAt(good, problem(413));
    await tellNews(page);
    await isKept(page, 'Dit is te groot om te versturen.');
  });

  it('14: still busy with it, and then done: once', async () => {
    const type = 'https://buurt.example/problems/in-progress';
    const page = await makerAt(good, problem(409, { type }, { 'retry-after': '1' }), done, good);
    await tellNews(page);
    await until('sent', () => page.visitor.words.includes('Je nieuws staat op de site.'), 5000);
    const posts = await page.posted();
    expect(new Set(posts.map(({ headers }) => headers['idempotency-key'])).size).to.equal(1);
  });

  it('15: over meanwhile, or the key was used for something else: says so, and keeps what was written', async () => {
    const detail = 'Dit kan alleen als je initiatief op de site staat en nog loopt.';
    const ended = await makerAt(good, problem(409, { detail }));
    await tellNews(ended);
    await isKept(ended, detail);
    for (const status of [409, 422]) {
      const page = await makerAt(good, problem(status));
      await tellNews(page);
      await isKept(page, 'Dit kan nu niet meer, want er is iets veranderd.');
      expect(page.visitor.words).not.to.contain('Laad de pagina opnieuw');
    }
  });

  it('18 and 19: of answers that cannot be read, or have another shape, nothing is shown but what was there', async () => {
    const wrong = (own: object) => JSON.stringify({ ...running, ...own });
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const shapes = [wrong({ offers: [{}] }), wrong({ state: 7 }), wrong({ needs: null })];
    for (const body of ['', '{"id":', '<html>', 'null', '\uFEFF{}', `{"id":${deep}}`, ...shapes]) {
      let isBroken = true;
      const { visitor } = await opened(() => (isBroken ? new Response(body) : json(running)));
      await visitor.read('Er ging iets mis bij het laden.');
      expect(visitor.all('.about')).to.deep.equal([]);
      isBroken = false;
      await visitor.press('Probeer het opnieuw');
      await visitor.read(running.title);
      isBroken = true;
      dispatchEvent(new Event('online'));
      await visitor.read('Er ging iets mis bij het laden.');
      await visitor.read(running.title);
    }
    const page = await makerAt(good, answer(201, '<html>'));
    await tellNews(page);
    await isKept(page, 'Er ging iets mis');
  });

  it('20: an answer of twenty megabytes is not read to the end', async () => {
    for (const gzip of [false, true]) {
      const { visitor } = await makerAt({ kind: 'flood', mebibytes: 20, gzip });
      await visitor.read('Er ging iets mis bij het laden.');
      const page = await makerAt(good, { kind: 'flood', mebibytes: 20, gzip });
      await tellNews(page);
      await isKept(page, 'Er ging iets mis');
    }
  });

  it('22: ten presses send it once', async () => {
    let arrive: (response: Response) => void = () => undefined;
    const page = await opened(running, { acting: () => new Promise((resolve) => (arrive = resolve)) });
    await tellNews(page);
    for (let press = 0; press < 10; press++) page.visitor.all('form.join [type=submit]')[0]?.click();
    await until('a request', () => sent(page).length > 0);
    expect(sent(page)).to.have.length(1);
    arrive(acted());
    await page.visitor.read('Je nieuws staat op de site.');
    expect(sent(page)).to.have.length(1);
  });

  it('23: moved while it sends, it is sent once and said; taken away, nothing is left behind', async () => {
    let arrive: (response: Response) => void = () => undefined;
    const page = await opened(running, {
      acting: ({ signal }) =>
        new Promise((resolve, reject) => {
          arrive = resolve;
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        }),
    });
    const { visitor, element } = page;
    await tellNews(page);
    await until('a request', () => sent(page).length > 0);
    const elsewhere = document.createElement('div');
    page.page.append(elsewhere);
    elsewhere.append(element);
    await new Promise((resolve) => setTimeout(resolve, 20));
    arrive(acted());
    await visitor.read('Je nieuws staat op de site.');
    expect(sent(page)).to.have.length(1);

    await open(visitor, 'Vertel hoe het gaat');
    await visitor.type('text', news);
    await visitor.press('Versturen');
    await until('another request', () => sent(page).length > 1);
    element.remove();
    const asked = page.server.requests.length;
    dispatchEvent(new Event('online'));
    dispatchEvent(new Event('hashchange'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(page.server.requests).to.have.length(asked);
    // Put back, it sends exactly that again under the same key.
    elsewhere.append(element);
    await visitor.read('Gestopt.');
    expect(written(page)).to.equal(news);
    await visitor.press('Versturen');
    await until('a third request', () => sent(page).length > 2);
    const [, second, third] = sent(page).map(({ headers }) => headers.get('idempotency-key'));
    expect(third).to.equal(second);
    arrive(acted());
    await until('sent', () => visitor.all('form.join').length === 0);
  });

  it('23: in two tabs: a link that is renewed in one goes on in the other, and one that is forgotten stays so', async () => {
    const renewed = 'n'.repeat(43);
    const connection = makerConnection(running, () => json({ ownerKey: renewed }, 201));
    const { visitor, element, server } = await opened(running, { connection });
    await visitor.read(running.title);
    const box = () => visitor.all('.keep input')[0] as HTMLInputElement;
    box().click();
    const [[name = ''] = []] = Object.entries({ ...localStorage });
    const other = (value: string | null) => {
      if (value === null) localStorage.removeItem(name);
      else localStorage.setItem(name, value);
      dispatchEvent(new StorageEvent('storage', { key: name }));
    };
    other(`${ownerId}.${'t'.repeat(43)}`);
    await until('read with the key of the other tab', () =>
      server.requests.some(({ headers }) => headers.get('authorization') === `Bearer ${'t'.repeat(43)}`),
    );
    await element.updateComplete;
    expect(box().checked).to.equal(true);
    other(null);
    await element.updateComplete;
    expect(box().checked).to.equal(false);
    await visitor.press('Maak een nieuwe link');
    await visitor.read('Dit is je nieuwe link.');
    expect(JSON.stringify({ ...localStorage })).not.to.contain(renewed);
  });

  it('23: a link that is opened where this device remembers it, is remembered when it is renewed', async () => {
    const renewed = 'n'.repeat(43);
    const connection = makerConnection(running, () => json({ ownerKey: renewed }, 201));
    const { visitor } = await opened(running, { connection });
    await visitor.read(running.title);
    (visitor.all('.keep input')[0] as HTMLInputElement).click();
    const { visitor: again } = await opened(running, { connection });
    await again.read(running.title);
    expect((again.all('.keep input')[0] as HTMLInputElement).checked).to.equal(true);
    await again.press('Maak een nieuwe link');
    await again.read('Dit is je nieuwe link.');
    expect(JSON.stringify({ ...localStorage }))
      .to.contain(renewed)
      .and.not.to.contain(ownerKey);
  });

  it('24: works where storage is blocked, full or damaged', async () => {
    const connection = makerConnection();
    await withBlockedStorage(async () => {
      const { visitor } = await opened(running, { connection });
      await visitor.read(running.title);
      const box = visitor.all('.keep input')[0] as HTMLInputElement;
      box.click();
      await visitor.read('Dit apparaat onthoudt niets. Bewaar je link.');
      expect(box.checked).to.equal(false);
    });
    for (const damaged of ['{', '', `${ownerId}.`, `<b>.${ownerKey}`]) {
      localStorage.setItem(`buurt:my-initiative:${connection.endpoint}`, damaged);
      const { visitor } = await opened(running, { connection, link: null });
      await visitor.read('Open je eigen link');
    }
  });

  it('29: asks again when somebody looks after half an hour, and keeps what is written', async () => {
    let asked = 0;
    const page = await opened(() => {
      asked += 1;
      return json(running);
    });
    const { visitor, element } = page;
    await visitor.read(running.title);
    await open(visitor, 'Vertel hoe het gaat');
    await visitor.type('text', news);
    const usual = Date.now;
    Date.now = () => usual() + 30 * 60_000;
    Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
    try {
      dispatchEvent(new Event('pageshow'));
      await until('question', () => asked === 2);
      await until('answer', () => element.shadowRoot?.querySelector('[aria-busy=false]'));
      expect(written(page)).to.equal(news);
    } finally {
      Date.now = usual;
      Reflect.deleteProperty(document, 'visibilityState');
    }
  });
});
