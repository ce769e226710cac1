import { expect, oneEvent } from '@open-wc/testing';
import type { NewIdea } from '@buurt/domain/ideas/idea.js';
import { problem, received, rozenbuurt, tableInSquare, type Answer } from '../support/endpoint.js';
import { everywhere, until } from '../support/resident.js';
import * as details from '../../stories/idea-form/details.stories.js';
import * as errors from '../../stories/idea-form/errors.stories.js';
import * as onThePage from '../../stories/idea-form/on-the-page.stories.js';
import * as sending from '../../stories/idea-form/sending.stories.js';
import * as similarIdeas from '../../stories/idea-form/similar-ideas.stories.js';
import * as writing from '../../stories/idea-form/writing.stories.js';
import { focused, opened, reopened, shown, keptFor } from './idea-form-stage.js';

const groups = [details, errors, onThePage, sending, similarIdeas, writing];

describe('every story of the idea form', () => {
  for (const { default: meta, ...stories } of groups)
    for (const [name, story] of Object.entries(stories))
      it(`${meta.title}: ${name} can be looked at`, async () => {
        const resident = await shown(story);
        expect(
          `${resident.form.shadowRoot?.textContent ?? ''}${resident.form.innerText}`.trim(),
        ).not.to.equal('');
      });
});

