import { html } from 'lit';
import { silence, storyBuurt } from '../../test/support/endpoint.js';
import { roundWith } from '../../test/support/round.js';
import { castBefore, voteConnection } from '../../test/support/vote-endpoint.js';
import type { Story } from '../../test/support/stage.js';
import { vote, after, casting } from './vote.js';

export default { title: 'Budget vote/Sending' };

export const CheckingTheChoice: Story = {
  render: () => vote(),
  play: after(async (voter) => {
    await voter.add('Bankje op het plein', 'Bomen in de Tulpstraat');
    await voter.check();
    await voter.typeCode();
    await voter.read('De code klopt');
  }),
};

export const CheckingARanking: Story = {
  render: () => vote({ round: roundWith({ expression: 'rank' }) }),
  play: after(async (voter) => {
    await voter.add('Bankje op het plein', 'Bomen in de Tulpstraat', 'Lange tafel op straat');
    await voter.check();
  }),
};

export const GoingOnOnAnotherDevice: Story = {
  render: () => vote(),
  play: after(async (voter) => {
    await voter.add('Bankje op het plein', 'Bomen in de Tulpstraat');
    await voter.check();
    await voter.press('Verder op een ander apparaat');
    await voter.read('Kopieer de link');
  }),
};

export const Sending = casting({ ballots: silence }, 'We versturen je stem');

export const VoteReceived = casting({}, 'Dank je wel! Je stem telt mee.');

export const VoteChanged: Story = {
  render: () => vote({ mine: castBefore([{ proposalId: 'licht' }]) }),
  play: after(async (voter) => {
    await voter.add('Bankje op het plein');
    await voter.check();
    await voter.typeCode();
    await voter.press('Verstuur je nieuwe stem');
    await voter.read('Je nieuwe stem telt mee');
  }),
};

export const HelperAfterAVote = casting({}, 'Volgende stemmer', { helper: true });

export const HelperAndNobodyThere: Story = {
  render: () =>
    html`<buurt-budget-vote
      helper
      idle-seconds="0.1"
      round="ronde-1"
      buurt=${storyBuurt}
      .connection=${voteConnection()}
    ></buurt-budget-vote>`,
  play: after(async (voter) => {
    await voter.add('Bankje op het plein');
    await voter.read('Ben je er nog?');
  }),
};
