import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Problem } from '@buurt/domain/wire/problem.js';
import { ballotProblems } from '@buurt/domain/voting/ballot-problems.js';
import { rulesProblems } from '@buurt/domain/rounds/ballot-rules.js';
import type { BallotLine, BallotRules, GroupRules } from '@buurt/domain/rounds/ballot.js';
import { belongsTo, type BallotForm } from '@buurt/domain/rounds/limits.js';
import type { Proposal, TallyRules } from '@buurt/domain/rounds/round.js';
import { ruleProblemSentence } from '@buurt/domain/rounds/rule-sentences.js';
import { aProposal, byVotes, form } from './voting-arbitraries.js';

const green = { dimension: 'category', key: 'green' } as const;
const play = { dimension: 'category', key: 'play' } as const;
const four = [
  aProposal({ id: 'a', costCents: 100, categories: ['green'] }),
  aProposal({ id: 'b', costCents: 200, categories: ['green'] }),
  aProposal({ id: 'c', costCents: 400, categories: ['play'] }),
  aProposal({ id: 'd', costCents: 800, neighborhoods: ['noord'] }),
];

interface Made {
  readonly rules?: BallotRules;
  readonly proposals?: readonly Proposal[];
  readonly budgetCents?: number;
  readonly tallies?: readonly TallyRules[];
}
const made = ({
  rules = { expression: 'approve' },
  proposals = four,
  budgetCents = 1000,
  tallies = [byVotes],
}: Made): Problem[] => rulesProblems(rules, proposals, budgetCents, tallies);
const short = (problems: readonly Problem[]) =>
  problems.map(({ pointer, code, limit, actual }) =>
    [pointer, code, limit, actual].filter((each) => each !== undefined).join(' '),
  );
const refuses = (some: Made, ...expected: readonly string[]) => assert.deepEqual(short(made(some)), expected);

