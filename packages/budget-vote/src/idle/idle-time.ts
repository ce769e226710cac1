/** How long somebody is asked whether he is still there, before anything is wiped. WCAG 2.2.1 wants 20 seconds. */
export const askingMs = 20_000;

const signsOfLife = [
  'pointerdown',
  'pointermove',
  'keydown',
  'input',
  'wheel',
  'touchmove',
  'scroll',
] as const;

interface Listener {
  /** Whole seconds until the end, where somebody has to be asked; `undefined` when somebody is there. */
  readonly asked: (secondsLeft: number | undefined) => void;
  readonly over: () => void;
}

/**
 * The time since somebody last touched this device, by the wall: other clocks stand still while a device sleeps, and
 * whoever wakes it need not be who left it.
 */
export class IdleTime {
  readonly #listener: Listener;
  readonly #patienceMs: number;
  #seenAt = Date.now();
  #asking = false;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(patienceMs: number, listener: Listener) {
    this.#patienceMs = patienceMs;
    this.#listener = listener;
  }

  start(): void {
    this.#seenAt = Date.now();
    this.#timer = setInterval(this.#look, 1000);
    for (const sign of signsOfLife) addEventListener(sign, this.#onSign, { capture: true, passive: true });
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    for (const sign of signsOfLife) removeEventListener(sign, this.#onSign, { capture: true });
  }

  /** Somebody says that he is there. */
  readonly goOn = (): void => {
    this.#seenAt = Date.now();
    this.#asking = false;
    this.#listener.asked(undefined);
  };

  readonly #look = (): void => {
    const leftMs = this.#seenAt + this.#patienceMs + askingMs - Date.now();
    if (leftMs <= 0) {
      this.stop();
      this.#listener.over();
    } else if (leftMs <= askingMs) {
      this.#asking = true;
      this.#listener.asked(Math.ceil(leftMs / 1000));
    }
  };

  /** Once asked, only an answer counts: a sleeve that brushes the screen is none. */
  readonly #onSign = (): void => {
    this.#look();
    if (this.#timer !== undefined && !this.#asking) this.#seenAt = Date.now();
  };
}
