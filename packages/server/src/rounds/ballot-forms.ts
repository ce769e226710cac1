import type { Round } from '@buurt/domain/rounds/round.js';
import type { Store } from '../db/open.js';
import { roundOf, withdrawnFrom, type RoundRow } from './rounds.queries.js';

interface CacheEntry {
  /** What can change of a round while people vote. */
  readonly stamp: string;
  readonly round: Promise<Round>;
}

const mostKept = 50;

/** Rounds to hold ballots against: read anew only when the rules changed, or a proposal was withdrawn. */
export function ballotForms(store: Store): (row: RoundRow) => Promise<Round> {
  const kept = new Map<string, CacheEntry>();
  return async (row) => {
    const stamp = [row.rules_hash, ...(await withdrawnFrom(store.db, row.id))].join(' ');
    const known = kept.get(row.id);
    if (known?.stamp === stamp) return known.round;
    const round = roundOf(store.db, row);
    kept.delete(row.id);
    kept.set(row.id, { stamp, round });
    const [oldest = row.id] = kept.keys();
    if (kept.size > mostKept) kept.delete(oldest);
    round.catch(() => kept.delete(row.id));
    return round;
  };
}
