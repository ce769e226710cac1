import {
  actsAtTheDesk,
  admin,
  adminOfBuurt,
  anAct,
  colleagues,
  deskId,
  feedTokens,
  moderator,
  reader as readerSession,
} from '../../test/support/desk-endpoint.js';
import { json, offline, problem, silence, type Answer } from '../../test/support/endpoint.js';
import type { Story } from '../../test/support/stage.js';
import { after, desk, reading } from './desk.js';

export default { title: 'Desk/Settings' };

const people = (answers: Parameters<typeof desk>[0] = {}) =>
  desk({ session: admin, ...answers }, '#/settings/people');
const mails = (answers: Parameters<typeof desk>[0] = {}) =>
  desk({ session: moderator, ...answers }, '#/settings/mails');

export const People: Story = { render: () => people(), play: reading('Fatima el Amrani') };

export const PeopleComing: Story = { render: () => people({ colleagues: silence }) };

export const PeopleFailed: Story = {
  render: () => people({ colleagues: problem(400, 'Kapot') }),
  play: reading('Dit laadt nu niet.'),
};

export const PeopleOffline: Story = {
  render: () => people({ colleagues: offline }),
  play: reading('Dit laadt nu niet.'),
};

export const PeopleNotPermitted: Story = {
  render: () => people({ session: moderator }),
  play: reading('Alleen een beheerder bepaalt wie hier werkt.'),
};

export const PeopleOfOneBuurt: Story = {
  render: () => people({ session: adminOfBuurt }),
  play: reading('Heeft ook rollen die jij niet kunt veranderen.'),
};

export const PeopleWithAccounts: Story = {
  render: () =>
    people({ colleagues: { ...colleagues, firstLogin: 'account', account: 'login.corporatie.example' } }),
  play: after(async (visitor) => {
    await visitor.press('Nodig een collega uit');
    await visitor.read('Er gaat geen mail uit.');
  }),
};

export const Inviting: Story = {
  render: () => people(),
  play: after((visitor) => visitor.press('Nodig een collega uit')),
};

export const InvitingNobody: Story = {
  render: () => people(),
  play: after(async (visitor) => {
    await visitor.press('Nodig een collega uit');
    await visitor.see('form');
    await visitor.press('Nodig uit');
    await visitor.read('Vul de naam in.');
  }),
};

const invite: NonNullable<Story['play']> = after(async (visitor) => {
  await visitor.press('Nodig een collega uit');
  await visitor.type('name', 'Sam de Vries');
  await visitor.type('email', 'sam@corporatie.example');
  const role = (await visitor.see('#role')) as HTMLSelectElement;
  role.value = 'moderator';
  role.dispatchEvent(new Event('change'));
  await visitor.see('#buurt');
  await visitor.press('Nodig uit');
});

export const Invited: Story = { render: () => people(), play: invite };
export const InvitingBusy: Story = { render: () => people({ changingPeople: silence }), play: invite };
export const InvitingOffline: Story = { render: () => people({ changingPeople: offline }), play: invite };

const refused = (type: string): Answer => problem(409, 'Nee', { type: `urn:buurt:problem:${type}` });

export const InvitedBefore: Story = {
  render: () => people({ changingPeople: refused('works-here') }),
  play: invite,
};

const openFor = (label: string) => `${label}: ${colleagues.colleagues[1]!.name}`;

export const ChangingRoles: Story = {
  render: () => people(),
  play: after((visitor) => visitor.press(openFor('Verander rollen'))),
};

export const Removing: Story = {
  render: () => people(),
  play: after((visitor) => visitor.press(openFor('Haal weg'))),
};

export const LastAdmin: Story = {
  render: () => people({ changingPeople: refused('last-admin') }),
  play: after(async (visitor) => {
    await visitor.press('Haal weg: Noor Jansen');
    await visitor.press('Ja, haal weg');
    await visitor.read('Dit is de laatste beheerder.');
  }),
};

const hostile = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(2);

