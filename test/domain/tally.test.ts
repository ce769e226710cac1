import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Proposal, TallyRules } from '@buurt/domain/rounds/round.js';
import { tallyResultFrom } from '@buurt/domain/voting/tally-json.js';
import { tally } from '@buurt/domain/voting/tally.js';
import { election, type CountedBallot, type Election } from './tally-elections.js';
import { simpleWinners } from './tally-oracle.js';
import { aProposal } from './voting-arbitraries.js';

const count = ({ round, rules, ballots }: Election) => tally(round, rules, ballots);
const holds = (property: (some: Election) => void) =>
  fc.assert(fc.property(election, property), { numRuns: 10_000 });

const approving = (...ids: string[]): CountedBallot => ({ lines: ids.map((proposalId) => ({ proposalId })) });
const times = (amount: number, ballot: CountedBallot) => Array<CountedBallot>(amount).fill(ballot);
const plain: TallyRules = { method: 'greedy', tieBreak: ['cheaper'], leftover: 'none' };
const roundOf = (budgetCents: number, ...proposals: Proposal[]) => ({
  ...{ id: 'r-1', budgetCents, proposals },
  rules: { expression: 'approve' as const },
});

describe('any count', () => {
  it('grants what a simple count by the definitions grants', () =>
    holds((some) =>
      assert.deepEqual(count(some).winners, simpleWinners(some.round, some.rules, some.ballots)),
    ));

  it('never spends more than there is, in all or for a group', () =>
    holds((some) => {
      const { winners, spentCents, leftoverCents } = count(some);
      const granted = some.round.proposals.filter(({ id }) => winners.includes(id));
      const costOf = (of: readonly Proposal[]) => of.reduce((sum, { costCents }) => sum + costCents, 0);
      assert.equal(costOf(granted), spentCents);
      assert.ok(spentCents <= some.round.budgetCents);
      assert.equal(spentCents + leftoverCents, some.round.budgetCents);
      for (const { key, budgetCents, kind } of some.rules.groupBudgets ?? [])
        if (kind === 'cap')
          assert.ok(costOf(granted.filter(({ categories }) => categories.includes(key))) <= budgetCents);
    }));

  it('does not depend on the order of voters, of proposals or of the lines of a ballot', () =>
    fc.assert(
      fc.property(
        election.chain((some) =>
          fc.tuple(
            fc.constant(some),
            fc.shuffledSubarray([...some.round.proposals], { minLength: some.round.proposals.length }),
            fc.shuffledSubarray([...some.ballots], { minLength: some.ballots.length }),
          ),
        ),
        ([some, proposals, ballots]) => {
          const turned = ballots.map(({ lines }) => ({ lines: lines.toReversed() }));
          assert.deepEqual(
            count({ ...some, round: { ...some.round, proposals }, ballots: turned }),
            count(some),
          );
        },
      ),
      { numRuns: 2000 },
    ));

  it('does not depend on whether money is counted in cents or in something smaller', () =>
    fc.assert(
      fc.property(election, fc.integer({ min: 2, max: 1000 }), (some, factor) => {
        const { round, rules } = some;
        const groupBudgets = rules.groupBudgets?.map((group) => ({
          ...group,
          budgetCents: group.budgetCents * factor,
        }));
        const larger = {
          round: {
            ...round,
            budgetCents: round.budgetCents * factor,
            proposals: round.proposals.map((each) => ({ ...each, costCents: each.costCents * factor })),
          },
          rules: { ...rules, add1Cents: factor, ...(groupBudgets ? { groupBudgets } : {}) },
          ballots: some.ballots,
        };
        assert.deepEqual(count(larger).winners, count(some).winners);
      }),
      { numRuns: 2000 },
    ));

  it('grants nothing that was withdrawn, that nobody wants, or that another one excludes', () =>
    holds((some) => {
      const { winners, outcomes } = count(some);
      for (const { id, withdrawn, excludes } of some.round.proposals) {
        const outcome = outcomes.find(({ proposalId }) => proposalId === id)!;
        assert.equal(outcome.granted, winners.includes(id));
        assert.equal(outcome.granted, outcome.why === undefined);
        if (!outcome.granted) continue;
        assert.ok(!withdrawn && outcome.votes > 0 && !excludes.some((other) => winners.includes(other)));
      }
    }));

  it('explains itself in steps that lead to its result, and survives being sent', () =>
    holds((some) => {
      const result = count(some);
      const granted = result.steps.filter((step) => step.granted);
      assert.deepEqual(
        granted.map(({ proposalId }) => proposalId),
        result.winners,
      );
      let left = some.round.budgetCents;
      for (const step of result.steps) {
        assert.equal(step.leftBeforeCents, left);
        left -= step.granted ? step.costCents : 0;
        assert.equal(step.leftAfterCents, left);
      }
      assert.deepEqual(tallyResultFrom(JSON.parse(JSON.stringify(result))), result);
    }));
});

