import type { Photo } from '@buurt/domain/initiatives/initiative.js';
import type { Secrets } from '../secrets/secrets.js';

const hourSeconds = 60 * 60;

/** The same photo, with addresses that show it for an hour to whoever has them. */
export function signedPhoto(photo: Photo, secrets: Secrets, now: Date): Photo {
  const expires = Math.floor(now.getTime() / 1000) + hourSeconds;
  const proof = `?expires=${String(expires)}&signature=${secrets.photoSignature(photo.id, expires)}`;
  return { ...photo, sources: photo.sources.map(({ url, ...size }) => ({ url: url + proof, ...size })) };
}
