import { html } from 'lit';
import { offline, problem, storyBuurt, storyEndpoint } from '../../test/support/endpoint.js';
import { openRound, proposals } from '../../test/support/round.js';
import { countedBy, greedy, resultsOf } from '../../test/support/results.js';
import { castBefore, refusal, voteConnection } from '../../test/support/vote-endpoint.js';
import type { Story } from '../../test/support/stage.js';
import { vote, after, reading, casting } from './vote.js';

export default { title: 'Budget vote/Errors' };

export const ServerFails = casting({ ballots: problem(500, 'Internal Server Error') }, 'nog niet bevestigd');

export const NoNetwork = casting({ ballots: offline }, 'nog niet bevestigd');

export const ServerRefusesTheChoice = casting(
  {
    ballots: refusal(400, 'invalid-input', {
      errors: [
        { pointer: '/lines', code: 'spend.max', limit: 100_000, actual: 330_000 },
        { pointer: '/lines/1', code: 'withdrawn' },
        { pointer: '/__proto__/x', code: 'nope', detail: '<img src=x onerror=alert(1)>' },
      ],
    }),
  },
  'Je kunt nog niet verder',
);

export const ChangedOnAnotherDevice: Story = {
  render: () =>
    vote({
      mine: castBefore([{ proposalId: 'licht' }], { version: 3 }),
      ballots: refusal(412, 'changed-elsewhere'),
    }),
  play: after(async (voter) => {
    await voter.add('Bankje op het plein');
    await voter.check();
    await voter.typeCode();
    await voter.press('Verstuur je nieuwe stem');
    await voter.read('Op een ander apparaat is deze stem');
  }),
};

export const VoteClosedBeforeSending: Story = {
  render: () => {
    let asked = 0;
    const round = countedBy(greedy);
    return vote({
      round: () => Response.json({ ...round, phase: (asked += 1) > 1 ? 'closed' : 'open' }),
      ballots: refusal(409, 'closed'),
      results: () => Response.json(resultsOf(round)),
    });
  },
  play: after(async (voter) => {
    await voter.castVote('Bankje op het plein');
    await voter.read('De stemming sloot voordat je stem verstuurd was');
    await voter.read('Dit krijgt geld');
  }),
};

export const StoppedByThePage: Story = {
  render: () =>
    html`<buurt-budget-vote
      round="ronde-1"
      buurt=${storyBuurt}
      .connection=${voteConnection()}
      @buurt-vote-submit=${(event: Event) => event.preventDefault()}
    ></buurt-budget-vote>`,
  play: after(async (voter) => {
    await voter.castVote('Bankje op het plein');
    await voter.read('hield het versturen tegen');
  }),
};

export const VoteDoesNotLoad: Story = {
  render: () => vote({ round: problem(500, 'Internal Server Error') }),
  play: reading('De stemming laadt nu niet'),
};

export const AnswerCannotBeRead: Story = {
  render: () =>
    vote({ round: () => Response.json({ ...openRound, proposals: [{ ...proposals[0], costCents: -1 }] }) }),
  play: reading('Er ging iets mis bij het laden'),
};

export const ResultDoesNotLoad: Story = {
  render: () => vote({ round: countedBy(greedy), results: problem(500, 'Internal Server Error') }),
  play: reading('Er ging bij ons iets mis'),
};

export const UnknownVote: Story = {
  render: () => vote({ round: problem(404, 'Not Found') }, {}, html`<p>Bel ons: 012 345 67 89.</p>`),
  play: after((voter) => voter.see('slot:not([name])')),
};

export const NoVoteInThisBuurt: Story = {
  render: () =>
    html`<buurt-budget-vote
      buurt=${storyBuurt}
      .connection=${voteConnection({ rounds: () => Response.json({ rounds: [] }) })}
    ></buurt-budget-vote>`,
  play: reading('In deze buurt is nu geen stemming'),
};

export const EndpointMissing: Story = {
  render: () => html`<buurt-budget-vote buurt=${storyBuurt}>Bel ons: 012 345 67 89.</buurt-budget-vote>`,
};

export const BuurtMissing: Story = {
  render: () =>
    html`<buurt-budget-vote endpoint=${storyEndpoint}>Bel ons: 012 345 67 89.</buurt-budget-vote>`,
};
