import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import { HttpProblem } from './problem-json.js';
import type { Database, Store } from '../db/open.js';
import type { Tables } from '../db/tables.js';

/** A request that may come more than once and must have one effect. */
export interface IdempotentRequest {
  /** What kind of thing it makes; keys of different kinds do not meet. */
  readonly scope: string;
  readonly key: string;
  readonly fingerprint: string;
}

/** The same method, path with query, and body give the same fingerprint. */
export const fingerprint = (method: string, path: string, body: Uint8Array): string =>
  createHash('sha256').update(`${method} ${path}\n`).update(body).digest('base64url');

async function stored<T>(
  db: Database,
  { scope, key, fingerprint }: IdempotentRequest,
): Promise<T | undefined> {
  const row = await db
    .selectFrom('idempotency')
    .select(['fingerprint', 'answer'])
    .where('scope', '=', scope)
    .where('key', '=', key)
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.fingerprint !== fingerprint)
    throw new HttpProblem(
      'key-used-before',
      'Gebruik een nieuwe Idempotency-Key: bij deze hoort iets anders.',
    );
  return row.answer as T;
}

async function claim(db: Transaction<Tables>, intent: IdempotentRequest, at: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('idempotency')
    .values({ ...intent, answer: null, created_at: at })
    .onConflict((conflict) => conflict.columns(['scope', 'key']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

async function keep(
  db: Transaction<Tables>,
  { scope, key }: IdempotentRequest,
  answer: unknown,
): Promise<void> {
  await db
    .updateTable('idempotency')
    .set({ answer: JSON.stringify(answer) })
    .where('scope', '=', scope)
    .where('key', '=', key)
    .execute();
}

export interface Outcome<T> {
  readonly answer: T;
  /** Whether this was answered before. */
  readonly replayed: boolean;
}

/**
 * Does the work of an intent once. `prepare` runs only when the intent was not answered yet, outside the transaction,
 * and refuses what is wrong; `work` runs in it, together with the claim on the key: a second request with the same key
 * waits there for the first and then gives its answer. What `work` resolves to is kept, so it holds no secret.
 */
export async function runIdempotent<P, T>(
  store: Store,
  intent: IdempotentRequest,
  at: Date,
  prepare: () => Promise<P>,
  work: (db: Transaction<Tables>, prepared: P) => Promise<T>,
): Promise<Outcome<T>> {
  const before = await stored<T>(store.db, intent);
  if (before !== undefined) return { answer: before, replayed: true };
  const prepared = await prepare();
  return store.transaction(async (db) => {
    if (!(await claim(db, intent, at))) return { answer: (await stored<T>(db, intent)) as T, replayed: true };
    const answer = await work(db, prepared);
    await keep(db, intent, answer);
    return { answer, replayed: false };
  });
}