export const HostileNames: Story = {
  render: () =>
    people({
      colleagues: {
        ...colleagues,
        colleagues: [
          {
            ...{
              id: deskId(54),
              name: `${hostile} \u202Eretlow`,
              email: `${hostile.toLowerCase()}@voorbeeld.nl`,
            },
            roles: [{ role: 'reader', buurt: { code: 'BU0363AA01', name: hostile } }],
            ...{ invitedAt: new Date().toISOString(), lastLoginAt: null },
          },
        ],
      },
    }),
  play: reading('Meelezen'),
};

const acts = (answers: Parameters<typeof desk>[0] = {}) =>
  desk({ session: moderator, ...answers }, '#/settings/acts');
const pages =
  (second: Answer): Answer =>
  (request) =>
    request.url.includes('before') ? second(request) : json({ ...actsAtTheDesk, next: 42 });
const more = after((visitor) => visitor.press('Toon meer'));

export const Acts: Story = { render: () => acts(), play: reading('Bram de Wit') };

export const ActsComing: Story = { render: () => acts({ acts: silence }) };

export const ActsNone: Story = {
  render: () => acts({ acts: { acts: [], staff: [], next: null } }),
  play: reading('Hier deed nog niemand iets.'),
};

export const ActsFailed: Story = {
  render: () => acts({ acts: problem(400, 'Kapot') }),
  play: reading('Dit laadt nu niet.'),
};

export const ActsOffline: Story = {
  render: () => acts({ acts: offline }),
  play: reading('Dit laadt nu niet.'),
};

export const ActsNotPermitted: Story = {
  render: () => acts({ session: readerSession }),
  play: reading('Je mag niet zien wie wat deed.'),
};

export const ActsMore: Story = {
  render: () => acts({ acts: pages(() => json({ ...actsAtTheDesk, acts: [anAct(41), anAct(40)] })) }),
  play: more,
};

export const ActsMoreComing: Story = { render: () => acts({ acts: pages(silence) }), play: more };

export const ActsMoreFailed: Story = { render: () => acts({ acts: pages(offline) }), play: more };

export const ActsOfOne: Story = {
  render: () =>
    acts({
      acts: ({ url }) => json(url.includes('staffId') ? { ...actsAtTheDesk, acts: [] } : actsAtTheDesk),
    }),
  play: after(async (visitor) => {
    const staff = (await visitor.see('#staff')) as HTMLSelectElement;
    staff.value = deskId(51);
    staff.dispatchEvent(new Event('change'));
    await visitor.read('Van deze collega staat hier niets.');
  }),
};

export const ActsHostile: Story = {
  render: () =>
    acts({
      acts: {
        ...actsAtTheDesk,
        acts: [
          anAct(9, { staffName: `${hostile} \u202Eretlow`, buurt: { code: 'BU0363AA01', name: hostile } }),
          anAct(8, { name: 'idea.sung' as 'idea.published', detail: {} }),
        ],
        staff: [{ id: deskId(51), name: hostile }],
      },
    }),
  play: reading('nog niet kent'),
};

export const Mails: Story = { render: () => mails(), play: reading('Kies welke mails je krijgt.') };

export const FeedMade: Story = {
  render: () => mails(),
  play: after((visitor) => visitor.press('Maak een adres')),
};

export const FeedThere: Story = {
  render: () => mails({ feedTokens: feedTokens(true) }),
  play: reading('Je hebt een adres.'),
};

export const FeedFailed: Story = {
  render: () => mails({ feedTokens: offline }),
  play: reading('Dit laadt nu niet.'),
};

export const MailsComing: Story = { render: () => mails({ mailSettings: silence }) };

export const MailsFailed: Story = {
  render: () => mails({ mailSettings: offline }),
  play: reading('Dit laadt nu niet.'),
};

const saving =
  (saved: Answer): Answer =>
  (request) =>
    request.method === 'PUT' ? saved(request) : json({ digest: true, reports: false });
const move = after(async (visitor) => (await visitor.see('#reports')).click());

export const MailsSaved: Story = {
  render: () => mails({ mailSettings: saving(() => json({ digest: true, reports: true })) }),
  play: move,
};

export const MailsBusy: Story = { render: () => mails({ mailSettings: saving(silence) }), play: move };

export const MailsNotSaved: Story = { render: () => mails({ mailSettings: saving(offline) }), play: move };
