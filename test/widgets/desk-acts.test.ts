import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import '@buurt/desk/buurt-desk.js';
import { actNames } from '@buurt/domain/acts/act.js';
import type { StaffAct, StaffActs } from '@buurt/domain/desk/inbox.js';
import {
  actsAtTheDesk,
  admin,
  anAct,
  deskConnection,
  deskId,
  loggedOut,
  moderator,
  openAt,
  reader,
  type DeskAnswers,
} from '../support/desk-endpoint.js';
import { json, offline, silence, type Answer } from '../support/endpoint.js';
import { Visitor } from '../support/visitor.js';
import { until } from '../support/waiting.js';
import { onThePage } from './budget-vote-stage.js';

type Desk = HTMLElementTagNameMap['buurt-desk'];

async function opened(answers: DeskAnswers = {}, lang = 'nl') {
  openAt('#/settings/acts');
  const server = deskConnection({ session: admin, ...answers });
  const page = onThePage(html`<buurt-desk lang=${lang} .connection=${server}></buurt-desk>`);
  const visitor = new Visitor<Desk>(page, 'buurt-desk');
  await page.querySelector('buurt-desk')!.updateComplete;
  const asked = () =>
    server.requests.filter(({ url }) => /\/desk\/acts(\?|$)/.test(url)).map(({ url }) => new URL(url).search);
  const rows = () => visitor.all('.rows > li').map((each) => each.textContent!.replace(/\s+/g, ' ').trim());
  return { visitor, asked, rows, endpoint: server.endpoint };
}

const paged =
  (second: Answer): Answer =>
  (request) =>
    new URL(request.url).searchParams.has('before')
      ? second(request)
      : json({ ...actsAtTheDesk, next: 42 } satisfies StaffActs);

const focusedId = () => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element?.id;
};

async function choose(visitor: Visitor<Desk>, id: string) {
  const select = (await visitor.see('#staff')) as HTMLSelectElement;
  select.value = id;
  select.dispatchEvent(new Event('change'));
}

