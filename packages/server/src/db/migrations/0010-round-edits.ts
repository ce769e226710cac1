import { sql, type Kysely, type Migration } from 'kysely';

/** A round can be cancelled, and mended before people vote; the log has an event for each. */
export const roundEdits: Migration = {
  async up(db: Kysely<never>) {
    await sql`alter table round add column cancelled boolean not null default false`.execute(db);
    await sql`alter table round_log drop constraint round_log_event_check`.execute(db);
    await sql`
      alter table round_log add constraint round_log_event_check check (event in
        ('made', 'proposal', 'codes', 'opened', 'closed', 'withdrawn', 'voided', 'cast',
         'changed', 'proposal-changed', 'cancelled'))`.execute(db);
  },
};
