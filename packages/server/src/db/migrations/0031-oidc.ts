import { sql, type Kysely, type Migration } from 'kysely';

const statements = [
  sql`
    alter table staff add column oidc_issuer text, add column oidc_subject text,
      add constraint staff_oidc_check check ((oidc_issuer is null) = (oidc_subject is null))`,
  sql`create unique index staff_by_account on staff (oidc_issuer, oidc_subject)`,
  // Said at the identity provider when somebody logs out.
  sql`alter table desk_session add column id_token text`,
  // So that nobody comes in twice with one login that was begun.
  sql`create table finished_login (state_hash text primary key, expires_at timestamptz(3) not null)`,
];

/** Staff who log in with an account of the organisation. */
export const oidc: Migration = {
  async up(db: Kysely<never>) {
    for (const statement of statements) await statement.execute(db);
  },
};
