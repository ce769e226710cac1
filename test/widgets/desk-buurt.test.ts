import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import '@buurt/desk/buurt-desk.js';
import {
  admin,
  adminOfBuurt,
  deskConnection,
  loggedOut,
  moderator,
  openAt,
  settingsOfBuurt,
  type DeskAnswers,
} from '../support/desk-endpoint.js';
import { json, offline, problem, type Answer } from '../support/endpoint.js';
import { Resident } from '../support/resident.js';
import { Visitor } from '../support/visitor.js';
import { until } from '../support/waiting.js';
import { focused, onThePage } from './budget-vote-stage.js';

type Desk = HTMLElementTagNameMap['buurt-desk'];

async function opened(answers: DeskAnswers = {}, hash = '#/buurt/BU0363AA01') {
  openAt(hash);
  const server = deskConnection({ session: admin, ...answers });
  const page = onThePage(html`<buurt-desk .connection=${server}></buurt-desk>`);
  const visitor = new Visitor<Desk>(page, 'buurt-desk');
  await page.querySelector('buurt-desk')!.updateComplete;
  const asked = (method: string, path: RegExp) =>
    server.requests.filter((each) => each.method === method && path.test(each.url));
  const sent = () => asked('PATCH', /settings/);
  return { visitor, asked, sent, requests: server.requests };
}

const focusOn = (selector: string) => until(`focus on ${selector}`, () => focused()?.matches(selector));
const saveIt = 'Bewaar voor Rozenbuurt';

async function choose(visitor: Visitor<Desk>, selector: string, value: string) {
  const select = (await visitor.see(selector)) as HTMLSelectElement;
  select.value = value;
  select.dispatchEvent(new Event('change'));
}
const valueOf = async (visitor: Visitor<Desk>, selector: string) =>
  ((await visitor.see(selector)) as HTMLInputElement).value;
const last = async (requests: readonly Request[]) => requests.at(-1)!.clone().json() as Promise<unknown>;

describe('The buurten of which somebody changes the settings', () => {
  beforeEach(async () => {
    sessionStorage.clear();
    await setViewport({ width: 1280, height: 900 });
  });
  afterEach(() => openAt(''));

  it('are found by name, and lead to their settings and back', async () => {
    const { visitor } = await opened({}, '#/settings/people');
    await visitor.press('Buurten');
    await visitor.read('Molenbuurt');
    await visitor.type('search', 'roz');
    await until('only one', () => !visitor.words.includes('Molenbuurt'));
    await visitor.press('Rozenbuurt');
    await until('the settings', () => visitor.title === 'Instellingen van Rozenbuurt');
    await focusOn('.screen-title');
    await visitor.press('Alle buurten');
    await until('the list', () => visitor.title === 'Buurten');
  });

  it('are those of an admin of one, without a search', async () => {
    const { visitor, asked } = await opened({ session: adminOfBuurt }, '#/settings/buurten');
    await visitor.button('Rozenbuurt');
    expect(visitor.all('#search')).to.have.length(0);
    expect(asked('GET', /\/buurten\?/)).to.have.length(0);
  });

  it('are for admins alone', async () => {
    for (const hash of ['#/settings/buurten', '#/buurt/BU0363AA01']) {
      const { visitor, asked } = await opened({ session: moderator }, hash);
      await visitor.read('Alleen een beheerder verandert hier iets.');
      expect(asked('GET', /\/settings$/)).to.have.length(0);
    }
  });

  it('say that none has that name', async () => {
    const { visitor } = await opened({ buurten: () => json({ buurten: [] }) }, '#/settings/buurten');
    await visitor.read('Geen buurt heet zo.');
  });
});

