import { ApiError, type ApiErrorKind } from '../http/api-error.js';

export interface OutboxScope {
  readonly widget: string;
  readonly endpoint: string;
  readonly buurt: string;
}

/** Something that waits for the network; `id` is its Idempotency-Key, so sending it twice has one effect. */
export interface Waiting<T> {
  readonly id: string;
  readonly value: T;
}

export interface OutboxEvents<T, R> {
  /** Sends it; the outbox asks again later when this throws an `ApiError` that may pass by itself. */
  readonly send: (waiting: Waiting<T>, signal: AbortSignal) => Promise<R>;
  /** It is in: sent by this tab or by another. */
  readonly sent: (receipt: R, waiting: Waiting<T>) => void;
  /** The server said no; it does not wait any longer, unless this gives `false`: nobody is there to take it. */
  readonly refused: (error: unknown, waiting: Waiting<T>) => boolean;
  /** What waits may have changed in another tab: taken back there, or sent while this tab did not hear of it. */
  readonly changedElsewhere?: () => void;
}

type OutboxEntry<T, R> = Waiting<T> & { readonly receipt?: R };

const passing: readonly ApiErrorKind[] = [
  'offline',
  'unreachable',
  'timeout',
  'busy',
  'later',
  'server',
  'unreadable',
  'aborted',
];

/** Whether the same may succeed later. Until then nobody knows whether the server has it. */
export const mayPass = (error: unknown): boolean => error instanceof ApiError && passing.includes(error.kind);

/**
 * What was handed in without network waits here, also through a reload, and goes by itself when the network is back.
 * One tab sends at a time where the browser has locks; elsewhere the Idempotency-Key keeps it to one effect.
 */
export class Outbox<T, R> {
  readonly #key: string;
  readonly #on: OutboxEvents<T, R>;
  /** What the browser did not want to keep. */
  #memory: readonly OutboxEntry<T, R>[] = [];
  #stop: AbortController | undefined;
  #sending: Promise<void> | undefined;
  /** What is on its way now, and how to stop it. */
  #underWay: { readonly id: string; readonly stop: AbortController } | undefined;

  constructor({ widget, endpoint, buurt }: OutboxScope, on: OutboxEvents<T, R>) {
    this.#key = `buurt:outbox:${widget}:${endpoint}:${buurt}`;
    this.#on = on;
  }

  /** What waits, oldest first. */
  get waiting(): readonly Waiting<T>[] {
    return this.#read().filter(({ receipt }) => receipt === undefined);
  }

  /** From now on what waits is sent when the network comes back, when the page is looked at again, and at once. */
  start(): void {
    if (this.#stop) return;
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    addEventListener('online', this.#try, { signal });
    addEventListener('pageshow', this.#onShown, { signal });
    document.addEventListener('visibilitychange', this.#onLookedAt, { signal });
    addEventListener('storage', this.#onOtherTab, { signal });
    void this.now();
  }

  stop(): void {
    this.#stop?.abort();
    this.#stop = undefined;
  }

  /** Keeps it; `false` when it will not outlive the page. */
  put(waiting: Waiting<T>): boolean {
    const all = this.#read();
    const known = all.some(({ id }) => id === waiting.id);
    return this.#write(
      known ? all.map((each) => (each.id === waiting.id ? waiting : each)) : [...all, waiting],
    );
  }

  /** Takes it back, so that it is not sent, also when it is on its way. */
  remove(id: string): void {
    this.#write(this.#read().filter((each) => each.id !== id));
    this.#stopRemoved();
  }

  /** Tries at once. */
  now(): Promise<void> {
    this.#sending ??= this.#sendAll().finally(() => (this.#sending = undefined));
    return this.#sending;
  }

  readonly #try = (): void => void this.now();

  readonly #onLookedAt = (): void => {
    if (!document.hidden) this.#onShown();
  };

  /** A tab that was frozen heard nothing of the others. */
  readonly #onShown = (): void => {
    this.#on.changedElsewhere?.();
    this.#try();
  };

  async #sendAll(): Promise<void> {
    const signal = this.#stop?.signal;
    if (!signal || this.waiting.length === 0) return;
    const each = async () => {
      for (const waiting of this.waiting)
        if (!signal.aborted && this.#waits(waiting.id) && !(await this.#sendOne(waiting, signal))) return;
    };
    // `locks` is missing on plain http pages.
    const locks = navigator.locks as LockManager | undefined;
    if (locks) await locks.request(this.#key, { ifAvailable: true }, (lock) => lock && each());
    else await each();
  }

  #waits(id: string): boolean {
    return this.waiting.some((each) => each.id === id);
  }

  /** Whether the next may go as well. */
  async #sendOne(waiting: Waiting<T>, stopped: AbortSignal): Promise<boolean> {
    const stop = new AbortController();
    const onStopped = () => stop.abort();
    stopped.addEventListener('abort', onStopped);
    this.#underWay = { id: waiting.id, stop };
    try {
      const receipt = await this.#on.send(waiting, stop.signal);
      this.#underWay = undefined;
      // Written before it is removed, so that other tabs learn of the receipt.
      this.#write(this.#read().map((each) => (each.id === waiting.id ? { ...each, receipt } : each)));
      this.remove(waiting.id);
      this.#on.sent(receipt, waiting);
      return true;
    } catch (error) {
      this.#underWay = undefined;
      if (!this.#waits(waiting.id)) return true;
      if (mayPass(error)) return false;
      // Removed after it is taken, so that it is always somewhere.
      if (this.#on.refused(error, waiting)) this.remove(waiting.id);
      return true;
    } finally {
      stopped.removeEventListener('abort', onStopped);
    }
  }

  /** What is taken back, here or in another tab, does not go any further. */
  #stopRemoved(): void {
    const under = this.#underWay;
    if (under && !this.#waits(under.id)) under.stop.abort();
  }

  readonly #onOtherTab = ({ key, newValue }: StorageEvent): void => {
    if (key !== this.#key) return;
    for (const { receipt, ...waiting } of newValue ? parsed<T, R>(newValue) : [])
      if (receipt !== undefined) this.#on.sent(receipt, waiting as Waiting<T>);
    this.#stopRemoved();
    this.#on.changedElsewhere?.();
  };

  #read(): readonly OutboxEntry<T, R>[] {
    try {
      const written = parsed<T, R>(localStorage.getItem(this.#key) ?? '[]');
      return [...written, ...this.#memory.filter(({ id }) => !written.some((each) => each.id === id))];
    } catch {
      return this.#memory;
    }
  }

  #write(all: readonly OutboxEntry<T, R>[]): boolean {
    this.#memory = all;
    try {
      if (all.length > 0) localStorage.setItem(this.#key, JSON.stringify(all));
      else localStorage.removeItem(this.#key);
      this.#memory = [];
      return true;
    } catch {
      return false;
    }
  }
}

/** What is written in storage; anything that does not look like it is left out. */
function parsed<T, R>(written: string): readonly OutboxEntry<T, R>[] {
  try {
    const all: unknown = JSON.parse(written);
    const looksRight = (each: unknown): each is OutboxEntry<T, R> =>
      typeof each === 'object' &&
      each !== null &&
      'id' in each &&
      typeof each.id === 'string' &&
      'value' in each;
    return Array.isArray(all) ? all.filter(looksRight) : [];
  } catch {
    return [];
  }
}
