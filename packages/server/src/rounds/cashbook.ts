import { cashbookOf, type Cashbook, type CashbookLine } from '@buurt/domain/rounds/cashbook.js';
import { LRUCache } from 'lru-cache';
import { byteOrderMark, csvLine, type Cell } from '../cli/csv.js';
import type { Store } from '../db/open.js';
import { cashbookInitiatives, promisedMoneyOf, winsOf, type Winners } from './cashbook.queries.js';
import { countRound } from './results.js';
import { headOf } from './round-log.queries.js';
import { findRoundRow, listRounds, titleOfHidden } from './rounds.queries.js';

/**
 * Reads the cashbook of a buurt. What won in a closed round is counted once for every head of its log, and kept: many
 * rounds cost little then, because their ballots are not.
 */
export function cashbookReader(store: Store): (buurtCode: string) => Promise<Cashbook> {
  const winners = new LRUCache<string, Winners, string>({
    max: 1000,
    fetchMethod: async (_key, _stale, { context: roundId }) => {
      const row = await findRoundRow(store.db, roundId);
      const proposalIds = row ? (await countRound(store, row)).results.tallies[0]?.winners : undefined;
      return { roundId, proposalIds: proposalIds ?? [] };
    },
    // Whoever waits for a count gets it, also when others push it out meanwhile.
    ignoreFetchAbort: true,
  });
  return async (buurtCode) => {
    const rounds = await listRounds(store, buurtCode);
    const won: Winners[] = [];
    // One after the other, so that the memory holds the ballots of one round.
    for (const { id, phase } of rounds)
      if (phase === 'closed')
        won.push(await winners.forceFetch(`${id} ${await headOf(store.db, id)}`, { context: id }));
    const [wins, promises] = await Promise.all([winsOf(store.db, won), promisedMoneyOf(store.db, buurtCode)]);
    const ids = [...wins, ...promises].flatMap(({ initiativeId }) => initiativeId ?? []);
    return cashbookOf({
      rounds: rounds.map(({ id, name, phase, opensAt, closesAt, currency, budgetCents }) => ({
        id,
        name,
        phase,
        opensAt,
        closesAt,
        currency,
        budgetCents,
      })),
      wins,
      promises,
      initiatives: await cashbookInitiatives(store.db, [...new Set(ids)]),
    });
  };
}

const amount = (cents: number | null): Cell => (cents === null ? null : cents / 100);

const head = ['ronde', 'initiatief', 'munt', 'budget', 'gekozen', 'toegezegd', 'uitgegeven'];

/**
 * The cashbook for a spreadsheet. A round has a row with its budget alone, and one for each line, so that the sum of a
 * column is what it says: nothing is in it twice.
 */
export function cashbookCsv({ rounds, outsideRounds }: Cashbook): string {
  const row = (round: string, currency: string, line: CashbookLine, wonCents: number | null): Cell[] => [
    ...[round, line.title ?? titleOfHidden, currency, null],
    ...[wonCents, line.grantedCents, line.spentCents].map(amount),
  ];
  const rows = [
    ...rounds.flatMap(({ name, currency, budgetCents, lines }) => [
      [name, null, currency, amount(budgetCents), null, null, null],
      ...lines.map((line) => row(name, currency, line, line.wonCents)),
    ]),
    ...outsideRounds.lines.map((line) => row('buiten de rondes', 'EUR', line, null)),
  ];
  return byteOrderMark + [head, ...rows].map(csvLine).join('');
}
