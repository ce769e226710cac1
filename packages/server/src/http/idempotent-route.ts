import type { Context } from 'hono';
import type { Transaction } from 'kysely';
import { parseJson, readJsonBytes } from './body.js';
import { fingerprint, runIdempotent } from './idempotency.queries.js';
import type { Store } from '../db/open.js';
import type { Tables } from '../db/tables.js';

interface IdempotentHandler<Prepared, Answer> {
  /** The type of the body; JSON unless told. */
  readonly bodyType?: string;
  /** Refuses what is wrong; runs only the first time. */
  readonly prepare: (json: unknown) => Promise<Prepared>;
  readonly work: (db: Transaction<Tables>, prepared: Prepared) => Promise<Answer>;
}

/** The headers of an answer that may have been given before. */
export const replayHeader = (replayed: boolean): Record<string, string> =>
  replayed ? { 'Idempotency-Replayed': 'true' } : {};

/** Reads a JSON body and does with it, once, what the resident wants. */
export async function handleIdempotently<Prepared, Answer>(
  c: Context,
  store: Store,
  scope: string,
  key: string,
  at: Date,
  { bodyType, prepare, work }: IdempotentHandler<Prepared, Answer>,
) {
  const body = await readJsonBytes(c.req.raw, bodyType);
  const asked = `${c.req.path}${new URL(c.req.url).search}`;
  const intent = { scope, key: key.toLowerCase(), fingerprint: fingerprint(c.req.method, asked, body) };
  const { answer, replayed } = await runIdempotent(store, intent, at, () => prepare(parseJson(body)), work);
  return { answer, replayed: replayHeader(replayed) };
}
