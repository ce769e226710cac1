import type { Cashbook, CashbookLine, CashbookRound } from '@buurt/domain/rounds/cashbook.js';
import { answeringBy, json, storyEndpoint, type Answer } from './endpoint.js';

export const aLine = (
  initiativeId: string | null,
  title: string | null,
  [wonCents, grantedCents, spentCents]: readonly [number, number | null, number | null],
): CashbookLine => ({ initiativeId, title, wonCents, grantedCents, spentCents });

export const aCashbookRound = (id: string, own: Partial<CashbookRound> = {}): CashbookRound => ({
  id,
  name: `Buurtbudget ${id}`,
  phase: 'closed',
  opensAt: `${id}-10-01T07:00:00.000Z`,
  closesAt: `${id}-10-21T18:00:00.000Z`,
  currency: 'EUR',
  budgetCents: 10_000_00,
  wonCents: 0,
  grantedCents: 0,
  spentCents: 0,
  leftCents: 10_000_00,
  lines: [],
  ...own,
});

const thisYear = aCashbookRound('2026', {
  wonCents: 8_250_00,
  grantedCents: 7_750_00,
  spentCents: 4_180_50,
  leftCents: 5_819_50,
  lines: [
    aLine('i-tafel', 'Lange tafel op het Rozenplein', [4_000_00, 4_000_00, 3_930_50]),
    aLine('i-thee', 'Theetuin achter het buurthuis', [2_500_00, 2_500_00, null]),
    aLine(null, null, [1_250_00, 1_250_00, 250_00]),
    aLine(null, 'Drempel in de Lindenlaan', [500_00, null, null]),
  ],
});

export const lastYear = aCashbookRound('2025', {
  budgetCents: 5_000_00,
  wonCents: 4_800_00,
  grantedCents: 4_800_00,
  spentCents: 4_800_00,
  leftCents: 200_00,
  lines: [aLine('i-bank', 'Bankje bij de halte', [4_800_00, 4_800_00, 4_800_00])],
});

export const cashbook: Cashbook = {
  rounds: [thisYear, lastYear],
  outsideRounds: {
    grantedCents: 350_00,
    spentCents: 120_00,
    lines: [aLine('i-tafel', 'Lange tafel op het Rozenplein', [0, 350_00, 120_00])],
  },
};

export const emptyCashbook: Cashbook = {
  rounds: [],
  outsideRounds: { grantedCents: 0, spentCents: 0, lines: [] },
};

let opened = 0;

/** A server for cashbooks, each on an endpoint of its own, so that no story finds what another left on the device. */
export const cashbookConnection = (answer: Cashbook | Answer = cashbook) => {
  opened += 1;
  const answers: Answer = typeof answer === 'function' ? answer : () => json(answer);
  return answeringBy(
    [[/\/cashbook$/, answers]],
    `${storyEndpoint}/cashbook-${String(opened)}-${String(Date.now())}`,
  );
};
