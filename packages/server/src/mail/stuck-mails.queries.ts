import { sql } from 'kysely';
import type { Database } from '../db/open.js';
import { isShown, isUrgent } from './mailer.queries.js';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** So many tries take 35 minutes: see `pauseAfter`. */
const manyTries = 4;

/**
 * Whether nothing goes out although it should: in this hour and the one before no mail was taken by anybody, and one that somebody waits
 * for has been due for an hour, or any was refused for half an hour. What waits for the morning, or for its initiative to be
 * shown, is not stuck.
 */
export async function areMailsStuck(db: Database, at: Date): Promise<boolean> {
  const since = new Date(at.getTime() - hourMs);
  const { stuck } = await db
    .selectNoFrom(({ and, exists, not, or, selectFrom }) =>
      and([
        exists(
          selectFrom('mail')
            .select(sql.lit(1).as('one'))
            .where('failed_at', 'is', null)
            .where(isShown)
            .where(({ and: both, eb }) =>
              or([both([isUrgent, eb('next_at', '<=', since)]), eb('tries', '>=', manyTries)]),
            ),
        ),
        not(
          exists(
            selectFrom('mail_count')
              .select(sql.lit(1).as('one'))
              .where('sent', '>', 0)
              // The row of an hour bears its beginning.
              .where('hour', '>', new Date(since.getTime() - hourMs)),
          ),
        ),
      ]).as('stuck'),
    )
    .executeTakeFirstOrThrow();
  return Boolean(stuck);
}
