import type { InitiativeSort } from '@buurt/domain/initiatives/initiative-list.js';
import type { InitiativeStatus } from '@buurt/domain/initiatives/initiative-status.js';
import { fetchTransport, type Transport } from './transport.js';
import type { CallOptions } from './api.js';
import { inBuurt, type Client } from './client.js';

/** What somebody asks of the list of a buurt. */
export interface InitiativeQuestion {
  readonly status?: readonly InitiativeStatus[] | undefined;
  readonly theme?: readonly string[] | undefined;
  readonly q?: string | undefined;
  readonly sort?: InitiativeSort | undefined;
  /** `lat,lon` in degrees, for `near`. */
  readonly near?: string | undefined;
  /** For `random`; the same number gives the same order. */
  readonly seed?: number | undefined;
  readonly limit?: number | undefined;
}

/** A page as it came over the network, not checked yet. */
export interface UnreadPage {
  readonly json: unknown;
  /** Its `Link` header, which tells where the next page is. */
  readonly link: string | null;
}

/** The question as it stands in an address, in the order in which it is asked. */
export function searchOf(question: InitiativeQuestion): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(question))
    for (const each of [value].flat()) if (each !== undefined) search.append(key, String(each));
  return search.toString();
}

/**
 * Asks for a page of initiatives, without the code that reads it: so a widget can ask while that code is on its way.
 * `search` is that of `searchOf`.
 * @throws {ApiError}
 */
export async function askInitiatives(
  client: Client,
  buurt: string,
  search: string,
  { signal }: CallOptions,
): Promise<UnreadPage> {
  let link: string | null = null;
  const { fetch: own = fetch } = client.connection;
  const listening: typeof fetch = async (...asked) => {
    const response = await own(...asked);
    link = response.headers.get('link');
    return response;
  };
  const by: Transport = (connection, call, patience) =>
    fetchTransport({ ...connection, fetch: listening }, call, patience);
  const path = `${inBuurt(buurt)}/initiatives?${search}` as const;
  return { json: await client.read({ path, signal, transport: by }, (answer) => answer), link };
}
