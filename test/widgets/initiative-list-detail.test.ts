import { expect } from '@open-wc/testing';
import { problem, silence, type Answer } from '../support/endpoint.js';
import { daysAgo, initiative, tableInSquare } from '../support/initiatives.js';
import type { Neighbour } from '../support/neighbour.js';
import { until } from '../support/waiting.js';
import { focused, freshConnection, opened } from './initiative-list-stage.js';

const keyOf = (request: Request | undefined) => request?.headers.get('idempotency-key');
const table = 'Lange tafel op het Rozenplein';

const inTurn = (...answers: readonly Answer[]): Answer => {
  let turn = 0;
  return (request) => (answers[Math.min(turn++, answers.length - 1)] as Answer)(request);
};

async function openTable(neighbour: Neighbour): Promise<void> {
  await neighbour.press(table);
  await neighbour.read('Het verhaal');
}

describe('one initiative', () => {
  it('tells what was promised, by whom, before when and how long that still is', async () => {
    const { neighbour } = await opened();
    await openTable(neighbour);
    await neighbour.read('Twee banken en een vaste tafel plaatsen');
    await neighbour.read(/Woonstichting De Linde\s*, vóór .* — nog 12 dagen/);
    await neighbour.read(/Kookclub Rozenplein\s*, vóór .* — 9 dagen te laat/);
    await neighbour.read(/Gemeente\s*, vóór .* — Gedaan/);
    await neighbour.read(
      '€ 860 van € 2.400 uitgegeven'.replaceAll('€ ', '€\u00a0').replaceAll('\u00a0', ' '),
    );
  });

  it('says what is still asked, what was offered and where it is on its way', async () => {
    const { neighbour } = await opened();
    await openTable(neighbour);
    await neighbour.read('We zoeken nog 2 buren met spullen');
    await neighbour.read('4 van 6 gevonden');
    await neighbour.read('Contacten: 3 aangeboden');
    expect(neighbour.all('.stages [aria-current=step]')[0]?.textContent).to.contain('Bezig');
  });

  it('fills only the steps that it is known to have taken', async () => {
    const { neighbour } = await opened();
    await openTable(neighbour);
    await neighbour.read('We zoeken nog 2 buren met spullen');
    const past = neighbour.all('.stages .past').map((each) => each.textContent.trim());
    expect(past).to.deep.equal(['Nieuw', 'Toegekend']);
  });

  it('gives the reason why it does not go on', async () => {
    const { neighbour } = await opened();
    await neighbour.press('Zonnepanelen');
    await neighbour.read('Toelichting: Het dak kan het gewicht niet dragen.');
    expect(neighbour.all('.stages')).to.have.length(0);
  });

  it('shows where it is, on a drawing of the buurt', async () => {
    const { neighbour } = await opened();
    await openTable(neighbour);
    const map = await neighbour.see('.map');
    expect(map.getAttribute('aria-label')).to.contain('Rozenplein');
  });

  it('puts what is for beside what is against, and questions below', async () => {
    const { neighbour } = await opened();
    await openTable(neighbour);
    const words = (look: string) => neighbour.all(`.column.${look} li`).map(({ textContent }) => textContent);
    expect(words('for')).to.have.length(2);
    expect(words('against')[0]).to.contain('Graag om tien uur stil.');
    expect(words('questions')[0]).to.contain('rolstoel');
  });

  it('shows below a question who answered it and what, or that nobody did yet', async () => {
    const { neighbour } = await opened();
    await openTable(neighbour);
    const [answered, open] = neighbour.all('.column.questions li');
    expect(answered?.querySelector('.answer')?.textContent).to.match(
      /Antwoord van de bedenker\s+Ja\. We zetten hem op het vlakke deel/,
    );
    expect(open?.textContent).to.contain('Nog geen antwoord');
    for (const remark of neighbour.all('.column.for li'))
      expect(remark.textContent).not.to.contain('Nog geen antwoord');
  });

  it('shows what the list knows while the rest is on its way', async () => {
    const { neighbour } = await opened({ detail: silence });
    await neighbour.press(table);
    await neighbour.read('Het hele verhaal komt eraan');
    const dialog = await neighbour.see('dialog[open]');
    expect(dialog.textContent).to.contain('Eén keer per maand eten we');
  });

  it('says that the rest did not come, and gets it when it is asked again', async () => {
    const { neighbour } = await opened({
      detail: inTurn(problem(500, 'Internal Server Error'), () => Response.json(tableInSquare)),
    });
    await neighbour.press(table);
    await neighbour.read('Het hele verhaal laadt nu niet. Er ging bij ons iets mis.');
    const dialog = await neighbour.see('dialog[open]');
    dialog.querySelector<HTMLElement>('.notice button')?.click();
    await neighbour.read('Het verhaal');
  });

  it('says so when it is not there any more', async () => {
    const { neighbour } = await opened({ detail: problem(404, 'Not Found') });
    await neighbour.press(table);
    await neighbour.read('Dit initiatief is er niet meer.');
  });

  it('does not close on somebody who writes and presses beside it', async () => {
    const { neighbour } = await opened();
    await openTable(neighbour);
    const dialog = await neighbour.see('dialog[open]');
    expect(dialog.getAttribute('closedby')).to.equal('any');
    await neighbour.press('Schrijf een opmerking');
    await neighbour.read('Wat voor opmerking is het?');
    expect(dialog.getAttribute('closedby')).to.equal('closerequest');
  });

  it('opens what was read before without network, with its time', async () => {
    const connection = freshConnection();
    const { neighbour } = await opened({}, {}, connection);
    await openTable(neighbour);
    const failing: typeof fetch = () => Promise.resolve(Response.json({}, { status: 500 }));
    const { neighbour: again } = await opened({}, {}, { ...connection, fetch: failing });
    await again.read('Dit is de lijst van');
    await again.press(table);
    await again.read('Dit is van');
    await again.read('We zoeken nog 2 buren met spullen');
  });

  it('shows texts of others as text', async () => {
    const hostile = initiative('i-x', {
      title: '<script>1</script>',
      story: '<img src=x onerror=alert(1)>',
      promises: [
        {
          who: '<b>',
          what: '<i>iets</i>',
          dueOn: '2026-01-01',
          state: 'open',
          grantedCents: null,
          spentCents: null,
        },
      ],
      news: [{ at: daysAgo(1), text: '<svg onload=alert(1)>', photo: null }],
      remarks: [{ id: 'r', stance: 'for', text: '<a href=javascript:1>x</a>', name: '<u>', at: daysAgo(1) }],
    });
    const { neighbour } = await opened({ initiatives: [hostile] });
    await neighbour.press('<script>');
    for (const words of [
      '<img src=x onerror=alert(1)>',
      '<i>iets</i>',
      '<svg onload=alert(1)>',
      '<a href=javascript:1>',
    ])
      await neighbour.read(words);
    expect(
      neighbour.all('dialog :is(script, i, u, a[href^=javascript], img[src=x], svg[onload])'),
    ).to.have.length(0);
  });

  it('shows the photo of news with what is on it, in a box that keeps its place while the photo does not come', async () => {
    const alt = 'De kas, half af';
    const sources = [{ url: 'photos/kas/640.webp', width: 640, height: 480 }];
    const news = [{ at: daysAgo(1), text: 'De kas groeit.', photo: { id: 'kas', alt, sources } }];
    const { neighbour } = await opened({ initiatives: [initiative('i-kas', { title: 'Een kas', news })] });
    await neighbour.press('Een kas');
    await neighbour.read('De kas groeit.');
    const [photo] = neighbour.all('.news-list img') as HTMLImageElement[];
    expect([photo?.alt, photo?.loading]).to.deep.equal([alt, 'lazy']);
    const { height, width } = photo!.parentElement!.getBoundingClientRect();
    expect(width / height).to.be.closeTo(16 / 9, 0.02);
    photo!.dispatchEvent(new Event('error'));
    expect(photo!.getBoundingClientRect().height).to.equal(0);
    expect(photo!.parentElement!.getBoundingClientRect().height).to.equal(height);
  });

  it('counts support that is given here, in the list too', async () => {
    const { neighbour } = await opened();
    await openTable(neighbour);
    const numbers = () =>
      neighbour
        .all('.support')
        .filter(({ textContent }) => textContent.includes(table))
        .map((each) => each.querySelector('.number')?.textContent);
    const [, inDialog] = neighbour.all('.support').filter(({ textContent }) => textContent.includes(table));
    inDialog?.click();
    await neighbour.read(`Je steunt ${table}.`);
    expect(numbers()).to.deep.equal(['35', '35']);
  });

  it('copies its link where the device has no window to share', async () => {
    const { neighbour } = await opened({}, { history: 'on' });
    await openTable(neighbour);
    Object.defineProperty(navigator, 'share', { value: undefined, configurable: true });
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: (text: string) => Promise.resolve(copied.push(text)) },
      configurable: true,
    });
    await neighbour.press('Deel');
    await neighbour.read('De link is gekopieerd.');
    expect(copied[0]).to.match(/^http.*initiatieven-open=i-tafel/);
    Reflect.deleteProperty(navigator, 'share');
    Reflect.deleteProperty(navigator, 'clipboard');
    await neighbour.press('Sluit');
    await until('closed', () => neighbour.all('dialog').length === 0);
  });

  it('has nothing that axe finds', async () => {
    const { neighbour } = await opened();
    await openTable(neighbour);
    await neighbour.see('.map');
    await expect(neighbour.list).to.be.accessible();
    (await neighbour.see('dialog [data-form=offer]')).click();
    await expect(neighbour.list).to.be.accessible();
  });
});

