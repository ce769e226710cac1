import { sql, type Kysely, type Migration } from 'kysely';

const statements = [
  sql`alter table buurt add column households_source text`,
  sql`alter table buurt add column households_at date`,
  sql`create index buurt_by_bounds on buurt using gist (box(point(west, south), point(east, north)))`,
  sql`create index buurt_by_municipality on buurt (lower(municipality))`,
  sql`
    create table street (
      id bigint primary key generated always as identity,
      name text not null,
      line jsonb not null,
      west double precision not null,
      south double precision not null,
      east double precision not null,
      north double precision not null
    )`,
  sql`create index street_by_bounds on street using gist (box(point(west, south), point(east, north)))`,
];

export const map: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(db);
  },
};
