import { sql, type Kysely, type Migration } from 'kysely';

const statements = [
  // In the order in which initiatives were published, so that a follower hears of each once. What was published before is not here:
  // nobody gets old news.
  sql`
    create table announcement (
      position bigint generated always as identity primary key,
      initiative_id uuid not null unique references initiative (id) on delete cascade
    )`,
  // Up to which announcement a follower of a buurt heard, and when a digest was last sent to them.
  sql`
    alter table follower
      add column digest_until bigint not null default 0,
      add column digest_sent_at timestamptz(3)`,
  sql`alter table mail drop constraint mail_kind_check`,
  sql`alter table mail add constraint mail_kind_check check (kind in ('confirm', 'told', 'digest'))`,
  sql`create unique index mail_of_digest on mail (follower_id) where kind = 'digest'`,
];

export const digests: Migration = {
  async up(db: Kysely<never>) {
    for (const statement of statements) await statement.execute(db);
  },
};
