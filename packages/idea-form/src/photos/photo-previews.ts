import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PhotoStore } from '@buurt/core/storage/photo-store.js';
import type { DraftPhoto } from './draft-photo.js';

interface Shown {
  readonly photos: readonly DraftPhoto[];
  readonly store: PhotoStore;
}

/** The pictures of photos, from the store of this device, for as long as they are shown. */
export class PhotoPreviews implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #shown: () => Shown;
  /** `null`: not in the store. */
  readonly #addresses = new Map<string, string | null>();
  readonly #looking = new Set<string>();

  constructor(host: ReactiveControllerHost, shown: () => Shown) {
    this.#host = host;
    this.#shown = shown;
    host.addController(this);
  }

  /** An address for an `img`; `undefined` while it is looked up, `null` when the picture is gone. */
  addressOf({ id, uploaded }: DraftPhoto): string | null | undefined {
    const own = this.#addresses.get(id);
    return own === null ? (uploaded?.sources[0]?.url ?? null) : own;
  }

  hostUpdated(): void {
    const { photos, store } = this.#shown();
    for (const [id, address] of this.#addresses)
      if (!photos.some((photo) => photo.id === id)) this.#forget(id, address);
    for (const { id } of photos) if (!this.#addresses.has(id)) void this.#look(id, store);
  }

  hostDisconnected(): void {
    for (const [id, address] of this.#addresses) this.#forget(id, address);
  }

  async #look(id: string, store: PhotoStore): Promise<void> {
    if (this.#looking.has(id)) return;
    this.#looking.add(id);
    const blob = await store.get(id);
    this.#looking.delete(id);
    this.#addresses.set(id, blob ? URL.createObjectURL(blob) : null);
    this.#host.requestUpdate();
  }

  #forget(id: string, address: string | null): void {
    if (address !== null) URL.revokeObjectURL(address);
    this.#addresses.delete(id);
  }
}
