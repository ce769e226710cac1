import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A page that was out of sight for this long asks again what is new. */
const staleMs = 5 * 60_000;

/** Asks the server again when the page comes back from being frozen or hidden, and when the network is back. */
export class RevalidateController implements ReactiveController {
  readonly #reload: () => void;
  /** By the wall, as other clocks stand still while the device sleeps; 0 from when it was asked until it is answered. */
  #readAt = Date.now();
  #listening: AbortController | undefined;

  constructor(host: ReactiveControllerHost, reload: () => void) {
    this.#reload = reload;
    host.addController(this);
  }

  hostConnected(): void {
    const { signal } = (this.#listening = new AbortController());
    addEventListener('online', this.revalidate, { signal });
    for (const type of ['visibilitychange', 'pageshow', 'focus'])
      addEventListener(type, this.#onReturn, { signal });
  }

  hostDisconnected(): void {
    this.#listening?.abort();
  }

  /** The server answered just now. */
  onRead(): void {
    this.#readAt = Date.now();
  }

  readonly revalidate = (): void => {
    this.#readAt = 0;
    this.#reload();
  };

  readonly #onReturn = (): void => {
    const awayMs = Math.abs(Date.now() - this.#readAt);
    if (document.visibilityState === 'visible' && awayMs > staleMs) this.revalidate();
  };
}
