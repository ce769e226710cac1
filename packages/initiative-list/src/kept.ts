import { Shelves, type KeptAnswer } from '@buurt/core/storage/shelves.js';

/** What was read of the initiatives of a buurt, on this device. */
export class KeptAnswers {
  readonly #shelves: Shelves<'lists' | 'details' | 'settings'>;

  constructor(endpoint: string, buurt: string) {
    this.#shelves = new Shelves(`buurt:seen:${endpoint}:${buurt}`, { lists: 4, details: 12, settings: 1 });
  }

  list(search: string): KeptAnswer | undefined {
    return this.#shelves.get('lists', search);
  }

  detail(id: string): KeptAnswer | undefined {
    return this.#shelves.get('details', id);
  }

  get settings(): KeptAnswer | undefined {
    return this.#shelves.get('settings', '');
  }

  keepSettings(json: unknown): void {
    this.#shelves.keep('settings', '', json);
  }

  keepList(search: string, json: unknown): void {
    this.#shelves.keep('lists', search, json);
  }

  keepDetail(id: string, json: unknown): void {
    this.#shelves.keep('details', id, json);
  }
}