describe('rules that an operator cannot make a round of', () => {
  it('lets every usual way of voting through', () => {
    const usual: readonly BallotRules[] = [
      { expression: 'approve' },
      { expression: 'approve', picks: { min: 1, max: 1 } },
      { expression: 'approve', spendCents: { max: 1000 } },
      { expression: 'rank', picks: { min: 3, max: 3 } },
      { expression: 'allocate', perProject: { min: 1, max: 5 }, total: { min: 10, max: 10 } },
      { expression: 'score', perProject: { min: -2, max: 2 }, defaultScore: -1 },
      {
        expression: 'approve',
        groups: [
          { ...green, picks: { max: 1 } },
          { ...play, picks: { min: 1 } },
        ],
      },
    ];
    for (const rules of usual) refuses({ rules });
  });

  it('refuses a lower end above the upper end', () => {
    refuses(
      { rules: { expression: 'approve', picks: { min: 3, max: 2 } } },
      '/rules/picks range-reversed 2 3',
    );
  });

  it('refuses amounts that are not whole or below nothing', () => {
    refuses(
      { rules: { expression: 'approve', picks: { min: 1.5 }, spendCents: { max: -1 } } },
      '/rules/picks/min malformed',
      '/rules/spendCents/max out-of-range 0 -1',
    );
    refuses({ budgetCents: 0.5 }, '/budgetCents malformed');
    refuses(
      { budgetCents: 0, proposals: [aProposal({ id: 'a', costCents: 0 })] },
      '/budgetCents out-of-range 1 0',
    );
  });

  it('refuses points where nobody gives points, and points without an end where somebody does', () => {
    refuses(
      { rules: { expression: 'approve', total: { max: 10 }, perProject: { max: 1 }, defaultScore: 1 } },
      '/rules/perProject unknown-key',
      '/rules/total unknown-key',
      '/rules/defaultScore unknown-key',
    );
    refuses({ rules: { expression: 'allocate' } }, '/rules/total/max required');
    refuses(
      { rules: { expression: 'allocate', total: { max: 3 }, defaultScore: 0 } },
      '/rules/defaultScore unknown-key',
    );
    refuses(
      { rules: { expression: 'score' } },
      '/rules/perProject/min required',
      '/rules/perProject/max required',
    );
    refuses(
      { rules: { expression: 'score', perProject: { min: 0, max: 10 }, defaultScore: 0.5 } },
      '/rules/defaultScore malformed',
    );
  });

  it('refuses groups that are empty, unknown, doubled or without a limit', () => {
    refuses({ rules: { expression: 'approve', groups: [] } }, '/rules/groups required');
    refuses(
      {
        rules: {
          expression: 'approve',
          groups: [
            { ...green, picks: { max: 1 } },
            { ...green, picks: { max: 2 } },
            { dimension: 'category', key: 'noord', picks: { max: 2 } },
            { ...play, picks: {} },
          ],
        },
      },
      '/rules/groups/1 doubled',
      '/rules/groups/2/key not-an-option',
      '/rules/groups/3 required',
    );
  });

  it('refuses a round without proposals, and proposals whose ids or costs cannot be', () => {
    refuses({ proposals: [] }, '/proposals required');
    refuses({ proposals: [aProposal({ id: 'a', withdrawn: true })] }, '/proposals required');
    refuses(
      {
        proposals: [
          aProposal({ id: 'a', costCents: 100 }),
          aProposal({ id: 'a', costCents: 1001 }),
          aProposal({ id: ' ', costCents: -5 }),
          aProposal({ id: 'd', costCents: 0.1 }),
          aProposal({ id: 'e', costCents: 99_999_999_900, withdrawn: true }),
        ],
      },
      '/proposals/1/id doubled',
      '/proposals/1/costCents out-of-range 1000 1001',
      '/proposals/2/id required',
      '/proposals/2/costCents out-of-range 0 -5',
      '/proposals/3/costCents malformed',
    );
  });

  it('refuses exclusions that are unknown, doubled, of itself, or from one side', () => {
    const [a, b, c, d] = four as [Proposal, Proposal, Proposal, Proposal];
    refuses(
      { proposals: [{ ...a, excludes: ['b', 'x', 'a', 'b'] }, { ...b, excludes: ['a', 'c'] }, c, d] },
      '/proposals/0/excludes/1 not-an-option',
      '/proposals/0/excludes/2 not-an-option',
      '/proposals/0/excludes/3 doubled',
      '/proposals/1/excludes/1 not-mutual',
    );
  });

  it('refuses a way of counting that lacks what it needs or has what it cannot use', () => {
    refuses({ tallies: [] }, '/tallies required');
    refuses(
      {
        tallies: [
          { ...byVotes, method: 'greedy-threshold' },
          { ...byVotes, threshold: 3 },
          { ...byVotes, method: 'greedy-threshold', threshold: -1 },
          { ...byVotes, rankScores: 'borda' },
          { ...byVotes, tieBreak: ['cheaper', 'cheaper'] },
        ],
      },
      '/tallies/0/threshold required',
      '/tallies/1/threshold unknown-key',
      '/tallies/2/threshold out-of-range 0 -1',
      '/tallies/3/rankScores unknown-key',
      '/tallies/4/tieBreak/1 doubled',
    );
    const rank: BallotRules = { expression: 'rank' };
    refuses({ rules: rank, tallies: [{ ...byVotes, rankScores: [] }] }, '/tallies/0/rankScores required');
    refuses(
      { rules: rank, tallies: [{ ...byVotes, rankScores: [3, 4, 0.5] }] },
      '/tallies/0/rankScores/1 out-of-range 3 4',
      '/tallies/0/rankScores/2 malformed',
    );
  });

  it('refuses what Equal Shares cannot do: keep money for a group, weigh a plan that costs nothing', () => {
    const kept = { ...green, budgetCents: 100, kind: 'earmark' } as const;
    const shares: TallyRules = { ...byVotes, method: 'equalshares' };
    refuses({
      tallies: [
        { ...byVotes, groupBudgets: [kept] },
        { ...shares, groupBudgets: [{ ...kept, kind: 'cap' }] },
      ],
    });
    refuses(
      { tallies: [{ ...shares, groupBudgets: [kept], add1Cents: 100 }] },
      '/tallies/0/add1Cents unknown-key',
      '/tallies/0/groupBudgets/0/kind unknown-key',
    );
    refuses(
      { tallies: [{ ...shares, method: 'equalshares/add1', add1Cents: 0 }] },
      '/tallies/0/add1Cents out-of-range 1 0',
    );
    const free = [aProposal({ id: 'a', costCents: 0 })];
    refuses({ proposals: free });
    refuses({ proposals: free, tallies: [byVotes, shares] }, '/proposals/0/costCents out-of-range 1 0');
  });

  it('refuses budgets of groups that do not add up', () => {
    const budget = (key: string, budgetCents: number, kind: 'cap' | 'earmark' = 'earmark') =>
      ({ dimension: 'category', key, budgetCents, kind }) as const;
    const tally = (...groupBudgets: NonNullable<TallyRules['groupBudgets']>) => [
      { ...byVotes, groupBudgets },
    ];
    refuses({ tallies: tally(budget('green', 500), budget('play', 500)) });
    refuses(
      { tallies: tally(budget('green', 500), budget('play', 501)) },
      '/tallies/0/groupBudgets out-of-range 1000 1001',
    );
    const noord = { dimension: 'neighborhood', key: 'noord', budgetCents: 501, kind: 'earmark' } as const;
    refuses(
      { tallies: tally(budget('green', 500), noord) },
      '/tallies/0/groupBudgets out-of-range 1000 1001',
    );
    refuses({ tallies: tally(budget('green', 900, 'cap'), budget('play', 900, 'cap')) });
    refuses(
      { tallies: tally(budget('green', 1001), budget('green', 1), budget('west', 0.5)) },
      '/tallies/0/groupBudgets/0/budgetCents out-of-range 1000 1001',
      '/tallies/0/groupBudgets/1 doubled',
      '/tallies/0/groupBudgets/2/key not-an-option',
      '/tallies/0/groupBudgets/2/budgetCents malformed',
    );
  });
});

