import { sql, type Kysely, type Migration } from 'kysely';

const statements = [
  sql`
    alter table photo
      add column hidden_at timestamptz(3),
      add column hidden_reason text,
      add constraint photo_hidden_check check ((hidden_at is null) = (hidden_reason is null))`,
  sql`alter table mail drop constraint mail_kind_check`,
  sql`
    alter table mail add constraint mail_kind_check
      check (kind in ('confirm', 'news', 'digest', 'receipt', 'decision', 'correction', 'photo', 'offer', 'answer', 'login',
        'handover', 'handedOver', 'ownerLinks', 'staffDigest', 'lateAnswers', 'report'))`,
];

/** Photos that the organisation does not show, why, and the mail that tells their maker. */
export const hiddenPhotos: Migration = {
  async up(db: Kysely<never>) {
    for (const statement of statements) await statement.execute(db);
  },
};
