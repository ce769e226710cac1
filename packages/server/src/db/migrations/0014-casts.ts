import { sql, type Kysely, type Migration } from 'kysely';

const statements = [
  // How often was voted with one code in a day: the code is a hash that is another one tomorrow, erased the day after. So it
  // leads to no ballot, and does not tell on which day a household voted.
  sql`
    create table cast_count (
      day date not null,
      code text not null,
      count integer not null,
      primary key (day, code)
    )`,
];

export const casts: Migration = {
  async up(db: Kysely<never>) {
    for (const statement of statements) await statement.execute(db);
  },
};
