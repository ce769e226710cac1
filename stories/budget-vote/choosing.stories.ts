import type { BallotRules } from '@buurt/domain/rounds/ballot.js';
import { announcedRound, openRound, roundWith } from '../../test/support/round.js';
import type { Voter } from '../../test/support/voter.js';
import type { Story } from '../../test/support/stage.js';
import { vote, after, reading } from './vote.js';

export default { title: 'Budget vote/Choosing' };

export const NotOpenYet: Story = {
  render: () => vote({ round: announcedRound }),
  play: reading('Nog niet open'),
};

export const NothingChosenYet: Story = {
  render: () => vote(),
  play: after((voter) => voter.button('Controleer je keuze')),
};

const choosing = (rules: BallotRules, deed: (voter: Voter) => Promise<unknown>): Story => ({
  render: () => vote({ round: roundWith(rules) }),
  play: after(deed),
});

export const SomePlansChosen = choosing(openRound.rules, (voter) =>
  voter.add('Bankje op het plein', 'Bomen in de Tulpstraat', 'Licht op het Kerkpad'),
);

export const BudgetIsFull = choosing({ expression: 'approve', spendCents: { max: 1_000_000 } }, (voter) =>
  voter.add('Bankje op het plein', 'Licht op het Kerkpad', 'Geveltuintjes voor wie wil'),
);

export const TwoOrThreePlans = choosing({ expression: 'approve', picks: { min: 2, max: 3 } }, (voter) =>
  voter.add('Bankje op het plein', 'Lange tafel op straat', 'Geveltuintjes voor wie wil'),
);

export const ABudgetPerPartOfTheBuurt = choosing(
  {
    expression: 'approve',
    groups: [
      { dimension: 'neighborhood', key: 'noord', spendCents: { max: 1_000_000 } },
      { dimension: 'neighborhood', key: 'zuid', spendCents: { max: 900_000 } },
    ],
  },
  (voter) => voter.add('Bankje op het plein', 'Bomen in de Tulpstraat'),
);

export const RankingPlans = choosing({ expression: 'rank', picks: { max: 4 } }, async (voter) => {
  await voter.add('Bankje op het plein', 'Lange tafel op straat', 'Geveltuintjes voor wie wil');
  await voter.press('↑Omhoog: Geveltuintjes');
});

export const DividingPoints = choosing(
  { expression: 'allocate', total: { max: 10 }, perProject: { max: 6 } },
  async (voter) => {
    await voter.add('Bankje op het plein', 'Bomen in de Tulpstraat');
    await voter.press('+Meer: Bomen in de Tulpstraat');
    await voter.press('+Meer: Bomen in de Tulpstraat');
  },
);

export const GivingMarks = choosing(
  { expression: 'score', perProject: { min: 1, max: 5 }, defaultScore: 0 },
  async (voter) => {
    await voter.add('Bankje op het plein', 'Licht op het Kerkpad');
    await voter.press('+Meer: Licht op het Kerkpad');
  },
);

export const WithoutAChoice: Story = {
  render: () => vote(),
  play: after(async (voter) => {
    await voter.press('Controleer je keuze');
    await voter.read('Kies eerst een plan');
  }),
};

export const Searching: Story = {
  render: () => vote(),
  play: after(async (voter) => {
    const field = (await voter.see('[type=search]')) as HTMLInputElement;
    field.value = 'bloemen';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await voter.read('1 van 8 plannen');
  }),
};

export const ReadingAboutOnePlan: Story = {
  render: () => vote(),
  play: after(async (voter) => {
    await voter.button('Controleer je keuze');
    await voter.press('Lees meer: Bomen in de Tulpstraat');
    await voter.see('dialog[open]');
  }),
};
