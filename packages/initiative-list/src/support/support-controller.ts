import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { BuurtApi } from '@buurt/core/http/api.js';
import { newKey } from '@buurt/core/storage/key.js';
import { setSupport } from '@buurt/core/http/initiatives.js';
import type { ListedInitiative } from '@buurt/domain/initiatives/initiative.js';

/** What is on its way is never stopped: it was meant, wherever the resident goes next. */
const never = new AbortController().signal;

type Supportable = Pick<ListedInitiative, 'id' | 'title'>;

/** What a resident wanted, and why the server does not have it. */
export interface SupportFailure {
  readonly isSupport: boolean;
  readonly error: unknown;
}

/** How it is with the support of one initiative. */
export interface SupportState {
  readonly isSupported: boolean;
  /** What the server counted when a support was settled, if that is newer than what the list says. */
  readonly settledCount: number | undefined;
  /** What a press that is on its way adds to the count: 1, 0 or -1. */
  readonly pendingChange: number;
  /** What went wrong, until the next press. */
  readonly failure: SupportFailure | undefined;
}

/** How many a resident sees: what the server counted last, with what is on its way. */
export const supportCount = (
  state: SupportState,
  initiative: Pick<ListedInitiative, 'supportCount'>,
): number => Math.max(0, (state.settledCount ?? initiative.supportCount) + state.pendingChange);

export interface SupportOptions {
  readonly api: () => BuurtApi | undefined;
  /** The server has it. */
  readonly onSettled: (initiative: Supportable, isSupported: boolean) => void;
  /** The server does not have it; what was shown is taken back. */
  readonly onFailed: (initiative: Supportable, error: unknown) => void;
}

/** Which initiatives this browser supports, and the key by which a server knows it again. */
interface Supporter {
  readonly key: string;
  readonly ids: readonly string[];
}

/** What was pressed on one endpoint since the page was opened. */
class SupportSession {
  readonly api: BuurtApi;
  readonly storageKey: string;
  /** Holds where storage is blocked too, as long as the page is open. */
  supporter: Supporter = { key: newKey(), ids: [] };
  /** What a resident wants, of those that are on their way. */
  readonly wanted = new Map<string, boolean>();
  readonly failures = new Map<string, SupportFailure>();
  readonly counts = new Map<string, number>();

  constructor(api: BuurtApi) {
    this.api = api;
    this.storageKey = `buurt:supports:${api.endpoint}`;
    this.reload();
  }

  /** Another tab may have stored something meanwhile. */
  reload(): void {
    try {
      this.supporter = supporterFrom(localStorage.getItem(this.storageKey)) ?? this.supporter;
    } catch {
      // Storage is blocked: what this page knows, holds.
    }
  }

  save(): void {
    try {
      localStorage.setItem(this.storageKey, JSON.stringify(this.supporter));
    } catch {
      // Storage is blocked or full: it is known as long as the page is open.
    }
  }
}

/**
 * "Steun": shown at once and sent at the same time. However fast somebody presses, one request of an initiative is on its
 * way, and the last press counts.
 */
export class SupportController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: SupportOptions;
  #session: SupportSession | undefined;

  constructor(host: ReactiveControllerHost, options: SupportOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('storage', this.#onStorage);
  }

  hostUpdate(): void {
    const api = this.#options.api();
    if (api !== this.#session?.api) this.#session = api && new SupportSession(api);
  }

  hostDisconnected(): void {
    removeEventListener('storage', this.#onStorage);
  }

  stateOf(id: string): SupportState {
    const session = this.#session;
    const isStored = session?.supporter.ids.includes(id) ?? false;
    const wanted = session?.wanted.get(id);
    return {
      isSupported: wanted ?? isStored,
      settledCount: session?.counts.get(id),
      pendingChange: wanted === undefined ? 0 : Number(wanted) - Number(isStored),
      failure: session?.failures.get(id),
    };
  }

  /** A list that was read just now counts what was settled before. */
  forgetCounts(): void {
    this.#session?.counts.clear();
  }

  toggle(initiative: Supportable): void {
    const session = this.#session;
    if (!session) return;
    const { id } = initiative;
    session.failures.delete(id);
    const isSending = session.wanted.has(id);
    session.wanted.set(id, !this.stateOf(id).isSupported);
    this.#host.requestUpdate();
    if (!isSending) void this.#send(session, initiative);
  }

  async #send(session: SupportSession, initiative: Supportable): Promise<void> {
    const { id } = initiative;
    const isSupport = session.wanted.get(id) ?? false;
    // Stored before it is sent: another tab that is open would else go by a key of its own, and count twice.
    session.reload();
    session.save();
    try {
      const settled = await setSupport(session.api, id, session.supporter.key, isSupport, { signal: never });
      session.reload();
      const others = session.supporter.ids.filter((each) => each !== id);
      session.supporter = { ...session.supporter, ids: isSupport ? [...others, id] : others };
      session.save();
      if (session.wanted.get(id) !== isSupport) return await this.#send(session, initiative);
      session.wanted.delete(id);
      session.counts.set(id, settled.supportCount);
      this.#options.onSettled(initiative, isSupport);
    } catch (error) {
      session.wanted.delete(id);
      session.failures.set(id, { isSupport, error });
      this.#options.onFailed(initiative, error);
    }
  }

  readonly #onStorage = ({ key }: StorageEvent): void => {
    if (!this.#session || key !== this.#session.storageKey) return;
    this.#session.reload();
    this.#host.requestUpdate();
  };
}

function supporterFrom(stored: string | null): Supporter | undefined {
  try {
    const { key, ids } = (JSON.parse(stored ?? 'null') ?? {}) as Partial<Supporter>;
    if (typeof key !== 'string' || !/^[\da-f-]{36}$/.test(key) || !Array.isArray(ids)) return undefined;
    return { key, ids: ids.filter((id) => typeof id === 'string') };
  } catch {
    return undefined;
  }
}