describe('a resident who fills in the form', () => {
  it('goes on with Enter and hears which step he is at', async () => {
    const { resident } = await opened();
    await resident.tellIdea();
    (await resident.see('form')).dispatchEvent(
      new SubmitEvent('submit', { cancelable: true, bubbles: true }),
    );
    await until('second step', () => resident.title === 'Waar is het?');
    await until('focus', () => focused()?.textContent?.trim() === 'Waar is het?');
    expect(resident.words).to.contain('Stap 2 van 6');
    expect(focused()?.localName).to.equal('h3');
  });

  it('can take back an answer that is not asked of everybody', async () => {
    const { resident } = await opened();
    const themes = () => resident.all('input[name=theme]') as HTMLInputElement[];
    await until('themes', () => themes().length > 1);
    const chosen = () => themes().find(({ checked }) => checked)?.value;
    expect(chosen()).to.equal('');
    themes()[0]?.click();
    await until('chosen', () => chosen() === themes()[0]?.value);
    await resident.press('Geen keuze').catch(() => themes().at(-1)?.click());
    await until('none', () => chosen() === '');
  });

  it('shows that nothing is chosen less loudly than a choice', async () => {
    const { resident } = await opened();
    const pills = () => resident.all('.choice.pill');
    await until('themes', () => pills().length > 1);
    const [first, none] = [pills()[0], pills().at(-1)] as [HTMLElement, HTMLElement];
    const colour = (each: HTMLElement) => getComputedStyle(each).backgroundColor;
    const noColour = 'rgba(0, 0, 0, 0)';
    expect(none.querySelector('input')?.checked).to.equal(true);
    await until('no ground', () => colour(none) === noColour);
    expect(getComputedStyle(none).borderTopStyle).to.equal('solid');
    first.click();
    await until('chosen', () => first.querySelector('input')?.checked && colour(first) !== noColour);
    await until('a dashed line', () => getComputedStyle(none).borderTopStyle === 'dashed');
    expect(getComputedStyle(none).borderTopColor, 'its edge stays in sight').not.to.equal(noColour);
  });

  it('is not pulled to the form when the page opens', async () => {
    await opened();
    expect(document.activeElement).to.equal(document.body);
  });

  it('is told what is missing, with focus on the summary and a way to each field', async () => {
    const { resident } = await opened();
    await resident.goOn();
    expect(focused()?.classList.contains('error-summary')).to.equal(true);
    await resident.press('Vertel in een paar zinnen');
    const story = focused() as HTMLTextAreaElement;
    expect(story.id).to.equal('story');
    expect(story.getAttribute('aria-invalid')).to.equal('true');
    const described = (story.getAttribute('aria-describedby') ?? '').split(' ');
    const words = described.map((id) => resident.all(`#${id}`)[0]?.textContent).join(' ');
    expect(words).to.contain('Vertel in een paar zinnen wat je wilt doen');
  });

  it('sees how many characters are too many, and is not cut off', async () => {
    const { resident } = await opened();
    await resident.type('title', 'x'.repeat(90));
    expect(resident.words).to.contain('90 van 80 tekens');
  });

  it('loses nothing on the way back', async () => {
    const { resident } = await opened();
    await resident.tellIdea();
    await resident.tellTogether();
    await resident.goTo('Wie ben jij?');
    for (let steps = 0; steps < 4; steps++) await resident.press('Terug');
    expect(resident.title).to.equal('Wat is je idee?');
    expect(((await resident.see('#title')) as HTMLInputElement).value).to.equal(
      'Een lange tafel op het plein',
    );
    await resident.goTo('Samen met de buurt');
    expect(((await resident.see('input[name=needs][value=tools]')) as HTMLInputElement).checked).to.equal(
      true,
    );
  });

  it('goes straight back to the preview after changing one thing', async () => {
    const { resident } = await opened();
    await resident.fillIn();
    await resident.press('Wijzig');
    await resident.type('title', 'Een nog langere tafel');
    await resident.goOn();
    expect(resident.title).to.equal('Klopt het zo?');
    expect(resident.words).to.contain('Een nog langere tafel');
  });

  it('sees the chosen place on a map in the preview, with the nearest street', async () => {
    const { resident } = await opened();
    await resident.tellIdea();
    await resident.goTo('Waar is het?');
    const map = await resident.see('.map button');
    map.click();
    await resident.tellWho();
    await resident.goTo('Klopt het zo?');
    const picture = await resident.see('buurt-place-picture');
    await resident.see('.pin');
    await resident.see('.street');
    await resident.read('Bij het Rozenplein. Midden in de buurt');
    expect(picture.textContent).to.contain('Op de kaart aangewezen');
  });

  it('sees the chosen photos in the preview', async () => {
    const { resident } = await opened();
    await resident.tellIdea();
    await resident.choosePhotos('plein.jpg');
    await resident.tellWho();
    await resident.goTo('Klopt het zo?');
    const picture = (await resident.see('[part~="preview"] img[src^="blob:"]')) as HTMLImageElement;
    await until('picture', () => picture.complete && picture.naturalWidth > 0);
  });

  it('reads at the field who sees the answer', async () => {
    const { resident } = await opened();
    await resident.tellIdea();
    await resident.goTo('Wie ben jij?');
    const notes = ['name', 'email'].map((id) => resident.all(`#${id}-note`)[0]?.textContent);
    expect(notes[0]).to.contain('Buren zien dit bij je idee');
    expect(notes[1]).to.contain('Alleen Woonstichting De Linde ziet dit');
  });

  it('is not held up by amounts in the wrong order, but told to swap them', async () => {
    const resident = await shown(details.AmountsTheWrongWayRound);
    expect(resident.words).to.contain('Draai ze om');
  });

  it('keeps what he typed when the questions of the buurt come late', async () => {
    let answer: (response: Response) => void = () => undefined;
    const settings: Answer = () => new Promise((resolve) => (answer = resolve));
    const { resident } = await opened({ settings });
    await resident.type('title', 'Meer bankjes');
    const idea = { ...rozenbuurt, intro: { nl: 'Tot 1 juni kun je meedoen.' } };
    answer(Response.json({ code: 'BU0363AA01', idea }));
    await resident.read('Tot 1 juni kun je meedoen.');
    expect(((await resident.see('#title')) as HTMLInputElement).value).to.equal('Meer bankjes');
  });

  it('can begin when the questions of the buurt do not come, and gets them when the network is back', async () => {
    let works = false;
    const settings: Answer = (request) =>
      works
        ? Response.json({
            code: 'BU0363AA01',
            idea: { ...rozenbuurt, intro: { nl: 'Welkom in de Rozenbuurt.' } },
          })
        : problem(500, 'Internal Server Error')(request);
    const { resident } = await opened({ settings });
    await resident.read('Je kunt wel alvast beginnen');
    works = true;
    dispatchEvent(new Event('online'));
    await resident.read('Welkom in de Rozenbuurt.');
  });
});

