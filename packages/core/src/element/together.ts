import type { InitiativeStatus } from '@buurt/domain/initiatives/initiative-status.js';

/** What visitors look for. */
export interface Sought {
  readonly status: readonly InitiativeStatus[];
  readonly theme: readonly string[];
  readonly words: string;
}

/** Somebody wants to read about an initiative; the focus goes back to where he was. */
export interface Opened {
  readonly id: string;
  readonly opener: HTMLElement;
}

interface Happenings {
  readonly sought: Event;
  readonly highlighted: Event;
  /** Who shows initiatives came or went. */
  readonly readers: Event;
  readonly opened: CustomEvent<Opened>;
}

/** What the list and the map inside one `<buurt-provider>` have in common. */
export class Together extends EventTarget {
  #sought: Sought | undefined;
  #highlighted = '';
  #readers = 0;

  /** Undefined until one of them has said what its visitor looks for. */
  get sought(): Sought | undefined {
    return this.#sought;
  }

  /** The id of the initiative that is pointed at; empty when none is. */
  get highlighted(): string {
    return this.#highlighted;
  }

  seek(sought: Sought): void {
    if (JSON.stringify(sought) === JSON.stringify(this.#sought)) return;
    this.#sought = sought;
    this.#tell(new Event('sought'));
  }

  highlight(id: string): void {
    if (id === this.#highlighted) return;
    this.#highlighted = id;
    this.#tell(new Event('highlighted'));
  }

  /** Whether somebody here shows an initiative that is opened. */
  get isReadable(): boolean {
    return this.#readers > 0;
  }

  /** Shows every initiative that is opened, until `signal` says that it is enough. */
  read(show: (opened: Opened) => void, signal: AbortSignal): void {
    this.#readers += 1;
    this.on('opened', ({ detail }) => show(detail), signal);
    signal.addEventListener('abort', () => {
      this.#readers -= 1;
      this.#tell(new Event('readers'));
    });
    this.#tell(new Event('readers'));
  }

  open(opened: Opened): void {
    this.#tell(new CustomEvent('opened', { detail: opened }));
  }

  /** Hears of changes until `signal` says that it is enough. */
  on<K extends keyof Happenings>(
    type: K,
    listener: (happening: Happenings[K]) => void,
    signal: AbortSignal,
  ): void {
    this.addEventListener(type, listener as unknown as EventListener, { signal });
  }

  #tell(happening: Happenings[keyof Happenings]): void {
    this.dispatchEvent(happening);
  }
}
