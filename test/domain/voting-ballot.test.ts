import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { problemCodes } from '@buurt/domain/wire/problem.js';
import { ballotProblems } from '@buurt/domain/voting/ballot-problems.js';
import type { BallotLine, BallotRules, Range } from '@buurt/domain/rounds/ballot.js';
import type { BallotForm } from '@buurt/domain/rounds/limits.js';
import { aProposal, form, lines as anyLines } from './voting-arbitraries.js';

const proposals = [
  aProposal({ id: 'a', costCents: 300_000, categories: ['green'] }),
  aProposal({ id: 'b', costCents: 500_000, categories: ['green', 'play'], excludes: ['a'] }),
  aProposal({ id: 'c', costCents: 900_000, categories: ['play'], neighborhoods: ['noord'] }),
  aProposal({ id: 'd', costCents: 100_000 }),
  aProposal({ id: 'gone', withdrawn: true }),
];
const wrong = (rules: BallotRules, lines: readonly BallotLine[]) =>
  ballotProblems({ rules, proposals }, lines);
const picked = (...ids: readonly string[]) => ids.map((proposalId) => ({ proposalId }));

describe('what is wrong with a ballot', () => {
  it('is never sent empty, whatever the rules', () => {
    for (const expression of ['approve', 'rank', 'allocate', 'score'] as const)
      assert.deepEqual(wrong({ expression, picks: { min: 2 } }, []), [
        { pointer: '/lines', code: 'required' },
      ]);
  });

  it('says how many plans too few or too many', () => {
    const rules: BallotRules = { expression: 'approve', picks: { min: 2, max: 3 } };
    assert.deepEqual(wrong(rules, picked('a')), [
      { pointer: '/lines', code: 'picks.min', limit: 2, actual: 1 },
    ]);
    assert.deepEqual(wrong(rules, picked('a', 'b', 'c', 'd')), [
      { pointer: '/lines', code: 'picks.max', limit: 3, actual: 4 },
    ]);
    assert.deepEqual(wrong(rules, picked('a', 'b')), []);
  });

  it('says how much money too little or too much', () => {
    const rules: BallotRules = { expression: 'approve', spendCents: { min: 200_000, max: 1_000_000 } };
    assert.deepEqual(wrong(rules, picked('a', 'c')), [
      { pointer: '/lines', code: 'spend.max', limit: 1_000_000, actual: 1_200_000 },
    ]);
    assert.deepEqual(wrong(rules, picked('d')), [
      { pointer: '/lines', code: 'spend.min', limit: 200_000, actual: 100_000 },
    ]);
    assert.deepEqual(wrong(rules, picked('c', 'd')), []);
  });

  it('names the group whose limit was passed, a plan of two groups counting in both', () => {
    const rules: BallotRules = {
      expression: 'approve',
      groups: [
        { dimension: 'category', key: 'green', picks: { max: 1 } },
        { dimension: 'category', key: 'play', spendCents: { max: 1_000_000 } },
        { dimension: 'neighborhood', key: 'noord', picks: { min: 1 } },
      ],
    };
    assert.deepEqual(wrong(rules, picked('a', 'b')), [
      {
        pointer: '/lines',
        code: 'picks.max',
        limit: 1,
        actual: 2,
        group: { dimension: 'category', key: 'green' },
      },
      {
        pointer: '/lines',
        code: 'picks.min',
        limit: 1,
        actual: 0,
        group: { dimension: 'neighborhood', key: 'noord' },
      },
    ]);
    assert.deepEqual(wrong(rules, picked('b', 'c')), [
      {
        pointer: '/lines',
        code: 'spend.max',
        limit: 1_000_000,
        actual: 1_400_000,
        group: { dimension: 'category', key: 'play' },
      },
    ]);
  });

  it('names what is unknown, withdrawn or there twice, and does not count it', () => {
    const rules: BallotRules = { expression: 'approve', picks: { min: 2, max: 2 } };
    assert.deepEqual(wrong(rules, picked('a', 'nowhere', 'gone', 'a')), [
      { pointer: '/lines/1', code: 'not-an-option' },
      { pointer: '/lines/2', code: 'withdrawn' },
      { pointer: '/lines/3', code: 'doubled' },
      { pointer: '/lines', code: 'picks.min', limit: 2, actual: 1 },
    ]);
  });

  it('wants ranks from 1 without gaps or doubles', () => {
    const ranked = (...ranks: readonly (number | undefined)[]) =>
      wrong(
        { expression: 'rank' },
        ranks.map((rank, index) => ({
          proposalId: 'abcd'.charAt(index),
          ...(rank === undefined ? {} : { rank }),
        })),
      );
    assert.deepEqual(ranked(2, 1, 3), []);
    assert.deepEqual(ranked(1, 3), [{ pointer: '/lines/1/rank', code: 'out-of-range', limit: 2, actual: 3 }]);
    assert.deepEqual(ranked(1, 1), [{ pointer: '/lines/1/rank', code: 'doubled', actual: 1 }]);
    assert.deepEqual(ranked(0), [{ pointer: '/lines/0/rank', code: 'out-of-range', limit: 1, actual: 0 }]);
    assert.deepEqual(ranked(1, undefined), [{ pointer: '/lines/1/rank', code: 'required' }]);
    assert.deepEqual(ranked(1, 1.5), [{ pointer: '/lines/1/rank', code: 'malformed' }]);
  });

  it('wants whole points within the limits of a plan and of the ballot', () => {
    const rules: BallotRules = { expression: 'allocate', perProject: { max: 5 }, total: { min: 2, max: 6 } };
    const given = (...points: readonly number[]) =>
      wrong(
        rules,
        points.map((each, index) => ({ proposalId: 'abcd'.charAt(index), points: each })),
      );
    assert.deepEqual(given(5, 1), []);
    assert.deepEqual(given(6), [{ pointer: '/lines/0/points', code: 'points.max', limit: 5, actual: 6 }]);
    assert.deepEqual(given(4, 3), [{ pointer: '/lines', code: 'total.max', limit: 6, actual: 7 }]);
    assert.deepEqual(given(-1, 5), [
      { pointer: '/lines/0/points', code: 'points.min', limit: 0, actual: -1 },
    ]);
    assert.deepEqual(given(0.5, 2), [{ pointer: '/lines/0/points', code: 'malformed' }]);
    assert.deepEqual(given(NaN, 1), [
      { pointer: '/lines/0/points', code: 'malformed' },
      { pointer: '/lines', code: 'total.min', limit: 2, actual: 1 },
    ]);
    assert.deepEqual(wrong(rules, picked('a'))[0], { pointer: '/lines/0/points', code: 'required' });
  });

  it('takes a mark below 0 where the rules do', () => {
    const rules: BallotRules = { expression: 'score', perProject: { min: -2, max: 2 } };
    assert.deepEqual(wrong(rules, [{ proposalId: 'a', points: -2 }]), []);
    assert.deepEqual(wrong(rules, [{ proposalId: 'a', points: -3 }]), [
      { pointer: '/lines/0/points', code: 'points.min', limit: -2, actual: -3 },
    ]);
  });

  it('refuses ranks and points that the rules do not ask', () => {
    assert.deepEqual(wrong({ expression: 'approve' }, [{ proposalId: 'a', rank: 1, points: 3 }]), [
      { pointer: '/lines/0/rank', code: 'unknown-key' },
      { pointer: '/lines/0/points', code: 'unknown-key' },
    ]);
  });

  it('lets plans that exclude each other stand side by side', () => {
    assert.deepEqual(wrong({ expression: 'approve' }, picked('a', 'b')), []);
  });
});