describe('The settings of a buurt', () => {
  beforeEach(async () => {
    sessionStorage.clear();
    await setViewport({ width: 1280, height: 900 });
  });
  afterEach(() => openAt(''));

  it('say what holds, where it comes from, and who changed something last', async () => {
    const { visitor } = await opened();
    await visitor.read('Laatst veranderd door Bram de Wit op 20 november 2026.');
    expect(await valueOf(visitor, '#organisation-name')).to.equal('Wonen Wetering');
    expect(await valueOf(visitor, '#answerDays')).to.equal('10');
    expect(await valueOf(visitor, '#asked-phone')).to.equal('no');
    expect(await valueOf(visitor, '#question-0-options')).to.equal('Kort\nLang');
    const sources = visitor.all('.source').map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
    expect(sources.filter((each) => each.startsWith('Zelf ingesteld'))).to.have.length(3);
    expect(sources.filter((each) => each === 'Zoals standaard.')).to.have.length(5);
  });

  it('send only what was changed, with the version that was seen', async () => {
    const { visitor, sent } = await opened();
    await visitor.type('organisation-name', 'De Wetering');
    await visitor.type('organisation-privacyUrl', '');
    await choose(visitor, '#asked-phone', 'optional');
    await choose(visitor, '#asked-cost', 'no');
    await visitor.type('photos', '2');
    await visitor.press(saveIt);
    await visitor.read('Bewaard. Wie het formulier vanaf nu opent, ziet het binnen een minuut.');
    const [request] = sent();
    expect(request!.headers.get('if-match')).to.equal('"een"');
    expect(request!.headers.get('content-type')).to.equal('application/merge-patch+json');
    expect(new URL(request!.url).search).to.equal('?scope=buurt');
    const body = (await request!.clone().json()) as {
      organisation: object;
      fields: { name: string; max?: number }[];
    };
    expect(Object.keys(body)).to.have.members(['organisation', 'fields']);
    expect(body.organisation).to.deep.equal({ name: 'De Wetering', privacyUrl: null });
    expect(body.fields.map(({ name }) => name)).to.deep.equal([
      ...['title', 'story', 'theme', 'place', 'assets', 'joiners', 'needs', 'offers', 'photos'],
      ...['name', 'email', 'phone'],
    ]);
    expect(body.fields.find(({ name }) => name === 'photos')?.max).to.equal(2);
    expect(body.fields[0]).to.deep.include({ name: 'title', min: 4, max: 80 });
  });

  it('go back to the default one by one', async () => {
    const { visitor, sent } = await opened();
    await visitor.press('Terug naar de standaard: Termijn voor het antwoord');
    expect(await valueOf(visitor, '#answerDays')).to.equal('14');
    await visitor.read('Zoals standaard. Nog niet bewaard.');
    await visitor.press(saveIt);
    await until('sent', () => sent().length === 1);
    expect(await last(sent())).to.deep.equal({ answerDays: null });
  });

  it('are as they were when somebody types the same again', async () => {
    const { visitor, sent } = await opened();
    await visitor.type('answerDays', '9');
    await visitor.read('Nog niet bewaard.');
    await visitor.type('answerDays', '10');
    await until('nothing to save', () => !visitor.words.includes('Nog niet bewaard.'));
    await visitor.press(saveIt);
    await visitor.read('Je hebt niets veranderd.');
    expect(sent()).to.have.length(0);
  });

  it('take a new theme and a question about it, and leave others as they were', async () => {
    const { visitor, sent } = await opened();
    await visitor.see('#theme-6-nl');
    await visitor.press('Voeg een thema toe');
    await focusOn('#theme-7-nl');
    await visitor.type('theme-7-nl', 'Water');
    await visitor.press('Haal thema weg: Iets anders');
    await focusOn('[data-adds=theme]');
    await visitor.press('Voeg een vraag toe');
    await focusOn('#question-1-nl');
    await visitor.type('question-1-nl', 'Welk water?');
    const select = (await visitor.see('#question-1-onlyForTheme')) as HTMLSelectElement;
    const water = [...select.options].find(({ text }) => text === 'Water')!.value;
    await choose(visitor, '#question-1-onlyForTheme', water);
    await choose(visitor, '#question-1-kind', 'choice');
    await visitor.type('question-1-options', 'De gracht\n\n De vijver ');
    await visitor.press(saveIt);
    await until('sent', () => sent().length === 1);
    const { themes, questions } = (await last(sent())) as { themes: unknown[]; questions: { id: string }[] };
    expect(themes).to.have.length(7);
    expect(themes.at(-1)).to.deep.equal({ id: water, name: { nl: 'Water' } });
    expect(questions[0]).to.deep.equal(settingsOfBuurt().idea.questions[0]);
    const { id, ...question } = questions[1]!;
    expect(id).to.match(/^vraag-[\da-f]{8}$/);
    expect(question).to.deep.equal({
      ...{ step: 'idea', kind: 'choice', label: { nl: 'Welk water?' }, required: false, shown: false },
      ...{ options: [{ nl: 'De gracht' }, { nl: 'De vijver' }], onlyForTheme: water },
    });
  });

  it('say beside the field what cannot be read, and send nothing', async () => {
    const { visitor, sent } = await opened();
    await visitor.type('answerDays', 'tien');
    await visitor.press(saveIt);
    await focusOn('.error-summary');
    await visitor.press('Vul een heel getal in.');
    await focusOn('#answerDays');
    expect(sent()).to.have.length(0);
  });

  it('say beside the field what the server finds wrong', async () => {
    const { visitor } = await opened({
      changingSettings: problem(400, 'Er klopt iets niet', {
        errors: [
          { pointer: '/organisation/privacyUrl', code: 'malformed', detail: '' },
          { pointer: '/answerDays', code: 'out-of-range', limit: 365, actual: 900, detail: '' },
          { pointer: '/themes/1/name/nl', code: 'required', detail: '' },
        ],
      }),
    });
    await visitor.type('organisation-privacyUrl', 'wetering.nl');
    await visitor.press(saveIt);
    await focusOn('.error-summary');
    for (const [id, text] of [
      ['organisation-privacyUrl', 'Vul een heel adres in'],
      ['answerDays', 'Vul hoogstens 365 in.'],
      ['theme-1-nl', 'Vul een naam in.'],
    ] as const) {
      const field = await visitor.see(`#${id}`);
      expect(field.getAttribute('aria-invalid')).to.equal('true');
      expect(visitor.all(`#${id}-problem`)[0]!.textContent).to.include(text);
      expect(field.getAttribute('aria-describedby')).to.include(`${id}-problem`);
    }
  });

  it('for all buurten say what is replaced, and the button says it too', async () => {
    const { visitor, sent } = await opened();
    await visitor.press('Haal thema weg: Iets anders');
    const radio = (await visitor.see('[value=all]')) as HTMLInputElement;
    radio.click();
    await visitor.read('Thema’s: in 3 andere buurten staat nu iets anders. Dat wordt vervangen.');
    await visitor.press('Bewaar voor alle 12 buurten');
    await until('sent', () => sent().length === 1);
    expect(new URL(sent()[0]!.url).search).to.equal('?scope=all');
    await visitor.button(saveIt);
  });

  it('are for all buurten only for who is an admin of all', async () => {
    const { visitor } = await opened({
      session: adminOfBuurt,
      buurtSettings: settingsOfBuurt({ all: null }),
    });
    await visitor.button(saveIt);
    expect(visitor.all('[value=all]')).to.have.length(0);
  });

  it('name the buurt in which it cannot be so', async () => {
    const { visitor } = await opened({
      changingSettings: problem(400, 'Er klopt iets niet', {
        detail: 'In Molenbuurt kan dit niet. Er is niets veranderd.',
        errors: [{ pointer: '/questions/0/onlyForTheme', code: 'not-an-option', detail: '' }],
      }),
    });
    await visitor.press('Haal thema weg: Iets anders');
    ((await visitor.see('[value=all]')) as HTMLInputElement).click();
    await visitor.press('Bewaar voor alle');
    await visitor.read('Het is niet bewaard. In Molenbuurt kan dit niet.');
  });

  it('tell who was first, overwrite nothing, and go under the new version after that', async () => {
    let version = 1;
    const seen = () => ({
      ...settingsOfBuurt({ version: String(version) }),
      ...(version > 1 && {
        idea: { ...settingsOfBuurt().idea, answerDays: 7, moderated: false },
        changed: { at: '2026-11-21T09:00:00.000Z', actor: 'staff' as const, name: 'Fatima el Amrani' },
      }),
    });
    const changing: Answer = (request) => {
      if (request.headers.get('if-match') === '"2"') return json({ buurten: 1 });
      version = 2;
      return problem(412, 'Dit is intussen veranderd', { type: 'urn:buurt:problem:changed-meanwhile' })(
        request,
      );
    };
    const { visitor, sent } = await opened({ buurtSettings: () => json(seen()), changingSettings: changing });
    await visitor.type('answerDays', '5');
    await visitor.type('organisation-name', 'De Wetering');
    await visitor.press(saveIt);
    await visitor.read('Fatima el Amrani was eerder, op 21 november 2026. Er is niets overschreven');
    await focusOn('.failure');
    await visitor.read('Jullie veranderden allebei: Termijn voor het antwoord.');
    expect(await valueOf(visitor, '#answerDays')).to.equal('5');
    expect(((await visitor.see('#moderated')) as HTMLInputElement).checked).to.equal(false);
    await visitor.press(saveIt);
    await visitor.read('Bewaard.');
    expect(await last(sent())).to.deep.equal({ answerDays: 5, organisation: { name: 'De Wetering' } });
  });

  it('keep what was not saved when somebody goes elsewhere, until they throw it away', async () => {
    const { visitor } = await opened();
    await visitor.type('organisation-name', 'De Wetering');
    await visitor.read('Ga je weg van deze pagina, dan blijft het in dit tabblad staan.');
    await visitor.press('Alle buurten');
    await until('the list', () => visitor.title === 'Buurten');
    await visitor.press('Rozenbuurt');
    await until('kept', async () => (await valueOf(visitor, '#organisation-name')) === 'De Wetering');
    await visitor.press('Gooi wijzigingen weg');
    await visitor.read('Je wijzigingen zijn weg.');
    expect(await valueOf(visitor, '#organisation-name')).to.equal('Wonen Wetering');
    expect(sessionStorage.length).to.equal(0);
  });

  it('say what did not work, and keep what was filled in', async () => {
    let isOffline = true;
    const changing: Answer = (request) => (isOffline ? offline(request) : json({ buurten: 1 }));
    const { visitor, sent } = await opened({ changingSettings: changing });
    await visitor.type('answerDays', '9');
    await visitor.press(saveIt);
    await visitor.read('Het is niet bewaard.');
    await focusOn('.failure');
    isOffline = false;
    await visitor.press(saveIt);
    await visitor.read('Bewaard.');
    const keys = new Set(sent().map(({ headers }) => headers.get('idempotency-key')));
    expect(keys.size).to.equal(1);
  });

  it('say what does not load, and that it is gone', async () => {
    const failing = await opened({ buurtSettings: problem(400, 'Kapot') });
    await failing.visitor.read('Dit laadt nu niet.');
    const gone = await opened({ buurtSettings: problem(404, 'Dit is er niet') });
    await gone.visitor.read('Deze buurt is er niet, of je gaat er niet over.');
  });

  it('lead to the login when the session is over, and what was filled in is kept', async () => {
    let isOver = false;
    const session: Answer = (request) => (isOver ? loggedOut(request) : json(admin));
    const { visitor } = await opened({
      session,
      changingSettings: (request) => {
        isOver = true;
        return loggedOut(request);
      },
    });
    await visitor.type('answerDays', '9');
    await visitor.press(saveIt);
    await visitor.read('Inloggen');
    expect(sessionStorage.getItem('buurt-desk-drafts')).to.include('answerDays');
  });
});

