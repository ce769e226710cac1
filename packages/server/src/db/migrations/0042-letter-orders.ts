import { sql, type Kysely, type Migration } from 'kysely';

const statements = [
  sql`
    create table letter_order (
      id uuid primary key,
      round_id uuid not null references round (id) on delete cascade,
      count integer not null check (count > 0),
      sender text not null,
      page text not null,
      help_line text not null,
      hand_in_until timestamptz(3),
      replaces uuid references letter_order (id) on delete cascade,
      ordered_at timestamptz(3) not null,
      ordered_by uuid not null,
      first_number integer,
      made_at timestamptz(3),
      made_by uuid,
      cancelled_at timestamptz(3),
      check ((made_at is null) = (first_number is null)),
      check ((made_at is null) = (made_by is null)),
      check (made_at is null or cancelled_at is null),
      check (made_by <> ordered_by)
    )`,
  sql`create index letter_order_of_round on letter_order (round_id, ordered_at desc)`,
  sql`create unique index letter_order_replaced_once on letter_order (replaces) where cancelled_at is null`,
  // Nobody can tell from a hash which letter it is without the key that is printed with the letters of its order.
  sql`
    alter table credential
      add column letter_order_id uuid references letter_order (id),
      add column letter_hash text`,
  sql`create index credential_by_letter on credential (round_id, letter_hash) where letter_hash is not null`,
];

/** Letters that one person orders at the desk and another has made. */
export const letterOrders: Migration = {
  async up(db: Kysely<never>) {
    for (const statement of statements) await statement.execute(db);
  },
};
