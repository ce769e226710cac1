import { sql, type Kysely, type Migration } from 'kysely';

/** Calendars want to know how often an event was revised, and when last (RFC 5545). Not evidence: that is the log. */
export const revisions: Migration = {
  async up(db: Kysely<never>) {
    await sql`
      create table round_revision (
        round_id uuid primary key references round (id) on delete cascade,
        at timestamptz(3) not null default clock_timestamp(),
        times integer not null default 0
      )`.execute(db);
    await sql`insert into round_revision (round_id) select id from round`.execute(db);
  },
};
