import type { InitiativeStatus } from '@buurt/domain';
import { ContextRequest } from './context-request.js';

/** What visitors look for. */
export interface Sought {
  readonly status: readonly InitiativeStatus[];
  readonly theme: readonly string[];
  readonly words: string;
}

interface Happenings {
  readonly sought: Event;
  readonly highlighted: Event;
  readonly opened: CustomEvent<string>;
}

/** What the list and the map inside one `<buurt-provider>` have in common. */
export class Together extends EventTarget {
  #sought: Sought | undefined;
  #highlighted = '';
  /** How many show an initiative when they hear `opened`. */
  readers = 0;

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

  /** Somebody wants to read about an initiative. */
  open(id: string): void {
    this.#tell(new CustomEvent('opened', { detail: id }));
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

/** The key of the context: a registered symbol, because two bundles can be on one page. */
export const together = Symbol.for('buurt:together');

/** Finds what is shared around an element; not called when nothing is, and later when the provider comes later. */
export function findTogether(element: Element, found: (shared: Together) => void, signal: AbortSignal): void {
  const ask = () =>
    !signal.aborted && element.dispatchEvent(new ContextRequest<Together>(together, element, found));
  ask();
  if (!customElements.get('buurt-provider')) void customElements.whenDefined('buurt-provider').then(ask);
}
