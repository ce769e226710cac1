import { sql, type Kysely, type Migration } from 'kysely';

const statements = [
  // Each mail that a stranger can have sent, for a day.
  sql`create table confirmation_request (mailbox text not null, at timestamptz(3) not null)`,
  sql`create index confirmation_request_of on confirmation_request (mailbox, at)`,
  // What was handed to the mail server in each hour.
  sql`create table mail_count (hour timestamptz(3) primary key, sent integer not null)`,
  // A mail that the other side refused for good stays for a week, so that an operator sees it.
  sql`alter table mail add column failed_at timestamptz(3), add column reason text`,
];

export const mailLimits: Migration = {
  async up(db: Kysely<never>) {
    for (const statement of statements) await statement.execute(db);
  },
};
