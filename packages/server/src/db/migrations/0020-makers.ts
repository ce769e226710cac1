import { sql, type Kysely, type Migration } from 'kysely';

const statements = [
  // Who handed in an idea hears of it as a follower does, and of what is decided about it besides.
  sql`alter table follower add column is_maker boolean not null default false`,
  sql`alter table mail drop constraint mail_kind_check`,
  sql`
    alter table mail add constraint mail_kind_check
      check (kind in ('confirm', 'news', 'digest', 'receipt', 'decision', 'offer'))`,
  sql`alter table offer add column forwarded_at timestamptz(3)`,
  // A mail that tells of an offer goes with it.
  sql`alter table mail add column offer_id uuid references offer (id) on delete cascade`,
];

export const makers: Migration = {
  async up(db: Kysely<never>) {
    for (const statement of statements) await statement.execute(db);
  },
};
