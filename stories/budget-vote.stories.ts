import { html, nothing, type TemplateResult } from 'lit';
import '@buurt/budget-vote/buurt-budget-vote.js';
import type { BallotRules } from '@buurt/domain/rounds/ballot.js';
import type { Round } from '@buurt/domain/rounds/round.js';
import { offline, problem, silence, storyBuurt, storyEndpoint } from '../test/support/endpoint.js';
import { announcedRound, openRound, proposal, proposals, roundWith } from '../test/support/round.js';
import { ballots, countedBy, equalShares, greedy, fileOf, resultsOf } from '../test/support/results.js';
import { castBefore, refusal, voteConnection, type VoteAnswers } from '../test/support/vote-endpoint.js';
import { Voter } from '../test/support/voter.js';

interface Story {
  readonly name?: string;
  readonly render: () => TemplateResult;
  readonly play?: (context: { canvasElement: HTMLElement }) => Promise<void>;
}

export default { title: 'Budget vote' };

interface Manner {
  readonly code?: 'first' | 'last';
  readonly helper?: boolean;
  readonly token?: string;
}

const vote = (
  answers: VoteAnswers = {},
  { code = 'last', helper = false, token = '' }: Manner = {},
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
const after =
  (deed: (voter: Voter) => Promise<unknown>): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await customElements.whenDefined('buurt-budget-vote');
    const voter = new Voter(canvasElement);
    await voter.vote.updateComplete;
    await deed(voter);
  };

const reading = (words: string) => after((voter) => voter.read(words));

const choosing = (rules: BallotRules, deed: (voter: Voter) => Promise<unknown>): Story => ({
  render: () => vote({ round: roundWith(rules) }),
  play: after(deed),
});

export const NotOpenYet: Story = {
  render: () => vote({ round: announcedRound }),
  play: reading('Nog niet open'),
};

export const Choosing: Story = {
  render: () => vote(),
  play: after((voter) => voter.button('Controleer je keuze')),
};

export const WithinTheBudget = choosing(openRound.rules, (voter) =>
  voter.add('Bankje op het plein', 'Bomen in de Tulpstraat', 'Licht op het Kerkpad'),
);

export const FullBudget = choosing({ expression: 'approve', spendCents: { max: 1_000_000 } }, (voter) =>
  voter.add('Bankje op het plein', 'Licht op het Kerkpad', 'Geveltuintjes voor wie wil'),
);

export const ApproveWithPicks = choosing({ expression: 'approve', picks: { min: 2, max: 3 } }, (voter) =>
  voter.add('Bankje op het plein', 'Lange tafel op straat', 'Geveltuintjes voor wie wil'),
);

export const PerGroup = choosing(
  {
    expression: 'approve',
    groups: [
      { dimension: 'neighborhood', key: 'noord', spendCents: { max: 1_000_000 } },
      { dimension: 'neighborhood', key: 'zuid', spendCents: { max: 900_000 } },
    ],
  },
  (voter) => voter.add('Bankje op het plein', 'Bomen in de Tulpstraat'),
);

