import { sql, type Kysely, type Migration } from 'kysely';

const statements = [
  sql`
    create table widget_file (
      path text not null,
      version text not null,
      brotli bytea not null,
      primary key (path, version)
    )`,
];

/** The files of each release of the widgets that a server of this database had: pages that are open, or pinned, ask for them. */
export const widgetFiles: Migration = {
  async up(db: Kysely<never>) {
    for (const statement of statements) await statement.execute(db);
  },
};