describe('the count by votes', () => {
  const [large, small, other] = [
    aProposal({ id: 'large', costCents: 80 }),
    aProposal({ id: 'small', costCents: 30 }),
    aProposal({ id: 'other', costCents: 50 }),
  ] as const;
  const ballots = [
    ...times(5, approving('large')),
    ...times(4, approving('other')),
    ...times(3, approving('small')),
  ];

  it('skips what does not fit and takes what does', () => {
    const { winners, outcomes } = tally(roundOf(110, large, small, other), plain, ballots);
    assert.deepEqual(winners, ['large', 'small']);
    assert.deepEqual(outcomes[1]?.why, { code: 'does-not-fit', leftCents: 30 });
  });

  it('stops at what does not fit where the rule says so', () => {
    const rules = { ...plain, method: 'greedy-no-skip' as const };
    const { winners, outcomes } = tally(roundOf(110, large, small, other), rules, ballots);
    assert.deepEqual(winners, ['large']);
    assert.deepEqual(outcomes[2]?.why, { code: 'after-stop', stoppedBy: 'other' });
    const filled = tally(
      roundOf(110, large, small, other),
      { ...rules, leftover: 'next-that-fits' },
      ballots,
    );
    assert.deepEqual(filled.winners, ['large', 'small']);
  });

  it('counts a plan once on a ballot that names it twice, and does not count a stranger', () => {
    const { outcomes } = tally(roundOf(110, large), plain, [approving('large', 'large', 'elsewhere')]);
    assert.deepEqual(outcomes, [{ proposalId: 'large', votes: 1, score: 1, granted: true }]);
  });

  it('tells by which rule equals were told apart, and draws lots the same way each time', () => {
    const twins = ['a', 'b', 'c', 'd'].map((id) => aProposal({ id, costCents: 50 }));
    const everybody = [approving('a', 'b', 'c', 'd')];
    const { winners, steps } = tally(roundOf(100, ...twins), { ...plain, tieBreak: [] }, everybody);
    assert.deepEqual(steps[0]?.tie, { between: ['a', 'b', 'c', 'd'], by: 'lot' });
    const again = tally(roundOf(100, ...twins.toReversed()), { ...plain, tieBreak: [] }, everybody);
    assert.deepEqual(again.winners, winners);
    const firsts = new Set(
      Array.from({ length: 60 }, (_, nth) => {
        const round = { ...roundOf(100, ...twins), id: `r-${String(nth)}` };
        return tally(round, { ...plain, tieBreak: [] }, everybody).winners[0];
      }),
    );
    assert.equal(firsts.size, 4, 'every one of equals wins some round');
  });
});

describe('Equal Shares', () => {
  it('gives each part of the neighbourhood its share, where votes alone give all to the largest', () => {
    const north = ['n1', 'n2', 'n3'].map((id, nth) => aProposal({ id, costCents: 300 + nth }));
    const south = aProposal({ id: 's', costCents: 300 });
    const ballots = [...times(6, approving('n1', 'n2', 'n3')), ...times(3, approving('s'))];
    const round = roundOf(903, ...north, south);
    assert.deepEqual(tally(round, plain, ballots).winners, ['n1', 'n2', 'n3']);
    const shared = tally(round, { ...plain, method: 'equalshares' }, ballots);
    assert.deepEqual(new Set(shared.winners), new Set(['n1', 'n2', 's']));
    assert.equal(shared.ballotsWithAWinner, 9);
    assert.deepEqual(shared.steps[0]?.payment, {
      voters: 6,
      perPointCents: 50,
      exactly: '50',
      emptied: 0,
    });
    assert.deepEqual(shared.outcomes.find(({ proposalId }) => proposalId === 'n3')?.why, {
      code: 'supporters-short',
      haveCents: 1,
    });
  });

  for (const budgetCents of [500_000_00, 2_900_000_00])
    it(`counts 15,000 ballots on 100 proposals in seconds: € ${String(budgetCents / 100)}`, () => {
      let seed = 7;
      const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
      const proposals = Array.from({ length: 100 }, (_, nth) =>
        aProposal({ id: `p${String(nth)}`, costCents: Math.round(500 + random() * 60_000) * 100 }),
      );
      const ballots = Array.from({ length: 15_000 }, () =>
        approving(...proposals.filter((_, nth) => random() < 0.25 / (1 + nth / 20)).map(({ id }) => id)),
      );
      const before = process.cpuUsage();
      const rules = { ...plain, method: 'equalshares/add1' as const, leftover: 'next-that-fits' as const };
      const { spentCents } = tally(roundOf(budgetCents, ...proposals), rules, ballots);
      assert.ok(spentCents > 0.96 * budgetCents);
      // Work, not time, so that it does not matter what else the machine does.
      const { user, system } = process.cpuUsage(before);
      assert.ok(user + system < 10_000_000, `${String((user + system) / 1e6)} s`);
    });
});
