import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { render } from 'lit';
import '@buurt/core/buurt-provider.js';
import { offline, problem, silence, type Answer } from '../support/endpoint.js';
import { initiative, initiatives, manyInitiatives } from '../support/initiatives.js';
import { Neighbour } from '../support/neighbour.js';
import { noStatus } from '../support/statuses.js';
import { until } from '../support/waiting.js';
import { focused, freshConnection, opened, tag } from './initiative-list-stage.js';

/** Answers in turn; the last one from then on. */
const inTurn = (...answers: readonly Answer[]): Answer => {
  let turn = 0;
  return (request) => (answers[Math.min(turn++, answers.length - 1)] as Answer)(request);
};

const page =
  (rest: object): Answer =>
  () =>
    Response.json({ initiatives: [], total: 0, facets: { status: noStatus, theme: [] }, ...rest });

describe('the list of initiatives', () => {
  it('shows of each what it is, where, how far, who supports it and what is still asked', async () => {
    const { neighbour } = await opened({ initiatives: initiatives.slice(0, 1) });
    await neighbour.read('1 initiatief');
    await neighbour.read('Elkaar ontmoeten');
    const [card] = neighbour.all('.card');
    const words = card?.textContent.replace(/\s+/g, ' ') ?? '';
    for (const each of [
      'Bezig',
      'Lange tafel op het Rozenplein',
      'Nog nodig: 2 buren met tijd',
      '2 buren met spullen',
      '34 buren steunen dit',
      'Laatste nieuws vorige week',
    ])
      expect(words).to.contain(each);
    expect(card?.querySelector('img')?.alt).to.equal(
      'Buren aan een lange tafel, met vlaggetjes boven de straat',
    );
  });

  it('says that there was no news for long where money was granted', async () => {
    const { neighbour } = await opened();
    await neighbour.read('Al 94 dagen geen nieuws');
  });

  it('asks neither support nor help of what has ended', async () => {
    const { neighbour } = await opened({
      initiatives: initiatives.filter(({ status }) => status === 'done'),
    });
    await neighbour.read('41 buren steunen dit');
    expect(neighbour.all('.card button.support, .card [part~=join]')).to.have.length(0);
  });

  it('says how many were found in one live region, which is there before', async () => {
    const { neighbour } = await opened();
    await neighbour.see('.found');
    await neighbour.read('8 initiatieven');
    const region = await neighbour.see('.found [role=status]');
    expect(region.textContent).to.equal('');
    const said: string[] = [];
    const watch = new MutationObserver(() => said.push(region.textContent));
    watch.observe(region, { childList: true, characterData: true, subtree: true });
    await neighbour.choose('theme', 'green');
    await neighbour.read('2 initiatieven gevonden');
    await until('second answer', () => neighbour.titles.length === 2);
    watch.disconnect();
    expect(said).to.deep.equal(['2 initiatieven gevonden']);
  });

  it('keeps no room for live regions that have nothing to say', async () => {
    const { neighbour } = await opened();
    await neighbour.read('8 initiatieven');
    const regions = neighbour.all('.locating, .about-list');
    expect(regions.map((each) => getComputedStyle(each).display)).to.deep.equal(['none', 'none']);
  });

  it('says so when there is nothing, and when nothing was found with the way back', async () => {
    const { neighbour: nobody } = await opened({ initiatives: [] });
    await nobody.read('Er zijn nog geen initiatieven in deze buurt.');
    const { neighbour } = await opened();
    await neighbour.read('8 initiatieven');
    await neighbour.search('vliegveld');
    await neighbour.read('We vonden niets.');
    await neighbour.press('Wis de filters');
    await neighbour.read('8 initiatieven');
    expect(focused()?.id).to.equal('words');
  });

  it('skips what it cannot read and says how many', async () => {
    const { entries } = { entries: [null, { title: 'half' }, { ...initiatives[1], supportCount: -3 }] };
    const sound = { ...initiative('i-goed', { title: 'Goed leesbaar' }) };
    const { neighbour } = await opened({ list: page({ initiatives: [...entries, sound, sound], total: 5 }) });
    await neighbour.read('4 initiatieven konden we niet lezen.');
    expect(neighbour.titles).to.deep.equal(['Goed leesbaar']);
  });

  it('shows a text of others as text', async () => {
    const hostile = initiative('<i>', { title: '<img src=x onerror=alert(1)>', story: '<b>vet</b>' });
    const { neighbour } = await opened({ initiatives: [hostile] });
    await neighbour.read('<img src=x onerror=alert(1)>');
    await neighbour.read('<b>vet</b>');
    expect(neighbour.all('.card b, .card img[src=x]')).to.have.length(0);
  });

  it('describes the initiatives for search engines where the page wants that', async () => {
    const hostile = initiative('i-x', { title: '</script><b>', story: 'Een verhaal' });
    const { neighbour } = await opened(
      { initiatives: [hostile] },
      { structuredData: true, detailHref: '/initiatief/{id}' },
    );
    await neighbour.read('1 initiatief');
    const block = await until('data', () => neighbour.list.querySelector('script'));
    expect(block.type).to.equal('application/ld+json');
    expect(block.text).not.to.contain('<');
    const data = JSON.parse(block.text);
    expect(data.itemListElement[0].item.name).to.equal('</script><b>');
    expect(data.itemListElement[0].item.url).to.equal(`${location.origin}/initiatief/i-x`);
    neighbour.list.structuredData = false;
    await neighbour.list.updateComplete;
    expect(neighbour.list.querySelector('script')).to.equal(null);
  });

  it('puts its headings where the page wants them', async () => {
    const { neighbour } = await opened({}, { headingLevel: 3 });
    await neighbour.read('8 initiatieven');
    expect(neighbour.all('h3').map(({ textContent }) => textContent)).to.deep.equal([
      'Wat er leeft in de buurt',
    ]);
    expect(neighbour.all('h4')).to.have.length(8);
  });

  it('leads to the page of the host where it has one', async () => {
    const { neighbour } = await opened({}, { detailHref: '/initiatief/{id}?van=lijst' });
    await neighbour.read('8 initiatieven');
    const links = neighbour.all('.card a.title').map((link) => link.getAttribute('href'));
    expect(links).to.contain('/initiatief/i-tafel?van=lijst');
  });

  it('leaves a link to a script out', async () => {
    const { neighbour } = await opened({}, { detailHref: 'javascript:alert({id})' });
    await neighbour.read('8 initiatieven');
    expect(neighbour.all('.card a[href^=javascript]')).to.have.length(0);
  });

  it('has nothing that axe finds, also where it is narrow', async () => {
    const { neighbour } = await opened();
    await neighbour.read('Elkaar ontmoeten');
    await expect(neighbour.list).to.be.accessible();
    await setViewport({ width: 320, height: 640 });
    await expect(neighbour.list).to.be.accessible();
    await setViewport({ width: 800, height: 600 });
  });
});

