import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { fullProofs } from '../server/full-proofs.js';
import { buurtCode } from '../server/stage.js';
import { HostPage } from './host-page.js';
import { Neighbourhood } from './neighbourhood.js';
import { launchEngine, Visitor, type Engine } from './visitor.js';

const engines: readonly Engine[] = fullProofs ? ['Chromium', 'Firefox'] : ['Chromium'];
const households = fullProofs ? 300 : 12;
const desktop = { width: 1280, height: 900 };

for (const engine of engines)
  /** From the first words of an idea to the thanks at its end, on the built bundle, each person on a device of their own. */
  describe(`one life of an idea, in ${engine}`, () => {
    let host: HostPage;
    let buurt: Neighbourhood;
    let browser: Browser;
    let maker: Visitor;
    let officer: Visitor;
    let colleague: Visitor;
    let neighbour: Visitor;
    let initiativeId: string;
    let ownLink: string;
    let roundId: string;

    before(async () => {
      host = await new HostPage().open();
      buurt = await Neighbourhood.open(host.origin);
      host.serve(buurt.origin, buurtCode);
      browser = await launchEngine(engine);
      maker = await Visitor.with(browser, 'maker');
      neighbour = await Visitor.with(browser, 'neighbour');
      officer = await Visitor.with(browser, 'officer', desktop);
      colleague = await Visitor.with(browser, 'colleague', desktop);
    });
    after(async () => {
      await browser.close();
      host.close();
      await buurt.close();
    });

    const visits = async (visitor: Visitor, tag: string, address = '/') => {
      const widget = `<${tag} endpoint="${buurt.endpoint}" buurt="${buurtCode}"></${tag}>`;
      host.content = { body: `<h1>Onze buurt</h1>${widget}` };
      await visitor.goes(host.origin + address);
    };
    const initiative = () => buurt.read(`/initiatives/${initiativeId}`);
    const linkIn = ({ text }: { text: string }, path: RegExp) => {
      const [link] = text.match(/http\S+/g)?.filter((each) => path.test(each)) ?? [];
      assert.ok(link, `no link to ${String(path)} in: ${text}`);
      return link;
    };

    async function logsIn(visitor: Visitor, name: string): Promise<void> {
      const email = `${name.toLowerCase()}@corporatie.example`;
      await buurt.operates('staff', 'invite', email, '--name', name, '--role', 'moderator');
      await buurt.operates('staff', 'roles', email, '--give', 'rounds');
      await visitor.goes(linkIn(await buurt.mailTo(email), /\/desk#login=/));
      await visitor.presses('Log in');
      await visitor.reads(`Ingelogd als ${name}`);
    }

    it('begins on a telephone, and its maker gets a link', async () => {
      await visits(maker, 'buurt-idea-form');
      await maker.fills('#title', 'Een lange tafel op het plein');
      await maker.fills('#story', 'Een keer per maand samen eten. Iedereen brengt iets mee.');
      await maker.presses('Verder');
      await maker.reads('Waar is het?');
      await maker.presses('Verder');
      await maker.reads('Samen met de buurt');
      await maker.clicks('input[value=own]');
      await maker.fills('#cost-from', '300');
      await maker.fills('#cost-to', '450');
      await maker.presses('Verder');
      await maker.reads('Een foto erbij?');
      await maker.presses('Verder');
      await maker.reads('Wie ben jij?');
      await maker.fills('#name', 'Samira');
      await maker.fills('#email', 'samira@voorbeeld.nl');
      await maker.clicks('#consent');
      await maker.presses('Verder');
      await maker.reads('Klopt het zo?');
      await maker.presses('Verstuur je idee');
      await maker.reads('Dank je wel! Je idee is binnen.', 'We stuurden je een mail.');

      const receipt = await buurt.mailTo('samira@voorbeeld.nl');
      await maker.goes(linkIn(receipt, /\/v1\/followers\//));
      await maker.clicks('button');
      await maker.reads('Je krijgt een mail als er iets gebeurt met je idee.');
      await maker.goes(linkIn(receipt, /mijn-initiatief\S*#mijn=/));
      await maker.reads('Een lange tafel op het plein', 'De organisatie leest je idee');
    });

    it('is placed on the site by staff, and the maker hears so', async () => {
      await logsIn(officer, 'Noor');
      await officer.clicks('.entry::-p-text(Een lange tafel op het plein)');
      await officer.reads('Iedereen brengt iets mee.');
      await officer.presses('Plaats op de site');
      await officer.reads('staat op de site.');
      const mail = await buurt.mailTo('samira@voorbeeld.nl');
      assert.match(mail.text, /op de site/);
      const { initiatives } = await buurt.read(`/buurten/${buurtCode}/initiatives`);
      assert.deepEqual(
        initiatives.map(({ title }: { title: string }) => title),
        ['Een lange tafel op het plein'],
      );
      initiativeId = initiatives[0].id;
    });

    it('is joined by three neighbours, and one asks something', async () => {
      await visits(neighbour, 'buurt-initiative-list');
      const joins = async (kind: string, name: string, contact: string, message: string) => {
        await neighbour.goes(`${host.origin}/`);
        await neighbour.clicks('.card .title');
        await neighbour.reads('Wie doet er mee?');
        await neighbour.clicks('[data-form=offer]');
        await neighbour.clicks(`input[name=kinds][value=${kind}]`);
        await neighbour.fills('#message', message);
        await neighbour.fills('#name', name);
        await neighbour.fills('#contact', contact);
        await neighbour.clicks('form [type=submit]');
        await neighbour.reads('Fijn dat je wilt meedoen!');
        const mail = await buurt.mailTo('samira@voorbeeld.nl');
        for (const each of [name, message, contact]) assert.ok(mail.text.includes(each), mail.text);
        if (contact.includes('@')) assert.match((await buurt.mailTo(contact)).text, /Trek mijn aanbod in/);
        ownLink = linkIn(mail, /mijn-initiatief\S*#mijn=/);
      };
      await joins('time', 'Fatima', 'fatima@voorbeeld.nl', 'Ik kook graag mee.');
      await joins('tools', 'Henk', '06 12345678', 'Ik heb twee tafels.');
      await joins('space', 'Ada', 'ada@voorbeeld.nl', 'Mijn schuur is droog.');

      await neighbour.clicks('[data-form=remark]');
      await neighbour.clicks('input[value=question]');
      await neighbour.fills('#text', 'Mag ik mijn hond meenemen?');
      await neighbour.clicks('form [type=submit]');
      await neighbour.reads('Dank je wel! We lezen je opmerking voordat anderen die zien.');
      await officer.page.reload();
      await officer.clicks('.entry::-p-text(hond)');
      await officer.presses('Plaats op de site');
      await officer.reads('Alles is beantwoord.');
    });

    it('is answered by its maker, from the link in the mail', async () => {
      await maker.goes(ownLink);
      await maker.reads('3 buren wachten op je antwoord.', 'Mag ik mijn hond meenemen?');
      await maker.presses('Antwoord aan Fatima');
      await maker.fills('form #text', 'Heel graag! Zaterdag om vier uur?');
      await maker.presses('Ja, doe mee');
      await maker.reads('Je antwoord is bewaard.');
      const answer = await buurt.mailTo('fatima@voorbeeld.nl');
      assert.match(answer.text, /Fijn: je doet mee[\s\S]*Zaterdag om vier uur\?/);
      await neighbour.goes(linkIn(answer, /\/v1\/offers\//));
      await neighbour.presses('Ja, houd me op de hoogte');
      await neighbour.reads('Je krijgt een mail als er iets gebeurt.');
      await maker.presses('Antwoord aan Ada');
      await maker.fills('form #text', 'De eerste keer is het buiten. Dank je!');
      await maker.presses('Nu even niet');
      await maker.reads('1 buur wacht op je antwoord.');
      assert.match((await buurt.mailTo('ada@voorbeeld.nl')).text, /nu even niet[\s\S]*buiten/);
      await maker.presses('Geef antwoord');
      await maker.fills('form #text', 'Ja, aan de lijn.');
      await maker.presses('Versturen');
      await maker.reads('Je antwoord staat bij de vraag.');
      const { offerCount, remarks } = await initiative();
      assert.equal(offerCount, 1);
      assert.equal(remarks[0].answer.text, 'Ja, aan de lijn.');
    });

    it('comes on the ballot, made by two of the staff', async () => {
      await buurt.publishIdea({ title: 'Een fontein in de vijver', costCents: 80_000 });
      await logsIn(colleague, 'Els');
      await officer.goes(`${buurt.origin}/desk#/rounds`);
      await officer.picks('#buurt', buurtCode);
      await officer.presses('Bereid een stemronde voor');
      await officer.fills('#name', 'Samen beslissen');
      await officer.fills('#budget', '1000');
      const moment = (hours: number) => {
        const date = new Date(Date.now() + hours * 3_600_000);
        return date.toLocaleString('sv-SE', { timeZone: 'Europe/Amsterdam' }).slice(0, 16).replace(' ', 'T');
      };
      await officer.fills('#opensAt', moment(1));
      await officer.fills('#closesAt', moment(48));
      await officer.fills('#most', '1');
      await officer.presses('Bewaar');
      await officer.reads('Laat nu een collega ernaar kijken.');
      await colleague.goes(officer.page.url());
      await colleague.presses('Maak de stemronde');
      await colleague.reads('Nog niet begonnen');
      for (const address of ['samira@voorbeeld.nl', 'fatima@voorbeeld.nl'])
        assert.match((await buurt.mailTo(address)).text, /Samen beslissen/);
      await colleague.presses('Nu openen');
      await colleague.presses('Open de stemronde');
      await colleague.reads('De stemronde is open.');
      const { rounds } = await buurt.read(`/buurten/${buurtCode}/rounds`);
      roundId = rounds[0].id;
    });

    it('is voted about by every household with a letter: online, again, and on paper', async () => {
      await buurt.operates('codes', 'make', roundId, '--count', String(households));
      const codes = (await buurt.operator.reads('codes.csv')).match(/(?<=;")[\dA-Z-]{14}/g) ?? [];
      assert.equal(codes.length, households);
      const round = await buurt.read(`/rounds/${roundId}`);
      const idOf = (title: string): string =>
        round.proposals.find((proposal: { title: string }) => proposal.title === title).id;
      const [table, fountain] = [idOf('Een lange tafel op het plein'), idOf('Een fontein in de vijver')];

      await visits(neighbour, 'buurt-budget-vote');
      await neighbour.clicks('[part~=add]::-p-text(fontein)');
      await neighbour.presses('Controleer je keuze');
      await neighbour.fills('#code', codes[0]!);
      await neighbour.clicks('[part~=send]');
      await neighbour.reads('Je stem telt mee');
      await neighbour.presses('Verander je stem');
      await neighbour.clicks('.card [part~=remove]');
      await neighbour.clicks('[part~=add]::-p-text(tafel)');
      await neighbour.presses('Controleer je keuze');
      await neighbour.clicks('[part~=send]');
      await neighbour.reads('Je nieuwe stem telt mee');

      const onPaper = codes.slice(-3);
      for (const [nth, code] of codes.slice(1, -3).entries())
        await buurt.cast({ id: roundId, rulesHash: round.rulesHash }, code.replaceAll('-', ''), [
          nth % 3 === 0 ? fountain : table,
        ]);
      const numbers = await buurt.operates('round', 'paper', roundId);
      const number = /(\d+) +Een lange tafel/.exec(numbers)?.[1];
      assert.ok(number, numbers);
      await buurt.operator.saves(
        'paper.csv',
        ['code,choice', ...onPaper.map((code) => `${code},${number}`)].join('\n'),
      );
      assert.match(await buurt.operates('round', 'paper', roundId, 'paper.csv'), /3/);
    });

    it('wins when the clock closes the vote, and a recount agrees', async () => {
      await buurt.timeIsUp(roundId);
      await colleague.page.reload();
      await colleague.reads('Gesloten', 'Gewonnen', `${String(households)} stembiljetten`);
      assert.match(await buurt.operates('round', 'verify', roundId), /log/);
      await neighbour.page.reload();
      await neighbour.reads('De stemming is gesloten');
      await neighbour.clicks('summary::-p-text(Hoe is dit geteld?)');
      await neighbour.presses('Tel zelf na in deze browser');
      await neighbour.reads(`Het klopt. Deze browser telde ${String(households)} stemmen`);
    });

    it('gets its money by one act, and everybody hears what came of it', async () => {
      await colleague.presses('Uitslag verwerken');
      await colleague.fills('#dueOn', '2027-05-01');
      await colleague.presses('Verwerk de uitslag');
      await colleague.reads('De uitslag is verwerkt.');
      assert.match((await buurt.mailTo('samira@voorbeeld.nl')).text, /€\s450/);
      assert.match((await buurt.mailTo('fatima@voorbeeld.nl')).text, /€\s450/);
      const { status, promises } = await initiative();
      assert.equal(status, 'granted');
      assert.deepEqual([promises[0].grantedCents, promises[0].dueOn], [45_000, '2027-05-01']);
    });

    it('is kept: news, euros spent, done, and thanks', async () => {
      await maker.goes(ownLink);
      await maker.reads('Je initiatief krijgt geld.', 'toegekend');
      await maker.presses('Vertel hoe het gaat');
      await maker.fills('form #text', 'De tafels staan klaar. Zaterdag eten we.');
      await maker.presses('Versturen');
      await maker.reads('Je nieuws staat op de site.');
      assert.match((await buurt.mailTo('fatima@voorbeeld.nl')).text, /Zaterdag eten we/);

      await officer.goes(`${buurt.origin}/desk#/idea/${initiativeId}`);
      await officer.clicks('button::-p-text(Werk bij)');
      await officer.picks('#state', 'kept');
      await officer.fills('#spent', '423,50');
      await officer.presses('Bewaar de belofte');
      await officer.reads('De belofte staat op de site.');

      await maker.goes(ownLink);
      await maker.reads('uitgegeven');
      await maker.presses('Het is klaar');
      await maker.fills('form #text', 'Dank je wel, Fatima. Jij maakte het warm.');
      await maker.clicks('form [type=submit]');
      await maker.reads('Je initiatief staat op klaar.');
      assert.match((await buurt.mailTo('fatima@voorbeeld.nl')).text, /Jij maakte het warm/);

      await visits(neighbour, 'buurt-initiative-list', `/?initiatieven-open=${initiativeId}`);
      await neighbour.reads('Jij maakte het warm.', 'Ja, aan de lijn.', '€ 423,50 van € 450 uitgegeven');
      await visits(neighbour, 'buurt-cashbook');
      await neighbour.reads('Het kasboek van de buurt', '423,50');
      assert.deepEqual(await buurt.unread(), []);
      assert.deepEqual(host.violations, []);
      for (const each of [maker, neighbour, officer, colleague]) await each.leaves();
    });
  });
