import {
  aMailAtTheDesk,
  admin,
  deskId,
  mailsAtTheDesk,
  reader,
  type DeskAnswers,
} from '../../test/support/desk-endpoint.js';
import { offline, problem, silence } from '../../test/support/endpoint.js';
import type { Story } from '../../test/support/stage.js';
import type { Visitor } from '../../test/support/visitor.js';
import { after, desk, reading, type Desk } from './desk.js';

export default { title: 'Desk/Mails that did not arrive' };

const mails = (answers: DeskAnswers = {}) => desk({ session: admin, ...answers }, '#/settings/undelivered');
const one = (answers: DeskAnswers = {}) => desk(answers, `#/mail/${deskId(7)}`);

export const List: Story = { render: () => mails(), play: reading('12 andere mails wachten op hun beurt') };

export const Empty: Story = {
  render: () => mails({ mails: { mails: [], count: 0, waiting: 0 } }),
  play: reading('Er staat niets in deze lijst.'),
};

export const Coming: Story = { render: () => mails({ mails: silence }) };

export const Failed: Story = {
  render: () => mails({ mails: problem(400, 'Kapot') }),
  play: reading('De mails laden nu niet.'),
};

export const Offline: Story = {
  render: () => mails({ mails: offline }),
  play: reading('De mails laden nu niet.'),
};

export const OnlyReading: Story = {
  render: () =>
    mails({
      session: reader,
      mails: { mails: [aMailAtTheDesk({ address: null, reason: null })], count: 1, waiting: 0 },
    }),
  play: reading('Je ziet geen adressen.'),
};

export const TooMany: Story = {
  render: () => mails({ mails: { ...mailsAtTheDesk, count: 4200 } }),
  play: reading('Je ziet 3 van de 4200 mails.'),
};

const hostile = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(2);

export const HostileWords: Story = {
  render: () =>
    mails({
      mails: {
        mails: [
          aMailAtTheDesk({
            address: `${hostile.toLowerCase()}@voorbeeld.nl`,
            idea: { id: deskId(1), title: `${hostile} \u202Eretlow` },
            reason: `550 ${hostile}<b>${hostile}`,
          }),
        ],
        ...{ count: 1, waiting: 0 },
      },
    }),
  play: after(async (visitor) => (await visitor.see('summary')).click()),
};

/** The first of the list. */
const first = 'Besluit over een idee, Bankjes langs het water';
const retry = async (visitor: Visitor<Desk>) => visitor.press(`Probeer opnieuw: ${first}`);

export const SentAgain: Story = {
  render: () => mails(),
  play: after(async (visitor) => {
    await retry(visitor);
    await visitor.read('De mail staat weer klaar om te gaan.');
  }),
};

export const SendingAgain: Story = { render: () => mails({ actingOnMail: silence }), play: after(retry) };

export const SendingAgainOffline: Story = {
  render: () => mails({ actingOnMail: offline }),
  play: after(async (visitor) => {
    await retry(visitor);
    await visitor.read('Het is niet gelukt.');
  }),
};

export const WentMeanwhile: Story = {
  render: () => mails({ actingOnMail: problem(404, 'Niet hier') }),
  play: after(async (visitor) => {
    await retry(visitor);
    await visitor.read('Deze mail is intussen verstuurd');
  }),
};

export const GivingUp: Story = {
  render: () => mails(),
  play: after(async (visitor) => {
    await visitor.press(`Stuur niet meer: ${first}`);
    await visitor.read('Stuur je deze mail niet meer?');
  }),
};

export const GivingUpOffline: Story = {
  render: () => mails({ actingOnMail: offline }),
  play: after(async (visitor) => {
    await visitor.press(`Stuur niet meer: ${first}`);
    await visitor.press('Ja, stuur niet meer');
    await visitor.read('Het is niet gelukt.');
  }),
};

export const One: Story = { render: () => one(), play: reading('De mailserver kent dit adres niet.') };

export const OneThatIsGone: Story = {
  render: () => one({ mails: { mails: [], count: 0, waiting: 0 } }),
  play: reading('Deze mail staat niet meer in de lijst.'),
};

export const OneOnlyReading: Story = {
  render: () =>
    one({
      session: reader,
      mails: { mails: [aMailAtTheDesk({ address: null, reason: null })], count: 1, waiting: 0 },
    }),
  play: reading('Je ziet geen adressen.'),
};
