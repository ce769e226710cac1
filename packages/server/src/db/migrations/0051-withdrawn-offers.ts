import { sql, type Kysely, type Migration } from 'kysely';

const statements = [
  sql`alter table offer drop constraint offer_outcome_check, drop constraint offer_answer_check`,
  // The link to take an offer back is made of its id and the secret of the server, so nothing of that stands here.
  sql`
    alter table offer
      add column locale text not null default 'nl' check (locale in ('nl', 'en')),
      add constraint offer_outcome_check check (outcome in ('joined', 'declined', 'withdrawn')),
      add constraint offer_answer_check check (case
        when outcome = 'withdrawn'
          then answered_by is null and answered_at is not null and num_nulls(name, contact, answer) = 3 and message = ''
        else num_nulls(outcome, answered_by, answered_at) in (0, 3) end)`,
  sql`alter table mail drop constraint mail_kind_check, drop constraint mail_recipient_check`,
  sql`
    alter table mail
      add constraint mail_kind_check
        check (kind in ('confirm', 'news', 'digest', 'receipt', 'decision', 'correction', 'photo', 'offer',
          'offerReceipt', 'answer', 'login', 'handover', 'handedOver', 'ownerLinks', 'staffDigest', 'lateAnswers',
          'report')),
      add constraint mail_recipient_check check (case
        when kind in ('answer', 'offerReceipt')
          then num_nulls(follower_id, staff_id, handover_id) = 3 and offer_id is not null
        when kind in ('login', 'staffDigest', 'lateAnswers')
          then num_nulls(follower_id, offer_id, handover_id) = 3 and staff_id is not null
        when kind = 'report'
          then num_nulls(follower_id, offer_id, handover_id) = 3 and num_nulls(staff_id, remark_id) = 0
        when kind in ('handover', 'handedOver')
          then num_nulls(follower_id, offer_id, staff_id) = 3 and handover_id is not null
        else num_nulls(staff_id, handover_id) = 2 and follower_id is not null end)`,
];

/** Offers that neighbours take back, the mail that tells them how, and in which language they read it. */
export const withdrawnOffers: Migration = {
  async up(db: Kysely<never>) {
    for (const statement of statements) await statement.execute(db);
  },
};
