import { sql, type Kysely, type Migration } from 'kysely';

const statements = [
  // No moment: with one, and a list of who came by, a ballot would lead to whoever handed it in.
  sql`
    create table paper_ballot (
      id uuid primary key,
      round_id uuid not null references round (id) on delete cascade,
      credential_hash text,
      result text check (result in
        ('counted', 'voted', 'replaced', 'blank', 'unclear', 'against-rules', 'no-code'))
    )`,
  sql`create unique index paper_ballot_of_credential on paper_ballot (round_id, credential_hash)`,
  sql`
    create table paper_entry (
      paper_id uuid not null references paper_ballot (id) on delete cascade,
      staff_id uuid not null,
      content jsonb not null,
      primary key (paper_id, staff_id)
    )`,
];

/** Ballots on paper that two people type over at the desk. */
export const paperBallots: Migration = {
  async up(db: Kysely<never>) {
    for (const statement of statements) await statement.execute(db);
  },
};
