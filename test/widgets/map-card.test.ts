import { expect } from '@open-wc/testing';
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import '@buurt/core/buurt-provider.js';
import { answeringBy, storyBuurt } from '../support/endpoint.js';
import { initiative, initiatives, manyInitiatives } from '../support/initiatives.js';
import { listRoutes } from '../support/initiative-endpoint.js';
import { mapRoutes } from '../support/map-endpoint.js';
import { MapVisitor } from '../support/map-visitor.js';
import { Neighbour } from '../support/neighbour.js';
import { until } from '../support/waiting.js';
import { focused, onThePage, opened, tiles } from './map-card-stage.js';

/** Keys go to the page in front, and Firefox has another in front of this one now and then. */
const isChromium = 'chrome' in window;
const all = '6 initiatieven op de kaart';
const label = (element: Element | null) => element?.getAttribute('aria-label');

/** Spread over the buurt, so that some stand alone and others together. */
const spread = (count: number) =>
  manyInitiatives(count).map((each, at) => ({
    ...each,
    place: { lat: 52.3684 + ((at * 7919) % 500) / 100_000, lon: 4.8862 + ((at * 104_729) % 880) / 100_000 },
  }));

describe('the map card', () => {
  it('shows the buurt with its figures, and says who counted them', async () => {
    const { visitor } = await opened();
    await visitor.read(all);
    await visitor.read('Rozenbuurt op de kaart');
    await visitor.read('412 huishoudens');
    await visitor.read('€ 12.400 toegekend');
    await visitor.read('Bron: CBS Wijken en buurten 2025, 1 januari 2025. Geteld op 23 november 2026.');
    await visitor.read('2 initiatieven hebben geen vaste plek.');
  });

  it('says on an ordinary visit how many there are, and nothing else before', async () => {
    const { visitor } = await opened();
    const said = new Set<string>();
    const listen = new MutationObserver(() => {
      for (const { textContent } of visitor.all('.found')) if (textContent) said.add(textContent);
    });
    listen.observe(visitor.card.shadowRoot as ShadowRoot, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    await visitor.read(all);
    listen.disconnect();
    expect([...said]).to.deep.equal([all]);
  });

  it('says that nothing fits, not that there is nothing, where the page asked for a theme', async () => {
    const { visitor } = await opened({}, { theme: 'there-is-none' });
    await visitor.read('Daarvan staat niets op de kaart.');
  });

  it('asks for everything at once, and for nothing twice', async () => {
    const { visitor, connection } = await opened();
    expect(connection.requests).to.have.length(4);
    await visitor.read(all);
    expect(connection.requests).to.have.length(4);
  });

  it('draws the border, the streets with their names and the buurten around', async () => {
    const { visitor } = await opened();
    await visitor.read(all);
    await visitor.read('Rozenstraat');
    expect(visitor.all('.area')).to.have.length(1);
    expect(visitor.all('.neighbour')).to.have.length(3);
    expect(visitor.all('.street')).to.have.length(9);
  });

  it('writes names on the map in letters that follow the size of the text', async () => {
    const size = async (text: string) => {
      document.documentElement.style.fontSize = text;
      const { visitor } = await opened();
      const name = await visitor.see('.land text');
      return parseFloat(getComputedStyle(name).fontSize);
    };
    try {
      expect(await size('16px')).to.be.closeTo(11, 0.5);
      expect(await size('24px')).to.be.closeTo(16.5, 0.75);
    } finally {
      document.documentElement.style.fontSize = '';
    }
  });

  it('calls each pin by title, status and support, in reading order', async () => {
    const { visitor } = await opened();
    await visitor.read(all);
    expect(visitor.pins).to.have.length(6);
    expect(visitor.pins[0]).to.equal('Schommels voor grote kinderen, toegekend, 88 buren steunen dit');
    const tops = visitor.all('.pin').map((pin) => Math.floor(pin.getBoundingClientRect().top / 60));
    expect(tops).to.deep.equal([...tops].sort((one, other) => one - other));
  });

  for (const size of ['16px', '32px'])
    it(`keeps pins apart with letters of ${size}`, async () => {
      document.documentElement.style.setProperty('--buurt-font-size', size);
      try {
        const { visitor } = await opened({ initiatives: spread(200) });
        await visitor.read('200 initiatieven op de kaart');
        const middles = visitor.all('.pin').map((pin) => {
          const { x, y, width } = pin.getBoundingClientRect();
          return { x: x + width / 2, y: y + width / 2 };
        });
        const distances = middles.flatMap((one, at) =>
          middles.slice(at + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y)),
        );
        expect(middles.length).to.be.above(3);
        // A mark is 2.25 letters wide.
        expect(Math.min(...distances)).to.be.at.least(2 * parseFloat(size));
      } finally {
        document.documentElement.style.removeProperty('--buurt-font-size');
      }
    });

  it('gives each status a form of its own, not a colour alone', async () => {
    const { visitor } = await opened();
    await visitor.read(all);
    const forms = visitor.all('.legend .mark').map((mark) => {
      const { localName, attributes } = mark.firstElementChild as Element;
      return [localName, ...[...attributes].map(({ value }) => value), mark.textContent].join();
    });
    expect(new Set(forms).size).to.equal(5);
  });

  it('keeps the tick of what is done, and the number of a group, on a page whose colour shows through', async () => {
    const { visitor } = await opened();
    await visitor.see('.legend .mark.done .glyph');
    visitor.card.style.setProperty('--buurt-color-surface', 'transparent');
    const [tick] = visitor.all('.legend .mark.done .glyph');
    expect(getComputedStyle(tick!).stroke).not.to.match(/[,/] 0\)$/);
    for (const mark of visitor.all('.legend .mark'))
      expect(getComputedStyle(mark).fill).not.to.match(/[,/] 0\)$/);
    for (const count of visitor.all('.count:not(.buurten)'))
      expect(getComputedStyle(count).color).not.to.match(/[,/] 0\)$/);
  });

  it('holds in its list exactly what is on the map, in the same order', async () => {
    const { visitor } = await opened({ initiatives: spread(60) });
    await visitor.read('60 initiatieven op de kaart');
    const onTheMap = visitor.all('.pin').map((pin) => Number(pin.textContent.trim()) || 1);
    expect(onTheMap.reduce((sum, each) => sum + each)).to.equal(60);
    expect(visitor.listed).to.have.length(60);
    const [first] = visitor.all('.pin:not(.several)');
    const title = label(first ?? null)?.split(',')[0] ?? '';
    expect(visitor.listed).to.contain(title);
    await visitor.press('Nieuw');
    await until('list', () => visitor.listed.length < 60);
    const shown = visitor.all('.pin').reduce((sum, pin) => sum + (Number(pin.textContent.trim()) || 1), 0);
    expect(visitor.listed).to.have.length(shown);
  });

  it('writes a thousand in its list only when somebody opens it', async () => {
    const { visitor } = await opened({ initiatives: spread(1000) });
    await visitor.read('1000 initiatieven op de kaart');
    expect(visitor.listed).to.have.length(0);
    await visitor.press('Alles op de kaart als lijst (1000)');
    await until('list', () => visitor.listed.length === 1000);
  });

  it('opens a pin with a link to all that is known of it, and tells the page', async () => {
    const { visitor, told } = await opened({}, { detailHref: '/initiatief/{id}' });
    (await visitor.pin('Theetuin')).click();
    const card = await visitor.see('.pin-card');
    expect(focused()).to.equal(card);
    await visitor.read('Rozenstraat 12');
    await visitor.read('12 buren steunen dit');
    expect(card.querySelector('a')?.getAttribute('href')).to.equal('/initiatief/i-thee');
    expect(told).to.deep.equal([{ type: 'buurt-map-select', detail: { initiativeId: 'i-thee' } }]);
  });

  it('leaves out a link that is no address of the web', async () => {
    const { visitor } = await opened({}, { detailHref: 'javascript:alert({id})' });
    (await visitor.pin('Theetuin')).click();
    await visitor.see('.pin-card');
    expect(visitor.all('a')).to.have.length(0);
  });

  it('opens several that stand together as a list', async () => {
    const { visitor } = await opened({ initiatives: spread(90) });
    await visitor.read('90 initiatieven op de kaart');
    const pin = await visitor.see('.pin.several');
    expect(label(pin)).to.equal(`${pin.textContent.trim()} initiatieven dicht bij elkaar`);
    pin.click();
    await visitor.see('.pin-card');
    // Counted now: a scroll bar that came makes the map narrower, and what stood apart may stand together.
    const count = visitor.all('.pin-card .marker').length;
    expect(count).to.be.above(1);
    expect(visitor.pins).to.include(`${String(count)} initiatieven dicht bij elkaar`);
  });

  it('shows what a visitor chooses in the legend, and everything again', async () => {
    const { visitor, told, asked } = await opened();
    await visitor.read(all);
    await visitor.press('Nieuw (2)');
    await visitor.read('2 van 6 initiatieven op de kaart');
    await visitor.press('Klaar (1)');
    await visitor.read('3 van 6 initiatieven op de kaart');
    expect(told.at(-1)).to.deep.equal({
      type: 'buurt-map-filter',
      detail: { status: ['new', 'done'], found: 3 },
    });
    await visitor.press('Toon alles');
    await visitor.read(all);
    expect(asked('/places')).to.have.length(1);
  });

  it('says so when there are more than a server tells', async () => {
    const places = () => Response.json({ total: 9, withoutPlace: 2, features: [] });
    const { visitor } = await opened({ places });
    await visitor.read('Dit zijn de nieuwste 0. Er zijn er meer.');
  });

  it('begins with the statuses and themes that the page asks for', async () => {
    const { visitor, asked } = await opened({}, { status: 'new onzin', theme: 'green' });
    await visitor.read('2 initiatieven op de kaart');
    expect(asked('/places')[0]?.search).to.equal('?theme=green');
  });

  it('shows several buurten on one card, with their names', async () => {
    const { visitor, asked } = await opened({}, { buurt: 'BU0363AA01 BU0363AA02' });
    await visitor.read('12 initiatieven op de kaart');
    expect(visitor.all('.area')).to.have.length(2);
    expect(visitor.all('.name').map(({ textContent }) => textContent)).to.deep.equal([
      'Rozenbuurt',
      'Tulpenkwartier',
    ]);
    expect(asked('/places')).to.have.length(2);
  });

  it('shows all buurten of a municipality, each with a link', async () => {
    const { visitor } = await opened({}, { municipality: 'Rozendam', buurtHref: '/buurt/{code}' });
    (await visitor.pin('Oude Dorp, 14 initiatieven')).click();
    const card = await visitor.see('.pin-card');
    expect(card.querySelector('a')?.getAttribute('href')).to.equal('/buurt/BU0363AA04');
    expect(visitor.listed).to.have.length(4);
  });

  it('has the names of buurten on a wide map, and in an open list below a narrow one', async () => {
    const { visitor } = await opened({}, { municipality: 'Rozendam', buurtHref: '/buurt/{code}' });
    await visitor.pin('Oude Dorp, 14 initiatieven');
    visitor.card.style.inlineSize = '60rem';
    await until('map with names', () => visitor.all('.name').length > 1);
    expect(visitor.all<HTMLDetailsElement>('.all')[0]!.open).to.equal(false);
    visitor.card.style.inlineSize = '20rem';
    await until('map without names', () => visitor.all('.name').length === 0);
    expect(visitor.all<HTMLDetailsElement>('.all')[0]!.open).to.equal(true);
    await visitor.read('Tulpenkwartier');
  });

  it('keeps what was read, shows it at once the next time, and says from when it is', async () => {
    const first = await opened();
    await first.visitor.read(all);
    const broken: typeof fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    const { visitor } = await opened({}, {}, { ...first.connection, fetch: broken });
    await visitor.read(all);
    await visitor.read('Dit is de kaart van');
    expect(visitor.pins).to.have.length(6);
  });

  it('is another map when it gets another buurt', async () => {
    const { visitor } = await opened();
    await visitor.read(all);
    visitor.card.buurt = 'BU0363AA02';
    await visitor.read('Tulpenkwartier op de kaart');
  });

  it('asks through another connection of the page, and keeps what is on the map meanwhile', async () => {
    const { visitor, connection } = await opened();
    await visitor.read(all);
    const before = connection.requests.length;
    const { endpoint, fetch } = connection;
    visitor.card.connection = { endpoint, fetch: (input, init) => fetch(input, init) };
    await visitor.card.updateComplete;
    expect(visitor.pins).to.have.length(6);
    await until('requests', () => connection.requests.length === before + 4);
    await visitor.read(all);
  });

  it('tells a webmaster what is wrong with his buurt', async () => {
    const { error } = console;
    const lines: string[] = [];
    console.error = (line: string) => lines.push(line);
    try {
      await opened({}, { buurt: 'BU0363AA01 Rozenbuurt' });
      await until('the line', () => lines.some((line) => line.includes('is geen code van een buurt')));
    } finally {
      console.error = error;
    }
  });

  it('shows what others wrote as text, whatever it is', async () => {
    const evil = '<img src=x onerror=alert(1)><script>alert(2)</script>';
    const place = { lat: 52.37, lon: 4.89, address: evil };
    const { visitor } = await opened({ initiatives: [initiative('i-x"]', { title: evil, place })] });
    (await visitor.pin('<img')).click();
    await visitor.see('.pin-card');
    expect(visitor.all('img, script')).to.have.length(0);
    await visitor.press('Sluit');
    expect(label(focused())).to.match(/^<img/);
  });

  it('gives a screen reader the same on the map and in the list', async function () {
    if (!isChromium) this.skip();
    const { visitor } = await opened();
    await visitor.read(all);
    await visitor.press('Alles op de kaart als lijst (6)');
    const tree: readonly { role?: string; name?: string }[] = await executeServerCommand('ax-tree');
    const named = (role: string) => tree.filter((node) => node.role === role).map(({ name = '' }) => name);
    const pins = named('button').filter((name) => / steun(t|en) dit$/.test(name));
    const listed = visitor.listed.map((title) => pins.findIndex((pin) => pin.startsWith(`${title},`)));
    expect(listed).to.deep.equal([0, 1, 2, 3, 4, 5]);
  });
});