describe('Who did what at the desk', () => {
  beforeEach(async () => {
    localStorage.clear();
    sessionStorage.clear();
    await setViewport({ width: 1280, height: 800 });
  });
  afterEach(() => openAt(''));

  it('says who, when, where and what changed, in whole sentences', async () => {
    const { visitor, rows } = await opened();
    await visitor.read('Bram de Wit');
    expect(rows()).to.deep.equal([
      'Noor Jansen plaatste een idee. Eerst: wacht op antwoord. 22 november 2026 om 07:00 Rozenbuurt Idee K4T-9PX',
      'Bram de Wit zette de status van een idee op “Bezig”. Dat was “Toegekend”. 22 november 2026 om 06:00 Rozenbuurt Idee K4T-9PX',
      'Bram de Wit veranderde een stemronde. Die eindigt op 3 december 2026 om 17:00. 22 november 2026 om 05:00 Rozenbuurt Bekijk de stemronde',
      'De beheerder van de server nodigde een collega uit. Die kreeg de rol “Ideeën en reacties”. 22 november 2026 om 04:00',
      'Een oud-collega wiste een idee voorgoed. Eerst: wacht op antwoord. 22 november 2026 om 03:00 Rozenbuurt',
    ]);
  });

  it('leads to the idea and to the vote, and nowhere from what was erased', async () => {
    const { visitor } = await opened();
    await visitor.read('Bram de Wit');
    const links = visitor.all('.rows a').map((each) => each.getAttribute('href'));
    const idea = `#/idea/${deskId(1)}`;
    expect(links).to.deep.equal([idea, idea, `#/round/${deskId(8)}`]);
  });

  it('has a sentence for everything that can be done, in both languages, and for what it does not know', async () => {
    for (const lang of ['nl', 'en']) {
      const bare = [...actNames, 'idea.sung'].map((name, index) =>
        anAct(100 - index, { name: name as StaffAct['name'], detail: {} }),
      );
      const { visitor, rows } = await opened({ acts: { ...actsAtTheDesk, acts: bare } }, lang);
      await until('all acts', () => rows().length === bare.length);
      const unknown = rows().filter((each) => /nog niet kent|does not know yet/.test(each));
      expect(unknown).to.have.length(1);
      expect(unknown[0]).to.contain('idea.sung');
      expect(visitor.words).not.to.match(/undefined|NaN|\[object|: \.|“”/);
      if (lang === 'en')
        for (const row of rows())
          expect(row).to.match(
            /^[A-Z][a-z]+ [A-Z]\w+ (\w+ed|dealt|took|put|told|made|sent|undid|began|threw|gave|did) /,
          );
    }
  });

  it('shows more under what is there, and goes on at the first of it', async () => {
    const { visitor, asked, rows } = await opened({
      acts: paged(() => json({ ...actsAtTheDesk, acts: [anAct(41), anAct(40)] })),
    });
    await visitor.press('Toon meer');
    await until('seven acts', () => rows().length === 7);
    expect(asked()).to.deep.equal(['', '?before=42']);
    await until('focus on the first of them', () => focusedId() === 'act-41');
    expect(visitor.words).not.to.contain('Toon meer');
  });

  it('keeps what is there when more does not come, and asks for it again', async () => {
    let isDown = true;
    const { visitor, rows } = await opened({
      acts: paged((request) => (isDown ? offline(request) : json({ ...actsAtTheDesk, acts: [anAct(41)] }))),
    });
    await visitor.press('Toon meer');
    await visitor.read('De rest laadt nu niet.');
    expect(rows()).to.have.length(5);
    isDown = false;
    await visitor.press('Probeer opnieuw');
    await until('six acts', () => rows().length === 6);
  });

  it('asks for more once, however often somebody presses', async () => {
    const { visitor, asked } = await opened({ acts: paged(silence) });
    await visitor.press('Toon meer');
    await visitor.press('Even wachten …');
    expect(asked()).to.deep.equal(['', '?before=42']);
  });

  it('shows what one colleague did, and takes that along as a file', async () => {
    const ofBram = actsAtTheDesk.acts.filter(({ staffName }) => staffName === 'Bram de Wit');
    const { visitor, asked, rows, endpoint } = await opened({
      acts: ({ url }) =>
        json(url.includes('staffId') ? { ...actsAtTheDesk, acts: ofBram } : { ...actsAtTheDesk, next: 42 }),
    });
    const file = async () => (await visitor.see('a[download]')).getAttribute('href');
    expect(await file()).to.equal(`${endpoint.replace(/\/$/, '')}/desk/acts.csv`);
    await visitor.press('Toon meer');
    await until('ten acts', () => rows().length === 10);
    await choose(visitor, deskId(51));
    await until('two acts', () => rows().length === 2);
    expect(asked().at(-1)).to.equal(`?staffId=${deskId(51)}`);
    expect(await file()).to.match(new RegExp(`/desk/acts\\.csv\\?staffId=${deskId(51)}$`));
    await choose(visitor, '');
    await until('five acts', () => rows().length === 5);
  });

  it('says when there is nothing', async () => {
    const { visitor } = await opened({ acts: { acts: [], staff: [], next: null } });
    await visitor.read('Hier deed nog niemand iets.');
    expect(visitor.all('a[download]')).to.have.length(0);
  });

  it('says so when it does not come, and asks again', async () => {
    let isDown = true;
    const { visitor } = await opened({
      acts: (request) => (isDown ? offline(request) : json(actsAtTheDesk)),
    });
    await visitor.read('Dit laadt nu niet.');
    isDown = false;
    await visitor.press('Probeer opnieuw');
    await visitor.read('Bram de Wit');
  });

  it('asks nothing for who may not see it, and says so', async () => {
    const { visitor, asked } = await opened({ session: reader });
    await visitor.read('Je mag niet zien wie wat deed.');
    expect(asked()).to.deep.equal([]);
  });

  it('has whoever lost their session log in', async () => {
    let isOver = false;
    const { visitor } = await opened({
      session: (request) => (isOver ? loggedOut(request) : json(moderator)),
      acts: (request) => {
        isOver = true;
        return loggedOut(request);
      },
    });
    await visitor.read('Inloggen');
    expect(location.hash).to.equal('#/settings/acts');
  });
});
