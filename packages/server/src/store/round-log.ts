import { sql, type Transaction } from 'kysely';
import { chainStart, linked, type LogLine } from '../rounds/chain.js';
import type { Database } from './open.js';
import type { Tables } from './tables.js';

/** PostgreSQL takes 65,535 values in one statement. */
const rowsAtOnce = 2000;

/** Rows in portions that one statement can take. */
export function* portions<T>(rows: readonly T[]): Iterable<T[]> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) yield rows.slice(from, from + rowsAtOnce);
}

const lastOf = (db: Database, roundId: string) =>
  db
    .selectFrom('round_log')
    .select(['position', 'hash'])
    .where('round_id', '=', roundId)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();

/** The hash of the last line of the log, and so of all of it. */
export const headOf = async (db: Database, roundId: string): Promise<string> =>
  (await lastOf(db, roundId))?.hash ?? chainStart(roundId);

/** Holds the log until the end of the transaction; resolves to the place of its next line. */
export async function holdLog(db: Transaction<Tables>, roundId: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${roundId}, 0))`.execute(db);
  return ((await lastOf(db, roundId))?.position ?? 0) + 1;
}

/** Adds lines to the log of a round. */
export async function append(
  db: Transaction<Tables>,
  roundId: string,
  lines: readonly LogLine[],
): Promise<void> {
  const first = await holdLog(db, roundId);
  let hash = await headOf(db, roundId);
  const rows = lines.map((line, index) => {
    const position = first + index;
    hash = linked(hash, position, line);
    return { round_id: roundId, position, version: 0, digest: '', ...line, hash };
  });
  for (const portion of portions(rows)) await db.insertInto('round_log').values(portion).execute();
}
