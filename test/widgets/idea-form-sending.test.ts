import { expect } from '@open-wc/testing';
import type { NewIdea } from '@buurt/domain/ideas/idea.js';
import type { IdeaSettings, Question } from '@buurt/domain/ideas/settings.js';
import {
  json,
  offline,
  problem,
  received,
  rozenbuurt,
  silence,
  storedPhoto,
  type Answer,
} from '../support/endpoint.js';
import { everywhere, Resident, until } from '../support/resident.js';
import { focused, keptFor, opened, reopened, withoutNetwork } from './idea-form-stage.js';

const send = (resident: Resident) => resident.press('Verstuur je idee');
const keyOf = (request: Request | undefined) => request?.headers.get('idempotency-key');

/** Answers in turn; the last one from then on. */
const inTurn = (...answers: readonly Answer[]): Answer => {
  let turn = 0;
  return (request) => (answers[Math.min(turn++, answers.length - 1)] as Answer)(request);
};

describe('sending an idea', () => {
  it('brings what was filled in, and nothing else', async () => {
    const { resident, posted } = await opened();
    await resident.fillIn();
    await send(resident);
    await resident.read('Dank je wel! Je idee is binnen.');
    expect(await posted('/ideas')[0]?.json()).to.deep.equal({
      title: 'Een lange tafel op het plein',
      story: 'Eén keer per maand eten we samen buiten. Iedereen neemt iets mee.\nZo leren we elkaar kennen.',
      theme: 'meet',
      assets: 'Het plein is groot en er staat al een kraan.',
      joiners: 'De ouders van de Rozenschool en de kookclub.',
      needs: ['time', 'tools'],
      offers: ['skill'],
      cost: { minCents: 10000, maxCents: 50000 },
      name: 'Samira',
      email: 'samira@voorbeeld.nl',
      consent: true,
    });
    await until('focus', () => focused()?.textContent?.includes('Dank je wel'));
    await resident.read('De organisatie wil uiterlijk 18 mei 2026 laten weten wat ermee gebeurt.');
    await resident.read('We stuurden je een mail. Open de link daarin en druk op de knop');
    expect(resident.words).not.to.contain('Je krijgt daarover');
    resident.form.lang = 'en';
    await resident.read('The organisation aims to let you know by 18 May 2026 what happens next.');
    await resident.read('We sent you an e-mail. Open the link in it and press the button');
  });

  it('says that the organisation may mail, where no mail went by itself', async () => {
    const { resident } = await opened({ ideas: received({ mailed: false }) });
    await resident.fillIn();
    await send(resident);
    await resident.read('Kijk dan hier terug; ze kan je ook mailen.');
    expect(resident.words).not.to.contain('We stuurden je een mail');
    resident.form.lang = 'en';
    await resident.read('Check back here then; they may also e-mail you.');
  });

  it('promises no mail to somebody who gave no address', async () => {
    const { resident } = await opened({ ideas: received({ reachable: false, mailed: false }) });
    await resident.tellIdea();
    await resident.tellTogether();
    await resident.tellWho('');
    await resident.goTo('Klopt het zo?');
    await send(resident);
    await until('focus', () => focused()?.textContent?.includes('Dank je wel'));
    await resident.read('Kijk dan hier terug: je gaf geen e\u2011mailadres op.');
    resident.form.lang = 'en';
    await resident.read('Check back here then: you gave no e-mail address.');
    expect(resident.words).not.to.contain('e-mail you');
  });

  it('happens once, however often somebody presses', async () => {
    const slow: Answer = async (request) => {
      await new Promise((resolve) => setTimeout(resolve, 60));
      return received()(request);
    };
    const { resident, posted } = await opened({ ideas: slow });
    await resident.fillIn();
    const button = await resident.see('[part~="next"]');
    const form = await resident.see('form');
    for (let press = 0; press < 10; press++) {
      button.click();
      form.dispatchEvent(new SubmitEvent('submit', { cancelable: true }));
    }
    await resident.read('RB-7K42');
    expect(posted('/ideas')).to.have.length(1);
  });

  it('goes on when the form is moved to another place of the page', async () => {
    let answer: () => void = () => undefined;
    const ideas: Answer = async (request) => {
      await new Promise<void>((resolve) => (answer = resolve));
      return received()(request);
    };
    const { resident, page, posted } = await opened({ ideas });
    await resident.fillIn();
    await send(resident);
    await resident.read('We sturen je idee');
    page.append(document.createElement('hr'), resident.form);
    answer();
    await resident.read('RB-7K42');
    expect(posted('/ideas')).to.have.length(1);
  });

  it('uses the same key again after a failure, and another after an edit', async () => {
    const { resident, posted } = await opened({
      ideas: inTurn(problem(500, 'x'), problem(500, 'x'), received()),
    });
    await resident.fillIn();
    await send(resident);
    await resident.read('Je idee is nog niet verstuurd');
    await send(resident);
    await until('second try', () => posted('/ideas').length === 2);
    await resident.read('Je idee is nog niet verstuurd');
    await resident.press('Wijzig');
    await resident.type('title', 'Een ronde tafel op het plein');
    await resident.goOn();
    await send(resident);
    await resident.read('RB-7K42');
    const [first, second, third] = posted('/ideas').map(keyOf);
    expect(first).to.equal(second);
    expect(first).to.match(/^[0-9a-f-]{36}$/);
    expect(third).not.to.equal(first);
  });

  it('uses the same key after a reload when the resident fills in the same', async () => {
    const { resident, posted } = await opened({ ideas: inTurn(problem(500, 'x'), received()) }, 'local');
    await resident.fillIn();
    await send(resident);
    await resident.read('Je idee is nog niet verstuurd');
    const later = await reopened(resident);
    await later.tellWho();
    await later.goTo('Klopt het zo?');
    await send(later);
    await later.read('RB-7K42');
    const [first, second] = posted('/ideas').map(keyOf);
    expect(first).to.equal(second);
  });

  it('can be stopped, with everything still there', async () => {
    const { resident } = await opened({ ideas: silence });
    await resident.fillIn();
    await send(resident);
    await resident.press('Stop met sturen');
    await until('preview', () => resident.title === 'Klopt het zo?');
    expect(resident.words).to.contain('samira@voorbeeld.nl');
  });

  it('leads to the field that the server has something against', async () => {
    const errors = [{ pointer: '/email', code: 'not-an-email' }];
    const { resident } = await opened({ ideas: problem(400, 'Bad Request', { errors }) });
    await resident.fillIn();
    await send(resident);
    await until('step', () => resident.title === 'Wie ben jij?');
    expect(focused()?.classList.contains('error-summary')).to.equal(true);
    await resident.press('Schrijf je e‑mailadres zoals');
    expect(focused()?.id).to.equal('email');
  });

  it('says who can mend it when the server refuses', async () => {
    const { resident } = await opened({ ideas: problem(403, 'Forbidden') });
    await resident.fillIn();
    await send(resident);
    await resident.read('Dit lukt hier niet');
    expect(focused()?.classList.contains('failure')).to.equal(true);
  });
});

