import type { Photo } from '@buurt/domain/initiatives/initiative.js';
import type { Client } from './client.js';

/** The photo with whole addresses instead of references relative to the endpoint. */
export const absolute = <T extends Photo>({ connection }: Client, photo: T): T => ({
  ...photo,
  sources: photo.sources.map((source) => ({
    ...source,
    url: new URL(source.url, `${connection.endpoint}/`).href,
  })),
});
