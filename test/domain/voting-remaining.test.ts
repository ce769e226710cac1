import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ballotProblems } from '@buurt/domain/voting/ballot-problems.js';
import type { BallotLine, BallotRules } from '@buurt/domain/rounds/ballot.js';
import { movedProposal, withoutProposal, withPoints, withProposal } from '@buurt/domain/voting/choice.js';
import type { BallotForm } from '@buurt/domain/rounds/limits.js';
import { reasonsCannotAdd, remaining } from '@buurt/domain/voting/remaining.js';
import { aProposal, form } from './voting-arbitraries.js';

const proposals = [
  aProposal({ id: 'a', costCents: 300, categories: ['green'] }),
  aProposal({ id: 'b', costCents: 500, categories: ['green'] }),
  aProposal({ id: 'c', costCents: 900, categories: ['play'] }),
  aProposal({ id: 'gone', withdrawn: true }),
];
const green = { dimension: 'category', key: 'green' } as const;
const knapsack: BallotForm = {
  rules: {
    expression: 'approve',
    picks: { min: 1, max: 2 },
    spendCents: { max: 1300 },
    groups: [{ ...green, picks: { max: 1 } }],
  },
  proposals,
};
const picked = (...ids: readonly string[]) => ids.map((proposalId) => ({ proposalId }));

describe('the room that a choice leaves', () => {
  it('says why a plan cannot be added, everything at once', () => {
    assert.deepEqual(reasonsCannotAdd(knapsack, picked('a', 'c'), 'b'), [
      { pointer: '/lines', code: 'picks.max', limit: 2, actual: 3 },
      { pointer: '/lines', code: 'spend.max', limit: 1300, actual: 1700 },
      { pointer: '/lines', code: 'picks.max', limit: 1, actual: 2, group: green },
    ]);
    assert.deepEqual(reasonsCannotAdd(knapsack, picked('a'), 'c'), []);
  });

  it('names a plan that is unknown, withdrawn or chosen already', () => {
    assert.deepEqual(reasonsCannotAdd(knapsack, picked('a'), 'a'), [
      { pointer: '/lines/1', code: 'doubled' },
    ]);
    assert.deepEqual(reasonsCannotAdd(knapsack, [], 'gone'), [{ pointer: '/lines/0', code: 'withdrawn' }]);
    assert.deepEqual(reasonsCannotAdd(knapsack, [], 'x'), [{ pointer: '/lines/0', code: 'not-an-option' }]);
  });

  it('does not hold a full group against a plan of another', () => {
    const loose: BallotForm = {
      rules: { expression: 'approve', groups: [{ ...green, picks: { max: 1 } }] },
      proposals,
    };
    assert.deepEqual(reasonsCannotAdd(loose, picked('a', 'b'), 'c'), []);
  });

  it('counts what is left for a budget bar, per group too', () => {
    const left = remaining(knapsack, picked('a'));
    assert.deepEqual(left.picks, {
      measure: 'picks',
      range: { min: 1, max: 2 },
      used: 1,
      left: 1,
      needed: 0,
    });
    assert.deepEqual(left.spend, {
      measure: 'spend',
      range: { max: 1300 },
      used: 300,
      left: 1000,
      needed: 0,
    });
    assert.deepEqual(left.groups, [
      { measure: 'picks', range: { max: 1 }, used: 1, left: 0, needed: 0, group: green },
    ]);
    assert.deepEqual(left.fitting, ['c']);
  });

  it('counts what is needed, and how far a limit was passed', () => {
    assert.equal(remaining(knapsack, []).picks.needed, 1);
    assert.equal(remaining(knapsack, picked('a', 'b', 'c')).spend.left, -400);
    assert.equal(remaining({ rules: { expression: 'approve' }, proposals }, []).picks.left, undefined);
  });

  it('keeps a plan off when no points are left for it', () => {
    const rules: BallotRules = { expression: 'allocate', perProject: { min: 2 }, total: { max: 5 } };
    const some = { rules, proposals };
    assert.deepEqual(reasonsCannotAdd(some, [{ proposalId: 'a', points: 4 }], 'b'), [
      { pointer: '/lines', code: 'total.max', limit: 5, actual: 6 },
    ]);
    assert.deepEqual(reasonsCannotAdd(some, [{ proposalId: 'a', points: 3 }], 'b'), []);
  });
});

