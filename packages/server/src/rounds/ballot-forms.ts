import type { Round } from '@buurt/domain/rounds/round.js';
import { LRUCache } from 'lru-cache';
import type { Store } from '../db/open.js';
import { roundOf, withdrawnFrom, type RoundRow } from './rounds.queries.js';

/** Rounds to hold ballots against: read anew only when the rules changed, or a proposal was withdrawn. */
export function ballotForms(store: Store): (row: RoundRow) => Promise<Round> {
  const rounds = new LRUCache<string, Round, RoundRow>({
    max: 50,
    fetchMethod: (_key, _stale, { context: row }) => roundOf(store.db, row),
    // Whoever waits for a round gets it, also when others push it out meanwhile.
    ignoreFetchAbort: true,
  });
  return async (row) => {
    // What can change of a round while people vote.
    const key = [row.id, row.rules_hash, ...(await withdrawnFrom(store.db, row.id))].join(' ');
    return rounds.forceFetch(key, { context: row });
  };
}
