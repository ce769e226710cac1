import { sql, type Kysely, type Migration } from 'kysely';

const statements = [
  // One for each person: making another ends the one before.
  sql`
    create table feed_token (
      staff_id uuid primary key references staff (id) on delete cascade,
      hash text not null unique,
      created_at timestamptz(3) not null
    )`,
];

/** With what a feed reader of somebody at the desk asks what waits for them. */
export const feedTokens: Migration = {
  async up(db: Kysely<never>) {
    for (const statement of statements) await statement.execute(db);
  },
};