describe('a change of the choice', () => {
  const rank: BallotRules = { expression: 'rank' };
  const order = (lines: readonly BallotLine[]) =>
    lines.map(({ proposalId, rank }) => `${proposalId}${String(rank)}`);
  const three = ['a', 'b', 'c'].reduce<BallotLine[]>((lines, id) => withProposal(rank, lines, id), []);

  it('puts a new plan last and closes the gap of one that goes', () => {
    assert.deepEqual(order(three), ['a1', 'b2', 'c3']);
    assert.deepEqual(order(withoutProposal(rank, three, 'a')), ['b1', 'c2']);
    assert.deepEqual(withoutProposal(rank, three, 'x'), three);
  });

  it('moves a plan up and down, no further than the end', () => {
    assert.deepEqual(order(movedProposal(rank, three, 'c', -1)), ['a1', 'c2', 'b3']);
    assert.deepEqual(order(movedProposal(rank, three, 'a', 1)), ['b1', 'a2', 'c3']);
    assert.deepEqual(order(movedProposal(rank, three, 'a', -1)), ['a1', 'b2', 'c3']);
    assert.deepEqual(order(movedProposal(rank, three, 'a', 99)), ['b1', 'c2', 'a3']);
  });

  it('gives points, and takes a plan off that gets none', () => {
    const rules: BallotRules = { expression: 'allocate', total: { max: 5 } };
    const one = withPoints(rules, [], 'a', 3);
    assert.deepEqual(one, [{ proposalId: 'a', points: 3 }]);
    assert.deepEqual(withPoints(rules, one, 'a', 5), [{ proposalId: 'a', points: 5 }]);
    assert.deepEqual(withPoints(rules, one, 'a', 0), []);
    assert.deepEqual(withPoints(rules, one, 'a', NaN), []);
  });

  it('keeps a mark of 0, which says something', () => {
    const rules: BallotRules = { expression: 'score', perProject: { min: 0, max: 10 } };
    assert.deepEqual(withPoints(rules, [], 'a', 0), [{ proposalId: 'a', points: 0 }]);
  });

  it('begins with the points nearest to one that the rules allow', () => {
    for (const [perProject, points] of [
      [{ min: 4, max: 10 }, 4],
      [{ min: -5, max: -2 }, -2],
      [{ min: 0, max: 10 }, 1],
    ] as const)
      assert.deepEqual(withProposal({ expression: 'score', perProject }, [], 'a'), [
        { proposalId: 'a', points },
      ]);
  });
});

/** A choice made step by step, only of what there is room for. */
const steps = fc.array(
  fc.record({
    act: fc.constantFrom('add', 'remove', 'move'),
    id: fc.constantFrom('p0', 'p1', 'p2', 'p3', 'p4'),
    by: fc.integer({ min: -2, max: 3 }),
  }),
  { maxLength: 20 },
);

describe('any row of changes', () => {
  it('leaves nothing wrong but what is still missing, when only what fits is added', () => {
    const boundedPoints = form(5).map((some): BallotForm => {
      const { expression } = some.rules;
      return expression === 'score' || expression === 'allocate'
        ? { ...some, rules: { ...some.rules, perProject: { min: 0, max: 3 } } }
        : some;
    });
    fc.assert(
      fc.property(boundedPoints, steps, (some, acts) => {
        let lines: BallotLine[] = [];
        for (const { act, id, by } of acts) {
          if (act === 'remove') lines = withoutProposal(some.rules, lines, id);
          if (act === 'move') lines = movedProposal(some.rules, lines, id, by);
          if (act === 'add' && reasonsCannotAdd(some, lines, id).length === 0)
            lines = withProposal(some.rules, lines, id);
          const codes = new Set(ballotProblems(some, lines).map(({ code }) => code));
          for (const code of ['required', 'picks.min', 'spend.min', 'total.min'] as const) codes.delete(code);
          assert.deepEqual([...codes], []);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps ranks from 1 without gaps and each plan once', () => {
    fc.assert(
      fc.property(form(5), steps, (some, acts) => {
        let lines: BallotLine[] = [];
        for (const { act, id, by } of acts) {
          if (act === 'add') lines = withProposal(some.rules, lines, id);
          if (act === 'remove') lines = withoutProposal(some.rules, lines, id);
          if (act === 'move') lines = movedProposal(some.rules, lines, id, by);
          assert.equal(new Set(lines.map(({ proposalId }) => proposalId)).size, lines.length);
          if (some.rules.expression === 'rank')
            assert.deepEqual(
              lines.map(({ rank }) => rank),
              lines.map((_, index) => index + 1),
            );
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('calls fitting exactly what can be added', () => {
    fc.assert(
      fc.property(form(5), steps, (some, acts) => {
        const lines = acts
          .reduce<BallotLine[]>((all, { id }) => withProposal(some.rules, all, id), [])
          .slice(0, 2);
        const { fitting } = remaining(some, lines);
        for (const { id } of some.proposals)
          assert.equal(fitting.includes(id), reasonsCannotAdd(some, lines, id).length === 0);
      }),
      { numRuns: 1000 },
    );
  });
});
