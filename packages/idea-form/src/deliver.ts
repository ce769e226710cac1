import { ApiError, inBuurt, type Body, type BuurtApi, type Locale } from '@buurt/core';
import { ideaReceiptFrom, type IdeaReceipt, type IdeaSettings, type NewIdea } from '@buurt/domain';
import type { Draft } from './draft.js';
import { keyOf, toNewIdea } from './new-idea.js';
import type { DraftPhoto } from './photos/draft-photo.js';
import type { Keep } from './photos/kept-photos.js';
import { uploadPhotos } from './photos/upload.js';

export interface Delivery {
  readonly api: BuurtApi;
  readonly buurt: string;
  readonly settings: IdeaSettings;
  readonly draft: Draft;
  readonly signal: AbortSignal;
  /** Where the photos wait. */
  readonly keep: Keep;
  readonly locale: Locale;
  /** How far the photo with this id is, from 0 to 1. */
  readonly onProgress: (id: string, fraction: number) => void;
  /** The photos with what the server said of them. */
  readonly onUploaded: (photos: readonly DraftPhoto[]) => void;
  /** The last moment at which the page can stop it. */
  readonly mayGo: (idea: NewIdea) => boolean;
}

/** The server does not take these photos; without them the idea can go. */
export class PhotosRefused extends Error {
  override readonly name = 'PhotosRefused';
  constructor(readonly photos: readonly DraftPhoto[]) {
    super(`${String(photos.length)} photos refused`);
  }
}

/** The page stopped the sending. */
export class Prevented extends Error {
  override readonly name = 'Prevented';
}

async function withUploads({ api, draft, ...options }: Delivery): Promise<Draft> {
  if (draft.photos.length === 0) return draft;
  const photos = await uploadPhotos(api, draft.photos, options);
  const refused = photos.filter(({ failed }) => failed !== undefined);
  if (refused.length > 0) throw new PhotosRefused(refused);
  return { ...draft, photos };
}

/** Whether the server says of photos that it does not have them: it erases a photo that waited too long for its idea. */
const misses = (error: unknown): error is ApiError =>
  error instanceof ApiError &&
  error.problems.length > 0 &&
  error.problems.every(
    ({ pointer, code }) => code === 'not-an-option' && /^\/photos\/\d{1,2}\/id$/.test(pointer),
  );

/** The draft as it was before those photos were sent. */
function unsent(draft: Draft, { problems }: ApiError): Draft {
  const missing = new Set(problems.map(({ pointer }) => Number(pointer.split('/')[2])));
  const photos = draft.photos.map(({ uploaded, ...photo }, index) =>
    uploaded && !missing.has(index) ? { ...photo, uploaded } : photo,
  );
  return { ...draft, photos };
}

/**
 * Brings an idea to the server: first its photos, each under its own key, then the idea itself. Photos that were sent
 * earlier and are not there any more are sent once more.
 * @throws {PhotosRefused | Prevented | ApiError}
 */
export async function deliver(delivery: Delivery): Promise<IdeaReceipt> {
  const { draft } = delivery;
  try {
    return await deliverOnce(delivery);
  } catch (error) {
    if (!misses(error) || !draft.photos.some(({ uploaded }) => uploaded)) throw error;
    return deliverOnce({ ...delivery, draft: unsent(draft, error) });
  }
}

async function deliverOnce(delivery: Delivery): Promise<IdeaReceipt> {
  const { api, buurt, settings, draft, signal, mayGo } = delivery;
  const idea = toNewIdea(await withUploads(delivery), settings);
  if (signal.aborted) throw new ApiError('aborted');
  if (!mayGo(idea)) throw new Prevented();
  const body = idea satisfies Body<'/buurten/{code}/ideas'>;
  return api.post(`${inBuurt(buurt)}/ideas`, body, keyOf(draft, settings), signal, ideaReceiptFrom);
}
