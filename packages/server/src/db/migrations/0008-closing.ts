import { sql, type Kysely, type Migration } from 'kysely';

/**
 * Closing a round is written once. A round that was closed before its time has that in its log already; one that closed
 * by the clock is written as closed by the first who looks.
 */
export const closing: Migration = {
  async up(db: Kysely<never>) {
    await sql`alter table round add column closed boolean not null default false`.execute(db);
    await sql`
      update round set closed = true
      where exists (select 1 from round_log where round_id = round.id and event = 'closed')`.execute(db);
  },
};