describe('a card without a photo', () => {
  it('takes no room for a drawing on a phone, and shows it where there is room', async () => {
    for (const [width, isDrawn] of [
      [320, false],
      [440, false],
      [768, true],
      [1440, true],
    ] as const) {
      await setViewport({ width, height: 800 });
      const { neighbour } = await opened({ initiatives: initiatives.slice(0, 8) });
      await neighbour.read('8 initiatieven');
      const heights = (photo: boolean) =>
        neighbour
          .all('.card .picture')
          .filter((each) => (each.querySelector('img') !== null) === photo)
          .map((each) => each.offsetHeight);
      expect(heights(false).length).to.be.greaterThan(1);
      for (const height of heights(true)) expect(height, `photo, ${String(width)} px`).to.be.greaterThan(80);
      for (const height of heights(false))
        if (isDrawn) expect(height, `drawing, ${String(width)} px`).to.be.greaterThan(80);
        else expect(height, `strip, ${String(width)} px`).to.be.within(1, 16);
    }
    await setViewport({ width: 800, height: 600 });
  });
});

describe('looking for something', () => {
  it('keeps every field as wide as it was when the way to clear them comes', async () => {
    for (const filters of ['search theme status sort', 'search status', 'theme status sort'])
      for (const width of [320, 500, 700, 1000, 1440]) {
        await setViewport({ width, height: 800 });
        const { neighbour } = await opened({}, { filters });
        await neighbour.read('8 initiatieven');
        const folded = neighbour.all('.filter-field').every((field) => field.offsetWidth === 0);
        // A scroll bar takes some of the 500 px in Firefox.
        if (width !== 500) expect(folded, `${String(width)} px`).to.equal(width < 500);
        if (folded) await neighbour.press('Filters');
        const widths = () => neighbour.all('.filter-field').map((field) => Math.round(field.offsetWidth));
        const before = widths();
        await neighbour.choose('status', 'done');
        await neighbour.see('.clear');
        expect(Math.min(...before), 'in sight').to.be.greaterThan(0);
        expect(widths(), `${filters} in ${String(width)} px`).to.deep.equal(before);
      }
    await setViewport({ width: 800, height: 600 });
  });

  it('has its fields behind one button in a narrow container, which says how many are in use', async () => {
    await setViewport({ width: 320, height: 640 });
    const { neighbour } = await opened({}, { status: 'done' });
    await neighbour.read('1 initiatief gevonden');
    const inSight = () => neighbour.all('.filter :is(input, select)').filter((each) => each.offsetWidth > 0);
    const button = await neighbour.button('Filters: 1 in gebruik');
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    expect(inSight()).to.have.length(0);
    const [card] = neighbour.all('.card');
    expect(card?.getBoundingClientRect().top).to.be.below(320);
    await expect(neighbour.list).to.be.accessible();
    button.click();
    await until('fields', () => inSight().length === 4);
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    await neighbour.choose('theme', 'meet');
    await neighbour.button('Filters: 2 in gebruik');
    button.click();
    await until('folded', () => inSight().length === 0);
    await neighbour.press('Wis de filters');
    await neighbour.read('8 initiatieven');
    await until('focus', () => focused() === button);
    expect(button.textContent.trim()).to.equal('Filters');

    await setViewport({ width: 800, height: 600 });
    expect(inSight()).to.have.length(4);
    expect(button.offsetWidth).to.equal(0);
    await neighbour.choose('theme', 'meet');
    await neighbour.press('Wis de filters');
    await until('focus', () => focused()?.id === 'words');
  });

  it('keeps one field in sight in a narrow container', async () => {
    await setViewport({ width: 320, height: 640 });
    const { neighbour } = await opened({}, { filters: 'search' });
    await neighbour.read('8 initiatieven');
    expect((await neighbour.see('#words')).offsetWidth).to.be.greaterThan(0);
    expect(neighbour.all('.fold')).to.have.length(0);
    await setViewport({ width: 800, height: 600 });
  });

  it('asks the server by theme, status, words and order', async () => {
    const { neighbour, asked, told } = await opened();
    await neighbour.read('8 initiatieven');
    await neighbour.choose('theme', 'meet');
    await neighbour.choose('status', 'done');
    await neighbour.choose('sort', 'support');
    await neighbour.search('kapot');
    await until('question', () => asked().at(-1)?.get('q'));
    expect(asked().at(-1)?.toString()).to.equal('status=done&theme=meet&sort=support&q=kapot&limit=12');
    await until('event', () => told.at(-1)?.detail.words === 'kapot');
    expect(told.at(-1)).to.deep.equal({
      type: 'buurt-filter',
      detail: { status: ['done'], theme: ['meet'], words: 'kapot', sort: 'support', found: 1 },
    });
  });

  it('waits until somebody has typed', async () => {
    const { neighbour, asked } = await opened();
    await neighbour.read('8 initiatieven');
    for (const words of ['k', 'ke', 'ker', 'kerk']) await neighbour.search(words);
    await neighbour.read('1 initiatief gevonden');
    expect(asked().map((search) => search.get('q'))).to.deep.equal([null, 'kerk']);
  });

  it('says behind each choice how many there are', async () => {
    const { neighbour } = await opened();
    await neighbour.read('Groen en natuur (2)');
    await neighbour.read('Nieuw (3)');
  });

  it('starts with what the page wants, and lets a visitor see the rest', async () => {
    const { neighbour, asked } = await opened({}, { status: 'granted underway', sort: 'help' });
    await neighbour.read('2 initiatieven gevonden');
    expect(asked()[0]?.toString()).to.equal('status=granted&status=underway&sort=help&limit=12');
    const field = (await neighbour.see('select#status')) as HTMLSelectElement;
    expect(field.selectedOptions[0]?.textContent).to.equal('Toegekend, Bezig');
    await neighbour.choose('status', '');
    await neighbour.read('8 initiatieven');
  });

  it('shows only the filters that the page wants', async () => {
    const { neighbour } = await opened({}, { filters: 'status' });
    await neighbour.read('8 initiatieven');
    expect(neighbour.all('.filter :is(input, select)').map(({ id }) => id)).to.deep.equal(['status']);
    const { neighbour: bare } = await opened({}, { filters: '' });
    await bare.read('8 initiatieven');
    expect(bare.all('.filter')).to.have.length(0);
  });

  it('keeps what was read until the answer is there, marked as busy', async () => {
    let answer: ((response: Response) => void) | undefined;
    const { neighbour, connection } = await opened();
    await neighbour.read('8 initiatieven');
    const usual = connection.fetch;
    Object.assign(connection, { fetch: usual });
    const list = neighbour.all('.list')[0];
    expect(list?.getAttribute('aria-busy')).to.equal('false');
    const slow: typeof fetch = () => new Promise((resolve) => (answer = resolve));
    neighbour.list.connection = { endpoint: connection.endpoint, fetch: slow };
    await until('request', () => answer);
    expect(neighbour.all('.list, .coming')).to.have.length(1);
  });

  it('does not tell the page of a search when the list is asked again', async () => {
    const one = initiative('een', {});
    const { neighbour, told } = await opened({
      list: inTurn(
        page({ total: 1, initiatives: [one] }),
        page({ total: 2, initiatives: [one, initiative('twee', {})] }),
      ),
    });
    await neighbour.read('1 initiatief');
    dispatchEvent(new Event('online'));
    await neighbour.read('2 initiatieven');
    expect(told).to.deep.equal([]);
  });

  it('shuffles when the page wants that later', async () => {
    const { asked, neighbour } = await opened();
    await neighbour.read('8 initiatieven');
    neighbour.list.sort = 'random';
    await until('question', () => asked().length === 2);
    expect(asked()[1]?.get('sort')).to.equal('random');
    expect(Number(asked()[1]?.get('seed'))).to.be.greaterThan(0);
  });

  it('asks nothing about a buurt that cannot be', async () => {
    const { asked, neighbour, page } = await opened();
    await neighbour.read('8 initiatieven');
    neighbour.list.buurt = 'BU1';
    await until('the words of the page', () =>
      page.querySelector('buurt-initiative-list')?.shadowRoot?.querySelector('slot:not([name])'),
    );
    expect(asked()).to.have.length(1);
  });

  it('shuffles by a number that stays with the visitor', async () => {
    const { asked, neighbour } = await opened({}, { sort: 'random' });
    await neighbour.read('8 initiatieven');
    const { asked: again, neighbour: later } = await opened({}, { sort: 'random' });
    await later.read('8 initiatieven');
    expect(Number(asked()[0]?.get('seed'))).to.be.greaterThan(0);
    expect(again()[0]?.get('seed')).to.equal(asked()[0]?.get('seed'));
    expect(asked()).to.have.length(1);
  });
});

