import {
  aClosedRoundAtTheDesk,
  aDraftAtTheDesk,
  aNewDraftAtTheDesk,
  aRoundAtTheDesk,
  deskId,
  moderator,
  roundRunner,
} from '../../test/support/desk-endpoint.js';
import { offline, problem, silence } from '../../test/support/endpoint.js';
import type { Story } from '../../test/support/stage.js';
import { after, desk, reading } from './desk.js';

export default { title: 'Desk/Voting rounds' };

type Answers = Parameters<typeof desk>[0];
const rounds = (answers: Answers = {}) => desk({ session: roundRunner, ...answers }, '#/rounds');
const round = (answers: Answers = {}) => desk({ session: roundRunner, ...answers }, `#/round/${deskId(61)}`);
const opening = (label: string) => after((visitor) => visitor.press(label));

export const All: Story = { render: () => rounds(), play: reading('Buurtbudget 2028') };
export const AllEmpty: Story = { render: () => rounds({ rounds: [] }), play: reading('Er is nog geen') };
export const AllComing: Story = { render: () => rounds({ rounds: silence }) };
export const AllFailed: Story = {
  render: () => rounds({ rounds: problem(400, 'Kapot') }),
  play: reading('Dit laadt nu niet.'),
};
export const AllOffline: Story = {
  render: () => rounds({ rounds: offline }),
  play: reading('Dit laadt nu niet.'),
};

const announced = aRoundAtTheDesk({
  ...{ state: 'announced', letters: { good: 0, voided: 0 } },
  opensAt: new Date(Date.now() + 86_400_000).toISOString(),
});

export const NotBegun: Story = { render: () => round({ round: announced }), play: reading('Nu openen') };
export const Open: Story = { render: () => round(), play: reading('Nu sluiten') };
export const Closed: Story = {
  render: () => round({ round: aClosedRoundAtTheDesk() }),
  play: reading('173 stembiljetten.'),
};
export const Settled: Story = {
  render: () => round({ round: aClosedRoundAtTheDesk({ state: 'settled' }) }),
  play: reading('Uitslag verwerkt'),
};
export const Cancelled: Story = {
  render: () => round({ round: aRoundAtTheDesk({ state: 'cancelled' }) }),
  play: reading('Gaat niet door'),
};
export const ReadOnly: Story = {
  render: () => round({ session: moderator }),
  play: reading('Je kunt deze stemronde bekijken.'),
};
export const RoundComing: Story = { render: () => round({ round: silence }) };
export const RoundOffline: Story = {
  render: () => round({ round: offline }),
  play: reading('Dit laadt nu niet.'),
};
export const RoundGone: Story = {
  render: () => round({ round: problem(404, 'Niet hier') }),
  play: reading('Deze stemronde is er niet'),
};

export const Opening: Story = { render: () => round({ round: announced }), play: opening('Nu openen') };
export const Closing: Story = { render: () => round(), play: opening('Nu sluiten') };
export const Changing: Story = { render: () => round(), play: opening('Tekst of tijden veranderen') };
export const Settling: Story = {
  render: () => round({ round: aClosedRoundAtTheDesk() }),
  play: opening('Uitslag verwerken'),
};

const settle: NonNullable<Story['play']> = after(async (visitor) => {
  await visitor.press('Uitslag verwerken');
  await visitor.type('dueOn', '2027-05-01');
  await visitor.press('Verwerk de uitslag');
});
const settling = (answers: Answers) => round({ round: aClosedRoundAtTheDesk(), ...answers });

export const SettlingWithoutDay: Story = {
  render: () => settling({}),
  play: after(async (visitor) => {
    await visitor.press('Uitslag verwerken');
    await visitor.press('Verwerk de uitslag');
    await visitor.read('Kies een dag.');
  }),
};
export const SettlingBusy: Story = { render: () => settling({ actingOnRound: silence }), play: settle };
export const SettlingOffline: Story = { render: () => settling({ actingOnRound: offline }), play: settle };
export const SettledMeanwhile: Story = {
  render: () =>
    settling({ actingOnRound: problem(409, 'Dit kan nu niet', { detail: 'De uitslag is al verwerkt.' }) }),
  play: settle,
};
export const JustSettled: Story = { render: () => settling({}), play: settle };