const within = (value: number, { min, max }: Range = {}) =>
  (min === undefined || value >= min) && (max === undefined || value <= max);

/** The rules once more, as a yes or no and written another way. */
function isRight({ rules, proposals: all }: BallotForm, lines: readonly BallotLine[]): boolean {
  const { expression, picks, spendCents, perProject, total, groups = [] } = rules;
  const found = lines.map(({ proposalId }) =>
    all.filter(({ id, withdrawn }) => id === proposalId && !withdrawn),
  );
  if (lines.length === 0 || found.some(({ length }) => length !== 1)) return false;
  if (new Set(lines.map(({ proposalId }) => proposalId)).size !== lines.length) return false;
  const chosen = found.flat();
  const cost = (some: typeof chosen) => some.reduce((sum, { costCents }) => sum + costCents, 0);
  const ranks = lines.map(({ rank }) => rank);
  const inOrder = lines.every((_, index) => ranks.includes(index + 1));
  if (expression === 'rank' ? !inOrder : ranks.some((rank) => rank !== undefined)) return false;
  const points = lines.map((line) => line.points);
  const gives = expression === 'allocate' || expression === 'score';
  const range = { ...(expression === 'allocate' ? { min: 0 } : {}), ...perProject };
  if (!points.every((each) => (gives ? Number.isInteger(each) && within(each!, range) : each === undefined)))
    return false;
  const sum = points.reduce<number>((all, each) => all + (each ?? 0), 0);
  const inGroup = (dimension: string, key: string) =>
    chosen.filter((each) => (dimension === 'category' ? each.categories : each.neighborhoods).includes(key));
  return (
    within(lines.length, picks) &&
    within(cost(chosen), spendCents) &&
    (!gives || within(sum, total)) &&
    groups.every(
      ({ dimension, key, ...own }) =>
        within(inGroup(dimension, key).length, own.picks) &&
        within(cost(inGroup(dimension, key)), own.spendCents),
    )
  );
}

/** Lines that mostly fit the form, so that both verdicts come up. */
const fitting = (some: BallotForm) =>
  fc.subarray([...some.proposals]).chain((chosen) =>
    fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 }).map((points) =>
      chosen.map(({ id }, index): BallotLine => {
        const { expression } = some.rules;
        if (expression === 'approve') return { proposalId: id };
        return expression === 'rank'
          ? { proposalId: id, rank: index + 1 }
          : { proposalId: id, points: points[index]! };
      }),
    ),
  );

describe('any ballot under any rules', () => {
  it('is right if and only if each rule holds', () => {
    const seen = { right: 0, wrong: 0 };
    fc.assert(
      fc.property(
        form(6).chain((some) => fc.tuple(fc.constant(some), fc.oneof(fitting(some), anyLines))),
        ([some, lines]) => {
          const right = ballotProblems(some, lines).length === 0;
          assert.equal(right, isRight(some, lines));
          seen[right ? 'right' : 'wrong']++;
        },
      ),
      { numRuns: 5000 },
    );
    assert.ok(seen.right > 300 && seen.wrong > 300, JSON.stringify(seen));
  });

  it('gets problems that point into it, with a bound that was really passed', () => {
    fc.assert(
      fc.property(form(5), anyLines, (some, lines) => {
        for (const { pointer, code, limit, actual } of ballotProblems(some, lines)) {
          const [, root, index = '0', key] = pointer.split('/');
          assert.equal(root, 'lines');
          assert.ok(pointer === '/lines' || lines[Number(index)], pointer);
          assert.ok([undefined, 'rank', 'points'].includes(key));
          assert.ok(problemCodes.includes(code));
          if (code.endsWith('.min')) assert.ok(actual! < limit!);
          if (code.endsWith('.max')) assert.ok(actual! > limit!);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