describe('two lists in one provider', () => {
  it('look for the same, and the second asks for nothing else first', async () => {
    const [first, second] = [freshConnection(), freshConnection()];
    const provider = document.createElement('buurt-provider');
    document.body.append(provider);
    try {
      const page = (connection: typeof first) => {
        const place = document.createElement('div');
        provider.append(place);
        render(tag(connection), place);
        return new Neighbour(place);
      };
      const one = page(first);
      await one.read('8 initiatieven');
      await one.choose('theme', 'green');
      await one.read('2 initiatieven gevonden');
      const other = page(second);
      await until('2 cards', () => other.titles.length === 2);
      const asked = second.requests.filter(({ url }) => url.includes('/initiatives?'));
      expect(asked.map(({ url }) => new URL(url).searchParams.get('theme'))).to.deep.equal(['green']);
    } finally {
      provider.remove();
    }
  });
});

describe('more initiatives', () => {
  it('come by a button that says how many are left, with the focus on the first new one', async () => {
    const { neighbour, asked } = await opened({ initiatives: manyInitiatives(30) });
    const button = await neighbour.button('Laat nog 12 zien');
    expect(button.textContent.replace(/\s+/g, ' ').trim()).to.equal('Laat nog 12 zien (van de 18)');
    button.click();
    await until('24 cards', () => neighbour.titles.length === 24);
    await until('focus', () => focused()?.matches('.title'));
    expect(focused()?.textContent.trim()).to.equal(neighbour.titles[12]);
    await neighbour.press('Laat nog 6 zien');
    await until('30 cards', () => neighbour.titles.length === 30);
    expect(neighbour.all('[part~=more]')).to.have.length(0);
    expect(asked().map((search) => search.get('cursor'))).to.deep.equal([null, '12', '24']);
  });

  it('come after all when the first time failed', async () => {
    const connection = freshConnection({ initiatives: manyInitiatives(20) });
    const { fetch: usual } = connection;
    let failures = 1;
    const failing: typeof fetch = (input, init) =>
      new Request(input).url.includes('cursor=') && failures-- > 0
        ? Promise.resolve(Response.json({}, { status: 500 }))
        : usual(input, init);
    const { neighbour } = await opened({}, {}, { ...connection, fetch: failing });
    await neighbour.press('Laat nog 8 zien');
    await neighbour.read('Meer laden lukte niet.');
    expect(neighbour.titles).to.have.length(12);
    await neighbour.press('Laat nog 8 zien');
    await until('20 cards', () => neighbour.titles.length === 20);
  });

  it('are more of what is shown, also while something else is asked', async () => {
    const connection = freshConnection({ initiatives: manyInitiatives(30) });
    const { fetch: usual } = connection;
    let isSlow = false;
    const slow: typeof fetch = (input, init) =>
      isSlow && !new Request(input).url.includes('cursor=')
        ? new Promise((_, fail) => {
            void usual(input, init);
            init?.signal?.addEventListener('abort', () => fail(new DOMException('', 'AbortError')));
          })
        : usual(input, init);
    const { neighbour, asked } = await opened({}, {}, { ...connection, fetch: slow });
    await neighbour.button('Laat nog 12 zien');
    isSlow = true;
    await neighbour.choose('sort', 'support');
    await until('second question', () => asked().length === 2);
    await neighbour.press('Laat nog 12 zien');
    await until('24 cards', () => neighbour.titles.length === 24);
    expect(asked().map((search) => search.get('sort'))).to.deep.equal(['new', 'support', 'new']);
  });

  it('come once, however often the button is pressed', async () => {
    const { neighbour, asked } = await opened({ initiatives: manyInitiatives(40) });
    const button = await neighbour.button('Laat nog 12 zien');
    for (let presses = 0; presses < 10; presses++) button.click();
    await until('24 cards', () => neighbour.titles.length === 24);
    expect(asked()).to.have.length(2);
  });
});

