import { PhotoStore } from '@buurt/core/storage/photo-store.js';
import type { DraftPhoto } from './draft-photo.js';

/** Where the photos of a draft wait: on this device for a week, or only as long as the page is open. */
export type StorageMode = 'off' | 'session' | 'local';

const stores = new Map<StorageMode, PhotoStore>();

/** The one store of its kind on this page, so that what is only in memory is found again. */
export function photoStorage(mode: StorageMode): PhotoStore {
  const store = stores.get(mode) ?? new PhotoStore(mode);
  stores.set(mode, store);
  return store;
}

export async function deletePhotos(photos: readonly DraftPhoto[], mode: StorageMode): Promise<void> {
  for (const { id } of photos) await photoStorage(mode).delete(id);
}
