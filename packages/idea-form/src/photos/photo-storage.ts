import { PhotoStore } from '@buurt/core/storage/photo-store.js';

/** Where the photos of a draft wait: on this device for a week, or only as long as the page is open. */
export type StorageMode = 'off' | 'session' | 'local';

const stores = new Map<StorageMode, PhotoStore>();

/** The one store of its kind on this page, so that what is only in memory is found again. */
export function photoStorage(keep: StorageMode): PhotoStore {
  const store = stores.get(keep) ?? new PhotoStore(keep);
  stores.set(keep, store);
  return store;
}
