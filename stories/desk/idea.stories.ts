import { html } from 'lit';
import {
  anIdeaAtTheDesk,
  anIdeaWithHiddenPhoto,
  deskConnection,
  deskId,
  openAt,
  reader,
} from '../../test/support/desk-endpoint.js';
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

export const Correcting: Story = {
  render: () => desk({}, at),
  play: after(async (visitor) => {
    await visitor.press('Verbeter een tikfout');
    await visitor.read('Verbeter alleen wat fout getikt is.');
  }),
};

export const CorrectionRefused: Story = {
  render: () =>
    desk(
      {
        acting: problem(400, 'Er klopt iets niet', {
          errors: [{ pointer: '/title', code: 'too-short', limit: 5, detail: 'Te kort.' }],
        }),
      },
      at,
    ),
  play: after(async (visitor) => {
    await visitor.press('Verbeter een tikfout');
    await visitor.type('title', 'Bank');
    await visitor.press('Bewaar');
    await visitor.read('Dit is te kort: minstens 5 tekens.');
  }),
};

export const Corrected: Story = {
  render: () =>
    desk(
      {
        idea: anIdeaAtTheDesk({
          acts: [
            {
              ...{
                id: 4,
                at: '2026-11-20T10:00:00.000Z',
                actor: 'staff',
                staffId: deskId(52),
                staffName: 'Noor Jansen',
              },
              ...{ name: 'idea.corrected', buurt: null, reference: 'K4T-9PX' },
              ...{ subject: { kind: 'idea', id: deskId(1) }, detail: { title: true, story: false } },
            },
          ],
          corrections: [{ act: 4, title: 'Bankjes lans het water', story: 'Mijn moeder loopt een rondje.' }],
        }),
      },
      at,
    ),
  play: after(async (visitor) => {
    await visitor.read('tikfout verbeterd (Noor Jansen)');
    ((await visitor.see('details')) as HTMLDetailsElement).open = true;
  }),
};

export const HidingPhoto: Story = {
  render: () => desk({}, at),
  play: after(async (visitor) => {
    await visitor.press('Verberg deze foto');
    await visitor.press('Verberg de foto');
    await visitor.read('Schrijf waarom.');
  }),
};

export const PhotoHidden: Story = {
  render: () => desk({ idea: anIdeaWithHiddenPhoto() }, at),
  play: reading('Reden: Er staat een kind op de foto.'),
};

export const PhotoNotHidden: Story = {
  render: () => desk({ acting: offline }, at),
  play: after(async (visitor) => {
    await visitor.press('Verberg deze foto');
    await visitor.type('photo-reason', 'Er staat een kind op de foto.');
    await visitor.press('Verberg de foto');
    await visitor.read('Het is niet gelukt.');
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
              ...{
                id: 3,
                at: '2026-11-20T10:00:00.000Z',
                actor: 'staff',
                staffId: deskId(52),
                staffName: 'Noor Jansen',
              },
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

export const Undone: Story = {
  render: () => desk({}, at),
  play: after(async (visitor) => {
    await visitor.press('Plaats op de site');
    await visitor.press('Ongedaan maken');
    await visitor.read('Het is ongedaan gemaakt.');
  }),
};

export const Undoing: Story = {
  render: () => desk({ acting: silence }, at),
  play: after(async (visitor) => {
    await visitor.press('Plaats op de site');
    await visitor.press('Ongedaan maken');
    await visitor.read('Bezig');
  }),
};

export const TooLateToUndo: Story = {
  render: () => desk({ acting: problem(409, 'Dat kan niet meer') }, at),
  play: after(async (visitor) => {
    await visitor.press('Plaats op de site');
    await visitor.press('Ongedaan maken');
    await visitor.read('Ongedaan maken lukte niet.');
  }),
};

export const DidNotArriveAfterGoingOn: Story = {
  render: () =>
    desk(
      {
        decision: async (request) => {
          location.hash = `#/report/${deskId(2)}`;
          await new Promise((resolve) => setTimeout(resolve, 200));
          return problem(409, 'Kan niet')(request);
        },
      },
      at,
    ),
  play: after(async (visitor) => {
    await visitor.press('Plaats op de site');
    await visitor.read('kwam niet aan.');
  }),
};

const hostile = 'Donaudampfschifffahrtsgesellschaftskapitän';

export const HostileTexts: Story = {
  render: () =>
    desk(
      {
        idea: anIdeaAtTheDesk({
          title: `<b>${hostile}</b> 👩‍👩‍👧‍👦 \u202Etxt.exe`,
          story: `${hostile.repeat(40)}\n\n${'نريد حديقة صغيرة بجانب الجسر. '.repeat(20)}`,
          contact: {
            name: hostile.repeat(2),
            email: `${hostile.repeat(3)}@voorbeeld.nl`,
            phone: '06 12345678',
          },
        }),
      },
      at,
    ),
  play: reading(hostile),
};

export const English: Story = {
  render: () => html`<div lang="en">${desk({}, at)}</div>`,
  play: reading('Place on the site'),
};

export const RightToLeft: Story = {
  render: () => html`<div dir="rtl">${desk({}, at)}</div>`,
  play: reading('Mijn moeder loopt'),
};

export const ResidentsGroup: Story = {
  render: () =>
    desk(
      {
        session: {
          ...reader,
          name: 'Bewonersgroep Rozenbuurt',
          roles: [{ role: 'residents', buurt: { code: 'BU0363AA01', name: 'Rozenbuurt' } }],
          permissions: ['inbox.read', 'idea.decide'].map((permission) => ({
            permission,
            buurten: ['BU0363AA01'],
          })),
        },
        idea: anIdeaAtTheDesk({ contact: null }),
      },
      at,
    ),
  play: reading('Plaats niet'),
};
