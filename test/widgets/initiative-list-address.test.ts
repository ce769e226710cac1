import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { silence } from '../support/endpoint.js';
import { manyInitiatives } from '../support/initiatives.js';
import { Neighbour } from '../support/neighbour.js';
import { until } from '../support/waiting.js';
import { focused, freshConnection, onThePage, opened, tag } from './initiative-list-stage.js';

const before = location.pathname + location.search + location.hash;
const onAddress = { history: 'on' } as const;

/** The page as somebody opens it by a link; what the runner itself has in the address stays. */
function visit(search: string): void {
  const own = new URLSearchParams(before.split('?')[1]?.split('#')[0]).toString();
  history.replaceState(null, '', `${location.pathname}?${own}&${search}`);
}

/** What stands in the address, without what the runner of the tests put there. */
const search = () => {
  const own = [...new URLSearchParams(before.split('?')[1]?.split('#')[0]).keys()];
  const parts = location.search.slice(1).split('&');
  return parts
    .filter((part) => part && !own.includes(decodeURIComponent(part.split('=')[0] ?? '')))
    .join('&');
};

const travelled = (go: () => void) =>
  new Promise((resolve) => {
    addEventListener('popstate', resolve, { once: true });
    go();
  });

describe('the address of the page', () => {
  beforeEach(() => {
    visit('stad=Utrecht&q=a%20b');
  });
  afterEach(() => {
    for (const old of document.querySelectorAll('main')) old.remove();
    history.replaceState(null, '', before);
  });

  it('stays on its host where the path begins with two slashes', async () => {
    const path = location.pathname;
    history.replaceState(null, '', `${location.origin}//dubbel${location.search}#onder`);
    try {
      const { neighbour } = await opened({}, onAddress);
      await neighbour.read('8 initiatieven');
      const links = neighbour.all('.card a.title') as HTMLAnchorElement[];
      expect(links).to.have.length(8);
      for (const { href } of links)
        expect(href).to.contain(`${location.origin}//dubbel?`).and.to.contain('initiatieven-open=');
      await neighbour.choose('status', 'done');
      await until('address', () => location.search.includes('initiatieven-status=done'));
      expect(location.href)
        .to.contain(`${location.origin}//dubbel?`)
        .and.to.match(/#onder$/);
    } finally {
      history.replaceState(null, '', location.origin + path + location.search);
    }
  });

  it('opens what a link names, and keeps no room for tags that it does not know yet', async () => {
    visit('initiatieven-open=nergens');
    const { neighbour } = await opened({ detail: silence }, onAddress);
    await neighbour.read('Het hele verhaal komt eraan');
    expect(getComputedStyle(await neighbour.see('dialog[open] .tags')).display).to.equal('none');
  });

  it('tells what is looked for, and leaves alone what the page has there', async () => {
    const { neighbour } = await opened({}, onAddress);
    await neighbour.read('8 initiatieven');
    expect(search()).to.equal('stad=Utrecht&q=a%20b');
    await neighbour.choose('theme', 'meet');
    await neighbour.choose('status', 'done');
    await neighbour.choose('sort', 'support');
    await neighbour.search('kapot & zo');
    await until('words', () => search().includes('zoek'));
    expect(search()).to.equal(
      'stad=Utrecht&q=a%20b&initiatieven-status=done&initiatieven-thema=meet&initiatieven-zoek=kapot%20%26%20zo&initiatieven-volgorde=support',
    );
    await neighbour.press('Wis de filters');
    expect(search()).to.equal('stad=Utrecht&q=a%20b&initiatieven-volgorde=support');
  });

  it('leads somebody else to the same', async () => {
    visit('initiatieven-thema=meet&initiatieven-zoek=kapot&initiatieven-volgorde=help');
    const { neighbour, asked } = await opened({}, onAddress);
    await neighbour.read('1 initiatief gevonden');
    expect(asked()[0]?.toString()).to.equal('theme=meet&sort=help&q=kapot&limit=12');
    expect(((await neighbour.see('#words')) as HTMLInputElement).value).to.equal('kapot');
    expect(((await neighbour.see('select#sort')) as HTMLSelectElement).value).to.equal('help');
  });

  it('gives another the same shuffled order', async () => {
    const { neighbour } = await opened({}, onAddress);
    await neighbour.read('8 initiatieven');
    await neighbour.choose('sort', 'random');
    const [, seed] = /volgorde=random\.(\d+)/.exec(search()) ?? [];
    expect(Number(seed)).to.be.greaterThan(0);
    localStorage.removeItem('buurt:order:list');
    const { neighbour: other, asked } = await opened({}, onAddress);
    await other.read('8 initiatieven');
    expect(asked()[0]?.get('seed')).to.equal(seed);
  });

  it('asks nothing that a server refuses, whatever somebody writes in it', async () => {
    visit(
      `initiatieven-status=weg,done,%00&initiatieven-volgorde=near&initiatieven-aantal=-5&initiatieven-zoek=${'x'.repeat(900)}`,
    );
    const { neighbour, asked } = await opened({}, onAddress);
    await neighbour.read('We vonden niets');
    expect(asked()[0]?.getAll('status')).to.deep.equal(['done']);
    expect(asked()[0]?.get('sort')).to.equal('new');
    expect(asked()[0]?.get('limit')).to.equal('12');
    expect(asked()[0]?.get('q')).to.have.length(200);
  });

  it('says that a visitor wants all, where the page starts with less', async () => {
    const { neighbour } = await opened({}, { ...onAddress, status: 'done' });
    await neighbour.read('1 initiatief gevonden');
    await neighbour.choose('status', '');
    await neighbour.read('8 initiatieven');
    expect(search()).to.contain('initiatieven-status=');
    const { neighbour: other } = await opened({}, { ...onAddress, status: 'done' });
    await other.read('8 initiatieven');
  });

  it('goes back and forward with the visitor', async () => {
    const { neighbour } = await opened({}, onAddress);
    await neighbour.read('8 initiatieven');
    await neighbour.choose('theme', 'green');
    await neighbour.read('2 initiatieven gevonden');
    await neighbour.choose('theme', 'care');
    await neighbour.read('1 initiatief gevonden');
    await travelled(() => history.back());
    await neighbour.read('2 initiatieven gevonden');
    expect(((await neighbour.see('select#theme')) as HTMLSelectElement).value).to.equal('green');
    await travelled(() => history.back());
    await neighbour.read('8 initiatieven');
    await travelled(() => history.forward());
    await neighbour.read('2 initiatieven gevonden');
  });

  it('knows how many were shown', async () => {
    const { neighbour } = await opened({ initiatives: manyInitiatives(40) }, onAddress);
    await neighbour.press('Laat nog 12 zien');
    await until('24 cards', () => neighbour.titles.length === 24);
    expect(search()).to.contain('initiatieven-aantal=24');
    const { neighbour: other, asked } = await opened({ initiatives: manyInitiatives(40) }, onAddress);
    await until('24 cards', () => other.titles.length === 24);
    expect(asked()).to.have.length(1);
  });

  it('follows an address that asks for more than comes at once', async () => {
    visit('initiatieven-aantal=150');
    const { neighbour } = await opened({ initiatives: manyInitiatives(160) }, { ...onAddress, pageSize: 50 });
    await until('150 cards', () => neighbour.titles.length === 150);
  });

  it('opens an initiative, and going back closes it with the focus where it was', async () => {
    const { neighbour, told } = await opened({}, onAddress);
    const link = await neighbour.button('Theetuin achter het buurthuis');
    link.focus();
    link.click();
    await neighbour.read('De grond ligt er al; nu nog handen.');
    await neighbour.see('dialog[open]');
    expect(search()).to.contain('initiatieven-open=i-thee');
    expect(told.at(-1)).to.deep.equal({ type: 'buurt-open', detail: { initiativeId: 'i-thee' } });
    await travelled(() => history.back());
    await until('closed', () => neighbour.all('dialog').length === 0);
    expect(search()).not.to.contain('open');
    expect(focused()).to.equal(link);
  });

  it('is as it was when the initiative is closed', async () => {
    const { neighbour } = await opened({}, onAddress);
    await neighbour.press('Theetuin achter het buurthuis');
    await neighbour.see('dialog[open]');
    const steps = history.length;
    await travelled(() => void neighbour.press('Sluit'));
    await until('closed', () => neighbour.all('dialog').length === 0);
    expect(search()).to.equal('stad=Utrecht&q=a%20b');
    expect(history.length).to.equal(steps);
  });

  it('opens an initiative by a link, also one that the list does not show', async () => {
    visit('initiatieven-open=i-thee&initiatieven-thema=meet');
    const { neighbour } = await opened({}, onAddress);
    await neighbour.read('Een rustige plek met een tafel');
    await neighbour.press('Sluit');
    await until('closed', () => neighbour.all('dialog').length === 0);
    expect(search()).to.equal('initiatieven-thema=meet');
  });

  it('gives each initiative a link of its own, to open in another tab', async () => {
    const { neighbour } = await opened({}, onAddress);
    const link = (await neighbour.button('Theetuin achter het buurthuis')) as HTMLAnchorElement;
    expect(link.getAttribute('href')).to.contain('stad=Utrecht&q=a%20b&initiatieven-open=i-thee');
    let followed: boolean | undefined;
    const stay = (event: Event) => {
      followed = !event.defaultPrevented;
      event.preventDefault();
    };
    document.addEventListener('click', stay, { once: true });
    link.dispatchEvent(
      new MouseEvent('click', { ctrlKey: true, cancelable: true, bubbles: true, composed: true }),
    );
    expect(followed).to.equal(true);
    expect(neighbour.all('dialog')).to.have.length(0);
  });

  it('is left alone where the page wants that', async () => {
    visit('initiatieven-thema=green');
    const { neighbour } = await opened({}, { history: 'off' });
    await neighbour.read('8 initiatieven');
    await neighbour.choose('theme', 'meet');
    await neighbour.read('2 initiatieven gevonden');
    expect(search()).to.equal('initiatieven-thema=green');
    await neighbour.press('Lange tafel op het Rozenplein');
    await neighbour.see('dialog[open]');
    await neighbour.press('Sluit');
    await until('closed', () => neighbour.all('dialog').length === 0);
  });

  it('holds two lists that do not disturb each other', async () => {
    const [first, second] = [freshConnection(), freshConnection()];
    const page = onThePage(html`
      <div>${tag(first, onAddress)}</div>
      <section>${tag(second, onAddress)}</section>
    `);
    const [one, other] = [...page.children].map((each) => new Neighbour(each));
    await one?.read('8 initiatieven');
    await other?.read('8 initiatieven');
    await one?.choose('theme', 'green');
    await other?.choose('theme', 'care');
    await one?.read('2 initiatieven gevonden');
    await other?.read('1 initiatief gevonden');
    expect(search()).to.equal('stad=Utrecht&q=a%20b&initiatieven-thema=green&initiatieven-2-thema=care');
    await travelled(() => history.back());
    await other?.read('8 initiatieven');
    expect(one?.titles).to.have.length(2);
  });

  it('calls a list by its id', async () => {
    const { neighbour } = await opened({}, { ...onAddress, id: 'plannen' });
    await neighbour.read('8 initiatieven');
    await neighbour.choose('theme', 'green');
    expect(search()).to.contain('plannen-thema=green');
  });

  it('keeps its name when the list is moved on the page', async () => {
    const { neighbour, page } = await opened({}, onAddress);
    await neighbour.read('8 initiatieven');
    const elsewhere = document.createElement('div');
    page.append(elsewhere);
    elsewhere.append(neighbour.list);
    await neighbour.choose('theme', 'green');
    await neighbour.read('2 initiatieven gevonden');
    expect(search()).to.contain('initiatieven-thema=green');
  });
});
