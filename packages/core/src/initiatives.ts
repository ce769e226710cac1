import {
  initiativeFrom,
  initiativePageFrom,
  supportFrom,
  type Initiative,
  type InitiativeSort,
  type InitiativeStatus,
  type NewReport,
  type ReadablePage,
  type Support,
} from '@buurt/domain';
import { fetched, type Transport } from './answer.js';
import { absolute } from './api-later.js';
import type { CallOptions } from './api.js';
import { inBuurt, type Client } from './client.js';
import type { Body } from './routes.js';

/** What somebody asks of the list of a buurt. */
export interface InitiativeQuestion {
  readonly status?: readonly InitiativeStatus[];
  readonly theme?: readonly string[];
  readonly q?: string;
  readonly sort?: InitiativeSort;
  /** For `near`. */
  readonly near?: { readonly lat: number; readonly lon: number };
  /** For `random`; the same number gives the same order. */
  readonly seed?: number;
  readonly limit?: number;
}

export interface PageOfInitiatives extends ReadablePage {
  /** What to give to get the next page; undefined when this is the last. */
  readonly next: string | undefined;
}

function searchOf({ near, ...question }: InitiativeQuestion, cursor: string | undefined): string {
  const search = new URLSearchParams();
  const asked = { ...question, near: near && `${String(near.lat)},${String(near.lon)}`, cursor };
  for (const [key, value] of Object.entries(asked))
    for (const each of [value].flat()) if (each !== undefined) search.append(key, String(each));
  return search.toString();
}

const cursorIn = (link: string | null): string | undefined => {
  const [, reference] = /<([^>]*)>\s*;\s*rel="?next"?/.exec(link ?? '') ?? [];
  return reference === undefined
    ? undefined
    : (new URL(reference, 'https://buurt.invalid/').searchParams.get('cursor') ?? undefined);
};

/** A try that also hands over the `Link` of its answer. */
const linked =
  (onLink: (link: string | null) => void): Transport =>
  (connection, call, patience) => {
    const { fetch: own = fetch } = connection;
    const listening: typeof fetch = async (...asked) => {
      const response = await own(...asked);
      onLink(response.headers.get('link'));
      return response;
    };
    return fetched({ ...connection, fetch: listening }, call, patience);
  };

/** Some initiatives of a buurt; with the `next` of a page, the page after it. */
export async function listInitiatives(
  client: Client,
  buurt: string,
  question: InitiativeQuestion,
  { signal, cursor }: CallOptions & { readonly cursor?: string | undefined },
): Promise<PageOfInitiatives> {
  let link: string | null = null;
  const path = `${inBuurt(buurt)}/initiatives?${searchOf(question, cursor)}` as const;
  const page = await client.read({ path, signal, by: linked((given) => (link = given)) }, initiativePageFrom);
  const entries = page.entries.map((each) => ({
    ...each,
    photo: each.photo && absolute(client, each.photo),
  }));
  return { ...page, entries, next: cursorIn(link) };
}

const at = (id: string) => `initiatives/${encodeURIComponent(id)}` as const;

/** Everything public of one initiative, with whole addresses of photos. */
export async function readInitiative(
  client: Client,
  id: string,
  { signal }: CallOptions,
): Promise<Initiative> {
  const initiative = await client.read({ path: at(id), signal }, initiativeFrom);
  const whole = (photo: Initiative['photo']) => photo && absolute(client, photo);
  return {
    ...initiative,
    photo: whole(initiative.photo),
    photos: initiative.photos.map((photo) => absolute(client, photo)),
    news: initiative.news.map((each) => ({ ...each, photo: whole(each.photo) })),
  };
}

/** Stands behind an initiative, or no longer; `key` is the browser's own UUID. May be sent again at any time. */
export const setSupport = (
  client: Client,
  id: string,
  key: string,
  supported: boolean,
  { signal }: CallOptions,
): Promise<Support> =>
  client.read(
    { method: supported ? 'PUT' : 'DELETE', path: `${at(id)}/supports/${encodeURIComponent(key)}`, signal },
    supportFrom,
  );

/** Tells the organiser that a remark should not be shown. */
export const reportRemark = (
  client: Client,
  remarkId: string,
  report: NewReport,
  key: string,
  { signal }: CallOptions,
): Promise<void> =>
  client.post(
    `remarks/${encodeURIComponent(remarkId)}/reports`,
    report satisfies Body<'/remarks/{id}/reports'>,
    key,
    signal,
    () => undefined,
  );
