import { draftKey, storageOf, type DraftScope } from './draft-scope.js';

const keptForMs = 7 * 24 * 60 * 60 * 1000;
const saveWithinMs = 500;

/**
 * What somebody was filling in, kept on his own device for a week. It never throws: where storage is blocked, full or
 * corrupt there is no draft, and the form works on.
 */
export class DraftStore<T extends object> {
  readonly #key: string;
  readonly #where: DraftScope['where'];
  readonly #without: readonly string[];
  #waiting: T | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #works = true;

  constructor(scope: DraftScope) {
    const { where, without = [] } = scope;
    this.#key = draftKey(scope);
    this.#where = where;
    this.#without = without;
  }

  /** Whether the draft is kept: asked for, and not refused by the browser. */
  get keeps(): boolean {
    return this.#where !== 'off' && this.#works;
  }

  load(): T | undefined {
    const { saved, value } = this.#read() ?? {};
    const fresh = typeof saved === 'number' && Date.now() - saved < keptForMs;
    if (fresh && typeof value === 'object' && value !== null) return value as T;
    if (saved !== undefined) this.clear();
    return undefined;
  }

  /** Keeps the value within a second; at once when the page is hidden. */
  save(value: T): void {
    if (this.#where === 'off') return;
    this.#waiting = value;
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(this.flush, saveWithinMs);
    addEventListener('pagehide', this.flush);
    document.addEventListener('visibilitychange', this.flush);
  }

  /** Keeps at once what waits to be kept. */
  readonly flush = (): void => {
    const value = this.#waiting;
    this.#stopWaiting();
    if (value === undefined) return;
    const kept = Object.fromEntries(Object.entries(value).filter(([key]) => !this.#without.includes(key)));
    this.#store((storage) => storage.setItem(this.#key, JSON.stringify({ saved: Date.now(), value: kept })));
  };

  clear(): void {
    this.#stopWaiting();
    this.#store((storage) => storage.removeItem(this.#key));
  }

  #stopWaiting(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = undefined;
    removeEventListener('pagehide', this.flush);
    document.removeEventListener('visibilitychange', this.flush);
  }

  #read(): { saved?: unknown; value?: unknown } | undefined {
    const written = this.#store((storage) => storage.getItem(this.#key));
    if (!written) return undefined;
    try {
      return (JSON.parse(written) as { saved?: unknown; value?: unknown } | null) ?? undefined;
    } catch {
      this.clear();
      return undefined;
    }
  }

  /** Storage can be missing, blocked by the browser or full: reading it is already enough to throw. */
  #store<R>(use: (storage: Storage) => R): R | undefined {
    if (this.#where === 'off') return undefined;
    try {
      const done = use(storageOf(this.#where));
      this.#works = true;
      return done;
    } catch {
      this.#works = false;
      return undefined;
    }
  }
}
