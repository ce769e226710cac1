import { anInitiativeAtTheDesk, deskId, reader } from '../../test/support/desk-endpoint.js';
import { offline, problem } from '../../test/support/endpoint.js';
import type { Story } from '../../test/support/stage.js';
import { after, desk, reading } from './desk.js';

export default { title: 'Desk/An initiative' };

const at = `#/idea/${deskId(1)}`;
const idea = anInitiativeAtTheDesk();

export const HowItStands: Story = { render: () => desk({ idea }, at), play: reading('€ 1.250 toegezegd') };

export const OnTheBallot: Story = {
  render: () => desk({ idea: anInitiativeAtTheDesk({ status: 'onBallot', statusReason: null }) }, at),
  play: reading('De buurt stemt erover.'),
};

export const OnlyReading: Story = {
  render: () => desk({ idea: anInitiativeAtTheDesk({ contact: null }), session: reader }, at),
  play: reading('De stoep is klaar.'),
};

export const TellingNews: Story = {
  render: () => desk({ idea }, at),
  play: after(async (visitor) => {
    await visitor.press('Vertel nieuws');
    await visitor.read('Het staat meteen op de site.');
  }),
};

export const MakingAPromise: Story = {
  render: () => desk({ idea }, at),
  play: after(async (visitor) => {
    await visitor.press('Doe een belofte');
    await visitor.press('Bewaar de belofte');
    await visitor.read('Vul in: Wie belooft het?');
  }),
};

export const UpdatingAPromise: Story = {
  render: () => desk({ idea }, at),
  play: after(async (visitor) => {
    await visitor.press('Werk bij: Twee bankjes');
    await visitor.read('Hoeveel euro is uitgegeven?');
  }),
};

export const ChangingTheStatus: Story = {
  render: () => desk({ idea }, at),
  play: after(async (visitor) => {
    await visitor.press('Verander de status');
    await visitor.read('Waarom?');
  }),
};

export const Told: Story = {
  render: () => desk({ idea }, at),
  play: after(async (visitor) => {
    await visitor.press('Vertel nieuws');
    await visitor.type('text', 'De bankjes staan er vrijdag.');
    await visitor.press('Zet op de site');
    await visitor.read('Het nieuws staat op de site.');
  }),
};

export const VotesDecide: Story = {
  render: () =>
    desk(
      {
        idea,
        acting: problem(409, 'De stemming zegt iets anders', {
          detail: 'Het doet mee in Buurtbudget 2026. De uitslag beslist.',
        }),
      },
      at,
    ),
  play: after(async (visitor) => {
    await visitor.press('Verander de status');
    await visitor.press('Bewaar de status');
    await visitor.read('De uitslag beslist.');
  }),
};

export const NotSent: Story = {
  render: () => desk({ idea, acting: offline }, at),
  play: after(async (visitor) => {
    await visitor.press('Vertel nieuws');
    await visitor.type('text', 'De bankjes staan er vrijdag.');
    await visitor.press('Zet op de site');
    await visitor.read('Het is niet gelukt.');
  }),
};