describe('sending without network', () => {
  it('waits, says so, and goes by itself when the network is back', async () => {
    const { resident, connection, posted } = await opened({ ideas: inTurn(offline, received()) }, 'local');
    await resident.fillIn();
    const network = withoutNetwork();
    await send(resident);
    await resident.read('We sturen het zodra er weer internet is');
    network.back();
    await resident.read('RB-7K42');
    const [first, second] = posted('/ideas').map(keyOf);
    expect(first).to.equal(second);
    expect(keptFor(connection)).not.to.contain('samira@voorbeeld.nl');
  });

  it('goes on after a reload', async () => {
    const { resident, posted } = await opened({ ideas: inTurn(offline, offline, received()) }, 'local');
    await resident.fillIn();
    const network = withoutNetwork();
    await send(resident);
    await resident.read('Je idee wacht op internet');
    const later = await reopened(resident);
    await later.read('Je idee wacht op internet');
    network.back();
    await later.read('RB-7K42');
    const sent = (await posted('/ideas').at(-1)?.json()) as NewIdea;
    expect(sent.email).to.equal('samira@voorbeeld.nl');
  });

  it('lets the resident take his idea back to change it', async () => {
    const { resident } = await opened({ ideas: offline }, 'local');
    await resident.fillIn();
    const network = withoutNetwork();
    await send(resident);
    await resident.press('Toch nog iets wijzigen');
    await until('preview', () => resident.title === 'Klopt het zo?');
    network.back();
    expect(resident.words).to.contain('Een lange tafel op het plein');
    expect(
      localStorage.getItem(`buurt:outbox:idea-form:${String(resident.form.connection?.endpoint)}:BU0363AA01`),
    ).to.be.null;
  });

  it('stops saying in another tab that the idea waits, once it was taken back here', async () => {
    const { resident, page, connection } = await opened({ ideas: offline }, 'local');
    await resident.fillIn();
    const network = withoutNetwork();
    await send(resident);
    await resident.read('Je idee wacht op internet');
    const otherPage = document.createElement('div');
    const otherForm = document.createElement('buurt-idea-form');
    Object.assign(otherForm, { draft: 'local', buurt: resident.form.buurt, connection });
    otherPage.append(otherForm);
    page.append(otherPage);
    const other = new Resident(otherPage);
    await other.read('Je idee wacht op internet');
    await resident.press('Toch nog iets wijzigen');
    const key = `buurt:outbox:idea-form:${connection.endpoint}:BU0363AA01`;
    dispatchEvent(new StorageEvent('storage', { key, newValue: null }));
    await until('the draft', () => other.title === 'Wie ben jij?');
    expect(other.words).not.to.contain('Je idee wacht op internet');
    await other.read('We hebben je idee bewaard');
    network.back();
  });

  it('does not say that an idea waits that another tab sent or wiped while this one was frozen', async () => {
    const { resident, connection } = await opened({ ideas: offline }, 'local');
    await resident.fillIn();
    const network = withoutNetwork();
    await send(resident);
    await resident.read('Je idee wacht op internet');
    for (const key of Object.keys(localStorage).filter((each) => each.includes(connection.endpoint)))
      localStorage.removeItem(key);
    dispatchEvent(new Event('pageshow'));
    await until('an empty form', () => resident.title === 'Wat is je idee?');
    expect((await resident.see('#title')) as HTMLInputElement).to.have.property('value', '');
    network.back();
  });

  it('keeps nothing where the page does not want it, and says that it failed', async () => {
    const { resident, connection } = await opened({ ideas: offline }, 'off');
    await resident.fillIn();
    const network = withoutNetwork();
    await send(resident);
    await resident.read('Je hebt nu geen internet');
    network.back();
    expect(keptFor(connection)).to.equal('[]');
  });
});

