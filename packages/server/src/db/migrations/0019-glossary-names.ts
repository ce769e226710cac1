import { sql, type Kysely, type Migration } from 'kysely';

/** The row of a household in a round, found by a hash of the code of its letter. */
const credentials = [
  sql`alter table slot rename to credential`,
  ...['credential', 'ballot', 'ballot_key'].map(
    (table) => sql`alter table ${sql.table(table)} rename column slot to credential_hash`,
  ),
  sql`alter table credential rename constraint slot_pkey to credential_pkey`,
  sql`alter table credential rename constraint slot_round_id_fkey to credential_round_id_fkey`,
  sql`alter table ballot rename constraint ballot_round_id_slot_fkey to ballot_round_id_credential_hash_fkey`,
  sql`alter table ballot_key rename constraint ballot_key_round_id_slot_fkey to ballot_key_round_id_credential_hash_fkey`,
  // The code in it was a hash already.
  sql`alter table cast_count rename column code to code_hash`,
];

/** By which the secret of the server is known again: of the database, and of a round. */
const fingerprints = [
  sql`alter table secret_mark rename to key_fingerprint`,
  sql`alter table key_fingerprint rename column mark to fingerprint`,
  sql`alter table key_fingerprint rename constraint secret_mark_pkey to key_fingerprint_pkey`,
  sql`alter table key_fingerprint rename constraint secret_mark_is_only_check to key_fingerprint_is_only_check`,
  sql`alter table round rename column mark to key_fingerprint`,
];

/** What decided the order of lists before it changed. */
const ranks = [
  sql`alter table standing_before rename to initiative_rank_history`,
  sql`alter table initiative_rank_history rename column changed to position`,
  sql`alter table initiative_rank_history rename column at to changed_at`,
  sql`alter sequence standing_before_changed_seq rename to initiative_rank_history_position_seq`,
  sql`alter table initiative_rank_history rename constraint standing_before_pkey to initiative_rank_history_pkey`,
  sql`
    alter table initiative_rank_history
      rename constraint standing_before_initiative_id_fkey to initiative_rank_history_initiative_id_fkey`,
  sql`alter index standing_of_buurt rename to rank_history_of_buurt`,
  sql`alter index standing_of_initiative rename to rank_history_of_initiative`,
  sql`alter index standing_age rename to rank_history_age`,
  sql`alter trigger initiative_standing on initiative rename to initiative_rank_changed`,
  sql`alter function keep_standing() rename to record_rank`,
  sql`
    create or replace function record_rank() returns trigger language plpgsql as $$
    begin
      insert into initiative_rank_history (initiative_id, buurt_code, support_count, help_missing, news_at)
        values (old.id, old.buurt_code, old.support_count, old.help_missing, old.news_at);
      return null;
    end $$`,
  sql`alter function count_standing() rename to update_initiative_counts`,
];

const others = [
  sql`alter table offer rename column words to message`,
  sql`alter table promise rename column by to due_on`,
  sql`alter table round_revision rename column at to revised_at`,
  sql`alter table round_revision rename column times to revisions`,
  // The only values that change: of the mails that wait to be sent.
  sql`alter table mail drop constraint mail_kind_check`,
  sql`update mail set kind = 'news' where kind = 'told'`,
  sql`alter table mail add constraint mail_kind_check check (kind in ('confirm', 'news', 'digest'))`,
];

/** Names as the glossary has them, while nothing is in use outside yet. No row of another table is written anew. */
export const glossaryNames: Migration = {
  async up(db: Kysely<never>) {
    for (const statement of [...credentials, ...fingerprints, ...ranks, ...others])
      await statement.execute(db);
  },
};
