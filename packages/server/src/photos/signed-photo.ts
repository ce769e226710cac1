import type { Photo } from '@buurt/domain/initiatives/initiative.js';
import type { PhotoViewer, Secrets } from '../secrets/secrets.js';

const hourSeconds = 60 * 60;

/** The same photo, with addresses that show it for an hour to whoever has them; those of staff also when it is hidden. */
export function signedPhoto<T extends Photo>(photo: T, viewer: PhotoViewer, secrets: Secrets, now: Date): T {
  const expires = Math.floor(now.getTime() / 1000) + hourSeconds;
  const proof = `?expires=${String(expires)}&signature=${secrets.photoSignature(viewer, photo.id, expires)}`;
  return { ...photo, sources: photo.sources.map(({ url, ...size }) => ({ url: url + proof, ...size })) };
}
