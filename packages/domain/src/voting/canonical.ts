import type { Round } from '../rounds/round.js';

/** Keys in the order of their letters and nothing that is absent, so that equal values have equal texts. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, ordered(each)]),
  );
}

/** A value as JSON that is the same whatever the order of its keys. */
export const canonicalJson = (value: unknown): string => JSON.stringify(ordered(value));

const sorted = (keys: readonly string[]) => keys.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));

/**
 * Everything about a round that must not change while its vote is open, as one line of JSON: the same text whatever
 * the order of keys and proposals, and however a moment is written. Texts, pictures, remarks and what was withdrawn
 * are left out. Server and browser hash its UTF-8 with SHA-256 (`rulesHash`).
 */
export function canonicalRules(round: Omit<Round, 'rulesHash' | 'serverTime' | 'phase'>): string {
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
  return canonicalJson({
    form: 'buurt-rules/1',
    round: round.id,
    opensAt: moment(round.opensAt),
    closesAt: moment(round.closesAt),
    budgetCents: round.budgetCents,
    currency: round.currency,
    rules: round.rules,
    tallies: round.tallies,
    proposals,
  });
}