export const Ranking = choosing({ expression: 'rank', picks: { max: 4 } }, async (voter) => {
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

export const NothingChosen: Story = {
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

export const OneProposal: Story = {
  render: () => vote(),
  play: after(async (voter) => {
    await voter.button('Controleer je keuze');
    await voter.press('Lees meer: Bomen in de Tulpstraat');
    await voter.see('dialog[open]');
  }),
};

export const CodeFirst: Story = {
  render: () => vote({}, { code: 'first' }),
  play: after((voter) => voter.see('#code')),
};

export const CodeMisspelt: Story = {
  render: () => vote({}, { code: 'first' }),
  play: after(async (voter) => {
    await voter.typeCode('k7qf m2xa 9trd');
    await voter.press('Verder');
    await voter.read('tikfout');
  }),
};

const bench = [{ proposalId: 'bank' }, { proposalId: 'tafel' }];

export const VotedAlready: Story = {
  render: () => vote({ mine: castBefore(bench) }, { code: 'first' }),
  play: after(async (voter) => {
    await voter.typeCode();
    await voter.press('Verder');
    await voter.read('Je huishouden heeft al gestemd');
  }),
};

export const VotedAlreadySomethingElse: Story = {
  render: () => vote({ mine: castBefore(bench) }),
  play: after(async (voter) => {
    await voter.add('Licht op het Kerkpad');
    await voter.check();
    await voter.typeCode();
    await voter.read('Neem de vorige keuze over');
  }),
};

export const Checking: Story = {
  render: () => vote(),
  play: after(async (voter) => {
    await voter.add('Bankje op het plein', 'Bomen in de Tulpstraat');
    await voter.check();
    await voter.typeCode();
    await voter.read('De code klopt');
  }),
};

export const OnAnotherDevice: Story = {
  render: () => vote(),
  play: after(async (voter) => {
    await voter.add('Bankje op het plein', 'Bomen in de Tulpstraat');
    await voter.check();
    await voter.press('Verder op een ander apparaat');
    await voter.read('Kopieer de link');
  }),
};

export const CheckingRanks: Story = {
  render: () => vote({ round: roundWith({ expression: 'rank' }) }),
  play: after(async (voter) => {
    await voter.add('Bankje op het plein', 'Bomen in de Tulpstraat', 'Lange tafel op straat');
    await voter.check();
  }),
};

export const WithoutCode: Story = {
  render: () => vote({}, { token: 'signed-by-the-site' }),
  play: after(async (voter) => {
    await voter.add('Bankje op het plein');
    await voter.check();
    await voter.read('Een code is niet nodig');
  }),
};

const casting = (answers: VoteAnswers, words: string, manner: Manner = {}): Story => ({
  render: () => vote(answers, manner),
  play: after(async (voter) => {
    await voter.castVote('Bankje op het plein', 'Lange tafel op straat');
    await voter.read(words);
  }),
});

export const Sending = casting({ ballots: silence }, 'We versturen je stem');

export const Cast = casting({}, 'Dank je wel! Je stem telt mee.');

export const Changed: Story = {
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

export const HelperWhereNobodyIs: Story = {
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

export const UnknownCode = casting({ mine: refusal(403, 'code-unknown') }, 'We kennen deze code niet');

export const ReplacedLetter = casting(
  { mine: refusal(403, 'code-replaced') },
  'Gebruik de code uit die brief',
);

export const ServerFails = casting({ ballots: problem(500, 'Internal Server Error') }, 'nog niet bevestigd');

export const NoNetwork = casting({ ballots: offline }, 'nog niet bevestigd');

export const ServerFindsProblems = casting(
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

export const ChangedElsewhere: Story = {
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

/** After closing, with what its ballots come to. */
const closed = (round: Round, counted?: Parameters<typeof resultsOf>[1]): Story => ({
  render: () => vote({ round, results: () => Response.json(resultsOf(round, counted)) }),
  play: reading('Reken het zelf na'),
});

export const ClosedCountedByVotes = closed(countedBy(greedy));

export const ClosedCountedInTwoWays = closed(countedBy(equalShares, greedy));

export const ClosedHowItWasCounted: Story = {
  ...ClosedCountedInTwoWays,
  play: after(async (voter) => {
    await voter.press('Hoe is dit geteld?');
    await voter.press('Stap voor stap');
  }),
};

export const ClosedInEnglish: Story = {
  render: () => html`<div lang="en">${closed(countedBy(equalShares, greedy)).render()}</div>`,
  play: reading('Count it yourself'),
};

export const ClosedWithoutVotes = closed(countedBy(greedy), []);

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

export const ClosedCountedAgain = recounting(fileOf(countedBy(equalShares, greedy)), 'Het klopt.');

export const ClosedCountedAgainOtherwise = recounting(
  fileOf(countedBy(equalShares, greedy), ballots.slice(1)),
  'komt op een andere uitslag',
);

export const ClosedCountingAgainFails = recounting('<h1>Welkom</h1>', 'Natellen lukt nu niet');

export const ClosedOwnReceipt: Story = {
  ...ClosedCountedByVotes,
  play: after(async (voter) => {
    const field = (await voter.see('#receipt')) as HTMLInputElement;
    field.value = '4m7k 2xqt';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await voter.press('Zoek op');
    await voter.read('Ja. Je stem is geteld.');
  }),
};

export const ClosedBeforeSending: Story = {
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

export const ResultsDoNotCome: Story = {
  render: () => vote({ round: countedBy(greedy), results: problem(500, 'Internal Server Error') }),
  play: reading('Er ging bij ons iets mis'),
};

export const RoundDoesNotCome: Story = {
  render: () => vote({ round: problem(500, 'Internal Server Error') }),
  play: reading('De stemming laadt nu niet'),
};

export const RoundIsNonsense: Story = {
  render: () =>
    vote({ round: () => Response.json({ ...openRound, proposals: [{ ...proposals[0], costCents: -1 }] }) }),
  play: reading('Er ging iets mis bij het laden'),
};

export const UnknownRound: Story = {
  render: () => vote({ round: problem(404, 'Not Found') }),
  play: reading('deze stemming bestaat niet op dit adres'),
};

export const NoRound: Story = {
  render: () =>
    html`<buurt-budget-vote
      buurt=${storyBuurt}
      .connection=${voteConnection({ rounds: () => Response.json({ rounds: [] }) })}
    ></buurt-budget-vote>`,
  play: reading('In deze buurt is nu geen stemming'),
};

export const NoEndpoint: Story = {
  render: () => html`<buurt-budget-vote buurt=${storyBuurt}></buurt-budget-vote>`,
};

export const NoBuurt: Story = {
  render: () => html`<buurt-budget-vote endpoint=${storyEndpoint}></buurt-budget-vote>`,
};

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

export const HostileTexts: Story = {
  render: () => vote({ round: hostile }),
  play: after(async (voter) => {
    await voter.add('<svg onload=alert(1)>', '"><style>');
    await voter.check();
  }),
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
