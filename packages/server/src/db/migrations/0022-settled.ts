import { sql, type Kysely, type Migration } from 'kysely';

/** When the winners of a round became promises. Not in its log: nothing of the vote changes. */
export const settled: Migration = {
  async up(db: Kysely<never>) {
    await sql`alter table round add column settled_at timestamptz(3)`.execute(db);
  },
};