describe('a list that cannot come', () => {
  it('says what is the matter, and comes when it is asked again', async () => {
    const { neighbour, told } = await opened({
      list: inTurn(
        problem(500, 'Internal Server Error'),
        page({ total: 1, initiatives: [initiative('een', {})] }),
      ),
    });
    await neighbour.read('De lijst laadt nu niet. Er ging bij ons iets mis.');
    expect(told.map(({ type }) => type)).to.deep.equal(['buurt-error']);
    await neighbour.press('Probeer opnieuw');
    await neighbour.read('1 initiatief');
    expect(neighbour.words).not.to.contain('De lijst kan nu niet laden');
  });

  it('says so of an answer that it cannot read', async () => {
    for (const body of ['', '<html>', 'null', '{"initiatives":', '{"initiatives":{}}']) {
      const { neighbour } = await opened({ list: () => new Response(body) });
      await neighbour.read('Er ging iets mis bij het laden.');
    }
  });

  it('shows what was seen before, with its time, and goes on by itself when the network is back', async () => {
    const connection = freshConnection();
    const { neighbour } = await opened({}, {}, connection);
    await neighbour.read('8 initiatieven');
    let answers: Answer = offline;
    const usual = connection.fetch;
    const changing: typeof fetch = (input, init) =>
      answers === offline ? Promise.resolve(Response.json({}, { status: 500 })) : usual(input, init);
    const { neighbour: again } = await opened({}, {}, { ...connection, fetch: changing });
    await again.read(/Dit is de lijst van \d\d:\d\d\./);
    expect(again.titles).to.have.length(8);
    await again.read('Elkaar ontmoeten');
    answers = silence;
    dispatchEvent(new Event('online'));
    await again.read('8 initiatieven');
    expect(again.words).not.to.contain('Dit is de lijst van');
  });

  it('works where storage is corrupt', async () => {
    const connection = freshConnection();
    const { neighbour } = await opened({}, {}, connection);
    await neighbour.read('8 initiatieven');
    for (const key of Object.keys(localStorage))
      if (key.includes(connection.endpoint)) localStorage.setItem(key, '{"lists":{"":7},"details":null');
    const { neighbour: again } = await opened({}, {}, connection);
    await again.read('8 initiatieven');
  });
});