describe('the map by keyboard', () => {
  it('is one stop of Tab, and arrows go to the pin that lies there', async function () {
    if (!isChromium) this.skip();
    const { visitor } = await opened();
    await visitor.read(all);
    expect(visitor.all('.pin').filter(({ tabIndex }) => tabIndex === 0)).to.have.length(1);
    (await visitor.pin('Lange tafel')).focus();
    const left = () => focused()?.getBoundingClientRect().left ?? 0;
    const before = left();
    await sendKeys({ press: 'ArrowRight' });
    await until('move', () => left() > before);
    await sendKeys({ press: 'Home' });
    await until('first', () => label(focused()) === visitor.pins[0]);
    await sendKeys({ press: 'End' });
    await until('last', () => label(focused()) === visitor.pins.at(-1));
    expect(visitor.all('.pin').filter(({ tabIndex }) => tabIndex === 0)).to.deep.equal([focused()]);
  });

  it('opens with Enter, closes with Escape, and is back at the pin', async function () {
    if (!isChromium) this.skip();
    const { visitor } = await opened();
    const pin = await visitor.pin('Licht op het Kerkpad');
    pin.focus();
    await sendKeys({ press: 'Enter' });
    await until('card', () => focused()?.matches('.pin-card'));
    expect(pin.getAttribute('aria-expanded')).to.equal('true');
    await sendKeys({ press: 'Escape' });
    await until('pin', () => focused() === pin);
    expect(visitor.all('.pin-card')).to.have.length(0);
  });

  it('reaches every pin by arrows alone', async () => {
    const { visitor } = await opened({ initiatives: spread(40) });
    await visitor.read('40 initiatieven op de kaart');
    const names = new Set<string>();
    visitor.all('.pin')[0]?.focus();
    const pins = visitor.all('.pin');
    const queue = [pins[0]];
    while (queue.length > 0) {
      const pin = queue.pop();
      if (!pin || names.has(pin.dataset['pin'] ?? '')) continue;
      names.add(pin.dataset['pin'] ?? '');
      for (const key of ['ArrowUp', 'ArrowRight', 'ArrowDown', 'ArrowLeft']) {
        pin.focus();
        pin.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
        await visitor.card.updateComplete;
        queue.push(focused() as HTMLElement);
      }
    }
    expect(names.size).to.equal(pins.length);
  });
});

