import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cashbookFrom } from '@buurt/domain/rounds/cashbook-json.js';
import {
  cashbookOf,
  type CashbookSources,
  type PromisedMoney,
  type Win,
} from '@buurt/domain/rounds/cashbook.js';
import { ShapeError } from '@buurt/domain/wire/json.js';

const aRound = (id: string, own: Partial<CashbookSources['rounds'][number]> = {}) => ({
  id,
  name: `Budget ${id}`,
  phase: 'closed' as const,
  opensAt: '2026-10-01T07:00:00.000Z',
  closesAt: '2026-10-21T18:00:00.000Z',
  currency: 'EUR',
  budgetCents: 10_000_00,
  ...own,
});
const aWin = (initiativeId: string | null, costCents: number, own: Partial<Win> = {}): Win => ({
  ...{ roundId: 'r', proposalId: `p-${initiativeId ?? ''}`, title: 'Op het biljet', costCents, initiativeId },
  ...own,
});
const aPromise = (
  initiativeId: string,
  grantedCents: number | null,
  spentCents: number | null = null,
  roundId: string | null = 'r',
): PromisedMoney => ({ roundId, initiativeId, grantedCents, spentCents });
const initiatives = new Map([
  ['table', { title: 'Lange tafel', isPublic: true }],
  ['bench', { title: 'Bankje', isPublic: true }],
  ['gone', { title: 'Wat niemand mag lezen', isPublic: false }],
]);
const cashbook = (own: Partial<CashbookSources>) =>
  cashbookOf({ rounds: [aRound('r')], wins: [], promises: [], initiatives, ...own });
const only = (own: Partial<CashbookSources>) => cashbook(own).rounds[0]!;
const sums = ({ wonCents, grantedCents, spentCents, leftCents }: ReturnType<typeof only>) => ({
  ...{ wonCents, grantedCents, spentCents, leftCents },
});

