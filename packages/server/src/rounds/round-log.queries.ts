import type { Transaction } from 'kysely';
import { chainStart, linkHash, type LogLine } from './log-chain.js';
import { hold, share } from '../db/locks.js';
import type { Database } from '../db/open.js';
import type { Tables } from '../db/tables.js';

/** PostgreSQL takes 65,535 values in one statement. */
const rowsAtOnce = 2000;

/** Rows in portions that one statement can take. */
export function* portions<T>(rows: readonly T[]): Iterable<T[]> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) yield rows.slice(from, from + rowsAtOnce);
}

/** The end of a log. */
export interface LogEnd {
  readonly position: number;
  readonly hash: string;
}

async function endOf(db: Database, roundId: string): Promise<LogEnd> {
  const last = await db
    .selectFrom('round_log')
    .select(['position', 'hash'])
    .where('round_id', '=', roundId)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ?? { position: 0, hash: chainStart(roundId) };
}

/** The hash of the last line of the log, and so of all of it. */
export const headOf = async (db: Database, roundId: string): Promise<string> =>
  (await endOf(db, roundId)).hash;

/** Holds the log until the end of the transaction; resolves to its end. */
export async function holdLog(db: Transaction<Tables>, roundId: string): Promise<LogEnd> {
  await hold(db, 'log of a round', roundId);
  return endOf(db, roundId);
}

/**
 * Holds a round open until the end of the transaction. Many can, and closing waits for them; who comes while closing waits
 * stands behind it, so that it always gets its turn (a lock on the row would let them pass).
 */
export const holdOpen = (db: Transaction<Tables>, roundId: string) => share(db, 'round', roundId);

/** Holds a round alone until the end of the transaction, to open or close it. */
export const holdAlone = (db: Transaction<Tables>, roundId: string) => hold(db, 'round', roundId);

/** Lines as rows that follow the end of a log. */
export function rowsAfter(roundId: string, { position, hash }: LogEnd, lines: readonly LogLine[]) {
  let before = hash;
  return lines.map((line, index) => {
    const at = position + 1 + index;
    before = linkHash(before, at, line);
    return { round_id: roundId, position: at, version: 0, digest: '', ...line, hash: before };
  });
}

/** Adds lines to the log of a round. */
export async function append(
  db: Transaction<Tables>,
  roundId: string,
  lines: readonly LogLine[],
): Promise<void> {
  const rows = rowsAfter(roundId, await holdLog(db, roundId), lines);
  for (const portion of portions(rows)) await db.insertInto('round_log').values(portion).execute();
}
