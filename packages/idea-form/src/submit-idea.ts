import { ApiError } from '@buurt/core/http/api-error.js';
import type { BuurtApi } from '@buurt/core/http/api.js';
import { inBuurt } from '@buurt/core/http/client.js';
import type { Body } from '@buurt/core/http/routes.js';
import type { Locale } from '@buurt/core/messages/texts.js';
import type { NewIdea } from '@buurt/domain/ideas/idea.js';
import { ideaReceiptFrom, type IdeaReceipt } from '@buurt/domain/ideas/receipt.js';
import type { Draft } from './draft.js';
import type { DraftPhoto } from './photos/draft-photo.js';
import type { StorageMode } from './photos/photo-storage.js';
import { uploadPhotos } from './photos/upload.js';
import type { Submission } from './submission.js';

/** What an idea is sent with. Without `onProgress` and `onUploaded` it goes in silence. */
export interface SubmitOptions {
  readonly api: BuurtApi;
  readonly buurt: string;
  readonly submission: Submission;
  readonly signal: AbortSignal;
  /** Where the photos wait. */
  readonly storageMode: StorageMode;
  readonly locale: Locale;
  /** How far the photo with this id is, from 0 to 1. */
  readonly onProgress?: (id: string, fraction: number) => void;
  /** The photos with what the server said of them. */
  readonly onUploaded?: (photos: readonly DraftPhoto[]) => void;
  /** The last moment at which the page can stop it. */
  readonly dispatchBeforeSubmit: (idea: NewIdea) => boolean;
}

/** The server does not take these photos; without them the idea can go. */
export class PhotosRefused extends Error {
  override readonly name = 'PhotosRefused';
  constructor(readonly photos: readonly DraftPhoto[]) {
    super(`${String(photos.length)} photos refused`);
  }
}

/** The draft without the photos that the server does not take. */
export function withoutRefusedPhotos(error: unknown, draft: Draft): Draft {
  if (!(error instanceof PhotosRefused)) return draft;
  const refused = error.photos.map(({ id }) => id);
  return { ...draft, photos: draft.photos.filter(({ id }) => !refused.includes(id)) };
}

/** The page stopped the sending. */
export class SubmitCancelled extends Error {
  override readonly name = 'SubmitCancelled';
}

/** What is sent, with each photo under the id that the server gave it, in the place where it stood. */
async function withUploads({ api, submission, ...options }: SubmitOptions): Promise<NewIdea> {
  const { body, draft } = submission;
  if (!body.photos) return body;
  const ids = body.photos.map(({ id }) => id);
  const photos = await uploadPhotos(
    api,
    draft.photos.filter(({ id }) => ids.includes(id)),
    options,
  );
  const refused = photos.filter(({ failed }) => failed !== undefined);
  if (refused.length > 0) throw new PhotosRefused(refused);
  const uploaded = new Map(photos.map(({ id, uploaded }) => [id, uploaded?.id ?? id]));
  return {
    ...body,
    photos: body.photos.map((photo) => ({ ...photo, id: uploaded.get(photo.id) ?? photo.id })),
  };
}

/** Whether the server says of photos that it does not have them: it erases a photo that waited too long for its idea. */
const misses = (error: unknown): error is ApiError =>
  error instanceof ApiError &&
  error.problems.length > 0 &&
  error.problems.every(
    ({ pointer, code }) => code === 'not-an-option' && /^\/photos\/\d{1,2}\/id$/.test(pointer),
  );

/** The submission as it was before those photos were sent. */
function unsent(submission: Submission, { problems }: ApiError): Submission {
  const { body, draft } = submission;
  const missing = problems.map(({ pointer }) => body.photos?.[Number(pointer.split('/')[2])]?.id);
  const photos = draft.photos.map(({ uploaded, ...photo }) =>
    uploaded && !missing.includes(photo.id) ? { ...photo, uploaded } : photo,
  );
  return { ...submission, draft: { ...draft, photos } };
}

/**
 * Brings an idea to the server: first its photos, each under its own key, then the idea itself. Photos that were sent
 * earlier and are not there any more are sent once more.
 * @throws {PhotosRefused | SubmitCancelled | ApiError}
 */
export async function submitIdea(delivery: SubmitOptions): Promise<IdeaReceipt> {
  const { submission } = delivery;
  try {
    return await deliverOnce(delivery);
  } catch (error) {
    if (!misses(error) || !submission.draft.photos.some(({ uploaded }) => uploaded)) throw error;
    return deliverOnce({ ...delivery, submission: unsent(submission, error) });
  }
}

async function deliverOnce(delivery: SubmitOptions): Promise<IdeaReceipt> {
  const { api, buurt, submission, signal, dispatchBeforeSubmit: mayGo } = delivery;
  const idea = await withUploads(delivery);
  if (signal.aborted) throw new ApiError('aborted');
  // A copy: what a page does with it changes nothing of what is sent.
  if (!mayGo(structuredClone(idea))) throw new SubmitCancelled();
  const body = idea satisfies Body<'/buurten/{code}/ideas'>;
  return api.post(`${inBuurt(buurt)}/ideas`, body, submission.key, signal, ideaReceiptFrom);
}
