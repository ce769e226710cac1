import {
  anOfferAtTheDesk,
  aQuestionAtTheDesk,
  aRemarkAtTheDesk,
  deskId,
  reader,
} from '../../test/support/desk-endpoint.js';
import type { Story } from '../../test/support/stage.js';
import { after, desk, reading } from './desk.js';

export default { title: 'Desk/Messages' };

export const Reported: Story = {
  render: () => desk({}, `#/report/${deskId(2)}`),
  play: reading('Dit gaat over mijn vader'),
};

export const ReportResolved: Story = {
  render: () => desk({ remark: aRemarkAtTheDesk({ state: 'hidden' }) }, `#/report/${deskId(2)}`),
  play: reading('Dit is al afgehandeld.'),
};

export const RemarkToRead: Story = {
  render: () =>
    desk(
      { remark: aRemarkAtTheDesk({ ...{ state: 'waiting', reports: [] }, text: 'Denk aan de rolstoelen.' }) },
      `#/remark/${deskId(6)}`,
    ),
  play: reading('Plaats op de site'),
};

export const Question: Story = {
  render: () => desk({}, `#/question/${deskId(4)}`),
  play: reading('Je antwoord komt op de site'),
};

export const QuestionWithoutAnswer: Story = {
  render: () => desk({}, `#/question/${deskId(4)}`),
  play: after(async (visitor) => {
    await visitor.press('Plaats het antwoord');
    await visitor.read('Schrijf een antwoord.');
  }),
};

export const QuestionAnswered: Story = {
  render: () =>
    desk(
      { remark: aQuestionAtTheDesk({ answer: { text: 'Ja, in het voorjaar.', by: 'maker' } }) },
      `#/question/${deskId(4)}`,
    ),
  play: reading('De bedenker antwoordde'),
};

export const Offer: Story = {
  render: () => desk({}, `#/offer/${deskId(5)}`),
  play: reading('Ik kook graag'),
};

export const OfferAnswered: Story = {
  render: () =>
    desk(
      { offer: anOfferAtTheDesk({ outcome: 'joined', answer: 'Fijn dat je komt!' }) },
      `#/offer/${deskId(5)}`,
    ),
  play: reading('Deze buur doet mee.'),
};

export const OnlyReading: Story = {
  render: () => desk({ session: reader }, `#/question/${deskId(4)}`),
  play: reading('heb je een andere rol nodig'),
};

const hostile = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(4);

export const HostileTexts: Story = {
  render: () =>
    desk(
      {
        offer: anOfferAtTheDesk({
          idea: { id: deskId(1), reference: 'K4T-9PX', title: `${hostile} \u202Etxt.exe` },
          ...{ message: `<script>alert(1)</script> ${hostile}`, name: '\u202Eretlow', contact: hostile },
        }),
      },
      `#/offer/${deskId(5)}`,
    ),
  play: reading('alert(1)'),
};