const draft = (answers: Answers = {}) => desk({ session: roundRunner, ...answers }, `#/draft/${deskId(71)}`);
const filling = after(async (visitor) => {
  await visitor.type('budget', '12.500');
  await visitor.read('Nog niet bewaard.');
});

export const NothingToVote: Story = {
  render: () => rounds({ drafts: { drafts: [], buurten: [] } }),
  play: reading('Een stemronde voorbereiden kan'),
};
export const DraftNew: Story = {
  render: () => draft({ draft: aNewDraftAtTheDesk() }),
  play: reading('Dit moet nog'),
};
export const DraftOfColleague: Story = { render: () => draft(), play: reading('De stemronde is compleet.') };
export const DraftOwn: Story = {
  render: () => draft({ draft: aDraftAtTheDesk({ isOfColleague: false, savedBy: roundRunner.name }) }),
  play: reading('Laat nu een collega'),
};
export const DraftComing: Story = { render: () => draft({ draft: silence }) };
export const DraftOffline: Story = { render: () => draft({ draft: offline }), play: reading('Dit laadt') };
export const DraftGone: Story = {
  render: () => draft({ draft: problem(404, 'Niet hier') }),
  play: reading('Deze voorbereiding is er niet meer.'),
};
export const DraftFilledIn: Story = { render: () => draft(), play: filling };
export const DraftChecking: Story = { render: () => draft({ check: silence }), play: filling };
export const DraftUnsatisfiable: Story = {
  render: () =>
    draft({
      check: {
        problems: [
          { pointer: '/most', code: 'unsatisfiable' },
          { pointer: '/proposals/0/costCents', code: 'out-of-range' },
        ],
        rules: { nl: [], en: [] },
      },
    }),
  play: filling,
};
export const DraftUnreadable: Story = {
  render: () => draft(),
  play: after(async (visitor) => {
    await visitor.type('budget', 'veel');
    await visitor.press('Bewaar');
    await visitor.read('Vul een bedrag in');
  }),
};
export const DraftConflict: Story = {
  render: () => draft({ actingOnDraft: problem(412, 'Dit is intussen veranderd') }),
  play: after(async (visitor) => {
    await visitor.type('name', 'Samen beslissen');
    await visitor.press('Bewaar');
    await visitor.read('Een collega heeft dit intussen veranderd.');
  }),
};
export const DraftRemoving: Story = {
  render: () => draft(),
  play: after((visitor) => visitor.press('Gooi weg')),
};

const aComingRound = (letters = { good: 0, voided: 0 }) => aRoundAtTheDesk({ state: 'announced', letters });
export const PlanChanging: Story = {
  render: () => round({ round: aComingRound({ good: 248, voided: 2 }) }),
  play: after((visitor) => visitor.press('Veranderen')),
};
const changingPlan: NonNullable<Story['play']> = after(async (visitor) => {
  await visitor.press('Veranderen');
  await visitor.type('costCents', '99999');
  await visitor.press('Bewaar');
});
export const PlanTooDear: Story = {
  render: () =>
    round({
      round: aComingRound(),
      actingOnPlan: problem(400, 'Er klopt iets niet', {
        errors: [{ pointer: '/proposals/0/costCents', code: 'out-of-range', detail: 'Te veel' }],
      }),
    }),
  play: changingPlan,
};
export const PlanBusy: Story = {
  render: () => round({ round: aComingRound(), actingOnPlan: silence }),
  play: changingPlan,
};
export const PlanOffline: Story = {
  render: () => round({ round: aComingRound(), actingOnPlan: offline }),
  play: changingPlan,
};
export const PlanChanged: Story = { render: () => round({ round: aComingRound() }), play: changingPlan };
export const PlanWithdrawing: Story = {
  render: () => round(),
  play: after((visitor) => visitor.press('Terugtrekken')),
};

const hostile = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(3);

export const LongNames: Story = {
  render: () =>
    round({
      round: aClosedRoundAtTheDesk({
        name: `${hostile} \u202Eretlow`,
        intro: `${hostile} `.repeat(10),
        proposals: aClosedRoundAtTheDesk().proposals.map((each) => ({ ...each, title: hostile })),
      }),
    }),
  play: reading('173 stembiljetten.'),
};
