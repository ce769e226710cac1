import { sql, type Kysely, type Migration } from 'kysely';

const statements = [
  sql`
    create table imported_idea (
      import_name text not null,
      origin text not null,
      initiative_id uuid not null unique references initiative (id) on delete cascade,
      primary key (import_name, origin)
    )`,
];

/** Which ideas came from another system, so that bringing them in again does nothing, and all of them can be taken back. */
export const ideaImports: Migration = {
  async up(db: Kysely<never>) {
    for (const statement of statements) await statement.execute(db);
  },
};
