import type { ReactiveController, ReactiveElement } from 'lit';
import { findSharedSelection } from '@buurt/core/element/find-shared-selection.js';
import type { OpenedInitiative, Filters, SharedSelection } from '@buurt/core/element/shared-selection.js';
import { isFiltered } from './list-query.js';
import type { QueryController } from './query-controller.js';

const initiativeOf = ({ target }: Event): string =>
  (target as Element).closest<HTMLElement>('[data-initiative]')?.dataset['initiative'] ?? '';

/** Shares filters, and the initiative that is pointed at or opened, with a map inside the same provider. */
export class SharedFiltersController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #query: QueryController;
  readonly #onOpened: (opened: OpenedInitiative) => void;
  #shared: SharedSelection | undefined;
  #stop: AbortController | undefined;

  /** @param onOpened shows an initiative that was opened elsewhere, such as on the map */
  constructor(host: ReactiveElement, query: QueryController, onOpened: (opened: OpenedInitiative) => void) {
    this.#host = host;
    this.#query = query;
    this.#onOpened = onOpened;
    host.addController(this);
  }

  /** Looks for somebody to share with, once the attributes and the URL are read and before anything is asked. */
  connect(): void {
    if (this.#stop || !this.#host.isConnected) return;
    this.#stop = new AbortController();
    findSharedSelection(this.#host, this.#join, this.#stop.signal);
  }

  hostUpdated(): void {
    this.#shared?.filter(this.#filters);
  }

  hostDisconnected(): void {
    this.#stop?.abort();
    this.#stop = undefined;
    this.#shared = undefined;
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  get #filters(): Filters {
    const { status, theme, words } = this.#query.current;
    return { status, theme, words: words.trim() };
  }

  readonly #join = (shared: SharedSelection): void => {
    if (!this.#stop) return;
    const { signal } = this.#stop;
    this.#shared = shared;
    if (isFiltered(this.#query.current)) shared.filter(this.#filters);
    else this.#followFilters();
    shared.on('filters', this.#followFilters, signal);
    shared.on('highlighted', this.#showHighlight, signal);
    shared.showOpened(this.#onOpened, signal);
    const { renderRoot } = this.#host;
    for (const type of ['pointerover', 'focusin'])
      renderRoot.addEventListener(type, (event) => shared.highlight(initiativeOf(event)), { signal });
    for (const type of ['pointerleave', 'focusout'])
      renderRoot.addEventListener(type, () => shared.highlight(''), { signal });
  };

  readonly #followFilters = (): void => {
    const filters = this.#shared?.filters;
    if (filters && JSON.stringify(filters) !== JSON.stringify(this.#filters)) this.#query.filter(filters);
  };

  /** Marks the card by hand: of a thousand cards, two change. */
  readonly #showHighlight = (): void => {
    const { renderRoot } = this.#host;
    const id = this.#shared?.highlighted ?? '';
    renderRoot.querySelector('.lit')?.classList.remove('lit');
    if (id) renderRoot.querySelector(`[data-initiative="${CSS.escape(id)}"]`)?.classList.add('lit');
  };
}
