import { sql, type Kysely, type Migration } from 'kysely';

const statements = [
  sql`
    create table staff (
      id uuid primary key,
      email text not null unique check (email = lower(email)),
      name text not null,
      locale text not null default 'nl' check (locale in ('nl', 'en')),
      invited_at timestamptz(3) not null,
      removed_at timestamptz(3)
    )`,
  // Without a buurt a role holds in all of them; a group of residents has none of others.
  sql`
    create table staff_role (
      staff_id uuid not null references staff (id) on delete cascade,
      role text not null check (role in ('reader', 'moderator', 'rounds', 'residents', 'admin')),
      buurt_code text references buurt (code) on delete cascade,
      check (role <> 'residents' or buurt_code is not null)
    )`,
  sql`create unique index staff_role_once on staff_role (staff_id, role, coalesce(buurt_code, ''))`,
  // Each time that somebody asked for a link, whether or not their address is known here.
  sql`create table login_request (mailbox_hash text not null, at timestamptz(3) not null)`,
  sql`create index login_request_of on login_request (mailbox_hash, at)`,
  sql`
    create table login_link (
      hash text primary key,
      staff_id uuid not null references staff (id) on delete cascade,
      expires_at timestamptz(3) not null,
      used_at timestamptz(3)
    )`,
  sql`create index login_link_of on login_link (staff_id)`,
  sql`
    create table desk_session (
      hash text primary key,
      staff_id uuid not null references staff (id) on delete cascade,
      created_at timestamptz(3) not null,
      seen_at timestamptz(3) not null
    )`,
  sql`create index desk_session_of on desk_session (staff_id)`,
  sql`alter table mail add column staff_id uuid references staff (id) on delete cascade`,
  sql`create index mail_of_staff on mail (staff_id) where staff_id is not null`,
  sql`alter table mail drop constraint mail_kind_check, drop constraint mail_recipient_check`,
  sql`
    alter table mail
      add constraint mail_kind_check
        check (kind in ('confirm', 'news', 'digest', 'receipt', 'decision', 'offer', 'answer', 'login')),
      add constraint mail_recipient_check check (case kind
        when 'answer' then follower_id is null and offer_id is not null and staff_id is null
        when 'login' then follower_id is null and offer_id is null and staff_id is not null
        else follower_id is not null and staff_id is null end)`,
];

/** Who works at the desk: their roles, the links with which they log in, and their sessions. */
export const staff: Migration = {
  async up(db: Kysely<never>) {
    for (const statement of statements) await statement.execute(db);
  },
};
