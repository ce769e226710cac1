import { sql, type Kysely, type Migration } from 'kysely';

const statements = [
  sql`
    create table webhook (
      id uuid primary key,
      url text not null,
      buurt_code text references buurt (code) on delete cascade,
      secret text not null,
      allows_private boolean not null,
      created_at timestamptz(3) not null,
      disabled_at timestamptz(3)
    )`,
  // One for each thing that waits; it stays as long as that does, so that it is told once.
  sql`
    create table webhook_message (
      id uuid primary key,
      webhook_id uuid not null references webhook (id) on delete cascade,
      kind text not null,
      subject_id uuid not null,
      at timestamptz(3) not null,
      next_at timestamptz(3) not null,
      tries int not null default 0,
      sent_at timestamptz(3),
      failed_at timestamptz(3),
      reason text,
      unique (webhook_id, kind, subject_id)
    )`,
  sql`create index webhook_message_due on webhook_message (next_at) where sent_at is null and failed_at is null`,
];

/** Systems of the organisation that hear what waits for staff, and what they are still to be told. */
export const webhooks: Migration = {
  async up(db: Kysely<never>) {
    for (const statement of statements) await statement.execute(db);
  },
};