describe('the map to explore', () => {
  const exploring = async () => {
    const stage = await opened();
    await stage.visitor.read(all);
    await stage.visitor.press('Verken de kaart');
    await stage.visitor.see('.tile');
    return stage;
  };

  it('asks no other host for anything before somebody wants it', async () => {
    const { visitor } = await opened();
    await visitor.read(all);
    expect(visitor.all('img')).to.have.length(0);
    await visitor.read('Je ziet dan een gedetailleerde kaart.');
    visitor.card.tiles = 'https://tegels.example/{z}/{x}/{y}.png';
    await visitor.read('Je ziet dan een gedetailleerde kaart (van tegels.example).');
    visitor.card.tiles = '';
    await visitor.read('Je ziet dan een gedetailleerde kaart (van PDOK).');
  });

  it('brings tiles without telling them from where, and the pins stay', async () => {
    const { visitor, told } = await exploring();
    expect(
      visitor.all<HTMLImageElement>('.tile').every((tile) => tile.referrerPolicy === 'no-referrer'),
    ).to.equal(true);
    expect(visitor.pins).to.have.length(6);
    expect(told.map(({ type }) => type)).to.deep.equal(['buurt-map-explore']);
    expect(label(focused())).to.equal('Dichterbij');
  });

  it('comes nearer and moves by buttons, and shows the whole buurt again', async () => {
    const { visitor } = await exploring();
    const at = async () => (await visitor.pin('Lange tafel')).getBoundingClientRect().left;
    const first = await at();
    await visitor.press('Naar het oosten');
    await until('move', async () => (await at()) < first - 50);
    await visitor.press('Dichterbij');
    await visitor.press('Hele buurt');
    const back = () =>
      visitor.all('.pin').some((pin) => Math.abs(pin.getBoundingClientRect().left - first) < 2);
    await until('back', back);
  });

  it('takes apart what stood together', async () => {
    const { visitor } = await opened({ initiatives: spread(90) });
    await visitor.read('90 initiatieven op de kaart');
    const together = () => visitor.all('.pin.several').length;
    await visitor.press('Verken de kaart');
    await visitor.see('.tile');
    const most = () =>
      Math.max(0, ...visitor.all('.pin.several').map((pin) => Number(pin.textContent.trim())));
    const before = most();
    expect(together()).to.be.greaterThan(0);
    await visitor.press('Dichterbij');
    await until('fewer together', () => most() < before);
    expect(visitor.listed).to.have.length(90);
  });

  it('leaves a wheel without Ctrl to the page, and says how it does work', async () => {
    const { visitor } = await exploring();
    const map = await visitor.see('.map');
    const wheel = new WheelEvent('wheel', { deltaY: 100, bubbles: true, cancelable: true });
    map.dispatchEvent(wheel);
    expect(wheel.defaultPrevented).to.equal(false);
    await visitor.read('Houd Ctrl ingedrukt om te zoomen.');
  });

  it('says so when the tiles do not come, and the drawing stays', async () => {
    const { visitor } = await opened({}, { tiles: `${location.origin}/nergens/{z}/{x}/{y}.png` });
    await visitor.read(all);
    await visitor.press('Verken de kaart');
    await visitor.read('De achtergrond laadt nu niet. Je houdt de gewone kaart.');
    expect(visitor.all('.area')).to.have.length(1);
    await visitor.press('Terug naar de gewone kaart');
    await visitor.read('Rozenstraat');
    expect(focused()?.textContent.trim()).to.equal('Verken de kaart');
  });

  it('is not offered where the page wants no other host', async () => {
    const { visitor } = await opened({}, { tiles: 'off' });
    await visitor.read(all);
    expect(visitor.words).not.to.contain('Verken');
  });
});

