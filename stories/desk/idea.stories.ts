import { html } from 'lit';
import { anIdeaAtTheDesk, deskConnection, deskId, openAt, reader } from '../../test/support/desk-endpoint.js';
import { offline, problem, silence } from '../../test/support/endpoint.js';
import type { Story } from '../../test/support/stage.js';
import { after, desk, reading } from './desk.js';

export default { title: 'Desk/An idea' };

const at = `#/idea/${deskId(1)}`;

export const Waits: Story = { render: () => desk({}, at), play: reading('Mijn moeder loopt') };

export const Published: Story = {
  render: () => desk({}, at),
  play: after(async (visitor) => {
    await visitor.press('Plaats op de site');
    await visitor.read('staat op de site.');
  }),
};

export const WritingWhyNot: Story = {
  render: () => desk({}, at),
  play: after(async (visitor) => {
    await visitor.press('Plaats niet');
    await visitor.read('Waarom komt dit niet op de site?');
  }),
};

export const NoReason: Story = {
  render: () => desk({}, at),
  play: after(async (visitor) => {
    await visitor.press('Plaats niet');
    await visitor.press('Plaats niet, en stuur de reden');
    await visitor.read('Schrijf waarom.');
  }),
};

export const OnTheSite: Story = {
  render: () =>
    desk(
      {
        idea: anIdeaAtTheDesk({
          ...{ state: 'published', publishedAt: '2026-11-20T10:00:00.000Z', supportCount: 34 },
          acts: [
            {
              ...{ id: 3, at: '2026-11-20T10:00:00.000Z', actor: 'staff', staffName: 'Noor Jansen' },
              ...{ name: 'idea.published', buurt: null, reference: 'K4T-9PX', detail: { was: 'waiting' } },
              subject: { kind: 'idea', id: deskId(1) },
            },
          ],
        }),
      },
      at,
    ),
  play: reading('Haal van de site'),
};

export const Declined: Story = {
  render: () =>
    desk(
      { idea: anIdeaAtTheDesk({ state: 'declined', reason: 'Dit plein is volgend jaar aan de beurt.' }) },
      at,
    ),
  play: reading('Plaats toch op de site'),
};

export const SomebodyWasFirst: Story = {
  render: () =>
    desk(
      {
        decision: problem(412, 'Intussen veranderd', {
          type: 'https://buurt.example/problems/changed-meanwhile',
        }),
      },
      at,
    ),
  play: after(async (visitor) => {
    await visitor.press('Plaats op de site');
    await visitor.read('Iemand was je voor');
  }),
};

export const NotSent: Story = {
  render: () => desk({ decision: offline }, at),
  play: after(async (visitor) => {
    await visitor.press('Plaats op de site');
    await visitor.read('Het is niet gelukt.');
  }),
};

export const Sending: Story = {
  render: () => desk({ decision: silence }, at),
  play: after(async (visitor) => {
    await visitor.press('Plaats op de site');
    await visitor.read('Bezig');
  }),
};

export const OnlyReading: Story = {
  render: () => desk({ session: reader, idea: anIdeaAtTheDesk({ contact: null }) }, at),
  play: reading('heb je een andere rol nodig'),
};

export const Gone: Story = {
  render: () => desk({ idea: problem(404, 'Niet gevonden') }, at),
  play: reading('Dit idee is er niet meer'),
};

export const Dark: Story = {
  render: () => {
    openAt(at);
    return html`<buurt-desk theme-preset="dark" .connection=${deskConnection()}></buurt-desk>`;
  },
  play: reading('Mijn moeder loopt'),
};
