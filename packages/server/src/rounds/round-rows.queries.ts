import type { Transaction } from 'kysely';
import type { RoundRows } from './verify.js';
import type { Store } from '../db/open.js';
import type { Tables } from '../db/tables.js';

/** All that is kept of a round, as a transaction sees it. */
export async function rowsIn(db: Transaction<Tables>, roundId: string): Promise<RoundRows> {
  const of = (table: 'proposal' | 'credential' | 'ballot' | 'ballot_key' | 'round_log') =>
    db.selectFrom(table).selectAll().where('round_id', '=', roundId);
  return {
    round: await db.selectFrom('round').selectAll().where('id', '=', roundId).executeTakeFirstOrThrow(),
    proposals: (await of('proposal').execute()) as RoundRows['proposals'],
    credentials: (await of('credential').execute()) as RoundRows['credentials'],
    ballots: (await of('ballot').execute()) as RoundRows['ballots'],
    keys: (await of('ballot_key').execute()) as RoundRows['keys'],
    log: (await of('round_log').orderBy('position').execute()) as RoundRows['log'],
  };
}

/** All that is kept of a round, as it stands at one moment. */
export const rowsOfRound = ({ db }: Store, roundId: string): Promise<RoundRows> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((at) => rowsIn(at, roundId));
