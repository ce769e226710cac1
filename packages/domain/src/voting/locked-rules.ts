import type { Round } from '../rounds/round.js';

const sorted = (keys: readonly string[]) => keys.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));

/**
 * Everything about a round that must not change while its vote is open: the same value whatever the order of proposals,
 * and however a moment is written. Texts, pictures, remarks and what was withdrawn are left out. The server hashes it as
 * canonical JSON (`rulesHash`).
 */
export function lockedRules(round: Omit<Round, 'rulesHash' | 'serverTime' | 'phase'>): object {
  const moment = (iso: string) => new Date(iso).toISOString();
  const proposals = round.proposals
    .map(({ id, costCents, categories, neighborhoods, excludes }) => ({
      id,
      costCents,
      categories: sorted(categories),
      neighborhoods: sorted(neighborhoods),
      excludes: sorted(excludes),
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    form: 'buurt-rules/1',
    round: round.id,
    opensAt: moment(round.opensAt),
    closesAt: moment(round.closesAt),
    budgetCents: round.budgetCents,
    currency: round.currency,
    rules: round.rules,
    tallies: round.tallies,
    proposals,
  };
}
