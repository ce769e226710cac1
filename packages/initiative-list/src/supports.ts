import { ApiError } from '@buurt/core/http/api-error.js';
import type { BuurtApi } from '@buurt/core/http/api.js';
import { newKey } from '@buurt/core/storage/key.js';
import { setSupport } from '@buurt/core/http/initiatives.js';

/** Which initiatives this browser stands behind, and the key by which a server knows it again. */
interface Supporter {
  readonly key: string;
  readonly ids: readonly string[];
}

/** What a resident wanted, and why it did not come to the server. */
export interface SupportTrouble {
  readonly wanted: boolean;
  readonly error: unknown;
}

interface Listener {
  /** The server has it. */
  readonly settled: (id: string, supported: boolean) => void;
  /** It did not come to the server; what was shown is taken back. */
  readonly lost: (id: string, error: unknown) => void;
  /** Something else is shown: also when another tab did it. */
  readonly changed: () => void;
}

function read(written: string | null): Supporter | undefined {
  try {
    const { key, ids } = (JSON.parse(written ?? 'null') ?? {}) as Partial<Supporter>;
    if (typeof key !== 'string' || !/^[\da-f-]{36}$/.test(key) || !Array.isArray(ids)) return undefined;
    return { key, ids: ids.filter((id) => typeof id === 'string') };
  } catch {
    return undefined;
  }
}

/**
 * "Steun": shown at once and sent at the same time. However fast somebody presses, one request of an initiative is on
 * its way, and the last press is what counts. Where storage is blocked the browser is known as long as the page is open.
 */
export class Supports {
  readonly #api: BuurtApi;
  readonly #listener: Listener;
  readonly #name: string;
  #memory: Supporter = { key: newKey(), ids: [] };
  /** What a resident wants, of those that are on their way. */
  readonly #wanted = new Map<string, boolean>();
  /** What went wrong with an initiative, until the next press. */
  readonly #troubles = new Map<string, SupportTrouble>();
  /** What the server counted when a support was settled. */
  readonly #counts = new Map<string, number>();
  readonly #stop = new AbortController();

  constructor(api: BuurtApi, listener: Listener) {
    this.#api = api;
    this.#listener = listener;
    this.#name = `buurt:supports:${api.endpoint}`;
    this.#memory = this.#known();
  }

  start(): void {
    addEventListener('storage', this.#onOtherTab);
  }

  /** What is on its way goes on: it was meant, wherever the resident goes next. */
  stop(): void {
    removeEventListener('storage', this.#onOtherTab);
  }

  /** What a resident sees of it. */
  has(id: string): boolean {
    return this.#wanted.get(id) ?? this.#memory.ids.includes(id);
  }

  /** How many a resident sees: what the server told last, with what is on its way. */
  countOf({ id, supportCount }: { readonly id: string; readonly supportCount: number }): number {
    const wanted = this.#wanted.get(id);
    const ahead = wanted === undefined ? 0 : Number(wanted) - Number(this.#memory.ids.includes(id));
    return Math.max(0, (this.#counts.get(id) ?? supportCount) + ahead);
  }

  /** What is read from now on counts what is settled too. */
  forgetCounts(): void {
    this.#counts.clear();
  }

  trouble(id: string): SupportTrouble | undefined {
    return this.#troubles.get(id);
  }

  toggle(id: string): void {
    this.#troubles.delete(id);
    const busy = this.#wanted.has(id);
    this.#wanted.set(id, !this.has(id));
    this.#listener.changed();
    if (!busy) void this.#send(id);
  }

  async #send(id: string): Promise<void> {
    const wanted = this.#wanted.get(id) ?? false;
    // Kept before it is sent: another tab that is open would else go by a key of its own, and count twice.
    this.#keep(this.#known());
    try {
      const { signal } = this.#stop;
      const { supportCount } = await setSupport(this.#api, id, this.#memory.key, wanted, { signal });
      this.#remember(id, wanted);
      if (this.#wanted.get(id) !== wanted) return await this.#send(id);
      this.#wanted.delete(id);
      this.#counts.set(id, supportCount);
      this.#listener.settled(id, wanted);
    } catch (error) {
      this.#wanted.delete(id);
      if (error instanceof ApiError && error.kind === 'aborted') return;
      this.#troubles.set(id, { wanted, error });
      this.#listener.lost(id, error);
    }
  }

  #remember(id: string, supported: boolean): void {
    const { key, ids } = this.#known();
    const others = ids.filter((each) => each !== id);
    this.#keep({ key, ids: supported ? [...others, id] : others });
  }

  #keep(supporter: Supporter): void {
    this.#memory = supporter;
    try {
      localStorage.setItem(this.#name, JSON.stringify(this.#memory));
    } catch {
      // Storage is blocked or full: it is known as long as the page is open.
    }
  }

  /** Another tab may have written meanwhile. */
  #known(): Supporter {
    try {
      return read(localStorage.getItem(this.#name)) ?? this.#memory;
    } catch {
      return this.#memory;
    }
  }

  readonly #onOtherTab = ({ key }: StorageEvent): void => {
    if (key !== this.#name) return;
    this.#memory = this.#known();
    this.#listener.changed();
  };
}
