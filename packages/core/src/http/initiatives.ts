import {
  initiativeFrom,
  initiativePageFrom,
  supportFrom,
  type ReadablePage,
  type Support,
} from '@buurt/domain/initiatives/initiative-page-json.js';
import type { Initiative } from '@buurt/domain/initiatives/initiative.js';
import { ShapeError } from '@buurt/domain/wire/json.js';
import { absolute } from './absolute-photo.js';
import { ApiError } from './api-error.js';
import { askInitiatives, type UnreadPage } from './ask-initiatives.js';
import type { CallOptions } from './api.js';
import type { Client } from './client.js';

export interface PageOfInitiatives extends ReadablePage {
  /** What to give to get the next page; undefined when this is the last. */
  readonly next: string | undefined;
}

const cursorIn = ({ connection }: Client, link: string | null): string | undefined => {
  const [, reference] = /<([^<>]*)>\s*;\s*rel="?next"?/.exec(link ?? '') ?? [];
  return reference === undefined
    ? undefined
    : (new URL(reference, connection.endpoint).searchParams.get('cursor') ?? undefined);
};

/**
 * The page with whole addresses of photos.
 * @throws {ApiError} `unreadable`
 */
export function pageFrom(client: Client, { json, link }: UnreadPage): PageOfInitiatives {
  const page = checked(initiativePageFrom, json);
  const entries = page.entries.map((each) => ({
    ...each,
    photo: each.photo && absolute(client, each.photo),
  }));
  return { ...page, entries, next: cursorIn(client, link) };
}

/** The page after the one whose `next` is `cursor`; `search` is that of `searchOf`. */
export const nextInitiatives = async (
  client: Client,
  buurt: string,
  search: string,
  { signal, cursor }: CallOptions & { readonly cursor: string },
): Promise<PageOfInitiatives> => {
  const further = `${search}&cursor=${encodeURIComponent(cursor)}`;
  return pageFrom(client, await askInitiatives(client, buurt, further, { signal }));
};

const at = (id: string) => `initiatives/${encodeURIComponent(id)}` as const;

/**
 * The initiative with whole addresses of photos.
 * @throws {ApiError} `unreadable`
 */
export function wholeFrom(client: Client, json: unknown): Initiative {
  const initiative = checked(initiativeFrom, json);
  const whole = (photo: Initiative['photo']) => photo && absolute(client, photo);
  return {
    ...initiative,
    photo: whole(initiative.photo),
    photos: initiative.photos.map((photo) => absolute(client, photo)),
    news: initiative.news.map((each) => ({ ...each, photo: whole(each.photo) })),
  };
}

/** Everything public of one initiative as it came over the network, for `wholeFrom`. */
export const askInitiative = (client: Client, id: string, { signal }: CallOptions): Promise<unknown> =>
  client.read({ path: at(id), signal }, (json) => json);

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

function checked<T>(from: (json: unknown) => T, json: unknown): T {
  try {
    return from(json);
  } catch (cause) {
    if (cause instanceof ShapeError) throw new ApiError('unreadable', { cause });
    throw cause;
  }
}
