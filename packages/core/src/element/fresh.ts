/** A page that was out of sight for this long asks again what is new. */
const staleMs = 5 * 60_000;

/** Knows when to ask again: the network is back, or somebody looks again after a while. */
export class Fresh {
  readonly #ask: () => void;
  #knownAt = Date.now();

  constructor(ask: () => void) {
    this.#ask = ask;
  }

  start(): void {
    addEventListener('online', this.#ask);
    addEventListener('pageshow', this.#look);
    document.addEventListener('visibilitychange', this.#look);
  }

  stop(): void {
    removeEventListener('online', this.#ask);
    removeEventListener('pageshow', this.#look);
    document.removeEventListener('visibilitychange', this.#look);
  }

  /** The server told just now how it is. */
  known(): void {
    this.#knownAt = Date.now();
  }

  readonly #look = (): void => {
    const away = Math.abs(Date.now() - this.#knownAt);
    if (document.visibilityState === 'visible' && away > staleMs) this.#ask();
  };
}
