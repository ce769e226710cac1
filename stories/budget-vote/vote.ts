import '@buurt/budget-vote/buurt-budget-vote.js';
import { html, nothing } from 'lit';
import { storyBuurt } from '../../test/support/endpoint.js';
import { voteConnection, type VoteAnswers } from '../../test/support/vote-endpoint.js';
import { Voter } from '../../test/support/voter.js';
import type { Story } from '../../test/support/stage.js';

interface VoteOptions {
  readonly code?: 'first' | 'last';
  readonly helper?: boolean;
  readonly token?: string;
}

export const vote = (
  answers: VoteAnswers = {},
  { code = 'last', helper = false, token = '' }: VoteOptions = {},
  help: unknown = nothing,
) =>
  html`<buurt-budget-vote
    round="ronde-1"
    buurt=${storyBuurt}
    code=${code}
    ?helper=${helper}
    .token=${token}
    .connection=${voteConnection(answers)}
    >${help}</buurt-budget-vote
  >`;

/** A story in which a voter does something first. */
export const after =
  (deed: (voter: Voter) => Promise<unknown>): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await customElements.whenDefined('buurt-budget-vote');
    const voter = new Voter(canvasElement);
    await voter.vote.updateComplete;
    await deed(voter);
  };

export const reading = (words: string) => after((voter) => voter.read(words));

export const casting = (answers: VoteAnswers, words: string, options: VoteOptions = {}): Story => ({
  render: () => vote(answers, options),
  play: after(async (voter) => {
    await voter.castVote('Bankje op het plein', 'Lange tafel op straat');
    await voter.read(words);
  }),
});
