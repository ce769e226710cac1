import type { Round } from '@buurt/domain/rounds/round.js';

/** The server's clock, from the moment that it answered: whatever time the device thinks it is. */
export class ServerClock {
  readonly #ahead: number;

  constructor({ serverTime }: Pick<Round, 'serverTime'>) {
    this.#ahead = Date.parse(serverTime) - performance.now();
  }

  /** Milliseconds since 1970, as the server counts them. */
  now(): number {
    return performance.now() + this.#ahead;
  }

  /** Milliseconds until a moment; 0 when it has passed. */
  until(iso: string): number {
    return Math.max(0, Date.parse(iso) - this.now());
  }
}
