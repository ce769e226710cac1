import { admin, adminOfBuurt, moderator, settingsOfBuurt } from '../../test/support/desk-endpoint.js';
import { json, offline, problem, silence } from '../../test/support/endpoint.js';
import type { Story } from '../../test/support/stage.js';
import { after, desk, reading } from './desk.js';

export default { title: 'Desk/Buurt' };

const buurt = (answers: Parameters<typeof desk>[0] = {}) =>
  desk({ session: admin, ...answers }, '#/buurt/BU0363AA01');
const list = (answers: Parameters<typeof desk>[0] = {}) =>
  desk({ session: admin, ...answers }, '#/settings/buurten');

export const Buurten: Story = { render: () => list(), play: reading('Molenbuurt') };
export const BuurtenOfOneBuurt: Story = {
  render: () => list({ session: adminOfBuurt }),
  play: reading('Rozenbuurt'),
};
export const BuurtenEmpty: Story = {
  render: () => list({ buurten: () => json({ buurten: [] }) }),
  play: reading('Geen buurt heet zo.'),
};
export const BuurtenComing: Story = { render: () => list({ buurten: silence }) };
export const BuurtenOffline: Story = {
  render: () => list({ buurten: offline }),
  play: reading('Dit laadt nu niet.'),
};
export const BuurtenNotPermitted: Story = {
  render: () => list({ session: moderator }),
  play: reading('Alleen een beheerder verandert hier iets.'),
};

export const Settings: Story = { render: () => buurt(), play: reading('Naam van de organisatie') };
export const SettingsComing: Story = { render: () => buurt({ buurtSettings: silence }) };
export const SettingsFailed: Story = {
  render: () => buurt({ buurtSettings: problem(400, 'Kapot') }),
  play: reading('Dit laadt nu niet.'),
};
export const SettingsOffline: Story = {
  render: () => buurt({ buurtSettings: offline }),
  play: reading('Dit laadt nu niet.'),
};
export const SettingsGone: Story = {
  render: () => buurt({ buurtSettings: problem(404, 'Dit is er niet') }),
  play: reading('Deze buurt is er niet'),
};
export const SettingsNotPermitted: Story = {
  render: () => buurt({ session: moderator }),
  play: reading('Alleen een beheerder verandert hier iets.'),
};

const edit: NonNullable<Story['play']> = after(async (visitor) => {
  await visitor.type('organisation-name', 'Woonstichting De Linde');
  await visitor.press('Haal thema weg: Iets anders');
  await visitor.press('Voeg een vraag toe');
  await visitor.type('question-1-nl', 'Wie kan de sleutel bewaren?');
});
const editAndSave: NonNullable<Story['play']> = async (context) => {
  await edit(context);
  await after((visitor) => visitor.press('Bewaar voor'))(context);
};

export const Editing: Story = { render: () => buurt(), play: edit };
export const Saving: Story = { render: () => buurt({ changingSettings: silence }), play: editAndSave };
export const Saved: Story = { render: () => buurt(), play: editAndSave };
export const SavingOffline: Story = { render: () => buurt({ changingSettings: offline }), play: editAndSave };

export const ForAllBuurten: Story = {
  render: () => buurt(),
  play: async (context) => {
    await edit(context);
    await after(async (visitor) => (await visitor.see('[value=all]')).click())(context);
  },
};

export const Wrong: Story = {
  render: () =>
    buurt({
      changingSettings: problem(400, 'Er klopt iets niet', {
        errors: [
          { pointer: '/organisation/privacyUrl', code: 'malformed', detail: '' },
          { pointer: '/themes/1/name/nl', code: 'required', detail: '' },
          { pointer: '/answerDays', code: 'out-of-range', limit: 365, actual: 900, detail: '' },
        ],
      }),
    }),
  play: editAndSave,
};

let version = 1;

export const ColleagueWasFirst: Story = {
  render: () => {
    version = 1;
    return buurt({
      buurtSettings: () =>
        json({
          ...settingsOfBuurt({ version: String(version) }),
          ...(version > 1 && {
            idea: { ...settingsOfBuurt().idea, organisation: { name: 'Wonen aan de Linde' } },
            changed: { at: '2026-11-21T09:00:00.000Z', actor: 'staff', name: 'Fatima el Amrani' },
          }),
        }),
      changingSettings: (request) => {
        version = 2;
        const type = 'urn:buurt:problem:changed-meanwhile';
        return problem(412, 'Dit is intussen veranderd', { type })(request);
      },
    });
  },
  play: async (context) => {
    await editAndSave(context);
    await reading('Jullie veranderden allebei: Organisatie.')(context);
  },
};

const hostile = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(2);

export const HostileNames: Story = {
  render: () =>
    buurt({
      buurtSettings: settingsOfBuurt({
        buurt: { code: 'BU0363AA01', name: hostile, municipality: hostile },
        changed: { at: '2026-11-20T09:00:00.000Z', actor: 'staff', name: `‮${hostile}` },
        idea: {
          ...settingsOfBuurt().idea,
          organisation: { name: hostile },
          themes: [{ id: 'green', name: { nl: hostile } }],
        },
      }),
    }),
  play: reading(hostile),
};
