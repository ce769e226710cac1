import { sql, type Kysely, type Migration } from 'kysely';

const statements = [
  // An act stays for good and holds no words of residents, so these stand apart and go with the idea.
  sql`
    create table correction (
      act_id bigint primary key,
      initiative_id uuid not null references initiative (id) on delete cascade,
      at timestamptz(3) not null,
      title text not null,
      story text not null
    )`,
  sql`create index correction_of_initiative on correction (initiative_id, act_id)`,
  sql`alter table mail drop constraint mail_kind_check`,
  sql`
    alter table mail add constraint mail_kind_check
      check (kind in ('confirm', 'news', 'digest', 'receipt', 'decision', 'correction', 'offer', 'answer', 'login',
        'handover', 'handedOver', 'ownerLinks', 'staffDigest', 'lateAnswers', 'report'))`,
];

/** What an idea said before the organisation corrected it, and the mail that tells its maker. */
export const corrections: Migration = {
  async up(db: Kysely<never>) {
    for (const statement of statements) await statement.execute(db);
  },
};
