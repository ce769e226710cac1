import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import '@buurt/desk/buurt-desk.js';
import {
  anIdeaAtTheDesk,
  anIdeaWithHiddenPhoto,
  anInitiativeAtTheDesk,
  aRemarkAtTheDesk,
  deskConnection,
  deskId,
  entries,
  inboxWith,
  loggedOut,
  moderator,
  openAt,
  reader,
  withAccounts,
  type DeskAnswers,
} from '../support/desk-endpoint.js';
import { json, offline, problem, type Answer } from '../support/endpoint.js';
import { Visitor } from '../support/visitor.js';
import { until } from '../support/waiting.js';
import { focused, onThePage } from './budget-vote-stage.js';

type Desk = HTMLElementTagNameMap['buurt-desk'];

async function opened(answers: DeskAnswers = {}, hash = '#/') {
  openAt(hash);
  const server = deskConnection(answers);
  const page = onThePage(html`<buurt-desk .connection=${server}></buurt-desk>`);
  const visitor = new Visitor<Desk>(page, 'buurt-desk');
  await page.querySelector('buurt-desk')!.updateComplete;
  const asked = (method: string, path: RegExp) =>
    server.requests.filter((each) => each.method === method && path.test(each.url));
  return { visitor, server, page, asked };
}

const token = 't'.repeat(43);
const idea = `#/idea/${deskId(1)}`;
const focusOn = (what: string, selector: string) =>
  until(`focus on ${what}`, () => focused()?.matches(selector));

/** Fails the first time, as a lost answer does, and then says this. */
const onceOffline = (answer: Answer): Answer => {
  let asked = 0;
  return (request) => {
    asked += 1;
    return asked <= 4 ? problem(500, 'Kapot')(request) : answer(request);
  };
};