describe('what is sent later', () => {
  const parking: Question = {
    id: 'parking',
    step: 'idea',
    kind: 'line',
    label: { nl: 'Waar kun je parkeren?' },
    required: false,
    options: [],
    shown: false,
  };
  const asking: IdeaSettings = { ...rozenbuurt, questions: [parking] };

  /** An idea that waits for the network, with an answer to a question; `change` changes what the organiser asks. */
  async function waiting(...ideas: readonly Answer[]) {
    let settings: IdeaSettings = asking;
    const form = await opened({ settings: () => json({ idea: settings }), ideas: inTurn(...ideas) }, 'local');
    const { resident } = form;
    await resident.type('answer-parking', 'Op het plein');
    await resident.fillIn();
    const network = withoutNetwork();
    await send(resident);
    await resident.read('Je idee wacht op internet');
    return {
      ...form,
      network,
      change: (changed: Partial<IdeaSettings>) => (settings = { ...asking, ...changed }),
    };
  }

  const bodyOf = (request: Request | undefined) => request?.clone().text();

  it('is what was pressed, also after a reload, whatever the organiser changed meanwhile', async () => {
    const { resident, posted, network, change } = await waiting(offline, offline, received());
    change({
      questions: [],
      themes: rozenbuurt.themes.filter(({ id }) => id !== 'meet'),
      fields: rozenbuurt.fields
        .filter(({ name }) => name !== 'assets')
        .map((field) => (field.name === 'story' ? { ...field, max: 20 } : field)),
    });
    const later = await reopened(resident);
    await later.read('Je idee wacht op internet');
    network.back();
    await later.read('RB-7K42');
    const first = await bodyOf(posted('/ideas')[0]);
    expect(first).to.contain('Op het plein');
    for (const request of posted('/ideas')) {
      expect(await bodyOf(request)).to.equal(first);
      expect(keyOf(request)).to.equal(keyOf(posted('/ideas')[0]));
    }
  });

  it('is not sent when it was taken back, whatever the organiser changed meanwhile', async () => {
    const { resident, connection, posted, network, change } = await waiting(offline);
    change({ questions: [] });
    const later = await reopened(resident);
    await later.press('Toch nog iets wijzigen');
    await until('preview', () => later.title === 'Klopt het zo?');
    const before = posted('/ideas').length;
    network.back();
    dispatchEvent(new Event('pageshow'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(posted('/ideas')).to.have.length(before);
    expect(keptFor(connection)).not.to.contain('samira@voorbeeld.nl');
    await later.press('Verstuur je idee');
    await until('sent', () => posted('/ideas').length > before);
    expect(keyOf(posted('/ideas').at(-1))).to.equal(keyOf(posted('/ideas')[0]));
  });

  it('is the same when somebody presses again, whatever the organiser turns out to ask', async () => {
    let settings = problem(500, 'x');
    const { resident, posted } = await opened({
      settings: (request) => settings(request),
      ideas: inTurn(problem(500, 'x'), received()),
    });
    await resident.fillIn();
    await send(resident);
    await resident.read('Je idee is nog niet verstuurd');
    const fields = rozenbuurt.fields.filter(({ name }) => name !== 'assets');
    settings = () => json({ idea: { ...rozenbuurt, fields } });
    dispatchEvent(new Event('online'));
    await until('settings', () => resident.form.settings.fields.length === fields.length);
    await send(resident);
    await resident.read('RB-7K42');
    const [first, second] = posted('/ideas');
    expect(keyOf(second)).to.equal(keyOf(first));
    expect(await bodyOf(second)).to.equal(await bodyOf(first));
  });

  it('is shown with the words to mend it when the server asks it no longer, and can be sent then', async () => {
    const errors = [{ pointer: '/answers/parking', code: 'unknown-key' }];
    const { resident, posted, network, change } = await waiting(
      offline,
      problem(400, 'Bad Request', { errors }),
      received(),
    );
    change({ questions: [] });
    network.back();
    await resident.read('Je antwoord “Op het plein” gaat niet mee.');
    expect(resident.title).to.equal('Klopt het zo?');
    expect(focused()?.classList.contains('error-summary')).to.equal(true);
    expect(resident.words).to.contain('samira@voorbeeld.nl');
    await send(resident);
    await resident.read('RB-7K42');
    const [first, refused, last] = posted('/ideas');
    expect(keyOf(refused)).to.equal(keyOf(first));
    expect(keyOf(last)).not.to.equal(keyOf(first));
    expect(((await last?.json()) as NewIdea).answers).to.equal(undefined);
  });

  it('leads to the theme that is gone, with what there is to choose now', async () => {
    const errors = [{ pointer: '/theme', code: 'not-an-option' }];
    const { resident, network, change } = await waiting(offline, problem(400, 'Bad Request', { errors }));
    change({ themes: rozenbuurt.themes.filter(({ id }) => id !== 'meet') });
    network.back();
    await until('step', () => resident.title === 'Wat is je idee?');
    await until('themes', () => resident.all('input[name="theme"][value="meet"]').length === 0);
    await resident.read('kies een van de antwoorden');
    expect(resident.all('input[name="theme"]').length).to.be.greaterThan(1);
  });

  it('does not push away another idea that is being filled in', async () => {
    const { resident, connection, posted, network } = await waiting(
      offline,
      offline,
      problem(400, 'Bad Request', {
        errors: [{ pointer: '/title', code: 'too-long', limit: 10, actual: 28 }],
      }),
    );
    const id = crypto.randomUUID();
    const [key = ''] = Object.keys(localStorage).filter((each) =>
      each.startsWith(`buurt:draft:idea-form:${connection.endpoint}`),
    );
    localStorage.setItem(
      key,
      JSON.stringify({ saved: Date.now(), value: { id, title: 'Een ander idee', step: 'idea' } }),
    );
    const later = await reopened(resident);
    expect((await later.see('#title')) as HTMLInputElement).to.have.property('value', 'Een ander idee');
    await until('another try', () => posted('/ideas').length === 2);
    await new Promise((resolve) => setTimeout(resolve, 50));
    network.back();
    await until('refusal', () => posted('/ideas').length === 3);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await later.see('#title')) as HTMLInputElement).to.have.property('value', 'Een ander idee');
    expect(keptFor(connection)).to.contain('samira@voorbeeld.nl');
  });

  it('goes once from two tabs', async () => {
    const slow: Answer = async (request) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      return received()(request);
    };
    const { resident, page, posted, network } = await waiting(offline, slow);
    const other = document.createElement('buurt-idea-form');
    const { draft, buurt, connection } = resident.form;
    Object.assign(other, { draft, buurt, connection });
    page.append(other);
    network.back();
    await until('sent', () => everywhere(page, 'buurt-idea-receipt').length > 0);
    dispatchEvent(new Event('pageshow'));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(posted('/ideas')).to.have.length(2);
  });

  it('is sent once when only its draft was kept, as an earlier release of the form did', async () => {
    const { resident, connection, posted, network, change } = await waiting(
      offline,
      offline,
      offline,
      received(),
    );
    const first = posted('/ideas')[0];
    const outbox = `buurt:outbox:idea-form:${connection.endpoint}:BU0363AA01`;
    const [entry] = JSON.parse(localStorage.getItem(outbox) ?? '[]') as {
      id: string;
      value: { draft: object };
    }[];
    localStorage.setItem(outbox, JSON.stringify([{ id: entry?.id, value: entry?.value.draft }]));
    const later = await reopened(resident);
    await later.read('Je idee wacht op internet');
    await until('frozen', () => localStorage.getItem(outbox)?.includes('"body"'));
    change({ questions: [] });
    const last = await reopened(later);
    await last.read('Je idee wacht op internet');
    network.back();
    await last.read('RB-7K42');
    for (const request of posted('/ideas')) {
      expect(await bodyOf(request)).to.equal(await bodyOf(first));
      expect(keyOf(request)).to.equal(keyOf(first));
    }
    expect(localStorage.getItem(outbox)).to.equal(null);
  });

  it('holds every answer of a draft that was kept alone, when the organiser asks something else by now', async () => {
    const { resident, connection, posted, network, change } = await waiting(offline, offline, received());
    const outbox = `buurt:outbox:idea-form:${connection.endpoint}:BU0363AA01`;
    const [entry] = JSON.parse(localStorage.getItem(outbox) ?? '[]') as {
      id: string;
      value: { draft: object };
    }[];
    localStorage.setItem(outbox, JSON.stringify([{ id: entry?.id, value: entry?.value.draft }]));
    change({ questions: [], fields: rozenbuurt.fields.filter(({ name }) => name !== 'assets') });
    const later = await reopened(resident);
    network.back();
    await later.read('RB-7K42');
    const sent = posted('/ideas').at(-1);
    expect(keyOf(sent)).to.equal(entry?.id);
    const { answers, assets } = (await sent?.json()) as NewIdea;
    expect(answers).to.deep.equal({ parking: 'Op het plein' });
    expect(assets).to.contain('kraan');
  });

  it('is not what a page makes of it when it hears of it', async () => {
    const { resident, posted } = await opened();
    resident.form.addEventListener('buurt-idea-submit', ({ detail }) =>
      Object.assign(detail, { title: 'Anders' }),
    );
    await resident.fillIn();
    await send(resident);
    await resident.read('RB-7K42');
    expect(((await posted('/ideas')[0]?.json()) as NewIdea).title).to.equal('Een lange tafel op het plein');
  });
});