describe('rules that nobody can keep', () => {
  const approve = (own: Omit<BallotRules, 'expression'>): Made => ({
    rules: { expression: 'approve', ...own },
  });

  it('names more picks than there are proposals, those withdrawn left out', () => {
    const [a, ...others] = four as [Proposal, ...Proposal[]];
    refuses(approve({ picks: { min: 5 } }), '/rules/picks/min out-of-range 4 5');
    refuses(
      { ...approve({ picks: { min: 4 } }), proposals: [{ ...a, withdrawn: true }, ...others] },
      '/rules/picks/min out-of-range 3 4',
    );
    refuses(approve({ picks: { max: 0 } }), '/rules/picks/max out-of-range 1 0');
  });

  it('names a least that the dearest do not reach, and a most that the cheapest pass', () => {
    refuses(approve({ spendCents: { min: 1501 } }), '/rules/spendCents/min out-of-range 1500 1501');
    refuses(
      approve({ picks: { max: 2 }, spendCents: { min: 1201 } }),
      '/rules/spendCents/min out-of-range 1200 1201',
    );
    refuses(
      approve({ picks: { min: 3 }, spendCents: { max: 699 } }),
      '/rules/spendCents/max out-of-range 700 699',
    );
    refuses(approve({ spendCents: { max: 99 } }), '/rules/spendCents/max out-of-range 100 99');
  });

  it('sees that no choice comes between two amounts', () => {
    refuses(approve({ spendCents: { min: 701, max: 799 } }), '/rules unsatisfiable');
    refuses(approve({ spendCents: { min: 700, max: 799 } }));
  });

  it('names groups that together ask more than all may be', () => {
    const groups = [
      { ...green, picks: { min: 2 } },
      { ...play, picks: { min: 1 } },
    ];
    refuses(approve({ picks: { max: 2 }, groups }), '/rules/groups out-of-range 2 3');
    refuses(approve({ picks: { max: 3 }, groups }));
    const money = [
      { ...green, spendCents: { min: 300 } },
      { ...play, spendCents: { min: 400 } },
    ];
    refuses(
      approve({ spendCents: { max: 699 }, groups: money }),
      '/rules/spendCents/max out-of-range 700 699',
    );
  });

  it('names a group that is too small for what is asked of it', () => {
    refuses(
      approve({ groups: [{ ...green, picks: { min: 3 } }] }),
      '/rules/groups/0/picks/min out-of-range 2 3',
    );
    refuses(
      approve({ groups: [{ ...green, spendCents: { min: 301 } }] }),
      '/rules/groups/0/spendCents/min out-of-range 300 301',
    );
    refuses(
      approve({ groups: [{ ...green, picks: { min: 2 }, spendCents: { max: 299 } }] }),
      '/rules/groups/0/spendCents/max out-of-range 300 299',
    );
  });

  it('names an amount that is too small for what every theme must have, or too large for what each may', () => {
    const each = (picks: GroupRules['picks'] & object) => [
      { ...green, picks },
      { ...play, picks },
    ];
    refuses(
      approve({ spendCents: { max: 499 }, groups: each({ min: 1 }) }),
      '/rules/spendCents/max out-of-range 500 499',
    );
    refuses(approve({ spendCents: { max: 500 }, groups: each({ min: 1 }) }));
    refuses(
      approve({ picks: { min: 3 }, spendCents: { max: 699 }, groups: each({ min: 1 }) }),
      '/rules/spendCents/max out-of-range 700 699',
    );
    refuses(
      approve({ spendCents: { min: 1401 }, groups: each({ max: 1 }) }),
      '/rules/spendCents/min out-of-range 1400 1401',
    );
    refuses(approve({ spendCents: { min: 1400 }, groups: each({ max: 1 }) }));
    refuses(
      approve({ groups: [{ ...green, picks: { max: 1 }, spendCents: { min: 201 } }] }),
      '/rules/groups/0/spendCents/min out-of-range 200 201',
    );
  });

  it('names picks that the groups leave no room for', () => {
    const groups = [
      { ...green, picks: { max: 1 } },
      { ...play, picks: { max: 0 } },
    ];
    refuses(approve({ picks: { min: 3 }, groups }), '/rules/picks/min out-of-range 2 3');
  });

  it('names points that cannot make the total', () => {
    const allocate = (own: Omit<BallotRules, 'expression'>): Made => ({
      rules: { expression: 'allocate', ...own },
    });
    refuses(
      allocate({ picks: { max: 3 }, perProject: { max: 3 }, total: { min: 10, max: 10 } }),
      '/rules/total/min out-of-range 9 10',
    );
    refuses(
      allocate({ picks: { min: 3 }, perProject: { min: 4, max: 5 }, total: { max: 11 } }),
      '/rules/total/max out-of-range 12 11',
    );
    refuses(
      allocate({ perProject: { min: 4, max: 4 }, total: { min: 5, max: 7 } }),
      '/rules/total unsatisfiable',
    );
  });

  it('decides quickly about as many proposals as a city has', () => {
    const proposals = Array.from({ length: 150 }, (_, index) =>
      aProposal({
        id: String(index),
        costCents: 50_000 + ((index * 7919) % 211) * 1700,
        categories: [`c${String(index % 9)}`],
        neighborhoods: [`n${String(index % 4)}`],
      }),
    );
    const groups = Array.from({ length: 9 }, (_, index) => ({
      dimension: 'category' as const,
      key: `c${String(index)}`,
      picks: { min: 2, max: 4 },
    }));
    const rules: BallotRules = { expression: 'approve', picks: { min: 18, max: 30 }, groups };
    const start = performance.now();
    refuses({ rules: { ...rules, spendCents: { max: 20_000_000 } }, proposals, budgetCents: 20_000_000 });
    assert.ok(performance.now() - start < 2000);
  });
});

