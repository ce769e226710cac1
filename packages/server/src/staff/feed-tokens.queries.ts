import type { Locale } from '@buurt/domain/wire/locale.js';
import type { Database, DatabaseTransaction } from '../db/open.js';

/**
 * So long after somebody last logged in their feed goes on: an organisation that ends an account at its identity provider
 * ends what was made with it.
 */
const worthWithoutLoginMs = 60 * 24 * 60 * 60 * 1000;

const oldestLogin = (at: Date) => new Date(at.getTime() - worthWithoutLoginMs);

/** Keeps the token of somebody by its hash, in the place of the one that they had. */
export async function saveFeedToken(db: Database, staffId: string, hash: string, at: Date): Promise<void> {
  await db
    .insertInto('feed_token')
    .values({ staff_id: staffId, hash, created_at: at })
    .onConflict((conflict) => conflict.column('staff_id').doUpdateSet({ hash, created_at: at }))
    .execute();
}

/** When somebody made the token that they have; undefined when they have none. */
export async function findFeedToken(
  db: Database,
  staffId: string,
  at: Date,
): Promise<{ readonly createdAt: Date } | undefined> {
  return db
    .selectFrom('feed_token')
    .innerJoin('staff', 'staff.id', 'feed_token.staff_id')
    .select('feed_token.created_at as createdAt')
    .where('staff_id', '=', staffId)
    .where('staff.last_login_at', '>', oldestLogin(at))
    .executeTakeFirst();
}

/** Makes the token of somebody worthless; false when they had none. */
export async function dropFeedToken(db: Database, staffId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('feed_token')
    .where('staff_id', '=', staffId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Whose token this is; undefined when it is worth nothing, or they do not work here any more. */
export async function findFeedReader(
  db: Database,
  hash: string,
  at: Date,
): Promise<{ readonly id: string; readonly locale: Locale } | undefined> {
  return db
    .selectFrom('feed_token')
    .innerJoin('staff', 'staff.id', 'feed_token.staff_id')
    .select(['staff.id', 'staff.locale'])
    .where('feed_token.hash', '=', hash)
    .where('staff.last_login_at', '>', oldestLogin(at))
    .where('staff.removed_at', 'is', null)
    .executeTakeFirst();
}

/** Erases what is worth nothing any more. */
export async function eraseOldFeedTokens(db: DatabaseTransaction, at: Date): Promise<void> {
  const isUsed = db.selectFrom('staff').select('id').where('last_login_at', '>', oldestLogin(at));
  await db.deleteFrom('feed_token').where('staff_id', 'not in', isUsed).execute();
}
