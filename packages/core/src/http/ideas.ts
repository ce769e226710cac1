import { borderFrom } from '@buurt/domain/geo/border-json.js';
import type { Border } from '@buurt/domain/geo/border.js';
import { photoFrom, summariesFrom } from '@buurt/domain/initiatives/initiative-json.js';
import type { InitiativeSummary, Photo } from '@buurt/domain/initiatives/initiative.js';
import type { Readable } from '@buurt/domain/wire/readable.js';
import { ownIdeaFrom, type OwnIdea } from '@buurt/domain/ideas/receipt.js';
import { absolute } from './absolute-photo.js';
import type { CallOptions, UploadOptions } from './api.js';
import { inBuurt, type Client } from './client.js';
import type { Query } from './routes.js';
import type { HttpRequest } from './transport.js';
import { uploading } from './upload.js';

export const boundary = (client: Client, buurt: string, { signal }: CallOptions): Promise<Border> =>
  client.read({ path: `${inBuurt(buurt)}/boundary`, signal }, borderFrom);

/** At most three initiatives that look like this title. */
export async function similar(
  client: Client,
  buurt: string,
  title: string,
  { signal }: CallOptions,
): Promise<Readable<InitiativeSummary>> {
  const query = { title } satisfies Query<'/buurten/{code}/initiatives/similar'>;
  const path = `${inBuurt(buurt)}/initiatives/similar?${new URLSearchParams(query).toString()}` as const;
  const { entries, skipped } = await client.read({ path, signal }, summariesFrom);
  return {
    entries: entries.map((each) => ({ ...each, photo: each.photo && absolute(client, each.photo) })),
    skipped,
  };
}

/** One's own idea, with the key from the receipt; `gone` for anybody else. */
export const ownIdea = (
  client: Client,
  id: string,
  ownerKey: string,
  { signal }: CallOptions,
): Promise<OwnIdea> =>
  client.read(
    { path: `ideas/${encodeURIComponent(id)}`, headers: { authorization: `Bearer ${ownerKey}` }, signal },
    ownIdeaFrom,
  );

export async function uploadPhoto(
  client: Client,
  photo: Blob,
  key: string,
  { signal, onProgress }: UploadOptions,
): Promise<Photo> {
  const headers = { 'content-type': photo.type, 'idempotency-key': key };
  const transport: Pick<HttpRequest, 'transport'> = client.connection.fetch
    ? {}
    : { transport: uploading(onProgress) };
  const request = { method: 'POST', path: 'photos', headers, body: photo, signal, ...transport } as const;
  return absolute(client, await client.read(request, photoFrom));
}
