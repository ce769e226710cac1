import { sql, type Kysely, type Migration } from 'kysely';

/** What was answered to a question, by whom and when: all or nothing. */
export const answers: Migration = {
  async up(db: Kysely<never>) {
    await sql`
      alter table remark
        add column answer text,
        add column answered_by text check (answered_by in ('maker', 'organisation')),
        add column answered_at timestamptz(3),
        add constraint remark_answer_check check (num_nulls(answer, answered_by, answered_at) in (0, 3))`.execute(
      db,
    );
  },
};
