import type { Database } from '../db/open.js';

/** Stands behind an initiative, once for each browser however often it is asked; whether it did not yet. */
export async function addSupport(
  db: Database,
  initiativeId: string,
  keyHash: string,
  at: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('support')
    .values({ initiative_id: initiativeId, browser_key_hash: keyHash, created_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function takeBackSupport(db: Database, initiativeId: string, keyHash: string) {
  await db
    .deleteFrom('support')
    .where('initiative_id', '=', initiativeId)
    .where('browser_key_hash', '=', keyHash)
    .execute();
}

export async function supportCountOf(db: Database, initiativeId: string): Promise<number> {
  const row = db.selectFrom('initiative').select('support_count').where('id', '=', initiativeId);
  return (await row.executeTakeFirstOrThrow()).support_count;
}
