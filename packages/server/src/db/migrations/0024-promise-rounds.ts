import { sql, type Kysely, type Migration } from 'kysely';

/** From which budget round the money of a promise comes; null for one that was made outside all rounds. */
export const promiseRounds: Migration = {
  async up(db: Kysely<never>) {
    await sql`alter table promise add column round_id uuid references round (id) on delete set null`.execute(
      db,
    );
    await sql`create index promise_of_round on promise (round_id)`.execute(db);
  },
};
