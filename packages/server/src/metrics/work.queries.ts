import { sql } from 'kysely';
import type { Database } from '../db/open.js';
import { waiting } from '../desk/inbox.queries.js';
import { areMailsStuck } from '../mail/stuck-mails.queries.js';

/** What lies there to be done, of all buurten together. */
export interface Work {
  readonly waitingIdeas: number;
  /** Null when no idea waits. */
  readonly oldestIdeaAt: Date | null;
  readonly waitingMails: number;
  readonly failedMails: number;
  readonly hasStuckMails: boolean;
}

export async function countWork(db: Database, at: Date): Promise<Work> {
  const ideas = await sql<{ count: number; oldest: Date | null }>`
    select count(*)::int as count, min(since) as oldest from ${waiting(at)} where kind = 'idea'`.execute(db);
  const mails = await db
    .selectFrom('mail')
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere('failed_at', 'is', null).as('waiting'),
      fn.countAll<number>().filterWhere('failed_at', 'is not', null).as('failed'),
    ])
    .executeTakeFirstOrThrow();
  return {
    waitingIdeas: ideas.rows[0]?.count ?? 0,
    oldestIdeaAt: ideas.rows[0]?.oldest ?? null,
    waitingMails: Number(mails.waiting),
    failedMails: Number(mails.failed),
    hasStuckMails: await areMailsStuck(db, at),
  };
}
