import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Round } from '@buurt/domain/rounds/round.js';
import type { ServerClock } from './server-clock.js';

/** A page that was out of sight for this long asks again how it is with the round. */
const staleMs = 5 * 60_000;
/** Not later than a timer can wait. */
const longestMs = 2 ** 31 - 1;

/**
 * Asks the server again when the round should have opened or closed by the server's clock, when the page comes back from
 * being frozen or hidden, and when the network is back.
 */
export class RevalidateController implements ReactiveController {
  readonly #reload: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** By the wall: other clocks stand still while the device sleeps. */
  #readAt = Date.now();
  #dueAt: number | undefined;
  #isStale = false;

  constructor(host: ReactiveControllerHost, reload: () => void) {
    this.#reload = reload;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onReturn);
    addEventListener('pageshow', this.#onReturn);
    addEventListener('focus', this.#onReturn);
    addEventListener('online', this.#revalidate);
    this.#startTimer();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this.#onReturn);
    removeEventListener('pageshow', this.#onReturn);
    removeEventListener('focus', this.#onReturn);
    removeEventListener('online', this.#revalidate);
  }

  /** The server answered just now: the next thing that will happen is that the round opens or closes. */
  onRead({ phase, opensAt, closesAt }: Round, clock: ServerClock): void {
    this.#readAt = Date.now();
    this.#isStale = false;
    // A little later, and not for everybody at the same moment.
    const inMs = clock.until(phase === 'open' ? closesAt : opensAt) + 1000 + Math.random() * 4000;
    this.#dueAt = phase === 'closed' ? undefined : performance.now() + inMs;
    this.#startTimer();
  }

  #startTimer(): void {
    clearTimeout(this.#timer);
    if (this.#dueAt === undefined) return;
    const inMs = Math.max(0, this.#dueAt - performance.now());
    if (inMs < longestMs) this.#timer = setTimeout(this.#revalidate, inMs);
  }

  readonly #revalidate = (): void => {
    this.#isStale = true;
    this.#reload();
  };

  readonly #onReturn = (): void => {
    const awayMs = Math.abs(Date.now() - this.#readAt);
    if (document.visibilityState === 'visible' && (this.#isStale || awayMs > staleMs)) this.#revalidate();
  };
}
