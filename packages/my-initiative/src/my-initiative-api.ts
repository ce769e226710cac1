import type { Client } from '@buurt/core/http/client.js';
import type { OwnerKey } from './owner-key.js';

/** What a maker can do, as the end of a path below their idea. */
export type MakerStep =
  | 'texts'
  | 'news'
  | 'needs'
  | 'ending'
  | 'handover'
  | 'handover/withdrawal'
  | 'owner-key'
  | `offers/${string}/answer`
  | `questions/${string}/answer`;

const authorization = ({ key }: OwnerKey) => ({ authorization: `Bearer ${key}` });

/** Everything that the maker sees, as it came. */
export const readMyInitiative = (client: Client, owner: OwnerKey, signal: AbortSignal): Promise<unknown> =>
  client.read(
    { path: `ideas/${encodeURIComponent(owner.id)}`, headers: authorization(owner), signal },
    (json) => json,
  );

/**
 * Does what the maker wants; `key` is its Idempotency-Key, so that it has one effect however often it is tried.
 * @throws {ApiError}
 */
export const act = <T>(
  client: Client,
  owner: OwnerKey,
  step: MakerStep,
  json: object,
  { key, signal }: { readonly key: string; readonly signal: AbortSignal },
  from: (json: unknown) => T,
): Promise<T> =>
  client.read(
    {
      method: 'POST',
      path: `ideas/${encodeURIComponent(owner.id)}/${step}`,
      headers: { ...authorization(owner), 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(json),
      signal,
    },
    from,
  );

/** Asks for a mail with the links of their initiatives; the answer is the same for every address. */
export const requestOwnerLinks = (client: Client, email: string, signal: AbortSignal): Promise<void> =>
  client.read(
    {
      method: 'POST',
      path: 'owner-links',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email }),
      signal,
    },
    () => undefined,
  );
