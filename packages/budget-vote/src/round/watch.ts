import type { Round } from '@buurt/domain/rounds/round.js';
import type { ServerClock } from './server-clock.js';

/** A page that was out of sight for this long asks again how it is with the round. */
const staleMs = 5 * 60_000;
/** Not later than a timer can wait. */
const longestMs = 2 ** 31 - 1;

/**
 * Knows when to ask the server again: when the round should have opened or closed by the server's clock, when the page
 * comes back from being frozen or hidden, when the network is back.
 */
export class Watch {
  readonly #ask: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** By the wall: other clocks stand still while the device sleeps. */
  #knownAt = Date.now();
  #stale = false;

  constructor(ask: () => void) {
    this.#ask = ask;
  }

  start(): void {
    document.addEventListener('visibilitychange', this.#look);
    addEventListener('pageshow', this.#look);
    addEventListener('focus', this.#look);
    addEventListener('online', this.#askNow);
  }

  stop(): void {
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this.#look);
    removeEventListener('pageshow', this.#look);
    removeEventListener('focus', this.#look);
    removeEventListener('online', this.#askNow);
  }

  /** What the server said just now: the next thing that will happen is that it opens or closes. */
  expect({ phase, opensAt, closesAt }: Round, clock: ServerClock): void {
    clearTimeout(this.#timer);
    this.#knownAt = Date.now();
    this.#stale = false;
    if (phase === 'closed') return;
    // A little later, and not for everybody at the same moment.
    const inMs = clock.until(phase === 'open' ? closesAt : opensAt) + 1000 + Math.random() * 4000;
    if (inMs < longestMs) this.#timer = setTimeout(this.#askNow, inMs);
  }

  readonly #askNow = (): void => {
    this.#stale = true;
    this.#ask();
  };

  readonly #look = (): void => {
    const away = Math.abs(Date.now() - this.#knownAt);
    if (document.visibilityState === 'visible' && (this.#stale || away > staleMs)) this.#askNow();
  };
}
