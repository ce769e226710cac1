import type { Photo } from '@buurt/domain/initiatives/initiative.js';

/** A photo that the resident chose; its pixels wait in the photo store under `id`. */
export interface DraftPhoto {
  /** Made on this device; also the Idempotency-Key of the upload. */
  readonly id: string;
  /** The name of the file, to recognise it by. */
  readonly name: string;
  readonly alt: string;
  readonly uploaded?: Photo;
  /** Why it cannot come along, in the resident's words. */
  readonly failed?: string;
}