describe('A cashbook', () => {
  it('says of a round what won, was granted and spent, and what of the budget is left', () => {
    const round = only({
      wins: [aWin('table', 4000_00), aWin('bench', 1000_00)],
      promises: [aPromise('table', 4000_00, 3500_00), aPromise('bench', 900_00)],
    });
    assert.deepEqual(sums(round), {
      ...{ wonCents: 5000_00, grantedCents: 4900_00, spentCents: 3500_00, leftCents: 6500_00 },
    });
    assert.deepEqual(round.lines, [
      {
        ...{ initiativeId: 'table', title: 'Lange tafel' },
        ...{ wonCents: 4000_00, grantedCents: 4000_00, spentCents: 3500_00 },
      },
      {
        ...{ initiativeId: 'bench', title: 'Bankje' },
        ...{ wonCents: 1000_00, grantedCents: 900_00, spentCents: null },
      },
    ]);
  });

  it('shows of a round that is not closed its budget only', () => {
    for (const phase of ['announced', 'open'] as const) {
      const round = only({ rounds: [aRound('r', { phase })] });
      assert.deepEqual(sums(round), {
        ...{ wonCents: null, grantedCents: 0, spentCents: 0, leftCents: 10_000_00 },
      });
      assert.deepEqual(round.lines, []);
    }
  });

  it('says that nothing won in a closed round without winners', () => {
    assert.equal(only({}).wonCents, 0);
  });

  it('is below 0 when more was spent than the budget', () => {
    const round = only({
      rounds: [aRound('r', { budgetCents: 100_00 })],
      wins: [aWin('table', 100_00)],
      promises: [aPromise('table', 100_00, 130_00)],
    });
    assert.deepEqual(sums(round), {
      ...{ wonCents: 100_00, grantedCents: 100_00, spentCents: 130_00, leftCents: -30_00 },
    });
  });

  it('knows no amount where none was promised, and adds those that are known', () => {
    const { lines, grantedCents } = only({
      wins: [aWin('table', 300_00), aWin('bench', 200_00)],
      promises: [aPromise('table', null), aPromise('bench', null), aPromise('bench', 150_00, 0)],
    });
    assert.deepEqual(
      lines.map((line) => [line.grantedCents, line.spentCents]),
      [
        [null, null],
        [150_00, 0],
      ],
    );
    assert.equal(grantedCents, 150_00);
  });

  it('makes one line of several wins and promises of one initiative in a round', () => {
    const { lines } = only({
      wins: [aWin('table', 300_00), aWin('table', 200_00, { proposalId: 'second' })],
      promises: [aPromise('table', 300_00, 10_00), aPromise('table', 200_00, 20_00)],
    });
    assert.deepEqual(lines, [
      {
        ...{ initiativeId: 'table', title: 'Lange tafel' },
        ...{ wonCents: 500_00, grantedCents: 500_00, spentCents: 30_00 },
      },
    ]);
  });

  it('counts the money of an initiative that was taken off the site, without its title or a way to it', () => {
    const { lines, outsideRounds } = {
      ...only({ wins: [aWin('gone', 700_00)], promises: [aPromise('gone', 700_00)] }),
      ...cashbook({ promises: [aPromise('gone', 50_00, null, null)] }),
    };
    assert.deepEqual(lines, [
      {
        ...{ initiativeId: null, title: null, wonCents: 700_00, grantedCents: 700_00, spentCents: null },
      },
    ]);
    assert.deepEqual([outsideRounds.grantedCents, outsideRounds.lines[0]!.title], [50_00, null]);
  });

  it('names a proposal without an initiative as it stood on the ballot, each on a line of its own', () => {
    const { lines, wonCents } = only({
      wins: [aWin(null, 200_00, { proposalId: 'a' }), aWin(null, 100_00, { proposalId: 'b' })],
    });
    assert.deepEqual(
      lines.map(({ initiativeId, title, wonCents: won }) => [initiativeId, title, won]),
      [
        [null, 'Op het biljet', 200_00],
        [null, 'Op het biljet', 100_00],
      ],
    );
    assert.equal(wonCents, 300_00);
  });

  it('counts each promise once: in its round, or outside when it has none, or one that is not here or not closed', () => {
    const { rounds, outsideRounds } = cashbook({
      rounds: [aRound('r'), aRound('open', { phase: 'open' })],
      promises: [
        aPromise('table', 1_00, 1_00),
        aPromise('table', 2_00, 2_00, null),
        aPromise('bench', 4_00, 4_00, 'open'),
        aPromise('bench', 8_00, 8_00, 'cancelled'),
      ],
    });
    assert.deepEqual(
      [rounds.map(({ grantedCents }) => grantedCents), outsideRounds.grantedCents],
      [[1_00, 0], 14_00],
    );
    assert.deepEqual(
      [rounds.map(({ spentCents }) => spentCents), outsideRounds.spentCents],
      [[1_00, 0], 14_00],
    );
    assert.deepEqual(
      outsideRounds.lines.map(({ title, grantedCents }) => [title, grantedCents]),
      [
        ['Bankje', 12_00],
        ['Lange tafel', 2_00],
      ],
    );
  });

  it('leaves out promises outside rounds that say nothing of money', () => {
    const { outsideRounds } = cashbook({
      promises: [aPromise('table', null, null, null), aPromise('bench', null, 5_00, null)],
    });
    assert.deepEqual(
      outsideRounds.lines.map(({ title, grantedCents, spentCents }) => [title, grantedCents, spentCents]),
      [['Bankje', null, 5_00]],
    );
  });

  it('reads back from JSON what it was, and refuses amounts that cannot be', () => {
    const book = cashbook({
      wins: [aWin('table', 4000_00)],
      promises: [aPromise('table', 4000_00, 10_100_00)],
    });
    const json = JSON.parse(JSON.stringify(book)) as { rounds: [{ spentCents: number }] };
    assert.deepEqual(cashbookFrom(json), book);
    json.rounds[0].spentCents = 0.5;
    assert.throws(() => cashbookFrom(json), new ShapeError('/rounds/0/spentCents', 'a whole number from 0'));
  });
});
