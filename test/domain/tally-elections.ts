import fc from 'fast-check';
import { expressions, type BallotLine, type BallotRules } from '@buurt/domain/rounds/ballot.js';
import type { GroupBudget, Proposal, Round, TallyRules } from '@buurt/domain/rounds/round.js';
import { aProposal } from './voting-arbitraries.js';

export type CountedRound = Pick<Round, 'id' | 'budgetCents' | 'rules' | 'proposals'>;
export type CountedBallot = { readonly lines: readonly BallotLine[] };

export interface Election {
  readonly round: CountedRound;
  readonly rules: TallyRules;
  readonly ballots: readonly CountedBallot[];
}

const keys = ['green', 'play'] as const;

/** Costs that all differ, so that “cheaper” tells every two apart. */
const proposals: fc.Arbitrary<Proposal[]> = fc
  .uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 })
  .chain((costs) =>
    fc.tuple(
      ...costs.map((costCents, index) =>
        fc
          .record({
            categories: fc.subarray([...keys]),
            withdrawn: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
          })
          .map((own) => aProposal({ id: `p${String(index)}`, costCents, ...own })),
      ),
    ),
  )
  .chain((all) =>
    fc
      .option(
        fc.shuffledSubarray(all, { minLength: Math.min(2, all.length), maxLength: Math.min(2, all.length) }),
      )
      .map((pair) =>
        all.map((each) => ({
          ...each,
          excludes: pair?.includes(each) ? pair.filter((other) => other !== each).map(({ id }) => id) : [],
        })),
      ),
  );

function lines({ expression }: BallotRules, ids: readonly string[]): fc.Arbitrary<BallotLine[]> {
  return fc.shuffledSubarray([...ids]).chain((picked) => {
    if (expression === 'approve') return fc.constant(picked.map((proposalId) => ({ proposalId })));
    if (expression === 'rank')
      return fc.constant(picked.map((proposalId, index) => ({ proposalId, rank: index + 1 })));
    const points = fc.integer({ min: expression === 'score' ? -2 : 0, max: 5 });
    return fc.tuple(...picked.map((proposalId) => points.map((each) => ({ proposalId, points: each }))));
  });
}

const groupBudgets = (budgetCents: number, kinds: readonly GroupBudget['kind'][]) =>
  fc.tuple(...keys.map(() => fc.integer({ min: 0, max: Math.floor(budgetCents / 2) }))).chain((amounts) =>
    fc.constantFrom(...kinds).map((kind) =>
      keys.map((key, index): GroupBudget => {
        const cents = amounts[index] ?? 0;
        return { dimension: 'category', key, budgetCents: cents, kind };
      }),
    ),
  );

/** Elections as small as a street, where ties, caps and exclusions happen all the time. */
export const election: fc.Arbitrary<Election> = fc
  .record({
    all: proposals,
    budgetCents: fc.integer({ min: 1, max: 120 }),
    expression: fc.constantFrom(...expressions),
    method: fc.constantFrom<TallyRules['method']>(
      'greedy',
      'greedy-threshold',
      'equalshares',
      'equalshares/add1',
    ),
    leftover: fc.constantFrom<TallyRules['leftover']>('none', 'next-that-fits'),
    tieBreak: fc.constantFrom<TallyRules['tieBreak'][]>(['cheaper'], ['more-votes', 'cheaper']),
  })
  .chain(({ all, budgetCents, expression, method, leftover, tieBreak }) => {
    const rules: BallotRules = { expression };
    const isShared = method.startsWith('equalshares');
    return fc.record({
      round: fc.constant({ id: 'r-1', budgetCents, rules, proposals: all }),
      rules: fc
        .option(groupBudgets(budgetCents, isShared ? ['cap'] : ['cap', 'earmark']), { nil: undefined })
        .map((budgets): TallyRules => ({
          ...{ method, leftover, tieBreak, add1Cents: 1 },
          ...(method === 'greedy-threshold' || method === 'greedy-no-skip' ? { threshold: 2 } : {}),
          ...(expression === 'rank' ? { rankScores: 'borda' } : {}),
          ...(budgets ? { groupBudgets: budgets } : {}),
        })),
      ballots: fc.array(
        lines(
          rules,
          all.map(({ id }) => id),
        ).map((each) => ({ lines: each })),
        { maxLength: 9 },
      ),
    });
  });
