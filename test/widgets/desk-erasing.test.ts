import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import '@buurt/desk/buurt-desk.js';
import {
  admin,
  adminOfBuurt,
  aTextMatch,
  deskConnection,
  deskId,
  forgetting,
  ideaErasure,
  loggedOut,
  moderator,
  openAt,
  type DeskAnswers,
} from '../support/desk-endpoint.js';
import { json, offline, problem, type Answer } from '../support/endpoint.js';
import { Visitor } from '../support/visitor.js';
import { until } from '../support/waiting.js';
import { focused, onThePage } from './budget-vote-stage.js';

type Desk = HTMLElementTagNameMap['buurt-desk'];

async function opened(answers: DeskAnswers = {}, hash = '#/settings/erasing') {
  openAt(hash);
  const server = deskConnection({ session: admin, ...answers });
  const page = onThePage(html`<buurt-desk .connection=${server}></buurt-desk>`);
  const visitor = new Visitor<Desk>(page, 'buurt-desk');
  await page.querySelector('buurt-desk')!.updateComplete;
  const asked = (method: string, path: RegExp) =>
    server.requests.filter((each) => each.method === method && path.test(each.url));
  return { visitor, asked, requests: server.requests };
}

const focusOn = (selector: string) => until(`focus on ${selector}`, () => focused()?.matches(selector));
const lists = (visitor: Visitor<Desk>) =>
  visitor.all('.act ul').map((list) => [...list.children].map((each) => each.textContent.trim()));

async function searched(answers: DeskAnswers = {}) {
  const stage = await opened(answers);
  await stage.visitor.type('text', ' Fatima ');
  await stage.visitor.press('Zoek');
  return stage;
}

