import type { Transaction } from 'kysely';
import type { Database } from '../db/open.js';
import { phase } from '../rounds/rounds.queries.js';
import type { Tables } from '../db/tables.js';

/** The fingerprint of the secret that this database was begun with. */
export async function findKeyFingerprint(db: Database): Promise<string | undefined> {
  return (await db.selectFrom('key_fingerprint').select('fingerprint').executeTakeFirst())?.fingerprint;
}

/** Keeps the fingerprint unless there is one; resolves to the one that is kept. Of two servers at once, one is first. */
export async function storeKeyFingerprint(db: Database, fingerprint: string): Promise<string | undefined> {
  await db
    .insertInto('key_fingerprint')
    .values({ fingerprint })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return findKeyFingerprint(db);
}

/** What tells of each round that is not closed with which secret it was made. */
export async function fingerprintsOfRunningRounds(
  db: Database,
): Promise<{ readonly salt: Uint8Array; readonly key_fingerprint: string }[]> {
  const rounds = await db.selectFrom('round').select(['salt', 'key_fingerprint', phase]).execute();
  return rounds.filter((round) => round.phase !== 'closed');
}

/**
 * Forgets which secret the database was begun with, unless rounds are not over that were made with it; resolves to the names of
 * those.
 */
export async function deleteKeyFingerprint(db: Transaction<Tables>): Promise<string[]> {
  const rounds = await db.selectFrom('round').select(['name', phase]).orderBy('name').execute();
  const running = rounds.filter((round) => round.phase !== 'closed').map(({ name }) => name);
  if (running.length === 0) await db.deleteFrom('key_fingerprint').execute();
  return running;
}
