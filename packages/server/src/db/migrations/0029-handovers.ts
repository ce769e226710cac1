import { sql, type Kysely, type Migration } from 'kysely';

const statements = [
  // The token of the link is made of the id and the secret of the server, so nothing of it stands here.
  sql`
    create table handover (
      id uuid primary key,
      initiative_id uuid not null references initiative (id) on delete cascade,
      email text,
      locale text not null check (locale in ('nl', 'en')),
      text text not null,
      asked_at timestamptz(3) not null,
      expires_at timestamptz(3) not null,
      outcome text check (outcome in ('accepted', 'declined', 'withdrawn')),
      check (outcome is not null or email is not null)
    )`,
  sql`create unique index handover_asked on handover (initiative_id) where outcome is null`,
  sql`create index handover_of_initiative on handover (initiative_id, asked_at)`,
  // Each time that somebody asked for the link of a maker, whether or not their address is known here.
  sql`create table owner_link_request (mailbox_hash text not null, at timestamptz(3) not null)`,
  sql`create index owner_link_request_of on owner_link_request (mailbox_hash, at)`,
  sql`create index follower_maker_by_email on follower (lower(email)) where is_maker`,
  sql`alter table mail add column handover_id uuid references handover (id) on delete cascade`,
  sql`create index mail_of_handover on mail (handover_id) where handover_id is not null`,
  sql`alter table mail drop constraint mail_kind_check, drop constraint mail_recipient_check`,
  sql`
    alter table mail
      add constraint mail_kind_check
        check (kind in ('confirm', 'news', 'digest', 'receipt', 'decision', 'offer', 'answer', 'login',
          'handover', 'handedOver', 'ownerLinks')),
      add constraint mail_recipient_check check (case
        when kind = 'answer' then num_nulls(follower_id, staff_id, handover_id) = 3 and offer_id is not null
        when kind = 'login' then num_nulls(follower_id, offer_id, handover_id) = 3 and staff_id is not null
        when kind in ('handover', 'handedOver')
          then num_nulls(follower_id, offer_id, staff_id) = 3 and handover_id is not null
        else num_nulls(staff_id, handover_id) = 2 and follower_id is not null end)`,
];

/** Neighbours who are asked to take over an initiative, and makers who ask for their link again. */
export const handovers: Migration = {
  async up(db: Kysely<never>) {
    for (const statement of statements) await statement.execute(db);
  },
};
