import { PhotoStore } from '@buurt/core/photo-store.js';
import type { DraftPhoto } from './photos/draft-photo.js';

const store = new PhotoStore('local');
const addresses = new Map<string, string>();

/** An address for the picture itself, on this device; empty when its pixels are gone. */
export async function photoAddress(id: string): Promise<string> {
  const known = addresses.get(id);
  if (known) return known;
  const blob = await store.get(id);
  if (!blob) return '';
  const address = URL.createObjectURL(blob);
  addresses.set(id, address);
  return address;
}

export async function forgetPhotos(photos: readonly DraftPhoto[]): Promise<void> {
  for (const { id } of photos) {
    URL.revokeObjectURL(addresses.get(id) ?? '');
    addresses.delete(id);
    await store.delete(id);
  }
}

export const forgetAllPhotos = (): Promise<void> => store.clear();