describe('support', () => {
  const table = 'Lange tafel op het Rozenplein';
  const pressed = (button: Element) => button.getAttribute('aria-pressed');

  it('is shown at once, sent once and can be taken back', async () => {
    const { neighbour, connection, told } = await opened();
    const button = await neighbour.button(`Steun: ${table}`);
    button.click();
    await neighbour.list.updateComplete;
    expect(pressed(button)).to.equal('true');
    expect(button.textContent).to.contain('35');
    await neighbour.read(`Je steunt ${table}.`);
    button.click();
    await neighbour.read(`Je steunt ${table} niet meer.`);
    expect(pressed(button)).to.equal('false');
    expect(button.textContent).to.contain('34');
    const sent = connection.requests.filter(({ url }) => url.includes('/supports/'));
    expect(sent.map(({ method }) => method)).to.deep.equal(['PUT', 'DELETE']);
    expect(new Set(sent.map(({ url }) => url)).size).to.equal(1);
    expect(told.filter(({ type }) => type === 'buurt-support').map(({ detail }) => detail)).to.deep.equal([
      { initiativeId: 'i-tafel', supported: true },
      { initiativeId: 'i-tafel', supported: false },
    ]);
  });

  it('is taken back in words when it did not arrive', async () => {
    const { neighbour, told } = await opened({ supports: problem(409, 'Conflict') });
    const button = await neighbour.button(`Steun: ${table}`);
    button.click();
    await neighbour.read(
      'Je steun is niet aangekomen. Dit kan nu niet meer, want er is intussen iets veranderd. Laad de pagina opnieuw.',
    );
    expect(pressed(button)).to.equal('false');
    expect(button.textContent).to.contain('34');
    expect(told.map(({ type }) => type)).to.deep.equal(['buurt-error']);
  });

  it('is remembered on this device', async () => {
    const { neighbour, connection } = await opened();
    await neighbour.press(`Steun: ${table}`);
    await neighbour.read(`Je steunt ${table}.`);
    const { neighbour: again } = await opened({}, {}, connection);
    expect(pressed(await again.button(`Steun: ${table}`))).to.equal('true');
  });

  it('is sent one by one, however fast somebody presses; the last press counts', async () => {
    const waiting: (() => void)[] = [];
    const { neighbour, connection } = await opened({
      supports: ({ method }) =>
        new Promise((resolve) =>
          waiting.push(() => resolve(Response.json({ supported: method === 'PUT', supportCount: 35 }))),
        ),
    });
    const button = await neighbour.button(`Steun: ${table}`);
    for (let presses = 0; presses < 9; presses++) button.click();
    const sent = () => connection.requests.filter(({ url }) => url.includes('/supports/'));
    await until('request', () => waiting[0]);
    waiting[0]?.();
    await neighbour.read(`Je steunt ${table}.`);
    expect(sent().map(({ method }) => method)).to.deep.equal(['PUT']);
  });

  it('goes under one key from two tabs that were open before the first press', async () => {
    const { neighbour, connection } = await opened();
    const { list } = neighbour;
    const tab = document.createElement('div');
    const other = list.cloneNode() as typeof list;
    other.connection = connection;
    tab.append(other);
    list.after(tab);
    const elsewhere = new Neighbour(tab);
    const buttons = [await neighbour.button(`Steun: ${table}`), await elsewhere.button(`Steun: ${table}`)];
    for (const button of buttons) button.click();
    await neighbour.read(`Je steunt ${table}.`);
    await elsewhere.read(`Je steunt ${table}.`);
    const sent = connection.requests.filter(({ url }) => url.includes('/supports/'));
    expect(sent).to.have.length(2);
    expect(new Set(sent.map(({ url }) => url)).size).to.equal(1);
  });

  it('is in step with another tab', async () => {
    const { neighbour, connection } = await opened();
    const button = await neighbour.button(`Steun: ${table}`);
    const key = `buurt:supports:${connection.endpoint}`;
    localStorage.setItem(key, JSON.stringify({ key: crypto.randomUUID(), ids: ['i-tafel'] }));
    dispatchEvent(new StorageEvent('storage', { key }));
    await until('pressed', () => pressed(button) === 'true');
  });
});
