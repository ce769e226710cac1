import {
  aLetterOrder,
  aRoundAtTheDesk,
  deskId,
  lettersWith,
  madeLetters,
  roundRunner,
} from '../../test/support/desk-endpoint.js';
import { offline, problem, silence } from '../../test/support/endpoint.js';
import type { Story } from '../../test/support/stage.js';
import { after, desk, reading } from './desk.js';

export default { title: 'Desk/Letters with codes' };

type Answers = Parameters<typeof desk>[0];
const letters = (answers: Answers = {}) =>
  desk({ session: roundRunner, ...answers }, `#/round/${deskId(61)}`);
const none = lettersWith([]);
const own = lettersWith([aLetterOrder({ isOfColleague: false, orderedBy: roundRunner.name })]);
const made = lettersWith([madeLetters()]);

export const Waiting: Story = { render: () => letters(), play: reading('Wacht op een collega') };
export const WaitingOwn: Story = {
  render: () => letters({ letters: own }),
  play: reading('Laat een collega ze nakijken'),
};
export const None: Story = { render: () => letters({ letters: none }), play: reading('Hier zijn nog geen') };
export const Made: Story = {
  render: () =>
    letters({
      letters: lettersWith([
        aLetterOrder({ id: deskId(83), state: 'cancelled', count: 12 }),
        madeLetters({ id: deskId(84), replaces: deskId(82), orderedBy: null }),
        madeLetters({ state: 'replaced' }),
      ]),
    }),
  play: reading('In plaats van eerdere brieven.'),
};
export const Coming: Story = { render: () => letters({ letters: silence }) };
export const Offline: Story = {
  render: () => letters({ letters: offline }),
  play: reading('De brieven laden nu niet.'),
};
export const Failed: Story = {
  render: () => letters({ letters: problem(400, 'Kapot') }),
  play: reading('De brieven laden nu niet.'),
};

export const Making: Story = {
  render: () => letters(),
  play: after((visitor) => visitor.press('Maak deze brieven')),
};
export const MakingAgain: Story = {
  render: () => letters({ letters: made }),
  play: after((visitor) => visitor.press('Printen mislukt?')),
};
export const Lost: Story = {
  render: () => letters({ letters: made }),
  play: after((visitor) => visitor.press('Een brief is kwijt')),
};
export const LostUnreadable: Story = {
  render: () => letters({ letters: made }),
  play: after(async (visitor) => {
    await visitor.press('Een brief is kwijt');
    await visitor.type('number', '17');
    await visitor.type('replacementKey', 'K7QF-M2XA-9TR');
    await visitor.press('Maak een nieuwe brief');
    await visitor.read('Deze sleutel klopt niet.');
  }),
};

const orders: NonNullable<Story['play']> = after(async (visitor) => {
  await visitor.press('Bestel brieven');
  await visitor.type('page', 'https://www.example.nl/buurtbudget');
  await visitor.type('helpLine', 'Hulp nodig? Bel 012 345 67 89.');
  await visitor.press('Bestel');
});
const ordering = (answers: Answers) => letters({ letters: none, ...answers });

export const Ordering: Story = {
  render: () => ordering({}),
  play: after((visitor) => visitor.press('Bestel brieven')),
};
export const OrderingIncomplete: Story = {
  render: () => ordering({}),
  play: after(async (visitor) => {
    await visitor.press('Bestel brieven');
    await visitor.press('Bestel');
    await visitor.read('Vul in: Waar krijgen bewoners hulp?');
  }),
};
export const OrderingBusy: Story = { render: () => ordering({ actingOnLetters: silence }), play: orders };
export const OrderingOffline: Story = { render: () => ordering({ actingOnLetters: offline }), play: orders };
export const OrderingTooFull: Story = {
  render: () =>
    ordering({
      actingOnLetters: problem(409, 'Past niet', { type: 'urn:buurt:problem:letter-too-full' }),
    }),
  play: orders,
};
export const JustOrdered: Story = { render: () => ordering({}), play: orders };

const hostile = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(3);

export const LongNames: Story = {
  render: () =>
    letters({
      round: aRoundAtTheDesk({ name: hostile }),
      letters: lettersWith([
        aLetterOrder({
          ...{ sender: `${hostile} \u202Eretlow`, helpLine: `${hostile} `.repeat(3), orderedBy: hostile },
          page: `https://www.example.nl/${hostile}`,
        }),
      ]),
    }),
  play: reading('Wacht op een collega'),
};
