import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import '@buurt/desk/buurt-desk.js';
import {
  admin,
  adminOfBuurt,
  colleagues,
  deskConnection,
  deskId,
  feedTokens,
  loggedOut,
  moderator,
  openAt,
  reader,
  type DeskAnswers,
} from '../support/desk-endpoint.js';
import { json, offline, problem, silence, type Answer } from '../support/endpoint.js';
import { Visitor } from '../support/visitor.js';
import { until } from '../support/waiting.js';
import { focused, onThePage } from './budget-vote-stage.js';

type Desk = HTMLElementTagNameMap['buurt-desk'];

async function opened(answers: DeskAnswers = {}, hash = '#/settings/people') {
  openAt(hash);
  const server = deskConnection({ session: admin, ...answers });
  const page = onThePage(html`<buurt-desk .connection=${server}></buurt-desk>`);
  const visitor = new Visitor<Desk>(page, 'buurt-desk');
  await page.querySelector('buurt-desk')!.updateComplete;
  const asked = (method: string, path: RegExp) =>
    server.requests.filter((each) => each.method === method && path.test(each.url));
  return { visitor, asked };
}

const focusOn = (selector: string) => until(`focus on ${selector}`, () => focused()?.matches(selector));

async function choose(visitor: Visitor<Desk>, role: string) {
  const select = (await visitor.see('#role')) as HTMLSelectElement;
  select.value = role;
  select.dispatchEvent(new Event('change'));
}

async function fillIn(visitor: Visitor<Desk>, { role = 'moderator', buurt = '' } = {}) {
  await visitor.press('Nodig een collega uit');
  await visitor.type('name', ' Sam de Vries ');
  await visitor.type('email', 'sam@corporatie.example');
  await choose(visitor, role);
  await visitor.see('#buurt');
  if (buurt !== '') await visitor.type('buurt', buurt);
}

const refused = (type: string, status = 409): Answer =>
  problem(status, 'Nee', { type: `urn:buurt:problem:${type}` });