describe('sending photos', () => {
  it('goes before the idea, each under its own key', async () => {
    const { resident, posted } = await opened();
    await resident.tellIdea();
    await resident.choosePhotos('bank.png', 'boom.png');
    await resident.tellWho();
    await resident.goTo('Klopt het zo?');
    await until('pictures', () => resident.all('.photos img[src^="blob:"]').length === 2);
    await send(resident);
    await resident.read('RB-7K42');
    const keys = posted('/photos').map(keyOf);
    expect(new Set(keys).size).to.equal(2);
    const { photos } = (await posted('/ideas')[0]?.json()) as NewIdea;
    expect(photos).to.have.length(2);
    expect(photos?.every(({ id }) => id.startsWith('photo-'))).to.equal(true);
  });

  it('takes out a photo that the server does not want, and keeps the text', async () => {
    const { resident, posted } = await opened({ photos: problem(415, 'Unsupported Media Type') });
    await resident.tellIdea();
    await resident.choosePhotos('bank.png');
    await resident.tellWho();
    await resident.goTo('Klopt het zo?');
    await send(resident);
    await resident.read('Eén foto kan niet mee');
    expect(resident.words).to.contain('bank.png');
    expect(posted('/ideas')).to.have.length(0);
    await send(resident);
    await resident.read('RB-7K42');
    const idea = (await posted('/ideas')[0]?.json()) as NewIdea;
    expect(idea.title).to.equal('Een lange tafel op het plein');
    expect(idea.photos).to.equal(undefined);
  });

  it('keeps the idea with its photos when the server has no room for them now, and says when it has', async () => {
    const full: Answer = () =>
      new Response(JSON.stringify({ type: 'urn:buurt:problem:too-many-requests', status: 429 }), {
        status: 429,
        headers: { 'content-type': 'application/problem+json', 'retry-after': '21600' },
      });
    const { resident, posted } = await opened({ photos: inTurn(full, storedPhoto) });
    await resident.tellIdea();
    await resident.choosePhotos('bank.png');
    await resident.tellWho();
    await resident.goTo('Klopt het zo?');
    await send(resident);
    await resident.read('Probeer het na');
    expect(posted('/ideas')).to.have.length(0);
    await send(resident);
    await resident.read('RB-7K42');
    expect(((await posted('/ideas')[0]?.json()) as NewIdea).photos).to.have.length(1);
  });

  it('gives a photo that has to go up again its own place', async () => {
    const erased = problem(400, 'x', { errors: [{ pointer: '/photos/0/id', code: 'not-an-option' }] });
    const { resident, posted } = await opened({ ideas: inTurn(problem(500, 'x'), erased, received()) });
    await resident.tellIdea();
    await resident.choosePhotos('bank.png', 'boom.png');
    await resident.tellWho();
    await resident.goTo('Klopt het zo?');
    await send(resident);
    await resident.read('Je idee is nog niet verstuurd');
    await send(resident);
    await resident.read('RB-7K42');
    const [first, , last] = await Promise.all(
      posted('/ideas').map(async (request) => ((await request.json()) as NewIdea).photos ?? []),
    );
    expect(posted('/photos')).to.have.length(3);
    expect(keyOf(posted('/photos')[2])).to.equal(keyOf(posted('/photos')[0]));
    expect(last?.[0]?.id).not.to.equal(first?.[0]?.id);
    expect(last?.[1]).to.deep.equal(first?.[1]);
  });

  it('sends a photo again that waited too long for its idea on the server', async () => {
    const erased = problem(400, 'x', { errors: [{ pointer: '/photos/0/id', code: 'not-an-option' }] });
    const { resident, posted } = await opened({ ideas: inTurn(problem(500, 'x'), erased, received()) });
    await resident.tellIdea();
    await resident.choosePhotos('bank.png');
    await resident.tellWho();
    await resident.goTo('Klopt het zo?');
    await send(resident);
    await resident.read('Je idee is nog niet verstuurd');
    await send(resident);
    await resident.read('RB-7K42');
    expect(new Set(posted('/photos').map(keyOf)).size).to.equal(1);
    expect(posted('/photos')).to.have.length(2);
    const [first, , last] = await Promise.all(
      posted('/ideas').map(async (request) => ((await request.json()) as NewIdea).photos?.[0]?.id),
    );
    expect(last).not.to.equal(first);
  });
});
