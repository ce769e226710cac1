import { ApiError } from '@buurt/core/http/api-error.js';
import { ShapeError } from '@buurt/domain/wire/json.js';
import { areasFrom, figuresFrom, mapPlacesFrom } from '@buurt/domain/geo/map-json.js';
import type { Area, Figure, MapPlaces } from '@buurt/domain/geo/map-place.js';
import type { Readable } from '@buurt/domain/wire/readable.js';
import { vicinityFrom, type Vicinity } from '@buurt/domain/geo/map-surroundings.js';
import type { Readings } from './chart-host.js';
import type { Reading } from './reading.js';

/** What a reading tells, checked. What cannot be read leaves what was read before. */
export class Told<T> {
  readonly #reading: Reading;
  readonly #from: (json: unknown) => T;
  readonly #failed: (error: unknown) => void;
  #json: unknown;
  #value: T | undefined;
  #unreadable: ApiError | undefined;

  constructor(reading: Reading, from: (json: unknown) => T, failed: (error: unknown) => void) {
    this.#reading = reading;
    this.#from = from;
    this.#failed = failed;
  }

  get value(): T | undefined {
    const { json } = this.#reading;
    if (json === this.#json) return this.#value;
    this.#json = json;
    this.#unreadable = undefined;
    try {
      this.#value = json === undefined ? undefined : this.#from(json);
    } catch (cause) {
      if (!(cause instanceof ShapeError)) throw cause;
      this.#unreadable = new ApiError('unreadable', { cause });
      this.#failed(this.#unreadable);
    }
    return this.#value;
  }

  /** Why there is no newer value. */
  get error(): unknown {
    return this.#reading.error ?? (this.#reading.busy ? undefined : this.#unreadable);
  }

  get busy(): boolean {
    return this.#reading.busy;
  }

  get keptAt(): number | undefined {
    return this.#reading.keptAt;
  }
}

/** What all buurten told, as one. */
function placesFrom(answers: unknown): MapPlaces {
  if (!Array.isArray(answers)) throw new ShapeError('', 'an answer of each buurt');
  const all = answers.map((each) => mapPlacesFrom(each));
  const sum = (count: (places: MapPlaces) => number) => all.reduce((total, each) => total + count(each), 0);
  return {
    entries: all.flatMap(({ entries }) => entries),
    skipped: sum(({ skipped }) => skipped),
    total: sum(({ total }) => total),
    withoutPlace: sum(({ withoutPlace }) => withoutPlace),
  };
}

/** All that a card is told. */
export type Everything = Readonly<{
  areas: Told<Readable<Area>>;
  vicinity: Told<Vicinity>;
  figures: Told<readonly Figure[]>;
  places: Told<MapPlaces>;
}>;

export const everything = (readings: Readings, failed: (error: unknown) => void): Everything => ({
  areas: new Told(readings.areas, areasFrom, failed),
  vicinity: new Told(readings.vicinity, vicinityFrom, failed),
  figures: new Told(readings.figures, figuresFrom, failed),
  places: new Told(readings.places, placesFrom, failed),
});
