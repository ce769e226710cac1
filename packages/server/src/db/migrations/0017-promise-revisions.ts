import { sql, type Kysely, type Migration } from 'kysely';

const statements = [
  // Calendars want to know how often an event was revised, and when last (RFC 5545).
  sql`
    alter table promise
      add column revised_at timestamptz(3) not null default clock_timestamp(),
      add column revisions integer not null default 0`,
  // What a mail is about: one about an initiative that was taken off the site is not sent.
  sql`alter table mail add column initiative_id uuid references initiative (id) on delete cascade`,
  sql`create index mail_of_initiative on mail (initiative_id)`,
];

export const promiseRevisions: Migration = {
  async up(db: Kysely<never>) {
    for (const statement of statements) await statement.execute(db);
  },
};
