import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Round } from '@buurt/domain/rounds/round.js';
import type { ServerClock } from './server-clock.js';

/** Not later than a timer can wait. */
const longestMs = 2 ** 31 - 1;

/** Calls when a round should have opened or closed by the server's clock. */
export class PhaseTimer implements ReactiveController {
  readonly #onDue: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dueAt = Infinity;

  constructor(host: ReactiveControllerHost, onDue: () => void) {
    this.#onDue = onDue;
    host.addController(this);
  }

  hostConnected(): void {
    this.#start();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Waits for the next phase: a little later than it says, and not for everybody at the same moment. */
  waitFor({ phase, opensAt, closesAt }: Round, clock: ServerClock): void {
    const inMs = clock.until(phase === 'open' ? closesAt : opensAt) + 1000 + Math.random() * 4000;
    this.#dueAt = phase === 'closed' ? Infinity : performance.now() + inMs;
    this.#start();
  }

  #start(): void {
    clearTimeout(this.#timer);
    const inMs = this.#dueAt - performance.now();
    if (inMs < longestMs) this.#timer = setTimeout(this.#onDue, inMs);
  }
}