describe('map and list in one provider', () => {
  const together = async (some = initiatives) => {
    const routes = [...mapRoutes({ initiatives: some }), ...listRoutes({ initiatives: some })];
    const { endpoint, fetch } = answeringBy(routes, `https://${crypto.randomUUID()}.example/v1`);
    const page = onThePage(
      html`<buurt-provider endpoint=${endpoint} buurt=${storyBuurt} .fetch=${fetch}>
        <buurt-map-card tiles=${tiles}></buurt-map-card>
        <buurt-initiative-list history="off"></buurt-initiative-list>
      </buurt-provider>`,
    );
    const [visitor, neighbour] = [new MapVisitor(page), new Neighbour(page)];
    await visitor.read(`${String(some.filter(({ place }) => place).length)} initiatieven op de kaart`);
    await neighbour.read(`${String(some.length)} initiatieven`);
    return { visitor, neighbour };
  };

  it('filter the list, and the map follows; choose on the map, and the list does', async () => {
    const { visitor, neighbour } = await together();
    await neighbour.choose('theme', 'green');
    await visitor.read('2 initiatieven op de kaart');
    await neighbour.search('theetuin');
    await visitor.read('1 initiatief op de kaart');
    await neighbour.press('Wis de filters');
    await visitor.read(all);
    await visitor.press('Klaar (1)');
    await neighbour.read('1 initiatief gevonden');
    expect(neighbour.titles).to.deep.equal(['Repareren op zaterdag']);
    await visitor.press('Toon alles');
    await neighbour.read('8 initiatieven');
  });

  it('says how many are found aloud, once, and not the number of before', async () => {
    const { visitor, neighbour } = await together();
    const region = await visitor.see('.found [role=status]');
    const announced: (string | null)[] = [];
    const listen = new MutationObserver(() => announced.push(region.textContent));
    listen.observe(region, { subtree: true, childList: true, characterData: true });
    await neighbour.choose('theme', 'green');
    await visitor.read('2 initiatieven op de kaart');
    await neighbour.search('theetuin');
    await visitor.read('1 initiatief op de kaart');
    listen.disconnect();
    expect(announced).to.deep.equal(['2 initiatieven op de kaart', '1 initiatief op de kaart']);
  });

  it('point at a pin and the card lights up; point at a card and the pin does', async () => {
    const { visitor, neighbour } = await together();
    (await visitor.pin('Theetuin')).dispatchEvent(new PointerEvent('pointerenter'));
    const lit = await until('card', () => neighbour.all('.card.lit')[0]);
    expect(lit.textContent).to.contain('Theetuin');
    const button = await neighbour.button('Steun: Licht op het Kerkpad');
    button.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    await until('pin', () => label(visitor.all('.pin.lit')[0] ?? null)?.startsWith('Licht op het Kerkpad'));
    expect(visitor.all('.pin.lit')).to.have.length(1);
    expect(neighbour.all('.card.lit')).to.have.length(1);
  });

  it('reads in the list what is opened on the map, and comes back to it', async function () {
    if (!isChromium) this.skip();
    const { visitor, neighbour } = await together();
    (await visitor.pin('Theetuin')).click();
    await visitor.press('Lees meer');
    await neighbour.see('buurt-initiative-detail');
    await neighbour.read('kruidentuin');
    await sendKeys({ press: 'Escape' });
    await until('button', () => focused()?.textContent.includes('Lees meer'));
  });

  it('keeps up with a thousand initiatives', async () => {
    const { visitor, neighbour } = await together(spread(1000));
    const began = performance.now();
    await neighbour.choose('status', 'done');
    await visitor.read('van 1000 initiatieven op de kaart');
    await neighbour.read('gevonden');
    expect(performance.now() - began).to.be.lessThan(2000);
  });
});