describe('Erasing at the desk', () => {
  beforeEach(async () => {
    localStorage.clear();
    sessionStorage.clear();
    await setViewport({ width: 1280, height: 800 });
  });
  afterEach(() => openAt(''));

  describe('with a search', () => {
    it('shows where something stands, and what erases it; the words stand in no address and in no storage', async () => {
      const { visitor, asked, requests } = await searched();
      await visitor.read('8 plekken gevonden');
      await focusOn('.results-title');
      const [request] = asked('POST', /person\/texts$/);
      expect(await request!.json()).to.deep.equal({ text: 'Fatima' });
      expect(requests.map(({ url }) => url).join(' ')).not.to.contain('Fatima');
      expect(`${location.href} ${JSON.stringify(sessionStorage)}`).not.to.contain('Fatima');
      const links = visitor.all('.rows a').map((each) => each.getAttribute('href'));
      expect(links).to.deep.equal([
        ...[`#/erase/idea/${deskId(1)}`, `#/erase/remark/${deskId(2)}`, `#/erase/offer/${deskId(5)}`],
        ...['#/settings/people', `#/round/${deskId(61)}`, '#/buurt/BU0363AA01'],
      ]);
      await visitor.read('Dit gaat vanzelf weg, binnen een week.');
    });

    it('gives all of it as a file, as long as it is all', async () => {
      const { visitor } = await searched({ textMatches: { texts: [aTextMatch()], isCut: false } });
      const files: { readonly name: string; readonly text: Promise<string> }[] = [];
      const { click } = HTMLAnchorElement.prototype;
      HTMLAnchorElement.prototype.click = function () {
        files.push({ name: this.download, text: fetch(this.href).then((answer) => answer.text()) });
      };
      try {
        await visitor.press('Download alles als bestand (JSON)');
        await until('a file', () => files.length === 1);
      } finally {
        HTMLAnchorElement.prototype.click = click;
      }
      expect(files[0]!.name).to.equal('gevonden-gegevens.json');
      const { eraser: _, ...row } = aTextMatch();
      expect(JSON.parse(await files[0]!.text)).to.deep.equal([row]);
    });

    it('gives no file when there is more than it shows, and says so', async () => {
      const { visitor } = await searched({ textMatches: { texts: [aTextMatch()], isCut: true } });
      await visitor.read('Er zijn meer plekken dan deze 1.');
      expect(visitor.all('.stack > div > button')).to.have.length(0);
    });

    it('asks for a letter or a digit before it searches', async () => {
      const { visitor, asked } = await opened();
      await visitor.type('text', '…');
      await visitor.press('Zoek');
      await visitor.read('Vul minstens één letter of cijfer in.');
      await focusOn('.error-summary');
      expect(asked('POST', /texts/)).to.have.length(0);
    });

    it('says that nothing was found, and that it does not work without network', async () => {
      const { visitor } = await searched({ textMatches: { texts: [], isCut: false } });
      await visitor.read('Er is niets gevonden.');
      let isDown = true;
      const { visitor: other } = await searched({
        textMatches: (request) => (isDown ? offline(request) : json({ texts: [aTextMatch()], isCut: false })),
      });
      await other.read('Zoeken is niet gelukt.');
      isDown = false;
      await other.press('Probeer opnieuw');
      await other.read('1 plek gevonden');
    });

    it('is for an admin of all buurten alone', async () => {
      for (const session of [moderator, adminOfBuurt]) {
        const { visitor } = await opened({ session });
        await visitor.read('Alleen een beheerder van alle buurten zoekt');
        expect(visitor.all('#text')).to.have.length(0);
      }
    });

    it('leads to the login when the session is over', async () => {
      let isOver = false;
      const session: Answer = (request) => (isOver ? loggedOut(request) : json(admin));
      const { visitor } = await opened({
        session,
        textMatches: (request) => {
          isOver = true;
          return loggedOut(request);
        },
      });
      await visitor.type('text', 'Fatima');
      await visitor.press('Zoek');
      await visitor.read('Inloggen');
    });
  });

  describe('for good', () => {
    it('says of an idea what goes and what stays, and erases it for who types its number', async () => {
      const { visitor, asked } = await opened({}, `#/erase/idea/${deskId(1)}`);
      await visitor.read('“Bankjes langs het water” voorgoed wissen?');
      await focusOn('.form-title');
      const [goes, stays] = lists(visitor);
      expect(goes).to.include.members(['1 foto', '3 reacties en vragen', '34 keer steun']);
      expect(stays!.join(' ')).to.match(/stemronde “Buurtbudget 2026”, in de database.*kasboek/);
      await visitor.press('Wis voorgoed');
      await visitor.read('Typ precies: K4T-9PX');
      await focusOn('.error-summary');
      expect(asked('POST', /erasure/)).to.have.length(0);
      await visitor.type('word', 'k4t-9px');
      await visitor.press('Wis voorgoed');
      await visitor.read('Het idee is gewist.');
      const [request] = asked('POST', /erasure$/);
      expect(await request!.json()).to.deep.equal({ reference: 'K4T-9PX' });
      expect(request!.headers.get('if-match')).to.equal('"2026-11-14T09:30:00.000Z"');
      await until('the search', () => location.hash === '#/settings/erasing');
    });

    it('erases nothing that a colleague changed meanwhile, and shows it again', async () => {
      let version = 'een';
      const { visitor, asked } = await opened(
        {
          ideaErasure: () => json(ideaErasure({ version })),
          erasing: (request) => {
            if (version === 'twee') return json({ id: deskId(1) }, 201);
            version = 'twee';
            return problem(412, 'Kijk eerst', { type: 'urn:buurt:problem:changed-meanwhile' })(request);
          },
        },
        `#/erase/idea/${deskId(1)}`,
      );
      await visitor.type('word', 'K4T-9PX');
      await visitor.press('Wis voorgoed');
      await visitor.read('Dit idee is intussen veranderd.');
      await visitor.press('Kijk opnieuw');
      await until('another read', () => asked('GET', /erasure$/).length === 2);
      await visitor.type('word', 'K4T-9PX');
      await visitor.press('Wis voorgoed');
      await visitor.read('Het idee is gewist.');
      const keys = asked('POST', /erasure$/).map(({ headers }) => headers.get('idempotency-key'));
      expect(new Set(keys).size).to.equal(2);
    });

    for (const [kind, title, path] of [
      ['remark', 'Deze reactie voorgoed wissen?', /remarks\/[^/]+\/erasure$/],
      ['offer', 'Dit aanbod voorgoed wissen?', /offers\/[^/]+\/removal$/],
    ] as const)
      it(`erases a ${kind}, once, also when the answer got lost`, async () => {
        let tries = 0;
        const { visitor, asked } = await opened(
          {
            erasing: (request) =>
              (tries += 1) < 2 ? problem(400, 'Kapot')(request) : json({ id: deskId(2) }, 201),
          },
          `#/erase/${kind}/${deskId(2)}`,
        );
        await visitor.read(title);
        await visitor.type('word', 'wissen');
        await visitor.press('Wis voorgoed');
        await visitor.read('Het is niet gewist.');
        await focusOn('.failure');
        await visitor.press('Wis voorgoed');
        await visitor.read('is gewist.');
        const keys = asked('POST', path).map(({ headers }) => headers.get('idempotency-key'));
        expect(keys).to.have.length(2);
        expect(new Set(keys).size).to.equal(1);
      });

    it('erases an address everywhere from the search, and searches again after it', async () => {
      const { visitor, asked } = await searched();
      await visitor.press('Wis fatima@voorbeeld.nl overal …');
      await visitor.read('fatima@voorbeeld.nl overal wissen?');
      const [goes, stays] = lists(visitor);
      expect(goes).to.deep.equal([
        'Hoe je de bedenker bereikt, bij 1 idee',
        'De naam, het adres en de woorden van 2 keer aanbod',
        '3 keer volgen',
      ]);
      expect(stays![0]).to.match(/^Reactie of vraag: het adres staat in de tekst/);
      await visitor.type('word', 'wissen');
      await visitor.press('Wis voorgoed');
      await visitor.read('Het adres is gewist.');
      const [request] = asked('POST', /person\/forgetting$/);
      expect(await request!.json()).to.deep.equal({ address: 'fatima@voorbeeld.nl' });
      await until('another search', () => asked('POST', /texts$/).length === 2);
    });

    it('asks for nothing when nothing is left to erase', async () => {
      const nothingLeft = forgetting({ contacts: 0, offers: 0, followers: 0 });
      const { visitor } = await searched({ forgettingPreview: nothingLeft });
      await visitor.press('Wis fatima@voorbeeld.nl overal …');
      await visitor.read('Er is niets meer te wissen bij dit adres.');
      expect(visitor.all('#word')).to.have.length(0);
      await visitor.press('Terug naar zoeken');
      await visitor.read('8 plekken gevonden');
    });

    it('is done from the idea too, by an admin of its buurt, and says when it is gone already', async () => {
      const { visitor } = await opened(
        { session: adminOfBuurt, ideaErasure: problem(404, 'Niet hier') },
        `#/idea/${deskId(1)}`,
      );
      await visitor.press('Wis dit idee voorgoed …');
      await visitor.read('Dit is er niet meer.');
      const { visitor: other } = await opened({ session: moderator }, `#/idea/${deskId(1)}`);
      await other.read('Bankjes langs het water');
      expect(other.all('a[href^="#/erase"]')).to.have.length(0);
    });
  });
});
