import { sql, type Kysely, type Migration } from 'kysely';

export const secretMark: Migration = {
  async up(db: Kysely<never>) {
    await sql`
      create table secret_mark (
        is_only boolean primary key default true check (is_only),
        mark text not null
      )`.execute(db);
  },
};
