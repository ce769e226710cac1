import { html } from 'lit';
import type { Round } from '@buurt/domain/rounds/round.js';
import { storyBuurt } from '../../test/support/endpoint.js';
import { openRound, proposal, proposals } from '../../test/support/round.js';
import { voteConnection } from '../../test/support/vote-endpoint.js';
import type { Story } from '../../test/support/stage.js';
import { vote, after } from './vote.js';

export default { title: 'Budget vote/On the page' };

export const English: Story = {
  render: () =>
    html`<buurt-budget-vote
      lang="en"
      round="ronde-1"
      buurt=${storyBuurt}
      .connection=${voteConnection()}
    ></buurt-budget-vote>`,
  play: after(async (voter) => {
    await voter.press('Add: Bankje op het plein');
    await voter.read('Check your choice');
  }),
};

export const RightToLeft: Story = {
  render: () => html`<div dir="rtl">${vote()}</div>`,
  play: after((voter) => voter.add('Bankje op het plein', 'Bomen in de Tulpstraat')),
};

const endless = 'Meervoudigegezinsvriendelijkespeelvoorziening'.repeat(3);

export const LongTexts: Story = {
  render: () =>
    vote({
      round: {
        ...openRound,
        name: `${endless} van de buurt`,
        intro: 'Een lange uitleg die maar doorgaat. '.repeat(20),
        groupNames: { ...openRound.groupNames, meet: endless },
        proposals: proposals.map((each) => ({
          ...each,
          title: `${each.title} ${endless}`,
          story: each.story.repeat(8),
          remark: 'Een opmerking die veel langer is dan iemand ooit zou willen lezen. '.repeat(4),
          costCents: 99_999_999_99,
        })),
        rules: { expression: 'approve', picks: { max: 4 } },
      },
    }),
  play: after((voter) => voter.add('Bankje op het plein', 'Bomen in de Tulpstraat')),
};

const hostile: Round = {
  ...openRound,
  name: '<script>alert(1)</script> “><img src=x onerror=alert(1)>',
  intro: '\u202eeteert\u202c <b>vet</b>',
  groupNames: { meet: '<i>Ontmoeten</i>', __proto__: 'x' } as Record<string, string>,
  proposals: [
    proposal('__proto__', {
      title: '<svg onload=alert(1)>',
      story: '{{7*7}} ${alert(1)}',
      remark: '<a href="javascript:alert(1)">hier</a>',
    }),
    proposal('constructor', { title: '"><style>*{display:none}</style>', categories: ['meet', 'toString'] }),
  ],
};

export const CodeInTexts: Story = {
  render: () => vote({ round: hostile }),
  play: after(async (voter) => {
    await voter.add('<svg onload=alert(1)>', '"><style>');
    await voter.check();
  }),
};

/** The page's own words about help stand at the end of each screen; with the code they stand beside its field. */
export const WithHelp: Story = {
  render: () =>
    vote(
      {},
      {},
      html`<p slot="help">
        Brief kwijt? Stemmen kan ook op papier. Bel ons: <a href="tel:+31123456789">012 345 67 89</a>.
      </p>`,
    ),
  play: after(async (voter) => {
    await voter.add('Bankje op het plein');
    await voter.check();
  }),
};
