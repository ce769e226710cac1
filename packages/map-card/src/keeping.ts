import { Shelves } from '@buurt/core/storage/shelves.js';
import type { ChartHost, Readings } from './chart-host.js';

type Kind = keyof Readings;
const kinds: readonly Kind[] = ['areas', 'vicinity', 'figures', 'places'];

/** What was read stays on this device, so that the map is there at once the next time, and without network. */
export class Keeping {
  readonly #readings: Readings;
  readonly #shelves: Shelves<Kind>;
  /** What was written or looked up already. */
  readonly #known = new Map<Kind, unknown>();

  constructor({ readings, name }: ChartHost) {
    this.#readings = readings;
    this.#shelves = new Shelves(`buurt:map:${name()}`, { areas: 1, vicinity: 1, figures: 1, places: 2 });
  }

  /** Looks for what the server did not tell yet. */
  restore(): void {
    for (const kind of kinds) {
      const reading = this.#readings[kind];
      if (reading.json !== undefined || !reading.question || this.#known.get(kind) === reading.question)
        continue;
      this.#known.set(kind, reading.question);
      const kept = this.#shelves.get(kind, reading.question);
      if (kept) reading.restore(kept.json, kept.at);
    }
  }

  keep(): void {
    for (const kind of kinds) {
      const { json, keptAt, question } = this.#readings[kind];
      if (json === undefined || keptAt !== undefined || this.#known.get(kind) === json) continue;
      this.#known.set(kind, json);
      this.#shelves.keep(kind, question, json);
    }
  }
}