describe('The settings of the desk', () => {
  beforeEach(async () => {
    localStorage.clear();
    sessionStorage.clear();
    await setViewport({ width: 1280, height: 800 });
  });
  afterEach(() => openAt(''));

  it('open from the desk, at the first screen that somebody may see, and lead back to the inbox', async () => {
    for (const [session, title] of [
      [admin, 'Collega’s'],
      [reader, 'Mijn mails'],
    ] as const) {
      const { visitor } = await opened({ session }, '#/');
      await visitor.read('Bankjes langs het water');
      await visitor.press('Instellingen');
      await until(title, () => visitor.title === title);
      await focusOn('.screen-title');
      await visitor.press('Terug naar het postvak');
      await visitor.read('Bankjes langs het water');
      await focusOn('.inbox-title');
    }
  });

  it('are there on a small screen too, without the inbox', async () => {
    await setViewport({ width: 390, height: 800 });
    const { visitor } = await opened();
    const title = await visitor.see('.screen-title');
    expect(title.getBoundingClientRect().height).to.be.above(0);
    expect(visitor.all('.inbox')).to.have.length(0);
  });

  it('say that the session ended, and go on where somebody was', async () => {
    let isOver = true;
    const session: Answer = (request) => (isOver ? json(admin) : loggedOut(request));
    const { visitor } = await opened({
      session,
      colleagues: (request) => {
        isOver = false;
        return loggedOut(request);
      },
    });
    await visitor.read('Inloggen');
    expect(location.hash).to.equal('#/settings/people');
  });

  describe('with colleagues', () => {
    it('show who can log in, what they may, and when they were here', async () => {
      const { visitor } = await opened();
      await visitor.read('Bram de Wit');
      const rows = visitor.all('.rows > li').map((each) => each.textContent!.replace(/\s+/g, ' ').trim());
      expect(rows[0]).to.match(
        /^Bram de Wit bram@corporatie\.example Ideeën en reacties, Rozenbuurt Logde voor het laatst in op/,
      );
      expect(rows[1]).to.match(/Meelezen Stemmingen, Rozenbuurt Uitgenodigd op .*, logde nog niet in/);
      expect(rows[2]).to.match(/^Noor Jansen Dit ben jij/);
    });

    it('ask nothing for who may not decide about them, and say so', async () => {
      const { visitor, asked } = await opened({ session: moderator });
      await visitor.read('Alleen een beheerder bepaalt wie hier werkt.');
      expect(asked('GET', /people/)).to.have.length(0);
    });

    it('say so when the list does not come, and ask again', async () => {
      let isDown = true;
      const { visitor } = await opened({
        colleagues: (request) => (isDown ? offline(request) : json(colleagues)),
      });
      await visitor.read('Dit laadt nu niet.');
      isDown = false;
      await visitor.press('Probeer opnieuw');
      await visitor.read('Bram de Wit');
    });

    it('invite somebody, and say that a link is on its way', async () => {
      const { visitor, asked } = await opened();
      await fillIn(visitor, { buurt: 'rozenbuurt' });
      await visitor.read('Je collega krijgt een mail met een link.');
      await visitor.press('Nodig uit');
      await visitor.read('Sam de Vries krijgt een mail met een link om in te loggen.');
      const [request, ...others] = asked('POST', /desk\/people$/);
      expect(await request!.json()).to.deep.equal({
        ...{ name: 'Sam de Vries', email: 'sam@corporatie.example', locale: 'nl' },
        roles: [{ role: 'moderator', buurt: 'BU0363AA01' }],
      });
      expect(others).to.have.length(0);
      expect(asked('GET', /desk\/people$/)).to.have.length(2);
      await focusOn('.screen-title');
    });

    it('say how somebody comes in where no link is mailed', async () => {
      for (const [firstLogin, before, after] of [
        [
          'account',
          'Je collega logt in op deze pagina met het werkaccount',
          'kan inloggen met het werkaccount',
        ],
        [
          'operator',
          'Je beheerder van de server maakt een link',
          'Vraag je beheerder van de server om een link',
        ],
      ] as const) {
        const { visitor } = await opened({ colleagues: { ...colleagues, firstLogin } });
        await fillIn(visitor);
        await visitor.read(before);
        await visitor.press('Nodig uit');
        await visitor.read(after);
      }
    });

    it('say everything that is missing at once, and send nothing', async () => {
      const { visitor, asked } = await opened();
      await visitor.press('Nodig een collega uit');
      await visitor.see('form');
      await visitor.press('Nodig uit');
      await focusOn('.error-summary');
      for (const why of ['Vul de naam in.', 'Vul een mailadres in', 'Kies een rol.']) await visitor.read(why);
      expect(asked('POST', /people/)).to.have.length(0);
    });

    it('know no buurt that is not there, and no residents of all buurten', async () => {
      for (const [role, buurt] of [
        ['moderator', 'Nergens'],
        ['residents', ''],
      ] as const) {
        sessionStorage.clear();
        const { visitor, asked } = await opened();
        await fillIn(visitor, { role, buurt });
        await visitor.press('Nodig uit');
        await visitor.read('Kies een buurt uit de lijst.');
        expect(asked('POST', /people/)).to.have.length(0);
      }
    });

    it('keep what was filled in when it did not arrive, and send it once more under the same key', async () => {
      let isDown = true;
      const { visitor, asked } = await opened({
        changingPeople: (request) => (isDown ? offline(request) : json({ id: deskId(59) }, 201)),
      });
      await fillIn(visitor);
      await visitor.press('Nodig uit');
      await visitor.read('Het is niet gelukt.');
      await focusOn('.failure');
      expect(((await visitor.see('#name')) as HTMLInputElement).value).to.contain('Sam de Vries');
      isDown = false;
      await visitor.press('Nodig uit');
      await visitor.read('Sam de Vries krijgt een mail');
      const keys = asked('POST', /people$/).map(({ headers }) => headers.get('idempotency-key'));
      expect(new Set(keys).size).to.equal(1);
    });

    it('keep an invitation when the session ends, for who wrote it alone, until it is sent', async () => {
      let isOver = false;
      let session = admin;
      const changingPeople: Answer = (request) => {
        if (isOver) return json({ id: deskId(59) }, 201);
        isOver = true;
        return loggedOut(request);
      };
      const answers = {
        session: ((request) => (isOver ? loggedOut(request) : json(session))) as Answer,
        changingPeople,
      };
      const { visitor } = await opened(answers);
      await fillIn(visitor, { buurt: 'Rozenbuurt' });
      await visitor.press('Nodig uit');
      await visitor.read('Inloggen');

      session = { ...admin, email: 'bram@corporatie.example' };
      const other = await opened({ session });
      await other.visitor.read('Bram de Wit');
      expect(other.visitor.all('form.act')).to.have.length(0);

      const again = await opened({ changingPeople });
      const field = async (id: string) => ((await again.visitor.see(`#${id}`)) as HTMLInputElement).value;
      expect(await field('name')).to.equal(' Sam de Vries ');
      expect(await field('email')).to.equal('sam@corporatie.example');
      expect([await field('role'), await field('buurt')]).to.deep.equal(['moderator', 'Rozenbuurt']);
      await again.visitor.press('Nodig uit');
      await again.visitor.read('Sam de Vries krijgt een mail');
      await again.visitor.press('Nodig een collega uit');
      expect(await field('name')).to.equal('');
    });

    it('say why the server does not do it, in their words', async () => {
      for (const [type, why] of [
        ['works-here', 'Deze collega kan al inloggen.'],
        ['not-permitted', 'Je gaat alleen over je eigen buurten.'],
      ] as const) {
        sessionStorage.clear();
        const { visitor } = await opened({
          changingPeople: refused(type, type === 'works-here' ? 409 : 403),
        });
        await fillIn(visitor);
        await visitor.press('Nodig uit');
        await visitor.read(why);
      }
    });

    it('send once, however often somebody presses', async () => {
      const { visitor, asked } = await opened({ changingPeople: silence });
      await fillIn(visitor);
      await visitor.press('Nodig uit');
      await visitor.press('Bezig …');
      await visitor.press('Bezig …');
      expect(asked('POST', /people$/)).to.have.length(1);
    });

    it('give and take roles', async () => {
      const { visitor, asked } = await opened();
      await visitor.press('Verander rollen: Fatima el Amrani');
      await focusOn('.form-title');
      const [reading] = visitor.all('input[name=kept]') as HTMLInputElement[];
      reading!.click();
      await choose(visitor, 'admin');
      await visitor.press('Bewaar');
      await visitor.read('De rollen van Fatima el Amrani zijn veranderd.');
      const [request] = asked('POST', /roles$/);
      expect(request!.url).to.contain(`/desk/people/${deskId(52)}/roles`);
      expect(await request!.json()).to.deep.equal({
        given: [{ role: 'admin', buurt: null }],
        taken: [{ role: 'reader', buurt: null }],
      });
    });

    it('remove somebody by a second press that says what happens, and not before', async () => {
      const { visitor, asked } = await opened();
      await visitor.press('Haal weg: Bram de Wit');
      await visitor.read('Haal je Bram de Wit weg?');
      await visitor.press('Annuleer');
      await focusOn('[data-opens^=removal]');
      expect(asked('POST', /removal$/)).to.have.length(0);
      await visitor.press('Haal weg: Bram de Wit');
      await visitor.press('Ja, haal weg');
      await visitor.read('Bram de Wit kan niet meer inloggen.');
      expect(asked('POST', /removal$/)).to.have.length(1);
    });

    it('remove nobody by a double click', async () => {
      const { visitor, asked } = await opened();
      await visitor.press('Haal weg: Bram de Wit');
      const yes = await visitor.button('Ja, haal weg');
      yes.dispatchEvent(
        new MouseEvent('click', { detail: 2, bubbles: true, composed: true, cancelable: true }),
      );
      expect(asked('POST', /removal$/)).to.have.length(0);
    });

    it('say that the last admin stays', async () => {
      const { visitor } = await opened({ changingPeople: refused('last-admin') });
      await visitor.press('Haal weg: Noor Jansen');
      await visitor.read('Dit ben je zelf.');
      await visitor.press('Ja, haal weg');
      await visitor.read('Dit is de laatste beheerder. Maak eerst iemand anders beheerder.');
    });

    it('ask anew what somebody may who changed their own roles', async () => {
      let may = admin;
      const { visitor } = await opened({
        session: () => json(may),
        changingPeople: () => {
          may = reader;
          return json({ id: deskId(53) }, 201);
        },
      });
      await visitor.press('Verander rollen: Noor Jansen');
      ((await visitor.see('input[name=kept]')) as HTMLInputElement).click();
      await visitor.press('Bewaar');
      await visitor.read('Alleen een beheerder bepaalt wie hier werkt.');
    });

    it('let an admin of one buurt change nothing elsewhere', async () => {
      const { visitor, asked } = await opened({ session: adminOfBuurt });
      await visitor.read('Heeft ook rollen die jij niet kunt veranderen.');
      expect(visitor.all('[data-opens^=removal]')).to.have.length(1);
      await fillIn(visitor);
      expect(visitor.all('option[value=Rozenbuurt]')).to.have.length(1);
      await visitor.press('Nodig uit');
      await visitor.read('Sam de Vries krijgt een mail');
      const [request] = asked('POST', /people$/);
      expect((await request!.json()).roles).to.deep.equal([{ role: 'moderator', buurt: 'BU0363AA01' }]);
      expect(asked('GET', /\/buurten/)).to.have.length(0);
    });
  });

  describe('with mails', () => {
    it('save each switch at once, and say so', async () => {
      const { visitor, asked } = await opened({}, '#/settings/mails');
      const reports = (await visitor.see('#reports')) as HTMLInputElement;
      expect(((await visitor.see('#digest')) as HTMLInputElement).checked).to.equal(true);
      expect(reports.checked).to.equal(false);
      reports.click();
      await visitor.read('Bewaard.');
      const [request] = asked('PUT', /mail-settings$/);
      expect(await request!.json()).to.deep.equal({ digest: true, reports: true });
      expect(request!.headers.get('x-buurt-desk')).to.equal('1');
    });

    it('say what is not saved, keep it, and try again', async () => {
      let isDown = true;
      const { visitor } = await opened(
        {
          mailSettings: async (request) =>
            request.method === 'GET'
              ? json({ digest: true, reports: false })
              : isDown
                ? offline(request)
                : json(await request.clone().json()),
        },
        '#/settings/mails',
      );
      (await visitor.see('#digest')).click();
      await visitor.read('Dit is niet bewaard.');
      expect(((await visitor.see('#digest')) as HTMLInputElement).checked).to.equal(false);
      isDown = false;
      await visitor.press('Probeer opnieuw');
      await visitor.read('Bewaard.');
    });

    it('save the last of two switches that are moved at once', async () => {
      const { visitor, asked } = await opened({}, '#/settings/mails');
      (await visitor.see('#digest')).click();
      (await visitor.see('#reports')).click();
      await visitor.read('Bewaard.');
      const last = asked('PUT', /mail-settings$/).at(-1)!;
      expect(await last.json()).to.deep.equal({ digest: false, reports: true });
    });
  });

  describe('with a feed', () => {
    const withFeed = (answer?: Answer) => opened(answer ? { feedTokens: answer } : {}, '#/settings/mails');
    const address = (visitor: Visitor<Desk>) =>
      (visitor.all('#feed')[0] as HTMLInputElement | undefined)?.value;

    it('make an address, show it once with the focus on it, and warn that it opens without a login', async () => {
      const { visitor, asked } = await withFeed();
      await visitor.press('Maak een adres');
      await visitor.read('Wie dit adres heeft, leest mee zonder in te loggen.');
      await visitor.see('#feed');
      expect(address(visitor)).to.match(/^https?:\/\/.+\/desk\/inbox\.atom\?token=geheim-1$/);
      expect(asked('POST', /feed-tokens$/)[0]!.headers.get('x-buurt-desk')).to.equal('1');
      await focusOn('#feed');
      await visitor.press('Maak een nieuw adres');
      await until('the new address', () => address(visitor)?.endsWith('geheim-2'));
    });

    it('say when the one was made that there is, and stop it', async () => {
      const { visitor } = await withFeed(feedTokens(true));
      await visitor.read('Je hebt een adres. Je maakte het op 20 nov');
      expect(address(visitor)).to.equal(undefined);
      await visitor.press('Stop met dit adres');
      await visitor.read('Het adres werkt niet meer.');
      await visitor.read('Maak een adres');
    });

    it('say what is not done, and go on without it', async () => {
      const { visitor } = await withFeed((request) =>
        request.method === 'GET' ? json({ tokens: [] }) : offline(request),
      );
      await visitor.press('Maak een adres');
      await visitor.read('Het is niet gelukt.');
      expect(address(visitor)).to.equal(undefined);
      (await visitor.see('#reports')).click();
      await visitor.read('Bewaard.');
    });
  });

  it('are English where the page is', async () => {
    openAt('#/settings/people');
    const server = deskConnection({ session: admin });
    const page = onThePage(html`<buurt-desk lang="en" .connection=${server}></buurt-desk>`);
    const visitor = new Visitor<Desk>(page, 'buurt-desk');
    await visitor.read('Invite a colleague');
    await visitor.read('Ideas and remarks, Rozenbuurt');
  });
});