describe('what an operator reads about rules that are refused', () => {
  it('names the rule, what it is and what is possible', () => {
    const lines = (some: Made) => made(some).map((problem) => ruleProblemSentence(problem, 'EUR'));
    assert.deepEqual(lines({ rules: { expression: 'approve', picks: { min: 5 } } }), [
      '/rules/picks/min is 5, and no more than 4 is possible',
    ]);
    assert.deepEqual(
      lines({
        rules: { expression: 'approve', groups: [{ ...green, picks: { min: 2 }, spendCents: { max: 299 } }] },
      }),
      ['/rules/groups/0/spendCents/max (category “green”) is €2.99, and no less than €3 is possible'],
    );
    assert.deepEqual(lines({ tallies: [], budgetCents: NaN }), [
      '/budgetCents is not a whole number',
      '/tallies is missing, and the round needs it',
    ]);
  });
});

/** Every ballot that there is: every subset, and every division of points that could matter. */
function* everyBallot({ rules, proposals }: BallotForm): Generator<BallotLine[]> {
  const { min: least = 0, max: most = 3 } = rules.perProject ?? {};
  const points = Array.from({ length: most - least + 1 }, (_, index) => least + index);
  for (let subset = 1; subset < 2 ** proposals.length; subset++) {
    const chosen = proposals.filter((_, index) => subset & (2 ** index));
    if (rules.expression === 'approve') yield chosen.map(({ id }) => ({ proposalId: id }));
    else if (rules.expression === 'rank')
      yield chosen.map(({ id }, index) => ({ proposalId: id, rank: index + 1 }));
    else
      for (let code = 0; code < points.length ** chosen.length; code++)
        yield chosen.map(({ id }, index) => ({
          proposalId: id,
          points: points[Math.floor(code / points.length ** index) % points.length]!,
        }));
  }
}

