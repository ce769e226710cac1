import {
  aClosedRoundAtTheDesk,
  aRoundAtTheDesk,
  deskId,
  lettersWith,
  paperAnswer,
  paperAtTheDesk,
  paperWith,
  roundRunner,
} from '../../test/support/desk-endpoint.js';
import { offline, problem, silence } from '../../test/support/endpoint.js';
import type { Story } from '../../test/support/stage.js';
import { after, desk, reading } from './desk.js';

export default { title: 'Desk/Ballots on paper' };

type Answers = Parameters<typeof desk>[0];
const paper = (answers: Answers = {}) =>
  desk({ session: roundRunner, letters: lettersWith([]), ...answers }, `#/round/${deskId(61)}`);

export const None: Story = { render: () => paper(), play: reading('Er is nog geen biljet ingetypt.') };
export const Waiting: Story = {
  render: () => paper({ paper: paperAtTheDesk }),
  play: reading('wachten op jou voor de tweede keer'),
};
export const WaitingForColleague: Story = {
  render: () => paper({ paper: paperWith({ counts: { waiting: 4 }, became: { counted: 3 } }) }),
  play: reading('Jij typte 4 biljetten in.'),
};
export const Closed: Story = {
  render: () =>
    paper({
      round: aClosedRoundAtTheDesk(),
      paper: paperWith({ counts: { waiting: 1 }, became: { counted: 61, unclear: 2, 'no-code': 1 } }),
    }),
  play: reading('Niet door twee mensen hetzelfde getypt'),
};
export const Coming: Story = { render: () => paper({ paper: silence }) };
export const Offline: Story = {
  render: () => paper({ paper: offline }),
  play: reading('De stembiljetten laden nu niet.'),
};
export const Failed: Story = {
  render: () => paper({ paper: problem(400, 'Kapot') }),
  play: reading('De stembiljetten laden nu niet.'),
};

const typing = (press: string, marks: string): NonNullable<Story['play']> =>
  after(async (visitor) => {
    await visitor.press(press);
    await visitor.type('code', 'k7qf m2xa 9trc');
    await visitor.type('marks', marks);
    await visitor.press('Bewaar en door');
  });
const first = typing('Typ biljetten in', '1 2');
const second = typing('Typ ze voor de tweede keer in', '1 2');
const entering = (answers: Answers) => paper({ paper: paperAtTheDesk, ...answers });

export const FirstTime: Story = {
  render: () => entering({}),
  play: after(async (visitor) => {
    await visitor.press('Typ biljetten in');
    await visitor.type('marks', '2 3');
    await visitor.read('doet niet meer mee');
  }),
};
export const Saved: Story = { render: () => entering({}), play: first };
export const Undone: Story = {
  render: () => entering({}),
  play: after(async (visitor) => {
    await visitor.press('Typ biljetten in');
    await visitor.type('code', 'k7qf m2xa 9trc');
    await visitor.type('marks', '1 2');
    await visitor.press('Bewaar en door');
    await visitor.press('Maak ongedaan');
    await visitor.read('Het is weggehaald.');
  }),
};
export const NotOnTheBallot: Story = {
  render: () => entering({}),
  play: typing('Typ biljetten in', '1 9'),
};
export const AgainstTheRules: Story = {
  render: () =>
    entering({
      enteringPaper: paperAnswer({
        ...{ outcome: 'refused-by-rules', id: null },
        sentences: {
          nl: ['Je koos 4 plannen. Je mag er 3 kiezen.'],
          en: ['You chose 4 plans. You may choose 3.'],
        },
      }),
    }),
  play: first,
};
export const UnknownCode: Story = {
  render: () => entering({ enteringPaper: paperAnswer({ outcome: 'code-unknown', id: null }) }),
  play: first,
};
export const Busy: Story = { render: () => entering({ enteringPaper: silence }), play: first };
export const NotSaved: Story = { render: () => entering({ enteringPaper: offline }), play: first };
export const SecondTime: Story = {
  render: () => entering({ enteringPaper: paperAnswer({ outcome: 'settled', id: null, result: 'counted' }) }),
  play: second,
};
export const Different: Story = {
  render: () => entering({ enteringPaper: paperAnswer({ outcome: 'different' }) }),
  play: second,
};
export const HomeHadVoted: Story = {
  render: () => entering({ enteringPaper: paperAnswer({ outcome: 'settled', id: null, result: 'voted' }) }),
  play: second,
};
export const Points: Story = {
  render: () => paper({ paper: paperWith({ expression: 'allocate' }) }),
  play: after(async (visitor) => {
    await visitor.press('Typ biljetten in');
    await visitor.type('marks', '1=6 4=4');
  }),
};
export const ThirdLook: Story = {
  render: () => entering({}),
  play: after((visitor) => visitor.press('Kijk een biljet na')),
};

const hostile = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(3);

export const LongNames: Story = {
  render: () =>
    paper({
      round: aRoundAtTheDesk({ name: hostile }),
      paper: {
        ...paperAtTheDesk,
        plans: paperAtTheDesk.plans.map((plan) => ({ ...plan, title: `${hostile} \u202Eretlow` })),
        differences: paperAtTheDesk.differences.map((each) => ({
          ...each,
          entries: each.entries.map((entry) => ({ ...entry, by: hostile })),
        })),
      },
    }),
  play: reading('Verschil 1'),
};
