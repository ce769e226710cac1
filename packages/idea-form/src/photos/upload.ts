import { ApiError } from '@buurt/core/http/api-error.js';
import type { BuurtApi } from '@buurt/core/http/api.js';
import type { Locale } from '@buurt/core/messages/texts.js';
import { uploadPhoto } from '@buurt/core/http/ideas.js';
import type { DraftPhoto } from './draft-photo.js';
import { photoStorage, type StorageMode } from './photo-storage.js';

export interface PhotoUpload {
  readonly signal: AbortSignal;
  /** How far the photo with this id is, from 0 to 1. */
  readonly onProgress?: (id: string, fraction: number) => void;
  /** All photos, each time that the server has said something of one. */
  readonly onUploaded?: (photos: readonly DraftPhoto[]) => void;
  readonly storageMode?: StorageMode;
  readonly locale?: Locale;
}

/** The photo with the server's answer: `uploaded`, or `failed` in words. */
export type UploadResult = DraftPhoto;

const texts = {
  nl: {
    lost: 'Deze foto is niet meer op dit apparaat. Kies hem opnieuw.',
    'too-big': 'Deze foto is te groot voor de server.',
    unsupported: 'Dit soort foto kan de server niet gebruiken.',
    invalid: 'De server kan deze foto niet lezen.',
    refused: 'De server neemt deze foto niet aan.',
  },
  en: {
    lost: 'This photo is no longer on this device. Choose it again.',
    'too-big': 'This photo is too big for the server.',
    unsupported: 'The server cannot use this kind of photo.',
    invalid: 'The server cannot read this photo.',
    refused: 'The server does not take this photo.',
  },
};

/** Why the server will never take this photo; `undefined` when it may do so later. */
function refusal(error: unknown, locale: Locale): string | undefined {
  if (!(error instanceof ApiError)) return undefined;
  const { kind } = error;
  return kind === 'too-big' || kind === 'unsupported' || kind === 'invalid' || kind === 'refused'
    ? texts[locale][kind]
    : undefined;
}

async function upload(api: BuurtApi, photo: DraftPhoto, options: PhotoUpload): Promise<UploadResult> {
  const { signal, onProgress, storageMode = 'local', locale = 'nl' } = options;
  const { id, name, alt } = photo;
  const blob = await photoStorage(storageMode).get(id);
  if (!blob) return { ...photo, failed: texts[locale].lost };
  try {
    const uploaded = await uploadPhoto(api, blob, id, {
      signal,
      onProgress: (fraction) => onProgress?.(id, fraction),
    });
    onProgress?.(id, 1);
    return { id, name, alt, uploaded };
  } catch (error) {
    const failed = refusal(error, locale);
    if (failed === undefined) throw error;
    return { id, name, alt, failed };
  }
}

/**
 * Brings photos to the server, one at a time: a telephone has one thin line. What is there already stays there; what
 * the server refuses comes back with the reason.
 * @throws {ApiError} when the way to the server is the trouble; the photos that went before it were told
 */
export async function uploadPhotos(
  api: BuurtApi,
  photos: readonly DraftPhoto[],
  options: PhotoUpload,
): Promise<UploadResult[]> {
  let results = [...photos];
  for (const photo of photos) {
    if (photo.uploaded) continue;
    const result = await upload(api, photo, options);
    results = results.map((each) => (each.id === result.id ? result : each));
    options.onUploaded?.(results);
  }
  return results;
}