describe('The desk', () => {
  beforeEach(async () => {
    localStorage.clear();
    sessionStorage.clear();
    await setViewport({ width: 1280, height: 800 });
  });
  afterEach(() => openAt(''));

  describe('for whoever is not logged in', () => {
    it('has a link mailed to the address that is typed', async () => {
      const { visitor, asked } = await opened({ session: loggedOut });
      await visitor.read('Inloggen');
      await visitor.type('email', ' noor@corporatie.example ');
      await visitor.press('Stuur mij een link');
      await visitor.read('Kijk in je mail');
      const [request] = asked('POST', /login-links$/);
      expect(await request!.json()).to.deep.equal({ email: 'noor@corporatie.example' });
      expect(request!.headers.get('x-buurt-desk')).to.equal('1');
      expect(request!.credentials).to.equal('same-origin');
    });

    it('leads to the account of the organisation, and has a form only where links are mailed', async () => {
      for (const links of [false, true]) {
        const { visitor, page, server } = await opened({
          ...{ session: loggedOut, loginOptions: withAccounts(links) },
        });
        await visitor.read('Je gaat naar login.corporatie.example.');
        const login = page.querySelector('buurt-desk')!.renderRoot.querySelector('buurt-desk-login')!;
        const link = login.renderRoot.querySelector<HTMLAnchorElement>('a.button')!;
        expect(link.textContent).to.equal('Log in met je werkaccount');
        expect(link.href).to.equal(`${server.endpoint}/desk/oidc`);
        expect(login.renderRoot.querySelector('form') !== null).to.equal(links);
      }
    });

    it('says so when it does not know how to log in, and asks again', async () => {
      let isDown = true;
      const loginOptions: Answer = (request) => (isDown ? offline : withAccounts(false))(request);
      const { visitor } = await opened({ session: loggedOut, loginOptions });
      await visitor.read('Dit laadt nu niet.');
      isDown = false;
      await visitor.press('Probeer opnieuw');
      await visitor.read('Log in met je werkaccount');
    });

    it('logs out of the account of the organisation too', async () => {
      const there = `${location.href.split('#')[0]!}#logged-out-there`;
      const { visitor } = await opened({ logOut: () => json({ ended: 1, logoutUrl: there }) });
      await visitor.press('Log uit');
      await until('the other page', () => location.href === there);
    });

    it('says what is wrong with an address, and keeps it', async () => {
      const { visitor, asked } = await opened({ session: loggedOut });
      await visitor.type('email', 'noor');
      await visitor.press('Stuur mij een link');
      await visitor.read('Vul een mailadres in, zoals noor@corporatie.nl.');
      await focusOn('the summary', '.error-summary');
      expect(asked('POST', /login-links$/)).to.have.length(0);
      expect(((await visitor.see('#email')) as HTMLInputElement).value).to.equal('noor');
    });

    it('takes the link out of the address, and logs in only when somebody presses', async () => {
      const { visitor, server, asked } = await opened({}, `#login=${token}`);
      await visitor.read('Welkom terug');
      expect(location.href).not.to.contain(token);
      expect(server.requests).to.have.length(0);
      await visitor.press('Log in');
      await visitor.read('Bankjes langs het water');
      const [request] = asked('POST', /desk\/session$/);
      expect(await request!.json()).to.deep.equal({ token });
      await focusOn('the inbox', '.inbox-title');
    });

    it('offers a new link where the link is used or too old', async () => {
      const logIn = problem(403, 'Nee', { type: 'https://buurt.example/problems/login-refused' });
      const { visitor } = await opened({ session: loggedOut, logIn }, `#login=${token}`);
      await visitor.press('Log in');
      await visitor.read('Deze link werkt niet meer.');
      await visitor.see('#email');
    });

    it('leads to the account of the organisation where links let nobody in any more', async () => {
      const logIn = problem(403, 'Nee', { type: 'https://buurt.example/problems/login-links-off' });
      const answers = { session: loggedOut, logIn, loginOptions: withAccounts(false) };
      const { visitor } = await opened(answers, `#login=${token}`);
      await visitor.press('Log in');
      await visitor.read('Deze link werkt niet meer.');
      await visitor.read('Log in met je werkaccount');
    });

    it('asks to log in again when the session ends while somebody works', async () => {
      let isOver = false;
      const during =
        (answer: Answer): Answer =>
        (request) =>
          isOver ? loggedOut(request) : answer(request);
      const { visitor, page } = await opened({
        session: during(() => json(moderator)),
        inbox: during(() => json(inboxWith(entries))),
      });
      await visitor.read('Bankjes langs het water');
      isOver = true;
      dispatchEvent(new Event('online'));
      await visitor.read('Vul je mailadres van het werk in.');
      expect(page.textContent).not.to.contain('Bankjes');
    });

    it('is logged out by a press, and shows nothing of the inbox after it', async () => {
      let isOver = false;
      const session: Answer = (request) => {
        if (request.method === 'DELETE') isOver = true;
        return isOver && request.method === 'GET' ? loggedOut(request) : json(moderator);
      };
      const { visitor } = await opened({ session });
      await visitor.read('Bankjes langs het water');
      isOver = true;
      await visitor.press('Log uit');
      await visitor.read('Inloggen');
      expect(visitor.words).not.to.contain('Bankjes');
    });
  });

  describe('with an inbox', () => {
    it('shows what waits as the server orders it, with what was promised too late', async () => {
      const { visitor } = await opened();
      await visitor.read('Er wachten 7 berichten op antwoord.');
      const titles = visitor.all('.entry-title').map(({ textContent }) => textContent);
      expect(titles).to.deep.equal(entries.map(({ title }) => title));
      expect(visitor.all('.entry-when.late')).to.have.length(1);
      await until('the number in the title', () => document.title.startsWith('(7)'));
    });

    it('asks for one kind only, and shows how much there is of each', async () => {
      const { visitor, asked } = await opened();
      const kinds = (await visitor.see('#kind')) as HTMLSelectElement;
      expect([...kinds.options].map(({ text }) => text.replace(/\s+/g, ' '))).to.include('Ideeën (2)');
      kinds.value = 'idea';
      kinds.dispatchEvent(new Event('change'));
      await until('two entries', () => visitor.all('.entry').length === 2);
      expect(new URL(asked('GET', /inbox/).at(-1)!.url).searchParams.get('kind')).to.equal('idea');
    });

    it('leads from letters that wait to their budget vote', async () => {
      const round = deskId(61);
      const entry = {
        ...entries[0]!,
        kind: 'letters',
        id: round,
        ideaId: null,
        title: 'Buurtbudget 2027',
      } as const;
      const { visitor } = await opened({ inbox: inboxWith([entry]) });
      await visitor.read('Brieven om te maken');
      (await visitor.see('.entry')).click();
      await visitor.read('Buurtbudget 2027');
      expect(location.hash).to.equal(`#/round/${round}`);
    });

    it('goes on to the next page behind the first', async () => {
      const inbox: Answer = ({ url }) => {
        const isSecond = new URL(url).searchParams.get('after') === 'behind';
        return json(isSecond ? inboxWith(entries.slice(3)) : inboxWith(entries.slice(0, 3), 'behind'));
      };
      const { visitor } = await opened({ inbox });
      await visitor.press('Toon meer');
      await until('all entries', () => visitor.all('.entry').length === entries.length);
    });

    it('says that nothing waits', async () => {
      const { visitor } = await opened({ inbox: inboxWith([]) });
      await visitor.read('Er wacht niets op je.');
      await until('a title without a number', () => document.title === 'Postvak');
    });

    it('keeps what it had when the network goes, and says so', async () => {
      let isGone = false;
      const inbox: Answer = (request) => (isGone ? offline(request) : json(inboxWith(entries)));
      const { visitor } = await opened({ inbox });
      await visitor.read('Bankjes langs het water');
      isGone = true;
      dispatchEvent(new Event('online'));
      await until('what went wrong', () => visitor.words.includes('Dit laadt nu niet.'), 12_000);
      expect(visitor.words).to.contain('Bankjes langs het water');
    });
  });

  describe('with an idea', () => {
    it('shows all of it, and moves the focus to its title', async () => {
      const { visitor } = await opened({}, idea);
      await visitor.read('Twee bankjes zouden al helpen');
      for (const text of ['Groen en buiten', '€ 800 tot', 'fatima@voorbeeld.nl', '12 jaar', 'K4T-9PX'])
        await visitor.read(text);
      await focusOn('the title', '.screen-title');
    });

    it('shows its photos from the server of the desk, wherever the page is', async () => {
      const [photo] = anIdeaAtTheDesk().photos;
      const sources = [{ url: 'photos/a/640.webp?expires=1&signature=b', width: 640, height: 480 }];
      const { visitor, server } = await opened(
        { idea: anIdeaAtTheDesk({ photos: [{ ...photo!, sources }] }) },
        idea,
      );
      const shown = (await visitor.see('.picture img')) as HTMLImageElement;
      expect(shown.src).to.equal(`${server.endpoint}/${sources[0]!.url}`);
    });

    it('is published as it was read, with one press, and the next opens', async () => {
      const { visitor, asked } = await opened({}, idea);
      await visitor.press('Plaats op de site');
      await visitor.read('“Bankjes langs het water” staat op de site.');
      const [request] = asked('POST', /\/decision$/);
      expect(await request!.json()).to.deep.equal({ state: 'published', reason: null });
      expect(request!.headers.get('if-match')).to.equal('"2026-11-14T09:30:00.000Z"');
      expect(request!.headers.get('idempotency-key')).to.match(/^[\da-f-]{36}$/);
      await visitor.read('Dit gaat over mijn vader');
      expect(location.hash).to.equal(`#/report/${deskId(2)}`);
    });

    it('can be undone for as long as the server says', async () => {
      const { visitor, asked } = await opened({}, idea);
      await visitor.press('Plaats op de site');
      await visitor.press('Ongedaan maken');
      await visitor.read('Het is ongedaan gemaakt.');
      expect(asked('POST', /\/desk\/acts\/41\/undo$/)).to.have.length(1);
      expect(visitor.words).not.to.contain('staat op de site.');
    });

    it('is decided anew by the first press after it was undone, however soon', async () => {
      const { visitor, asked } = await opened({}, idea);
      const click = async (name: string) =>
        (await visitor.button(name)).dispatchEvent(new MouseEvent('click', { detail: 1, bubbles: true }));
      await click('Plaats op de site');
      await click('Ongedaan maken');
      await until('the idea again', () => location.hash === idea);
      await click('Plaats op de site');
      await until('two decisions', () => asked('POST', /\/decision$/).length === 2);
    });

    it('offers no undoing where the server gives no time for it', async () => {
      const { visitor } = await opened({ decision: () => json({ act: 41, undoUntil: null }, 201) }, idea);
      await visitor.press('Plaats op de site');
      await visitor.read('staat op de site.');
      expect(visitor.words).not.to.contain('Ongedaan maken');
    });

    it('is declined in three presses, with a reason that can be written on', async () => {
      const { visitor, asked } = await opened({}, idea);
      await visitor.press('Plaats niet');
      await focusOn('why not', '.why-title');
      await visitor.press('Dit is al gepland. Je ziet het binnenkort in de buurt.');
      await focusOn('the reason', '#reason');
      await visitor.press('Plaats niet, en stuur de reden');
      await visitor.read('komt niet op de site.');
      expect(await asked('POST', /\/decision$/)[0]!.json()).to.deep.equal({
        state: 'declined',
        reason: 'Dit is al gepland. Je ziet het binnenkort in de buurt.',
      });
    });

    it('is not declined without a reason', async () => {
      const { visitor, asked } = await opened({}, idea);
      await visitor.press('Plaats niet');
      await visitor.press('Plaats niet, en stuur de reden');
      await visitor.read('Schrijf waarom.');
      await focusOn('the summary', '.error-summary');
      expect(asked('POST', /\/decision$/)).to.have.length(0);
      await visitor.press('Annuleer');
      await focusOn('the button', '[data-decision=declined]');
    });

    const aBetter = { title: 'Bankjes aan het water', story: anIdeaAtTheDesk().story };

    it('is corrected as it was read, and shows what it said before', async () => {
      let isCorrected = false;
      const { visitor, asked } = await opened(
        {
          idea: () =>
            json(
              anIdeaAtTheDesk(
                isCorrected
                  ? {
                      ...{ ...aBetter, version: 'new' },
                      acts: [
                        {
                          ...{
                            id: 4,
                            at: '2026-11-20T10:00:00.000Z',
                            actor: 'staff',
                            staffId: deskId(52),
                            staffName: 'Noor',
                          },
                          ...{ name: 'idea.corrected', buurt: null, reference: null, detail: {} },
                          subject: { kind: 'idea', id: deskId(1) },
                        },
                      ],
                      corrections: [{ act: 4, title: 'Bankjes langs het water', story: 'x' }],
                    }
                  : {},
              ),
            ),
          acting: () => {
            isCorrected = true;
            return json({ id: deskId(1) }, 201);
          },
        },
        idea,
      );
      await visitor.press('Verbeter een tikfout');
      await focusOn('the form', '.form-title');
      const bar = (await visitor.see('[data-decision]')).closest('section')!;
      expect(getComputedStyle(bar).position).to.equal('static');
      await visitor.type('title', aBetter.title);
      await visitor.press('Bewaar');
      await visitor.read('Verbeterd.');
      await visitor.read('Zo stond het er');
      await focusOn('the button', '.opener');
      const [request] = asked('POST', /\/correction$/);
      expect(await request!.json()).to.deep.equal(aBetter);
      expect(request!.headers.get('if-match')).to.equal('"2026-11-14T09:30:00.000Z"');
    });

    it('is not sent when nothing was corrected, and comes back as it was typed after going on', async () => {
      const { visitor, asked } = await opened({}, idea);
      await visitor.press('Verbeter een tikfout');
      await visitor.press('Bewaar');
      await focusOn('the button', '.opener');
      expect(asked('POST', /\/correction$/)).to.have.length(0);
      await visitor.press('Verbeter een tikfout');
      await visitor.type('title', aBetter.title);
      openAt(`#/idea/${deskId(3)}`);
      dispatchEvent(new HashChangeEvent('hashchange'));
      await until('the other form closed', () => !visitor.words.includes('Verbeter alleen'));
      openAt(idea);
      dispatchEvent(new HashChangeEvent('hashchange'));
      await visitor.read('Verbeter alleen');
      expect(((await visitor.see('#title')) as HTMLInputElement).value).to.equal(aBetter.title);
    });

    it('keeps a correction that is refused, says why, and sends it with the version that is there then', async () => {
      let refusals = [
        problem(400, 'Nee', { errors: [{ pointer: '/title', code: 'too-short', limit: 5, detail: '' }] }),
        problem(412, 'Intussen veranderd'),
      ];
      let version = 'first';
      const { visitor, asked } = await opened(
        {
          idea: () =>
            json(anIdeaAtTheDesk({ version, ...(version === 'second' && { assets: 'Twee zagen erbij.' }) })),
          acting: (request) => {
            const [refusal, ...rest] = refusals;
            refusals = rest;
            version = rest.length === 0 ? 'second' : version;
            return refusal ? refusal(request) : json({ id: deskId(1) }, 201);
          },
        },
        idea,
      );
      await visitor.press('Verbeter een tikfout');
      await visitor.type('title', 'Bank');
      await visitor.press('Bewaar');
      await visitor.read('Dit is te kort: minstens 5 tekens.');
      await focusOn('the summary', '.error-summary');
      await visitor.type('title', aBetter.title);
      await visitor.press('Bewaar');
      await visitor.read('Iemand was je voor');
      await visitor.read('Twee zagen erbij.');
      await visitor.press('Bewaar');
      await visitor.read('Verbeterd.');
      const seen = asked('POST', /\/correction$/).map(({ headers }) => headers.get('if-match'));
      expect(seen).to.deep.equal(['"first"', '"first"', '"second"']);
    });

    it('shows a photo no more after it was hidden with a reason, and shows it again', async () => {
      let isHidden = false;
      const { visitor, asked } = await opened(
        {
          idea: () => json(isHidden ? anIdeaWithHiddenPhoto() : anIdeaAtTheDesk()),
          acting: () => {
            isHidden = !isHidden;
            return json({ id: deskId(1) }, 201);
          },
        },
        idea,
      );
      const [photo] = anIdeaAtTheDesk().photos;
      await visitor.press('Verberg deze foto');
      await focusOn('the form', '.form-title');
      await visitor.press('Verberg de foto');
      await visitor.read('Schrijf waarom.');
      await focusOn('the summary', '.error-summary');
      expect(asked('POST', /photos/)).to.have.length(0);
      await visitor.type('photo-reason', ' Er staat een kind op de foto. ');
      await visitor.press('Verberg de foto');
      await visitor.read('De foto is verborgen.');
      await visitor.read('Reden: Er staat een kind op de foto.');
      await focusOn('the button', `[data-photo="${photo!.id}"]`);
      await visitor.press('Toon deze foto weer');
      await visitor.read('De foto is weer te zien.');
      await until('no reason', () => !visitor.words.includes('Reden:'));
      await focusOn('the button', `[data-photo="${photo!.id}"]`);
      const sent = asked('POST', new RegExp(`/desk/photos/${photo!.id}/decision$`));
      expect(await Promise.all(sent.map((request) => request.json()))).to.deep.equal([
        { state: 'hidden', reason: 'Er staat een kind op de foto.' },
        { state: 'shown', reason: null },
      ]);
    });

    it('keeps why a photo is hidden when it does not arrive, also after going on', async () => {
      let isOffline = true;
      const acting: Answer = (request) => (isOffline ? offline(request) : json({ id: deskId(1) }, 201));
      const shown: Answer = ({ url }) => {
        const id = url.slice(-36);
        return json(anIdeaAtTheDesk({ id, ...(id === deskId(3) && { photos: [] }) }));
      };
      const { visitor } = await opened({ acting, idea: shown }, idea);
      await visitor.press('Verberg deze foto');
      await visitor.type('photo-reason', 'Er staat een kind op de foto.');
      await visitor.press('Verberg de foto');
      await until('the failure', () => visitor.words.includes('Het is niet gelukt.'), 20_000);
      openAt(`#/idea/${deskId(3)}`);
      dispatchEvent(new HashChangeEvent('hashchange'));
      await until('the other form closed', () => !visitor.words.includes('Waarom verberg je'));
      openAt(idea);
      dispatchEvent(new HashChangeEvent('hashchange'));
      isOffline = false;
      const field = (await visitor.see('#photo-reason')) as HTMLTextAreaElement;
      expect(field.value).to.equal('Er staat een kind op de foto.');
      await visitor.press('Verberg de foto');
      await visitor.read('De foto is verborgen.');
    });

    it('tells that somebody was first, and shows how it stands', async () => {
      let isChanged = false;
      const { visitor } = await opened(
        {
          idea: () => json(anIdeaAtTheDesk(isChanged ? { state: 'published', version: 'new' } : {})),
          decision: (request) => {
            isChanged = true;
            return problem(412, 'Intussen veranderd')(request);
          },
        },
        idea,
      );
      await visitor.press('Plaats op de site');
      await visitor.read('Iemand was je voor');
      await visitor.read('Haal van de site');
    });

    it('sends the same again under the same key, and keeps the reason, when an answer was lost', async () => {
      const decision = onceOffline(() => json({ act: 41, undoUntil: null }, 201));
      const { visitor, asked } = await opened({ decision }, idea);
      await visitor.press('Plaats niet');
      await visitor.type('reason', 'Dit kan hier niet.');
      await visitor.press('Plaats niet, en stuur de reden');
      await until('what went wrong', () => visitor.words.includes('Het is niet gelukt.'), 20_000);
      for (let press = 0; press < 4 && !visitor.words.includes('komt niet op de site.'); press++) {
        await visitor.press('Plaats niet, en stuur de reden');
        await until('an answer', () => !visitor.words.includes('Bezig'), 20_000);
      }
      await visitor.read('komt niet op de site.');
      const keys = asked('POST', /\/decision$/).map(({ headers }) => headers.get('idempotency-key'));
      expect(new Set(keys)).to.have.property('size', 1);
    });

    it('cannot be decided, and tells nobody’s address, by who may only read', async () => {
      const { visitor } = await opened({ session: reader }, idea);
      await visitor.read('heb je een andere rol nodig');
      expect(visitor.words).not.to.contain('Plaats op de site');
      expect(visitor.words).not.to.contain('Verbeter een tikfout');
      expect(visitor.words).not.to.contain('Verberg deze foto');
      expect(visitor.words).not.to.contain('fatima@voorbeeld.nl');
    });
  });

  describe('with a search', () => {
    it('finds ideas by what is typed, once somebody pauses, and shows the inbox again when it is empty', async () => {
      const { visitor, asked } = await opened();
      await visitor.read('Die man van nummer 12');
      for (const typed of ['t', 'ta', 'tafel']) await visitor.type('search', typed);
      await visitor.read('1 idee gevonden');
      expect(visitor.words).not.to.contain('Die man van nummer 12');
      expect(
        asked('GET', /desk\/ideas\?/).map(({ url }) => new URL(url).searchParams.get('q')),
      ).to.deep.equal(['tafel']);
      await visitor.type('search', '');
      await visitor.read('Die man van nummer 12');
    });
  });

  describe('with an initiative on the site', () => {
    const idea = anInitiativeAtTheDesk();
    const sentTo = async (
      asked: Awaited<ReturnType<typeof opened>>['asked'],
      step: string,
    ): Promise<unknown> => asked('POST', new RegExp(`/desk/ideas/[^/]+/${step}$`))[0]?.json();

    it('tells news', async () => {
      const { visitor, asked } = await opened({ idea }, `#/idea/${deskId(1)}`);
      await visitor.press('Vertel nieuws');
      await focusOn('the form', '.form-title');
      await visitor.press('Zet op de site');
      await visitor.read('Vul in: Je nieuws');
      await visitor.type('text', ' De bankjes staan er vrijdag. ');
      await visitor.press('Zet op de site');
      await visitor.read('Het nieuws staat op de site.');
      expect(await sentTo(asked, 'news')).to.deep.equal({ text: 'De bankjes staan er vrijdag.' });
      await focusOn('the button', '[data-opens="news "]');
    });

    it('makes a promise with a day and an amount', async () => {
      const { visitor, asked } = await opened({ idea }, `#/idea/${deskId(1)}`);
      await visitor.press('Doe een belofte');
      await visitor.type('who', 'De Linde');
      await visitor.type('what', 'Verlichting');
      await visitor.type('granted', 'veel');
      await visitor.press('Bewaar de belofte');
      await visitor.read('Vul een datum in.');
      await visitor.read('Vul een bedrag in');
      await visitor.type('dueOn', '2027-03-01');
      await visitor.type('granted', '€ 1250,50');
      await visitor.press('Bewaar de belofte');
      await visitor.read('De belofte staat op de site.');
      expect(await sentTo(asked, 'promises')).to.deep.equal({
        ...{ who: 'De Linde', what: 'Verlichting', dueOn: '2027-03-01', state: 'open' },
        grantedCents: 125_050,
      });
    });

    it('says what came of a promise', async () => {
      const { visitor, asked } = await opened({ idea }, `#/idea/${deskId(1)}`);
      await visitor.press('Werk bij: Twee bankjes');
      const outcome = (await visitor.see('#state')) as HTMLSelectElement;
      outcome.value = 'kept';
      outcome.dispatchEvent(new Event('change'));
      await visitor.type('spent', '1200');
      await visitor.press('Bewaar de belofte');
      await visitor.read('De belofte staat op de site.');
      expect(await sentTo(asked, 'promises')).to.deep.include({
        ...{ id: deskId(31), state: 'kept', grantedCents: 125_000, spentCents: 120_000 },
      });
    });

    it('needs a reason for what does not go on', async () => {
      const { visitor, asked } = await opened({ idea }, `#/idea/${deskId(1)}`);
      await visitor.press('Verander de status');
      const status = (await visitor.see('#status')) as HTMLSelectElement;
      expect([...status.options].map(({ value }) => value)).not.to.include('onBallot');
      status.value = 'declined';
      status.dispatchEvent(new Event('change'));
      await visitor.type('reason', '');
      await visitor.press('Bewaar de status');
      await visitor.read('Vul in: Waarom?');
      await visitor.type('reason', 'De grond is verkocht.');
      await visitor.press('Bewaar de status');
      await visitor.read('De nieuwe status staat op de site.');
      expect(await sentTo(asked, 'standing')).to.deep.equal({
        ...{ status: 'declined', reason: 'De grond is verkocht.' },
      });
    });

    it('has back what was written about it when the session ended meanwhile', async () => {
      let isOver = false;
      const during =
        (answer: Answer): Answer =>
        (request) =>
          isOver ? loggedOut(request) : answer(request);
      const { visitor } = await opened(
        {
          idea: during(() => json(idea)),
          session: during(() => json(moderator)),
          acting: during(() => json({ id: deskId(1) }, 201)),
        },
        `#/idea/${deskId(1)}`,
      );
      await visitor.press('Vertel nieuws');
      await visitor.type('text', 'Bijna klaar.');
      isOver = true;
      await visitor.press('Zet op de site');
      await visitor.read('Vul je mailadres van het werk in.');
      isOver = false;
      const again = await opened({ idea }, `#/idea/${deskId(1)}`);
      await again.visitor.read('Het staat meteen op de site.');
      expect(((await again.visitor.see('#text')) as HTMLTextAreaElement).value).to.equal('Bijna klaar.');
      await again.visitor.press('Zet op de site');
      await again.visitor.read('Het nieuws staat op de site.');
      const last = await opened({ idea }, `#/idea/${deskId(1)}`);
      await last.visitor.read('Vertel nieuws');
      expect(last.visitor.all('#text')).to.have.length(0);
    });

    it('keeps what was filled in when it cannot be sent', async () => {
      const acting = problem(409, 'Nee', { detail: 'De uitslag beslist.' });
      const { visitor } = await opened({ idea, acting }, `#/idea/${deskId(1)}`);
      await visitor.press('Vertel nieuws');
      await visitor.type('text', 'Bijna klaar.');
      await visitor.press('Zet op de site');
      await visitor.read('De uitslag beslist.');
      await focusOn('the failure', '.failure');
      expect(((await visitor.see('#text')) as HTMLTextAreaElement).value).to.equal('Bijna klaar.');
    });
  });

  describe('with what neighbours wrote', () => {
    const opens = (kind: string, number: number) => `#/${kind}/${deskId(number)}`;

    it('leaves a reported remark on the site, or takes it off', async () => {
      for (const [button, state] of [
        ['Laat op de site staan', 'published'],
        ['Haal van de site', 'hidden'],
      ] as const) {
        const { visitor, asked } = await opened({}, opens('report', 2));
        await visitor.read('Hier word ik verdrietig van.');
        await visitor.press(button);
        await visitor.read(state === 'hidden' ? 'niet meer op de site' : 'De reactie staat op de site.');
        const [request] = asked('POST', /\/remarks\/[^/]+\/decision$/);
        expect(await request!.json()).to.deep.equal({ state });
      }
    });

    it('answers a question on the site', async () => {
      const { visitor, asked } = await opened({}, opens('question', 4));
      await visitor.press('Plaats het antwoord');
      await visitor.read('Schrijf een antwoord.');
      await visitor.type('answer', 'Ja, in het voorjaar.');
      await visitor.press('Plaats het antwoord');
      await visitor.read('Je antwoord staat op de site.');
      const [request] = asked('POST', /\/remarks\/[^/]+\/answer$/);
      expect(await request!.json()).to.deep.equal({ text: 'Ja, in het voorjaar.' });
    });

    it('answers a neighbour who wants to join', async () => {
      const { visitor, asked } = await opened({}, opens('offer', 5));
      await visitor.type('answer', 'Fijn!');
      await visitor.press('Deze buur doet mee');
      await visitor.read('Je antwoord is bewaard.');
      const [request] = asked('POST', /\/offers\/[^/]+\/answer$/);
      expect(await request!.json()).to.deep.equal({ outcome: 'joined', text: 'Fijn!' });
    });

    it('says that a message was dealt with', async () => {
      const { visitor } = await opened({ remark: aRemarkAtTheDesk({ state: 'hidden' }) }, opens('report', 2));
      await visitor.read('Dit is al afgehandeld.');
    });
  });

  describe('by keyboard', () => {
    it('goes on with j, back with k, and undoes with u', async () => {
      const { visitor, asked } = await opened();
      await visitor.read('Bankjes langs het water');
      await sendKeys({ press: 'j' });
      await visitor.read('Twee bankjes zouden al helpen');
      await sendKeys({ press: 'j' });
      await visitor.read('Dit gaat over mijn vader');
      await sendKeys({ press: 'k' });
      await visitor.press('Plaats op de site');
      await visitor.read('staat op de site.');
      await sendKeys({ press: 'u' });
      await until('the undoing', () => asked('POST', /\/undo$/).length === 1);
    });

    it('leaves letters in a field alone', async () => {
      const { visitor } = await opened({}, `#/question/${deskId(4)}`);
      await visitor.type('answer', '');
      await sendKeys({ type: 'ja?' });
      await until('the letters', () => (visitor.all('#answer')[0] as HTMLTextAreaElement).value === 'ja?');
      expect(location.hash).to.equal(`#/question/${deskId(4)}`);
    });

    it('does nothing with letters once somebody switched that off, also on a later visit', async () => {
      const { visitor } = await opened();
      await visitor.read('Bankjes langs het water');
      await sendKeys({ press: '?' });
      (await visitor.see('.shortcuts input')).click();
      const next = await opened();
      await next.visitor.read('Bankjes langs het water');
      await sendKeys({ press: 'j' });
      await next.visitor.read('Kies links een bericht');
      expect(location.hash).to.equal('#/');
    });
  });

  describe('when the session ends', () => {
    const ending = () => {
      let isOver = false;
      const during =
        (answer: Answer): Answer =>
        (request) =>
          isOver && request.method !== 'DELETE' ? loggedOut(request) : answer(request);
      const answers = {
        session: during(() => json(moderator)),
        inbox: during(() => json(inboxWith(entries))),
        idea: during(({ url }) => json(anIdeaAtTheDesk({ id: url.slice(-36) }))),
        decision: during(() => json({ act: 41, undoUntil: null }, 201)),
        logIn: () => {
          isOver = false;
          return json(moderator, 201);
        },
      };
      return { answers, end: () => (isOver = true), comeBack: () => (isOver = false) };
    };

    it('asks to log in when a decision is refused for it, and has what was written afterwards', async () => {
      const { answers, end } = ending();
      const { visitor, asked } = await opened(answers, idea);
      await visitor.press('Plaats niet');
      await visitor.type('reason', 'Hier komt al een boom.');
      end();
      await visitor.press('Plaats niet, en stuur de reden');
      await visitor.read('Vul je mailadres van het werk in.');
      location.hash = `#login=${token}`;
      await visitor.press('Log in');
      const field = (await visitor.see('#reason')) as HTMLTextAreaElement;
      expect(field.value).to.equal('Hier komt al een boom.');
      expect(location.hash).to.equal(idea);
      await visitor.press('Plaats niet, en stuur de reden');
      await visitor.read('komt niet op de site.');
      expect(asked('POST', /\/decision$/)).to.have.length(2);
      expect(JSON.stringify(sessionStorage)).not.to.contain('boom');
    });

    it('goes on in this tab when somebody logged in in another', async () => {
      const { answers, end, comeBack } = ending();
      const { visitor } = await opened(answers);
      await visitor.read('Bankjes langs het water');
      end();
      dispatchEvent(new Event('online'));
      await visitor.read('Vul je mailadres van het werk in.');
      comeBack();
      dispatchEvent(new Event('focus'));
      await visitor.read('Bankjes langs het water');
    });

    it('shows nobody what another read or wrote in this tab before', async () => {
      let who = moderator;
      const { visitor } = await opened(
        {
          session: () => json(who),
          logIn: () => {
            who = { ...moderator, name: 'Bo', email: 'bo@corporatie.example' };
            return json(who, 201);
          },
          inbox: () => (who === moderator ? json(inboxWith(entries)) : new Promise<never>(() => undefined)),
        },
        idea,
      );
      await visitor.press('Plaats niet');
      await visitor.type('reason', 'Van Noor.');
      location.hash = `#login=${token}`;
      await visitor.press('Log in');
      await visitor.read('Ingelogd als Bo');
      expect(visitor.words).not.to.contain('Een moestuin');
      await visitor.press('Plaats niet');
      expect(((await visitor.see('#reason')) as HTMLTextAreaElement).value).to.equal('');
    });

    it('keeps no draft once somebody logs out', async () => {
      const { answers } = ending();
      const { visitor } = await opened(answers, idea);
      await visitor.press('Plaats niet');
      await visitor.type('reason', 'Van Noor.');
      expect(JSON.stringify(sessionStorage)).to.contain('Van Noor.');
      await visitor.press('Log uit');
      await visitor.read('Inloggen');
      expect(JSON.stringify(sessionStorage)).not.to.contain('Van Noor.');
      expect(location.hash).to.equal('#/');
    });
  });

  describe('on a slow network', () => {
    /** An answer that comes when the test says so. */
    const held = (answer: Answer) => {
      let release = (): void => undefined;
      const isReleased = new Promise<void>((resolve) => (release = resolve));
      const slowly: Answer = async (request) => {
        await isReleased;
        return answer(request);
      };
      return { slowly, release: () => release() };
    };
    const decided: Answer = () => json({ act: 41, undoUntil: null }, 201);

    for (const [where, hash] of [
      ['another idea', `#/idea/${deskId(3)}`],
      ['something of another kind', `#/report/${deskId(2)}`],
    ] as const)
      it(`leaves whoever went on to ${where} there, and says what was done`, async () => {
        const { slowly, release } = held(decided);
        const { visitor, asked } = await opened({ decision: slowly }, idea);
        await visitor.press('Plaats op de site');
        await until('the sending', () => asked('POST', /\/decision$/).length === 1);
        location.hash = hash;
        await visitor.read(hash.includes('report') ? 'Dit gaat over mijn vader' : 'Een moestuin');
        await until('what is open', () => !visitor.words.includes('Bezig'));
        release();
        await visitor.read('“Bankjes langs het water” staat op de site.');
        expect(location.hash).to.equal(hash);
      });

    it('keeps what is written about another idea when the answer to an earlier one comes', async () => {
      const { slowly, release } = held(decided);
      const { visitor, asked } = await opened({ decision: slowly }, idea);
      await visitor.press('Plaats op de site');
      await until('the sending', () => asked('POST', /\/decision$/).length === 1);
      location.hash = `#/idea/${deskId(3)}`;
      await until('the other', () => asked('GET', new RegExp(`ideas/${deskId(3)}$`)).length === 1);
      await visitor.press('Plaats niet');
      await visitor.type('reason', 'Nog niet af');
      release();
      await visitor.read('staat op de site.');
      expect(((await visitor.see('#reason')) as HTMLTextAreaElement).value).to.equal('Nog niet af');
    });

    it('keeps the focus in the list when what it is on was answered', async () => {
      const { slowly, release } = held(decided);
      const { visitor, asked } = await opened({ decision: slowly }, idea);
      await visitor.press('Plaats op de site');
      await until('the sending', () => asked('POST', /\/decision$/).length === 1);
      location.hash = '#/';
      await focusOn('what was read', `.entry[href='${idea}']`);
      release();
      await focusOn('the inbox', '.inbox-title');
    });

    it('says of what is not open any more that it did not arrive, with the way back', async () => {
      const { slowly, release } = held(problem(409, 'Kan niet'));
      const { visitor, asked } = await opened({ decision: slowly }, idea);
      await visitor.press('Plaats op de site');
      await until('the sending', () => asked('POST', /\/decision$/).length === 1);
      location.hash = `#/report/${deskId(2)}`;
      await visitor.read('Dit gaat over mijn vader');
      release();
      await visitor.read('Wat je deed met “Bankjes langs het water” kwam niet aan.');
      await visitor.press('Bekijk');
      await visitor.read('Twee bankjes zouden al helpen');
      expect(visitor.words).not.to.contain('kwam niet aan');
    });

    it('takes what was answered out of the inbox and the count before the inbox is read again', async () => {
      let isSlow = false;
      const inbox: Answer = () => (isSlow ? new Promise<never>(() => undefined) : json(inboxWith(entries)));
      const { visitor } = await opened({ inbox }, idea);
      await visitor.read('Er wachten 7 berichten op antwoord.');
      isSlow = true;
      await visitor.press('Plaats op de site');
      await visitor.read('Er wachten 6 berichten op antwoord.');
      await until('the number in the title', () => document.title.startsWith('(6)'));
      expect(visitor.all('.entry-title').map(({ textContent }) => textContent)).not.to.include(
        'Bankjes langs het water',
      );
    });

    it('undoes once, however often somebody presses', async () => {
      const { slowly, release } = held(() => json({ id: deskId(1) }, 201));
      const { visitor, asked } = await opened({ acting: slowly }, idea);
      await visitor.press('Plaats op de site');
      await visitor.press('Ongedaan maken');
      await sendKeys({ press: 'u' });
      await visitor.read('Bezig');
      release();
      await visitor.read('Het is ongedaan gemaakt.');
      expect(asked('POST', /\/undo$/)).to.have.length(1);
    });
  });

  describe('after something was done', () => {
    it('opens an idea again that is undone', async () => {
      const { visitor } = await opened({}, idea);
      await visitor.press('Plaats op de site');
      await visitor.read('Dit gaat over mijn vader');
      await visitor.press('Ongedaan maken');
      await visitor.read('Twee bankjes zouden al helpen');
      expect(location.hash).to.equal(idea);
      await focusOn('the title', '.screen-title');
    });

    it('offers to undo by the clock of this device, whatever time the server has', async () => {
      const inAnotherHour = new Date(Date.now() - 3_600_000).toISOString();
      const { visitor } = await opened(
        { decision: () => json({ act: 41, undoUntil: inAnotherHour }, 201) },
        idea,
      );
      await visitor.press('Plaats op de site');
      await visitor.read('Dit gaat over mijn vader');
      await visitor.button('Ongedaan maken');
    });

    it('has the words for a screen reader in a region that was there before', async () => {
      const { visitor } = await opened({}, idea);
      const region = await visitor.see('.toast-text[role=status]');
      expect(region.checkVisibility()).to.equal(true);
      await visitor.press('Plaats op de site');
      await until('the words', () => region.textContent?.includes('staat op de site.'));
    });

    it('has the undoing one step before what is open, for who goes by keyboard', async () => {
      const { visitor } = await opened({}, idea);
      await visitor.press('Plaats op de site');
      const undo = await visitor.button('Ongedaan maken');
      const open = await visitor.see('#open');
      const inbox = await visitor.see('.inbox');
      expect(inbox.compareDocumentPosition(undo)).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
      expect(undo.compareDocumentPosition(open)).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
    });

    it('moves the focus to a mail that is next', async () => {
      const { visitor } = await opened({}, `#/remark/${deskId(6)}`);
      await visitor.read('Hier word ik verdrietig van.');
      await sendKeys({ press: 'j' });
      await visitor.read('Deze mail kwam niet aan');
      await focusOn('the title', 'section .screen-title');
    });
  });

  it('takes a sentence over once, however often somebody presses', async () => {
    const { visitor } = await opened({}, idea);
    await visitor.press('Plaats niet');
    const sentence = 'Dit is al gepland. Je ziet het binnenkort in de buurt.';
    await visitor.press(sentence);
    await visitor.press(sentence);
    expect(((await visitor.see('#reason')) as HTMLTextAreaElement).value).to.equal(sentence);
  });

  it('asks for the reason of what can still be done, when a colleague was first', async () => {
    let isChanged = false;
    const { visitor } = await opened(
      {
        idea: () => json(anIdeaAtTheDesk(isChanged ? { state: 'published', version: 'new' } : {})),
        decision: (request) => {
          isChanged = true;
          return problem(412, 'Intussen veranderd')(request);
        },
      },
      idea,
    );
    await visitor.press('Plaats niet');
    await visitor.type('reason', 'Hier komt al een boom.');
    await visitor.press('Plaats niet, en stuur de reden');
    await visitor.read('Iemand was je voor');
    await visitor.read('Waarom haal je dit van de site?');
    expect(((await visitor.see('#reason')) as HTMLTextAreaElement).value).to.equal('Hier komt al een boom.');
    expect(visitor.words).not.to.contain('Plaats niet, en stuur de reden');
  });

  it('closes with Escape what opened over the work, and keeps what was written', async () => {
    const { visitor } = await opened({}, idea);
    await visitor.press('Plaats niet');
    await visitor.type('reason', 'Half af');
    await sendKeys({ press: 'Escape' });
    await focusOn('the button', '[data-decision=declined]');
    await visitor.press('Plaats niet');
    expect(((await visitor.see('#reason')) as HTMLTextAreaElement).value).to.equal('Half af');
    await sendKeys({ press: 'Escape' });
    await visitor.press('Sneltoetsen');
    await sendKeys({ press: 'Escape' });
    await focusOn('the button of the shortcuts', '.keys-button');
    expect((await visitor.see('#shortcuts')).checkVisibility()).to.equal(false);
  });

  it('decides nothing about the next idea with the second press of a double click', async () => {
    const ideas = entries.filter(({ kind }) => kind === 'idea');
    const { visitor, asked } = await opened({ inbox: inboxWith(ideas) }, idea);
    const click = async () =>
      (await visitor.see('[data-decision=published]')).dispatchEvent(
        new MouseEvent('click', { detail: 1, bubbles: true, composed: true }),
      );
    await click();
    await until('the next', () => asked('GET', new RegExp(`ideas/${deskId(3)}$`)).length === 1);
    await until(
      'its buttons',
      () => visitor.all('[data-decision=published]:not([aria-disabled])').length === 1,
    );
    await click();
    await visitor.read('staat op de site.');
    expect(asked('POST', /\/decision$/)).to.have.length(1);
  });

  it('keeps what is open in sight in a long list, and moves nothing else', async () => {
    const many = Array.from({ length: 40 }, (_, number) => ({
      ...entries[2]!,
      ...{ id: deskId(100 + number), title: `Idee ${String(number)}` },
    }));
    const { visitor } = await opened({ inbox: inboxWith(many) }, `#/idea/${deskId(110)}`);
    await visitor.read('Twee bankjes zouden al helpen');
    for (let step = 0; step < 12; step++) await sendKeys({ press: 'j' });
    await until('the entry', () => location.hash === `#/idea/${deskId(122)}`);
    const list = (await visitor.see('.inbox')).getBoundingClientRect();
    await until('the entry in sight', () => {
      const { top, bottom } = visitor.all('.entry[aria-current]')[0]!.getBoundingClientRect();
      return top >= list.top && bottom <= list.bottom + 1;
    });
  });

  it('lets no title turn round the words behind it', async () => {
    const title = 'Foto \u202Etxt.exe';
    const { visitor } = await opened({ idea: anIdeaAtTheDesk({ title }) }, idea);
    await visitor.press('Plaats op de site');
    await visitor.read('staat op de site.');
    expect((await visitor.see('.toast-text bdi')).textContent).to.equal(title);
  });

  it('moves nothing when it says what was done', async () => {
    for (const width of [1280, 390]) {
      await setViewport({ width, height: 800 });
      const { visitor } = await opened({}, idea);
      await visitor.read('Twee bankjes zouden al helpen');
      const before = visitor.all('#open')[0]!.offsetTop;
      await visitor.press('Plaats op de site');
      await visitor.button('Ongedaan maken');
      expect(visitor.all('#open')[0]!.offsetTop, String(width)).to.equal(before);
    }
  });

  it('shows one of the two on a small screen, and comes back to the list', async () => {
    await setViewport({ width: 320, height: 640 });
    const { visitor } = await opened({}, idea);
    await visitor.read('Twee bankjes zouden al helpen');
    expect(visitor.all('.inbox')[0]!.checkVisibility()).to.equal(false);
    await visitor.press('Terug naar het postvak');
    await focusOn('what was read', `.entry[href='${idea}']`);
    expect(visitor.all('.inbox')[0]!.checkVisibility()).to.equal(true);
  });
});