function isKept(some: BallotForm): boolean {
  for (const lines of everyBallot(some)) if (ballotProblems(some, lines).length === 0) return true;
  return false;
}

describe('any rules', () => {
  it('are refused as beyond reach if and only if no ballot keeps them', () => {
    const seen = { reached: 0, refused: 0 };
    const ordered = form(4).map(({ rules: { groups = [], ...rules }, proposals }): BallotForm => {
      const known = groups.filter(
        (group) => (group.picks ?? group.spendCents) && proposals.some((each) => belongsTo(each, group)),
      );
      const bounds = { ...(rules.expression === 'allocate' ? { min: 0 } : { min: -1 }), max: 2 };
      const { min = bounds.min, max = bounds.max } = rules.perProject ?? {};
      const perProject = { min: Math.max(min, bounds.min), max: Math.max(max, min, bounds.min) };
      return {
        rules: {
          ...rules,
          ...(rules.perProject ? { perProject } : {}),
          ...(known.length > 0 ? { groups: known } : {}),
        },
        proposals,
      };
    });
    fc.assert(
      fc.property(ordered, (some) => {
        const problems = rulesProblems(some.rules, some.proposals, 1000, [byVotes]);
        const itself = problems.filter(({ code }) => code !== 'out-of-range' && code !== 'unsatisfiable');
        if (some.proposals.some(({ withdrawn }) => !withdrawn)) assert.deepEqual(itself, []);
        const reached = isKept(some);
        assert.equal(problems.length === 0, reached, JSON.stringify(problems));
        seen[reached ? 'reached' : 'refused']++;
      }),
      { numRuns: 4000 },
    );
    assert.ok(seen.reached > 1000 && seen.refused > 1000, JSON.stringify(seen));
  });
});
