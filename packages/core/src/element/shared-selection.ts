import type { InitiativeStatus } from '@buurt/domain/initiatives/initiative-status.js';

/** What visitors look for. */
export interface Filters {
  readonly status: readonly InitiativeStatus[];
  readonly theme: readonly string[];
  readonly words: string;
}

/** An initiative that somebody wants to read about; the focus goes back to what opened it. */
export interface OpenedInitiative {
  readonly id: string;
  readonly opener: HTMLElement;
}

interface SharedSelectionEvents {
  readonly filters: Event;
  readonly highlighted: Event;
  /** A widget that shows initiatives came or went. */
  readonly readers: Event;
  readonly opened: CustomEvent<OpenedInitiative>;
}

/** What the list and the map inside one `<buurt-provider>` have in common. */
export class SharedSelection extends EventTarget {
  #filters: Filters | undefined;
  #highlighted = '';
  #readers = 0;

  /** Undefined until one of the widgets has told what its visitor looks for. */
  get filters(): Filters | undefined {
    return this.#filters;
  }

  /** The id of the initiative that is pointed at; empty when none is. */
  get highlighted(): string {
    return this.#highlighted;
  }

  /** Whether a widget here shows an initiative that is opened. */
  get hasReader(): boolean {
    return this.#readers > 0;
  }

  filter(filters: Filters): void {
    if (JSON.stringify(filters) === JSON.stringify(this.#filters)) return;
    this.#filters = filters;
    this.#dispatch(new Event('filters'));
  }

  highlight(id: string): void {
    if (id === this.#highlighted) return;
    this.#highlighted = id;
    this.#dispatch(new Event('highlighted'));
  }

  open(opened: OpenedInitiative): void {
    this.#dispatch(new CustomEvent('opened', { detail: opened }));
  }

  /** Shows every initiative that is opened, until `signal` is aborted. */
  showOpened(show: (opened: OpenedInitiative) => void, signal: AbortSignal): void {
    this.#readers += 1;
    this.on('opened', ({ detail }) => show(detail), signal);
    signal.addEventListener('abort', () => {
      this.#readers -= 1;
      this.#dispatch(new Event('readers'));
    });
    this.#dispatch(new Event('readers'));
  }

  /** Listens to changes until `signal` is aborted. */
  on<K extends keyof SharedSelectionEvents>(
    type: K,
    listener: (event: SharedSelectionEvents[K]) => void,
    signal: AbortSignal,
  ): void {
    this.addEventListener(type, listener as unknown as EventListener, { signal });
  }

  #dispatch(event: SharedSelectionEvents[keyof SharedSelectionEvents]): void {
    this.dispatchEvent(event);
  }
}
