import { sql, type Kysely, type Migration } from 'kysely';

const statements = [
  // A draft that becomes a vote gives it its id, so that what was done with both is found together.
  sql`
    create table round_draft (
      id uuid primary key,
      buurt_code text not null references buurt (code) on delete cascade,
      plan jsonb not null,
      version integer not null default 1,
      saved_at timestamptz(3) not null,
      saved_by uuid not null
    )`,
  sql`create index round_draft_of_buurt on round_draft (buurt_code, saved_at desc)`,
];

/** Votes that staff think out at the desk, before a second person makes them. */
export const roundDrafts: Migration = {
  async up(db: Kysely<never>) {
    for (const statement of statements) await statement.execute(db);
  },
};
