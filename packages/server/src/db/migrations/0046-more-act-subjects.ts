import { sql, type Kysely, type Migration } from 'kysely';

const statements = [
  sql`alter table act drop constraint act_subject_kind_check`,
  sql`alter table act add constraint act_subject_kind_check check (subject_kind in
      ('idea', 'remark', 'offer', 'round', 'promise', 'staff', 'buurt', 'person', 'mail'))`,
];

/** What staff do with a mail, and with what is kept of somebody. */
export const moreActSubjects: Migration = {
  async up(db: Kysely<never>) {
    for (const statement of statements) await statement.execute(db);
  },
};
