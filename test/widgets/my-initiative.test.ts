import { expect } from '@open-wc/testing';
import { json, offline, problem, type Answer } from '../support/endpoint.js';
import {
  asked,
  makerConnection,
  openLink,
  ownerId,
  ownerKey,
  running,
  waiting,
} from '../support/my-initiative-endpoint.js';
import { until } from '../support/waiting.js';
import { open, opened, sent, type MakerPage } from './my-initiative-stage.js';

const lastSent = async (page: MakerPage) => {
  const request = await until('a request', () => sent(page).at(-1));
  return {
    path: new URL(request.url).pathname.replace(/.*\/ideas\/[^/]+\//, ''),
    body: await request.clone().json(),
    authorization: request.headers.get('authorization'),
    key: request.headers.get('idempotency-key'),
  };
};
const focused = (visitor: MakerPage['visitor']) => {
  let at: Element | null = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return visitor.all('*').includes(at as HTMLElement) ? (at as HTMLElement) : undefined;
};

describe('the page of a maker', () => {
  afterEach(() => localStorage.clear());

  it('takes the key out of the address before it asks anything, and keeps it nowhere', async () => {
    const seen: string[] = [];
    const page = await opened(() => {
      seen.push(location.href);
      return json(running);
    });
    await page.visitor.read(running.title);
    expect(seen).to.have.length(1);
    expect(seen[0]).not.to.contain(ownerKey);
    const [request] = page.server.requests;
    expect(request!.headers.get('authorization')).to.equal(`Bearer ${ownerKey}`);
    expect(new URL(request!.url).pathname).to.match(new RegExp(`/ideas/${ownerId}$`));
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.to.contain(ownerKey);
  });

  it('leaves what else stands behind the # as it is', async () => {
    const address = new URL(location.href);
    address.hash = `boven&mijn=${ownerId}.${ownerKey}`;
    history.replaceState(history.state, '', address);
    const { visitor } = await opened(running, { link: null });
    await visitor.read(running.title);
    expect(location.hash).to.equal('#boven');
    history.replaceState(history.state, '', location.pathname + location.search);
  });

  it('is read again when the maker opens the link of another mail on the same page', async () => {
    let mine: typeof running = { ...running, title: 'Een bankje' };
    const { visitor } = await opened(() => json(mine), { link: null });
    expect(visitor.words).not.to.contain('Een bankje');
    const opensLink = () => {
      openLink();
      dispatchEvent(new Event('hashchange'));
    };
    opensLink();
    await visitor.read('Een bankje');
    mine = { ...running, title: 'Een bankje bij de brug' };
    opensLink();
    await visitor.read('Een bankje bij de brug');
  });

  it('says what comes next and when, before the idea is on the site', async () => {
    const { visitor } = await opened({ ...waiting, answerBy: '2026-12-14T10:00:00.000Z' });
    await visitor.read('wil uiterlijk 14 december 2026 laten weten wat ermee gebeurt.');
    await visitor.read('K4T-9PX');
    expect(visitor.words).not.to.contain('Wie wil meedoen');
  });

  it('shows who wants to join with how to reach them, those who wait first', async () => {
    const { visitor } = await opened();
    await visitor.read('2 buren wachten op je antwoord.');
    const links = visitor.all('a.contact').map((each) => each.getAttribute('href'));
    expect(links).to.deep.equal(['mailto:samira@voorbeeld.nl', 'tel:0612345678', 'tel:0612345678']);
    expect(visitor.all('.waits[part="offer"]')).to.have.length(2);
  });

  it('answers a neighbour, says so, and reads the page again', async () => {
    let mine = running;
    const page = await opened(() => json(mine), {
      acting: () => {
        mine = {
          ...running,
          offers: running.offers.map((each) =>
            each.id === 'o-samira' ? { ...each, outcome: 'joined' as const, answer: 'Zaterdag?' } : each,
          ),
        };
        return json({ id: ownerId }, 201);
      },
    });
    const { visitor, told } = page;
    await visitor.read(running.title);
    await open(visitor, 'Antwoord aan Samira');
    await visitor.read('Je buur krijgt je antwoord per mail.');
    await visitor.type('text', 'Zaterdag?');
    await visitor.press('Ja, doe mee');
    const { path, body, authorization } = await lastSent(page);
    expect([path, body, authorization]).to.deep.equal([
      'offers/o-samira/answer',
      { outcome: 'joined', text: 'Zaterdag?' },
      `Bearer ${ownerKey}`,
    ]);
    await visitor.read('1 buur wacht op je antwoord.');
    await visitor.read('Je antwoord is bewaard.');
    expect(told).to.deep.equal([
      { type: 'buurt-maker-acted', detail: { initiativeId: ownerId, kind: 'offer' } },
    ]);
    expect(focused(visitor)?.textContent).to.equal('Wie wil meedoen');
  });

  it('says kindly no with the other button, and asks for no letter to who is called', async () => {
    const page = await opened();
    const { visitor } = page;
    await visitor.read(running.title);
    await open(visitor, 'Antwoord aan Bo');
    await visitor.read('Bel of app je buur zelf.');
    expect(visitor.all('textarea')).to.have.length(0);
    await visitor.press('Nu even niet');
    expect((await lastSent(page)).body).to.deep.equal({ outcome: 'declined', text: '' });
  });

  it('keeps what was written when it is not sent, and sends exactly that again under the same key', async () => {
    let answer: Answer = offline;
    const page = await opened(running, { acting: (request) => answer(request) });
    const { visitor } = page;
    await visitor.read(running.title);
    await open(visitor, 'Vertel hoe het gaat');
    await visitor.type('text', 'Zaterdag planten we.');
    await visitor.press('Versturen');
    await visitor.read('Het is niet verstuurd. Wat je schreef, staat er nog.');
    const first = await lastSent(page);
    answer = () => json({ id: ownerId }, 201);
    await visitor.press('Versturen');
    await visitor.read('Je nieuws staat op de site.');
    const second = await lastSent(page);
    expect(second.key).to.equal(first.key);
    expect(second.body).to.deep.equal({ text: 'Zaterdag planten we.' });
  });

  it('keeps what somebody writes while the page is read again', async () => {
    const { visitor } = await opened();
    await visitor.read(running.title);
    await open(visitor, 'Vertel hoe het gaat');
    await visitor.type('text', 'Zaterdag');
    dispatchEvent(new Event('online'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const field = (await visitor.see('#text')) as HTMLTextAreaElement;
    expect(field.value).to.equal('Zaterdag');
  });

  it('says at the field what is missing, and sends nothing', async () => {
    const page = await opened();
    const { visitor } = page;
    await visitor.read(running.title);
    await open(visitor, 'Ik stop ermee');
    await visitor.press('Ik stop ermee');
    await visitor.read('Vul dit in.');
    expect(focused(visitor)?.className).to.contain('error-summary');
    expect(sent(page)).to.have.length(0);
  });

  it('says what the server finds wrong at its field', async () => {
    const errors = [{ pointer: '/title', code: 'too-short', limit: 4, actual: 2 }];
    const { visitor } = await opened(waiting, { acting: problem(400, 'Bad', { errors }) });
    await visitor.read(waiting.title);
    await open(visitor, 'Verander je idee');
    await visitor.type('title', 'Bo');
    await visitor.press('Bewaren');
    await visitor.read('Schrijf minstens 4 tekens.');
    expect(visitor.all('[aria-invalid="true"]').map(({ id }) => id)).to.deep.equal(['title']);
  });

  it('says why something cannot be now, in the words of the server', async () => {
    const detail = 'De buurt stemt over je initiatief. Bel of mail de organisatie als je wilt stoppen.';
    const { visitor } = await opened(running, { acting: problem(409, 'Ended', { detail }) });
    await visitor.read(running.title);
    await open(visitor, 'Het is klaar');
    await visitor.press('Het is klaar');
    await visitor.read(detail);
  });

  it('asks for help in numbers, and takes nothing that is none', async () => {
    const page = await opened();
    const { visitor } = page;
    await visitor.read(running.title);
    await open(visitor, 'Verander wat je vraagt');
    await visitor.type('time', 'veel');
    await visitor.press('Bewaren');
    await visitor.read('Kies een getal van 0 tot en met 99.');
    await visitor.type('time', '6');
    await visitor.type('tools', '');
    await visitor.press('Bewaren');
    expect((await lastSent(page)).body).to.deep.equal({ time: 6, skill: 0, tools: 0, space: 0, network: 0 });
  });

  it('gives the focus back to the button of a form that was closed', async () => {
    const { visitor } = await opened();
    await visitor.read(running.title);
    await open(visitor, 'Geef antwoord');
    await visitor.press('Annuleren');
    await until('the button', () => focused(visitor)?.textContent?.includes('Geef antwoord'));
  });

  it('offers no way to end what the buurt votes about, and none to carry on what has ended', async () => {
    const { visitor } = await opened({ ...running, status: 'onBallot' });
    await visitor.read('De buurt stemt over je initiatief.');
    expect(visitor.words).not.to.contain('Ik stop ermee');
    const { visitor: later } = await opened({ ...running, status: 'done' });
    await later.read('Je initiatief is klaar.');
    for (const words of ['Vertel hoe het gaat', 'Verander wat je vraagt', 'Ik stop ermee'])
      expect(later.words, words).not.to.contain(words);
  });

  it('remembers the maker on this device when they say so, and forgets them again', async () => {
    const connection = makerConnection();
    const { visitor } = await opened(running, { connection });
    await visitor.read(running.title);
    const box = (await visitor.see('.keep input')) as HTMLInputElement;
    box.click();
    expect(JSON.stringify({ ...localStorage })).to.contain(ownerKey);
    const { visitor: next } = await opened(running, { connection, link: null });
    await next.read(running.title);
    const again = (await next.see('.keep input')) as HTMLInputElement;
    expect(again.checked).to.equal(true);
    again.click();
    expect(JSON.stringify({ ...localStorage })).not.to.contain(ownerKey);
  });

  it('makes a new link, shows it, and goes on with it', async () => {
    const renewed = 'n'.repeat(43);
    const page = await opened(running, { acting: () => json({ ownerKey: renewed }, 201) });
    const { visitor } = page;
    await visitor.read(running.title);
    await visitor.press('Maak een nieuwe link');
    await visitor.read('Dit is je nieuwe link.');
    expect(((await visitor.see('#link')) as HTMLInputElement).value).to.match(
      new RegExp(`#mijn=${ownerId}\\.${renewed}$`),
    );
    await until('read with the new key', () =>
      page.server.requests.some(({ headers }) => headers.get('authorization') === `Bearer ${renewed}`),
    );
  });

  it('opens another link on the same page', async () => {
    const page = await opened();
    await page.visitor.read(running.title);
    const other = `${ownerId.replace('6f', '7a')}.${'o'.repeat(43)}`;
    location.hash = `mijn=${other}`;
    await until('read with the other key', () =>
      page.server.requests.some(({ url }) => url.includes(ownerId.replace('6f', '7a'))),
    );
    expect(location.hash).to.equal('');
  });

  it('says what to do without a link, with half of one, and with one that was replaced', async () => {
    const { visitor: without, server } = await opened(running, { link: null });
    await without.read('Open je eigen link');
    expect(server.requests).to.have.length(0);
    const { visitor: half } = await opened(running, { link: '6f1d3f0e' });
    await half.read('Deze link werkt niet.');
    const { visitor: replaced } = await opened(problem(404, 'Not Found'));
    await replaced.read('Deze link werkt niet.');
  });

  it('looks like a link only where something opens or is done', async () => {
    const { visitor } = await opened();
    await visitor.read(running.title);
    const underlined = visitor
      .all('*')
      .filter((each) => getComputedStyle(each).textDecorationLine === 'underline')
      .map(({ localName }) => localName);
    expect([...new Set(underlined)].sort()).to.deep.equal(['a', 'button']);
  });

  it('shows its lists without marks, from the edge that all else has', async () => {
    const { visitor } = await opened();
    await visitor.read(running.title);
    const lists = visitor.all('ul, ol').map((list) => {
      const { listStyleType, paddingInlineStart } = getComputedStyle(list);
      return `${listStyleType} ${paddingInlineStart}`;
    });
    expect(lists).to.have.length.above(3);
    expect([...new Set(lists)]).to.deep.equal(['none 0px']);
  });

  it('has the idea among its headings, and goes there when the maker has ended it', async () => {
    const { visitor } = await opened();
    await visitor.read(running.title);
    expect(visitor.all('h3')[0]?.textContent).to.equal(running.title);
    await open(visitor, 'Het is klaar');
    await visitor.press('Het is klaar');
    await until('the idea', () => focused(visitor)?.textContent === running.title);
  });

  it('says which question a button answers', async () => {
    const { visitor } = await opened();
    await visitor.read(running.title);
    const button = visitor.all('button').find((each) => each.textContent?.trim() === 'Geef antwoord');
    const about = (await visitor.see(`#${button?.getAttribute('aria-describedby')}`)).textContent;
    expect(about).to.equal('Komt er ook verlichting bij de tafel?');
  });

  it('names the box after what it does, and describes it with the warning', async () => {
    const { visitor } = await opened();
    const box = (await visitor.see('.keep input')) as HTMLInputElement;
    expect(box.labels?.[0]?.textContent?.trim()).to.equal('Onthoud mij op dit apparaat');
    expect((await visitor.see(`#${box.getAttribute('aria-describedby')}`)).textContent).to.equal(
      'Doe dit niet op een computer die je deelt.',
    );
  });

  it('brings a form into view whose button stood at the foot of the screen', async () => {
    const { visitor } = await opened();
    await visitor.read(running.title);
    const button = visitor.all('button').find((each) => each.textContent?.includes('Vertel hoe het gaat'));
    button!.scrollIntoView({ block: 'end' });
    await open(visitor, 'Vertel hoe het gaat');
    const form = await visitor.see('buurt-maker-form');
    await until('the whole form', () => form.getBoundingClientRect().bottom <= innerHeight + 1);
  });

  it('calls each button of a form by another name', async () => {
    for (const lang of ['nl', 'en']) {
      const { visitor, element } = await opened();
      element.lang = lang;
      await visitor.read(lang === 'nl' ? 'Wie wil meedoen' : 'Who wants to join');
      await open(visitor, lang === 'nl' ? 'Antwoord aan Bo' : 'Answer Bo');
      const names = visitor.all('form button').map((each) => each.textContent?.trim());
      expect(names).to.deep.equal(
        lang === 'nl' ? ['Ja, doe mee', 'Nu even niet', 'Annuleren'] : ['Yes, join us', 'Not now', 'Cancel'],
      );
    }
  });

  it('asks a neighbour by mail to take over, and says whom and until when on the page', async () => {
    let mine = running;
    const page = await opened(() => json(mine), {
      acting: () => {
        mine = {
          ...running,
          handover: { ...asked, at: '2026-11-30T10:00:00.000Z', until: '2026-12-14T10:00:00.000Z' },
        };
        return json({ id: ownerId }, 201);
      },
    });
    const { visitor, told } = page;
    await visitor.read(running.title);
    await open(visitor, 'Iemand anders neemt het over');
    await visitor.type('email', 'bo');
    await visitor.press('Vraag je buur');
    await visitor.read('Vul een heel e-mailadres in');
    expect(sent(page)).to.have.length(0);
    await visitor.type('email', 'bo@voorbeeld.nl');
    await visitor.type('text', 'Jij kent iedereen.');
    await visitor.press('Vraag je buur');
    const { path, body } = await lastSent(page);
    expect([path, body]).to.deep.equal([
      'handover',
      { email: 'bo@voorbeeld.nl', text: 'Jij kent iedereen.', locale: 'nl' },
    ]);
    await visitor.read('Je vroeg bo@voorbeeld.nl op 30 november 2026 om het over te nemen.');
    await visitor.read('Antwoorden kan tot 14 december 2026.');
    await until('the section', () => focused(visitor)?.textContent === 'Klaar, stoppen of overdragen');
    expect(told.map(({ detail }) => detail.kind)).to.deep.equal(['handover']);
    expect(visitor.words).not.to.contain('Iemand anders neemt het over');
  });

  it('takes back what was asked of a neighbour', async () => {
    const page = await opened({ ...running, handover: asked });
    const { visitor } = page;
    await visitor.read('om het over te nemen');
    await open(visitor, 'Trek in');
    await visitor.read('De link in de mail aan je buur werkt dan niet meer.');
    await visitor.press('Trek in');
    const { path, body } = await lastSent(page);
    expect([path, body]).to.deep.equal(['handover/withdrawal', {}]);
    await visitor.read('Je vraag is ingetrokken.');
  });

  it('reads that the neighbour said no, and can ask somebody else', async () => {
    const { visitor } = await opened({
      ...running,
      handover: { ...asked, email: null, state: 'declined' },
    });
    await visitor.read('Je buur neemt het niet over. Je kunt iemand anders vragen.');
    await open(visitor, 'Iemand anders neemt het over');
  });

  it('is not asked to hand over where the server mails nobody, and can while the buurt votes', async () => {
    const { visitor } = await opened({ ...running, canHandOver: false });
    await visitor.read(running.title);
    expect(visitor.words).not.to.contain('Iemand anders neemt het over');
    const { visitor: voted } = await opened({ ...running, status: 'onBallot' });
    await open(voted, 'Iemand anders neemt het over');
    expect(voted.words).not.to.contain('Het is klaar');
  });

  it('asks for a lost link by mail, and promises nothing about the address', async () => {
    const connection = makerConnection(running, () => json({ asked: true }, 202));
    const page = await opened(running, { link: null, connection });
    const { visitor, told } = page;
    await open(visitor, 'Mail me mijn link');
    await visitor.press('Versturen');
    await visitor.read('Vul dit in.');
    expect(focused(visitor)?.className).to.contain('error-summary');
    await visitor.type('email', 'samira@voorbeeld.nl');
    await visitor.press('Versturen');
    await until('the heading', () => focused(visitor)?.textContent === 'Open je eigen link');
    await visitor.read('Als dit adres bij een initiatief hoort, krijg je een mail.');
    const [request, ...more] = sent(page);
    expect(more).to.have.length(0);
    expect(new URL(request!.url).pathname).to.match(/\/owner-links$/);
    expect(request!.headers.has('authorization')).to.equal(false);
    expect(await request!.clone().json()).to.deep.equal({ email: 'samira@voorbeeld.nl' });
    expect(told).to.deep.equal([]);
  });

  it('keeps the address when a lost link could not be asked for', async () => {
    let answer: Answer = offline;
    const connection = makerConnection(running, (request) => answer(request));
    const { visitor } = await opened(running, { link: null, connection });
    await open(visitor, 'Mail me mijn link');
    await visitor.type('email', 'samira@voorbeeld.nl');
    await visitor.press('Versturen');
    await visitor.read('Het is niet verstuurd. Wat je schreef, staat er nog.');
    answer = () => json({ asked: true }, 202);
    await visitor.press('Versturen');
    await visitor.read('Als dit adres bij een initiatief hoort');
    await visitor.press('Mail me mijn link');
    await visitor.press('Annuleren');
    await until('the button', () => focused(visitor)?.textContent?.includes('Mail me mijn link'));
  });

  it('says that no link can come by mail where the server sends none', async () => {
    const refused = problem(409, 'Van hier gaat geen mail uit', { type: 'urn:buurt:sends-no-mail' });
    const { visitor } = await opened(running, {
      link: null,
      connection: makerConnection(running, refused),
    });
    await open(visitor, 'Mail me mijn link');
    await visitor.type('email', 'samira@voorbeeld.nl');
    await visitor.press('Versturen');
    await visitor.read('Van hier gaat geen mail uit. Bel of mail de organisatie.');
  });

  it('says that it does not load, with a way to ask again', async () => {
    let answer: Answer = offline;
    const { visitor, told } = await opened((request) => answer(request));
    await visitor.read('Je initiatief laadt nu niet.');
    expect(told.map(({ type }) => type)).to.deep.equal(['buurt-error']);
    answer = () => json(running);
    await visitor.press('Probeer het opnieuw');
    await visitor.read(running.title);
  });
});
