import type { DraftPhoto } from './photos/draft-photo.js';
import { photoStorage, type StorageMode } from './photos/photo-storage.js';

const addresses = new Map<string, string>();

/** An address for the picture itself, on this device; empty when its pixels are gone. */
export async function photoAddress(id: string, keep: StorageMode): Promise<string> {
  const known = addresses.get(id);
  if (known) return known;
  const blob = await photoStorage(keep).get(id);
  if (!blob) return '';
  const address = URL.createObjectURL(blob);
  addresses.set(id, address);
  return address;
}

function forgetAddress(id: string): void {
  URL.revokeObjectURL(addresses.get(id) ?? '');
  addresses.delete(id);
}

export async function forgetPhotos(photos: readonly DraftPhoto[], keep: StorageMode): Promise<void> {
  for (const { id } of photos) {
    forgetAddress(id);
    await photoStorage(keep).delete(id);
  }
}

export async function forgetAllPhotos(keep: StorageMode): Promise<void> {
  for (const id of [...addresses.keys()]) forgetAddress(id);
  await photoStorage(keep).clear();
}