describe('what stays on the device', () => {
  it('is the draft, without who the resident is and what he agreed to', async () => {
    const { resident, connection } = await opened({}, 'local');
    await resident.fillIn();
    dispatchEvent(new Event('pagehide'));
    expect(keptFor(connection)).to.contain('Een lange tafel op het plein');
    for (const secret of ['samira', 'Samira', 'consent']) expect(keptFor(connection)).not.to.contain(secret);
  });

  it('is also what is typed without a touch, for the rest of the form comes when the browser is idle', async () => {
    const { resident, connection } = await opened({}, 'local');
    const title = (await resident.see('#title')) as HTMLInputElement;
    title.value = 'Een buurtmoestuin';
    title.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await until('draft', () => keptFor(connection).includes('Een buurtmoestuin'));
  });

  it('lets a resident go on where he was after a reload, and start again', async () => {
    const { resident, connection } = await opened({}, 'local');
    await resident.tellIdea();
    await resident.tellTogether();
    const later = await reopened(resident);
    await later.read('We hebben je idee bewaard');
    expect(later.title).to.equal('Samen met de buurt');
    expect(((await later.see('#assets')) as HTMLInputElement).value).to.contain('kraan');
    await later.press('Opnieuw beginnen');
    expect(((await later.see('#title')) as HTMLInputElement).value).to.equal('');
    expect(keptFor(connection)).not.to.contain('Een lange tafel');
  });

  it('is nothing when the page says so', async () => {
    const { resident, connection } = await opened({}, 'off');
    await resident.fillIn();
    dispatchEvent(new Event('pagehide'));
    expect(keptFor(connection)).to.equal('[]');
  });

  it('does not stop the form when it is nonsense', async () => {
    const { resident, connection } = await opened({}, 'local');
    const key = `buurt:draft:idea-form:${connection.endpoint}:BU0363AA01`;
    const nonsense = {
      title: 7,
      story: 'Dit is er nog',
      place: { lat: 'x' },
      photos: [{}],
      needs: 'time',
      cost: 'toString',
    };
    localStorage.setItem(key, JSON.stringify({ saved: Date.now(), value: nonsense }));
    const later = await reopened(resident);
    await later.read('We hebben je idee bewaard');
    expect(((await later.see('#story')) as HTMLTextAreaElement).value).to.equal('Dit is er nog');
    localStorage.setItem(key, '{"saved":');
    await reopened(later);
  });

  it('goes with one button on a computer that is shared', async () => {
    const { resident, connection } = await opened({}, 'local');
    await resident.fillIn();
    await resident.press('Verstuur je idee');
    await resident.read('RB-7K42');
    expect(keptFor(connection)).to.contain('RB-7K42');
    await resident.button('Open je eigen pagina');
    await resident.press('Wis mijn gegevens');
    await resident.read('Je gegevens zijn van dit apparaat gewist');
    expect(keptFor(connection)).not.to.contain('RB-7K42');
    expect(everywhere(document.body, 'a').map(({ textContent }) => textContent)).not.to.include(
      'Open je eigen pagina',
    );
  });

  it('leads to the page of the maker with their key, and nowhere that is no page', async () => {
    const pageOf = async (page: string) => {
      const { resident } = await opened({ ideas: received({ page }) });
      await resident.fillIn();
      await resident.press('Verstuur je idee');
      await resident.read('RB-7K42');
      const link = everywhere(document.body, 'a').find(
        ({ textContent }) => textContent === 'Open je eigen pagina',
      );
      return (link as HTMLAnchorElement | undefined)?.href;
    };
    expect(await pageOf('../mijn-initiatief')).to.match(
      /^https:\/\/[\da-f-]+\.example\/mijn-initiatief#mijn=idea-1\.owner-key-of-the-story$/,
    );
    expect(await pageOf('https://corporatie.example/mijn?lang=nl')).to.equal(
      'https://corporatie.example/mijn?lang=nl#mijn=idea-1.owner-key-of-the-story',
    );
    expect(await pageOf('javascript:alert(1)')).to.equal(undefined);
  });

  it('shows on the next visit how the idea is doing', async () => {
    const { resident, connection } = await opened({}, 'local');
    await resident.fillIn();
    await resident.press('Verstuur je idee');
    await resident.read('RB-7K42');
    const later = await reopened(resident);
    await later.press('Bekijk hoe het ervoor staat');
    await later.read('We lezen je idee nog');
    const asked = await until('question', () =>
      connection.requests.find(({ url }) => url.endsWith('/ideas/idea-1')),
    );
    expect(asked.headers.get('authorization')).to.equal('Bearer owner-key-of-the-story');
  });
});