describe('The form beside the settings of a buurt', () => {
  beforeEach(async () => {
    sessionStorage.clear();
    localStorage.clear();
    await setViewport({ width: 1440, height: 900 });
  });
  afterEach(() => openAt(''));

  const formOf = async (visitor: Visitor<Desk>) =>
    new Resident((await visitor.see('buurt-idea-form')).parentNode!);

  it('is the real one, with what was changed and is not saved yet', async () => {
    const { visitor, sent } = await opened();
    const resident = await formOf(visitor);
    await resident.read('Groen en natuur');
    await visitor.type('theme-0-nl', 'Tuinen');
    await visitor.type('intro-nl', 'Vertel ons wat je wilt doen.');
    await resident.read('Tuinen');
    await resident.read('Vertel ons wat je wilt doen.');
    await choose(visitor, '#asked-theme', 'no');
    await until('no theme', () => !resident.words.includes('Tuinen'));
    expect(sent()).to.have.length(0);
  });

  it('keeps what was filled in there while the settings change', async () => {
    const { visitor } = await opened();
    const resident = await formOf(visitor);
    await resident.type('title', 'Een lange tafel');
    await visitor.type('intro-nl', 'Vertel ons wat je wilt doen.');
    await resident.read('Vertel ons wat je wilt doen.');
    expect(((await resident.see('#title')) as HTMLInputElement).value).to.equal('Een lange tafel');
  });

  it('sends and keeps nothing of what is filled in there, and goes on to its last page', async () => {
    const { visitor, requests } = await opened();
    const resident = await formOf(visitor);
    await visitor.type('answerDays', '5');
    await resident.tellIdea();
    await resident.tellTogether();
    await resident.choosePhotos('plein.jpg');
    await resident.tellWho();
    await resident.goTo('Klopt het zo?');
    await resident.press('Verstuur je idee');
    await resident.read('Dank je wel! Je idee is binnen.');
    const words = ['Lange', 'tafel', 'samira'];
    for (const request of requests) {
      expect(request.method, request.url).to.equal('GET');
      for (const word of words) expect(decodeURIComponent(request.url)).not.to.include(word);
    }
    const kept = [localStorage, sessionStorage].map((each) => JSON.stringify({ ...each })).join(' ');
    for (const word of words) expect(kept).not.to.include(word);
  });
});