describe('the dialog of an initiative', () => {
  it('opens with the focus on its title, and has the way to join beside the support', async () => {
    const { neighbour } = await opened();
    await neighbour.press(table);
    await until('focus', () => focused()?.matches('dialog #title'));
    expect(focused()?.textContent.trim()).to.equal(table);
    const join = await until('way to join', () => neighbour.all('dialog .card-actions [part~=join]').at(-1));
    join.click();
    await until('form', () => focused()?.matches('.screen-title'));
  });
});

describe('joining', () => {
  it('begins at the form, asks what is needed and tells only the kinds', async () => {
    const { neighbour, connection, told } = await opened();
    await neighbour.press(`Ik doe mee: ${table}`);
    await neighbour.read('Waarmee wil je helpen?');
    await until('focus', () => focused()?.matches('.screen-title'));
    await neighbour.join();
    await neighbour.read('Fijn dat je wilt meedoen! De bedenker en de organisatie kunnen je bericht lezen.');
    await until('focus', () => focused()?.matches('.done'));
    const [sent] = connection.requests.filter(({ url }) => url.endsWith('/offers'));
    expect(await sent?.json()).to.deep.equal({
      kinds: ['tools'],
      message: '',
      name: 'Samira',
      contact: 'samira@voorbeeld.nl',
    });
    expect(told.find(({ type }) => type === 'buurt-offer')?.detail).to.deep.equal({
      initiativeId: 'i-tafel',
      kinds: ['tools'],
    });
  });

  it('says at the fields what is still needed, with the focus on the summary', async () => {
    const { neighbour, connection } = await opened();
    await neighbour.press(`Ik doe mee: ${table}`);
    (await neighbour.see('form [type=submit]')).click();
    await neighbour.read('Kies waarmee je wilt helpen.');
    await until('focus', () => focused()?.matches('.error-summary'));
    const name = await neighbour.see('#name');
    expect(name.getAttribute('aria-invalid')).to.equal('true');
    expect(neighbour.all(`#${name.getAttribute('aria-describedby') ?? ''}`)[0]?.textContent).to.equal(
      'Vul je naam in.',
    );
    expect(connection.requests.filter(({ method }) => method === 'POST')).to.have.length(0);
  });

  it('asks for a contact at which somebody can be reached, in the words of the idea form', async () => {
    const { neighbour, connection } = await opened();
    await neighbour.press(`Ik doe mee: ${table}`);
    (await neighbour.see('input[value=tools]')).click();
    await neighbour.type('name', 'Samira');
    for (const [contact, words] of [
      ['geen adres', 'Schrijf je e‑mailadres zoals naam@voorbeeld.nl, of je nummer zoals 06 12345678'],
      ['samira@voorbeeld', 'Schrijf je e‑mailadres zoals naam@voorbeeld.nl'],
      ['06 1234', 'Schrijf je nummer zoals 06 12345678'],
    ] as const) {
      await neighbour.type('contact', contact);
      (await neighbour.see('form [type=submit]')).click();
      await until('words at the field', () => neighbour.all('#contact-problem')[0]?.textContent === words);
    }
    expect((await neighbour.see('#contact')).getAttribute('aria-invalid')).to.equal('true');
    expect(connection.requests.filter(({ method }) => method === 'POST')).to.have.length(0);
  });

  it('keeps what was written when sending failed, and sends it under the same key', async () => {
    const { neighbour, connection } = await opened({
      offers: inTurn(problem(500, 'Internal Server Error'), () =>
        Response.json({ id: 'o' }, { status: 201 }),
      ),
    });
    await neighbour.press(`Ik doe mee: ${table}`);
    await neighbour.join();
    await neighbour.read('Het is niet verstuurd. Wat je schreef, staat er nog. Er ging bij ons iets mis.');
    expect(((await neighbour.see('#name')) as HTMLInputElement).value).to.equal('Samira');
    (await neighbour.see('form [type=submit]')).click();
    await neighbour.read('Fijn dat je wilt meedoen!');
    const sent = connection.requests.filter(({ url }) => url.endsWith('/offers'));
    expect(sent).to.have.length(2);
    expect(keyOf(sent[0])).to.equal(keyOf(sent[1]));
  });

  it('is sent once when the page moves the widget meanwhile', async () => {
    let arrive: (response: Response) => void = () => undefined;
    const { neighbour, connection } = await opened({
      offers: ({ signal }) =>
        new Promise((resolve, reject) => {
          arrive = resolve;
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        }),
    });
    await neighbour.press(`Ik doe mee: ${table}`);
    await neighbour.join();
    const sent = () => connection.requests.filter(({ url }) => url.endsWith('/offers'));
    await until('a request', () => sent().length > 0);
    const elsewhere = document.createElement('div');
    neighbour.list.after(elsewhere);
    elsewhere.append(neighbour.list);
    await new Promise((resolve) => setTimeout(resolve, 20));
    arrive(Response.json({ id: 'o' }, { status: 201 }));
    await neighbour.read('Fijn dat je wilt meedoen!');
    expect(sent()).to.have.length(1);
  });

  it('is sent once, however often the button is pressed', async () => {
    const { neighbour, connection } = await opened();
    await neighbour.press(`Ik doe mee: ${table}`);
    await neighbour.join();
    const button = neighbour.all('form [type=submit]')[0];
    for (let presses = 0; presses < 9; presses++) button?.click();
    await neighbour.read('Fijn dat je wilt meedoen!');
    expect(connection.requests.filter(({ url }) => url.endsWith('/offers'))).to.have.length(1);
  });

  it('takes the offer back right after sending, again after a failure, and says what was erased', async () => {
    const { neighbour, connection } = await opened({
      withdrawal: inTurn(problem(500, 'Internal Server Error'), () => Response.json({ withdrawn: true })),
    });
    await neighbour.press(`Ik doe mee: ${table}`);
    await neighbour.join();
    await neighbour.press('Trek mijn aanbod in');
    await neighbour.read('Je aanbod is nog niet ingetrokken. Er ging bij ons iets mis.');
    await neighbour.press('Trek mijn aanbod in');
    await neighbour.read('Je aanbod is ingetrokken.');
    await until('focus', () => focused()?.matches('.own-offer') === true);
    expect(neighbour.words).not.to.include('Fijn dat je wilt meedoen!');
    const sent = connection.requests.filter(({ method }) => method === 'DELETE');
    expect(sent.map(({ url }) => new URL(url).pathname)).to.deep.equal([
      '/v1/offers/offer-1.token',
      '/v1/offers/offer-1.token',
    ]);
    expect(localStorage.getItem(`buurt:offers:${connection.endpoint}`)).to.equal(null);
  });

  it('can take it back later on this device, which keeps nothing of who it was', async () => {
    const connection = freshConnection();
    const first = await opened({}, {}, connection);
    await first.neighbour.press(`Ik doe mee: ${table}`);
    await first.neighbour.join();
    await first.neighbour.read('Fijn dat je wilt meedoen!');
    const kept = localStorage.getItem(`buurt:offers:${connection.endpoint}`) ?? '';
    expect(JSON.parse(kept)).to.have.length(1);
    expect(kept).not.to.match(/Samira|samira@/);
    first.neighbour.list.remove();
    const later = await opened({}, {}, connection);
    await openTable(later.neighbour);
    await later.neighbour.press('Trek mijn aanbod in');
    await later.neighbour.read('Je aanbod is ingetrokken.');
  });

  it('forgets an offer that the server does not know any more', async () => {
    const { neighbour, connection } = await opened({ withdrawal: problem(404, 'Not Found') });
    await neighbour.press(`Ik doe mee: ${table}`);
    await neighbour.join();
    await neighbour.press('Trek mijn aanbod in');
    await neighbour.read('Je aanbod is ingetrokken.');
    expect(localStorage.getItem(`buurt:offers:${connection.endpoint}`)).to.equal(null);
  });

  it('shows no way to take it back where the server gives none', async () => {
    const { neighbour } = await opened({ offers: () => Response.json({ id: 'o' }, { status: 201 }) });
    await neighbour.press(`Ik doe mee: ${table}`);
    await neighbour.join();
    await neighbour.read('Fijn dat je wilt meedoen!');
    expect(neighbour.all('.own-offer')).to.have.length(0);
  });

  it('says that it is over when the initiative has ended meanwhile', async () => {
    const { neighbour } = await opened({
      offers: problem(409, 'Ended', { type: 'https://x.example/ended' }),
    });
    await neighbour.press(`Ik doe mee: ${table}`);
    await neighbour.join();
    await neighbour.read('Meedoen kan niet meer, want dit is al afgerond.');
  });

  it('shows what the server finds at the field, and an unknown thing as text', async () => {
    const { neighbour } = await opened({
      offers: problem(400, 'Bad Request', {
        errors: [
          { pointer: '/contact', code: 'too-short', limit: 6, actual: 1 },
          { pointer: '/../<b>', code: 'malformed', detail: '<b>Nee</b>' },
        ],
      }),
    });
    await neighbour.press(`Ik doe mee: ${table}`);
    await neighbour.join();
    await neighbour.read('Schrijf minstens 6 tekens.');
    await neighbour.read('<b>Nee</b>');
  });

  it('sends a remark, which somebody reads first', async () => {
    const { neighbour, connection } = await opened();
    await openTable(neighbour);
    await neighbour.press('Schrijf een opmerking');
    (await neighbour.see('input[name=stance][value=question]')).click();
    await neighbour.type('text', 'Mag de hond ook mee?');
    (await neighbour.see('form [type=submit]')).click();
    await neighbour.read('We lezen je opmerking voordat anderen die zien.');
    const [sent] = connection.requests.filter(({ url }) => url.endsWith('/remarks'));
    expect(await sent?.json()).to.deep.equal({ stance: 'question', text: 'Mag de hond ook mee?', name: '' });
  });

  it('fills in the name and the contact that were sent before on this page, and keeps them in memory only', async () => {
    const { neighbour, connection } = await opened();
    const value = async (id: string) => ((await neighbour.see(`#${id}`)) as HTMLInputElement).value;
    await neighbour.press(`Ik doe mee: ${table}`);
    await neighbour.type('name', 'Verlaten');
    await neighbour.press('Niet nu');
    (await neighbour.see('dialog [data-form=offer]')).click();
    expect(await value('name'), 'what was not sent is not remembered').to.equal('');
    await neighbour.join();
    await neighbour.read('Fijn dat je wilt meedoen!');
    await neighbour.press('Klaar');

    await neighbour.press('Schrijf een opmerking');
    expect(await value('name'), 'a name that was given in private stays private').to.equal('');
    await neighbour.press('Niet nu');
    await neighbour.press('Volg per e-mail');
    expect(await value('email')).to.equal('samira@voorbeeld.nl');
    await neighbour.follow('samira@alleen-hier.nl');
    await neighbour.read('Klik op de link in de mail die we je stuurden');
    await neighbour.press('Klaar');
    (await neighbour.see('dialog [data-form=offer]')).click();
    expect(await value('name')).to.equal('Samira');
    expect(await value('contact')).to.equal('samira@alleen-hier.nl');
    (await neighbour.see('input[name=kinds][value=time]')).click();
    (await neighbour.see('form [type=submit]')).click();
    await neighbour.read('Fijn dat je wilt meedoen!');
    const [, again] = connection.requests.filter(({ url }) => url.endsWith('/offers'));
    expect(await again?.json()).to.deep.include({ name: 'Samira', contact: 'samira@alleen-hier.nl' });
    const stored = JSON.stringify([{ ...localStorage }, { ...sessionStorage }]);
    // Other tests run beside this one, in another page of the same origin.
    expect(/samira@alleen-hier/.test(stored), 'on the device').to.equal(false);
  });

  it('does not offer an e-mail address where only a phone number was given', async () => {
    const { neighbour } = await opened();
    await neighbour.press(`Ik doe mee: ${table}`);
    (await neighbour.see('input[name=kinds][value=tools]')).click();
    await neighbour.type('name', 'Samira');
    await neighbour.type('contact', '06 12345678');
    (await neighbour.see('form [type=submit]')).click();
    await neighbour.read('Fijn dat je wilt meedoen!');
    await neighbour.press('Klaar');
    await neighbour.press('Volg per e-mail');
    expect(((await neighbour.see('#email')) as HTMLInputElement).value).to.equal('');
  });

  it('reports a remark, with the reason', async () => {
    const { neighbour, connection } = await opened();
    await openTable(neighbour);
    await neighbour.press('Meld: Graag om tien uur stil.');
    (await neighbour.see('form [type=submit]')).click();
    await neighbour.read('Schrijf op wat er mis is.');
    await neighbour.type('reason', 'Dit gaat over mij.');
    (await neighbour.see('form [type=submit]')).click();
    await neighbour.read('De organisatie kijkt ernaar.');
    await until('report', () => connection.requests.some(({ url }) => url.endsWith('/remarks/r3/reports')));
    const sent = connection.requests.find(({ url }) => url.endsWith('/reports'));
    expect(await sent?.json()).to.deep.equal({ reason: 'Dit gaat over mij.' });
  });
});
