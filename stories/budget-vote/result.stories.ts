import { html } from 'lit';
import type { Round } from '@buurt/domain/rounds/round.js';
import { ballots, countedBy, equalShares, greedy, fileOf, resultsOf } from '../../test/support/results.js';
import type { Story } from '../../test/support/stage.js';
import { vote, after, reading } from './vote.js';

export default { title: 'Budget vote/Result' };

/** After closing, with what its ballots come to. */
const closed = (round: Round, counted?: Parameters<typeof resultsOf>[1]): Story => ({
  render: () => vote({ round, results: () => Response.json(resultsOf(round, counted)) }),
  play: reading('Reken het zelf na'),
});

export const CountedByVotes = closed(countedBy(greedy));

export const CountedInTwoWays = closed(countedBy(equalShares, greedy));

export const HowItWasCounted: Story = {
  ...CountedInTwoWays,
  play: after(async (voter) => {
    await voter.press('Hoe is dit geteld?');
    await voter.press('Stap voor stap');
  }),
};

export const InEnglish: Story = {
  render: () => html`<div lang="en">${closed(countedBy(equalShares, greedy)).render()}</div>`,
  play: reading('Count it yourself'),
};

export const NobodyVoted = closed(countedBy(greedy), []);

export const LookingUpOnesOwnVote: Story = {
  ...CountedByVotes,
  play: after(async (voter) => {
    const field = (await voter.see('#receipt')) as HTMLInputElement;
    field.value = '4m7k 2xqt';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await voter.press('Zoek op');
    await voter.read('Ja. Je stem is geteld.');
  }),
};

const recounting = (file: string, words: string): Story => {
  const round = countedBy(equalShares, greedy);
  return {
    render: () =>
      vote({ round, results: () => Response.json(resultsOf(round)), file: () => new Response(file) }),
    play: after(async (voter) => {
      await voter.press('Hoe is dit geteld?');
      await voter.press('Tel zelf na in deze browser');
      await voter.read(words);
    }),
  };
};

export const CountedAgain = recounting(fileOf(countedBy(equalShares, greedy)), 'Het klopt.');

export const CountedAgainWithAnotherResult = recounting(
  fileOf(countedBy(equalShares, greedy), ballots.slice(1)),
  'komt op een andere uitslag',
);

export const CountingAgainFails = recounting('<h1>Welkom</h1>', 'Natellen lukt nu niet');