describe('an idea that looks like another', () => {
  it('is asked after once the resident pauses, not at every letter', async () => {
    const { resident, connection } = await opened({ similar: [tableInSquare] });
    for (const title of ['Tafel', 'Tafel op', 'Tafel op het plein']) await resident.type('title', title);
    await resident.read('Bekijk een idee dat hierop lijkt');
    const asked = connection.requests.filter(({ url }) => url.includes('/similar'));
    expect(asked.map(({ url }) => new URL(url).searchParams.get('title'))).to.deep.equal([
      'Tafel op het plein',
    ]);
    expect(resident.words).to.contain('34 buren steunen dit');
    expect(resident.words).to.contain('Rozenplein');
    expect(resident.words).to.contain('Bezig');
  });

  it('is left alone when the resident says that his is different', async () => {
    const { resident } = await opened({ similar: [tableInSquare] });
    await resident.type('title', 'Tafel op het plein');
    await resident.press('Mijn idee is anders');
    await until('end of the list', () => !resident.words.includes('Lange tafel op het Rozenplein'));
  });

  it('can be joined with an offer that goes to its initiator', async () => {
    const resident = await shown(similarIdeas.JoinedAnotherIdea);
    expect(resident.words).to.contain('Fijn dat je wilt meedoen!');
    const { requests } = resident.form.connection as unknown as { requests: Request[] };
    const offer = requests.find(({ url }) => url.endsWith('/initiatives/i-tafel/offers'));
    expect(await offer?.json()).to.deep.equal({
      kinds: ['time'],
      message: '',
      name: 'Samira',
      contact: 'samira@voorbeeld.nl',
    });
  });

  it('says in the order of the fields what an offer still needs', async () => {
    const resident = await shown(similarIdeas.JoiningWithProblems);
    const said = resident.all('.error-summary a').map(({ textContent }) => textContent);
    expect(said).to.deep.equal([
      'Kies waarmee je wilt helpen.',
      'Vul je naam in.',
      'Vul je e‑mailadres of telefoonnummer in.',
    ]);
  });

  it('does not stand in the way when it cannot be found', async () => {
    const { resident } = await opened({ similar: problem(500, 'Internal Server Error') });
    await resident.tellIdea();
    await resident.goOn();
    expect(resident.title).to.equal('Waar is het?');
  });
});

describe('what the page decides', () => {
  it('fills in a title and a theme from its address', async () => {
    const before = location.href;
    history.replaceState(null, '', '?buurt-title=Meer+bankjes&buurt-theme=green');
    const { resident } = await opened();
    history.replaceState(null, '', before);
    expect(((await resident.see('#title')) as HTMLInputElement).value).to.equal('Meer bankjes');
    expect(((await resident.see('input[value=green]')) as HTMLInputElement).checked).to.equal(true);
  });

  it('has its own words, also from a script inside the tag, and in the later steps', async () => {
    const { resident } = await opened();
    resident.form.texts = {
      heading: 'Plan voor het plein',
      steps: { place: 'Waar dan?' },
      progress: '{step}/{of}',
    };
    await resident.read('Plan voor het plein');
    expect(resident.words).to.contain('1/6');
    await resident.tellIdea();
    await resident.goOn();
    expect(resident.title).to.equal('Waar dan?');
  });

  it('stops an idea before it is sent', async () => {
    const { resident, posted } = await opened();
    await resident.fillIn();
    const submitted = oneEvent(resident.form, 'buurt-idea-submit') as Promise<CustomEvent<NewIdea>>;
    resident.form.addEventListener('buurt-idea-submit', (event) => event.preventDefault());
    await resident.press('Verstuur je idee');
    expect((await submitted).detail.title).to.equal('Een lange tafel op het plein');
    await resident.read('hield het versturen tegen');
    expect(posted('/ideas')).to.have.length(0);
  });

  it('hears that an idea was sent, without the key that belongs to its resident', async () => {
    const { resident } = await opened({ ideas: received({ reference: 'RB-1' }) });
    await resident.fillIn();
    const sent = oneEvent(resident.form, 'buurt-idea-sent') as Promise<CustomEvent<object>>;
    await resident.press('Verstuur je idee');
    const { detail } = await sent;
    expect(detail).to.include({ reference: 'RB-1' });
    expect(JSON.stringify(detail)).not.to.contain('owner-key');
  });

  it('leaves out a step for which it asks nothing', async () => {
    const fields = rozenbuurt.fields.filter(({ name }) => name === 'title' || name === 'story');
    const { resident } = await opened({ settings: { ...rozenbuurt, fields } });
    await resident.read('Stap 1 van 3');
    await resident.type('title', 'Meer bankjes');
    await resident.type('story', 'Dan kun je onderweg even zitten.');
    await resident.goOn();
    expect(resident.title).to.equal('Wie ben jij?');
  });

  it('speaks English when it says so', async () => {
    const resident = await shown(onThePage.English);
    await resident.goOn();
    await resident.read('Tell us in a few sentences what you want to do');
  });
});

describe('hostile text', () => {
  it('is text, wherever it is shown', async () => {
    const resident = await shown(onThePage.CodeInTexts);
    expect(resident.words).to.contain('<img src=x onerror=alert(1)>');
    expect(resident.all('script, img[src="x"], a[href^="javascript:"]')).to.have.length(0);
  });

  it('of a server is text as well', async () => {
    const resident = await shown(errors.ServerRefusesInItsOwnWords);
    expect(resident.words).to.contain('<img src=x onerror=alert(1)> Dit idee mag niet.');
    expect(resident.all('img[src="x"]')).to.have.length(0);
  });
});
