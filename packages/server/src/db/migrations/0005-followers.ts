import { sql, type Kysely, type Migration } from 'kysely';

const statements = [
  sql`
    create table follower (
      id uuid primary key,
      buurt_code text references buurt (code) on delete cascade,
      initiative_id uuid references initiative (id) on delete cascade,
      email text not null,
      page text,
      asked_at timestamptz(3) not null,
      confirmed_at timestamptz(3),
      check ((buurt_code is null) <> (initiative_id is null))
    )`,
  sql`create unique index follower_of_buurt on follower (buurt_code, lower(email))
    where buurt_code is not null`,
  sql`create unique index follower_of_initiative on follower (initiative_id, lower(email))
    where initiative_id is not null`,
  sql`create index follower_by_email on follower (lower(email))`,
  sql`
    create table mail (
      id uuid primary key,
      position bigint generated always as identity,
      follower_id uuid not null references follower (id) on delete cascade,
      kind text not null check (kind in ('confirm', 'told')),
      subject text not null,
      text text not null,
      tries integer not null default 0,
      next_at timestamptz(3) not null
    )`,
  sql`create index mail_due on mail (next_at)`,
];

export const followers: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(db);
  },
};
