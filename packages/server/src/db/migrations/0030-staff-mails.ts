import { sql, type Kysely, type Migration } from 'kysely';

const statements = [
  // When the mails of a day were last made for somebody, and up to when a digest told them what waits.
  sql`
    alter table staff
      add column digest_mails boolean not null default true,
      add column report_mails boolean not null default true,
      add column digest_queued_at timestamptz(3),
      add column digest_until timestamptz(3)`,
  // Each is told once to each of them.
  sql`
    create table answer_reminder (
      staff_id uuid not null references staff (id) on delete cascade,
      initiative_id uuid not null references initiative (id) on delete cascade,
      kind text not null check (kind in ('soon', 'late')),
      primary key (staff_id, initiative_id, kind)
    )`,
  sql`create index answer_reminder_of on answer_reminder (initiative_id)`,
  sql`
    create table report_notice (
      staff_id uuid not null references staff (id) on delete cascade,
      remark_id uuid not null references remark (id) on delete cascade,
      told_at timestamptz(3) not null,
      primary key (staff_id, remark_id)
    )`,
  sql`create index report_notice_of on report_notice (remark_id)`,
  sql`alter table mail add column remark_id uuid references remark (id) on delete cascade`,
  sql`create index mail_of_remark on mail (remark_id) where remark_id is not null`,
  sql`create unique index mail_of_day on mail (staff_id, kind) where kind in ('staffDigest', 'lateAnswers')`,
  sql`alter table mail drop constraint mail_kind_check, drop constraint mail_recipient_check`,
  sql`
    alter table mail
      add constraint mail_kind_check
        check (kind in ('confirm', 'news', 'digest', 'receipt', 'decision', 'offer', 'answer', 'login',
          'handover', 'handedOver', 'ownerLinks', 'staffDigest', 'lateAnswers', 'report')),
      add constraint mail_recipient_check check (case
        when kind = 'answer' then num_nulls(follower_id, staff_id, handover_id) = 3 and offer_id is not null
        when kind in ('login', 'staffDigest', 'lateAnswers')
          then num_nulls(follower_id, offer_id, handover_id) = 3 and staff_id is not null
        when kind = 'report'
          then num_nulls(follower_id, offer_id, handover_id) = 3 and num_nulls(staff_id, remark_id) = 0
        when kind in ('handover', 'handedOver')
          then num_nulls(follower_id, offer_id, staff_id) = 3 and handover_id is not null
        else num_nulls(staff_id, handover_id) = 2 and follower_id is not null end)`,
];

/** Mails that tell staff what waits for them, and what they were told. */
export const staffMails: Migration = {
  async up(db: Kysely<never>) {
    for (const statement of statements) await statement.execute(db);
  },
};
