import { sql, type Kysely, type Migration } from 'kysely';

/** In which language a follower, or the maker of an idea, reads mails and their page. */
export const localesOfFollowers: Migration = {
  async up(db: Kysely<never>) {
    await sql`
      alter table follower
        add column locale text not null default 'nl' check (locale in ('nl', 'en'))`.execute(db);
  },
};
