import { sql, type Kysely, type Migration } from 'kysely';

const statements = [
  sql`alter table staff add column last_login_at timestamptz(3)`,
  // Of whoever was here before: the session that they have, else what they last did.
  sql`
    update staff set last_login_at = coalesce(
      (select max(created_at) from desk_session where staff_id = staff.id),
      (select max(at) from act where staff_id = staff.id))`,
];

/** When somebody last logged in at the desk: sessions are erased once they are over. */
export const lastLogins: Migration = {
  async up(db: Kysely<never>) {
    for (const statement of statements) await statement.execute(db);
  },
};
