import { sql, type Kysely, type Migration } from 'kysely';

const statements = [
  // Who offers to join follows nothing: an answer goes to the address in the offer.
  sql`alter table mail alter column follower_id drop not null`,
  sql`alter table mail drop constraint mail_kind_check`,
  sql`
    alter table mail add constraint mail_kind_check
      check (kind in ('confirm', 'news', 'digest', 'receipt', 'decision', 'offer', 'answer'))`,
  sql`
    alter table mail add constraint mail_recipient_check
      check (case when kind = 'answer' then follower_id is null and offer_id is not null
        else follower_id is not null end)`,
];

/** What a maker answers to a neighbour who wants to join. */
export const answersByMail: Migration = {
  async up(db: Kysely<never>) {
    for (const statement of statements) await statement.execute(db);
  },
};
