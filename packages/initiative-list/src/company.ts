import { findTogether } from '@buurt/core/element/find-together.js';
import type { Opened, Together } from '@buurt/core/element/together.js';
import type { BoardHost } from './board-host.js';
import type { Search } from './search.js';
import { isNarrowed } from './wishes.js';

const initiativeOf = ({ target }: Event): string =>
  (target as Element).closest<HTMLElement>('[data-initiative]')?.dataset['initiative'] ?? '';

/** What this list has in common with a map inside the same provider. */
export class Company {
  readonly #host: BoardHost;
  readonly #search: Search;
  readonly #show: (opened: Opened) => void;
  readonly #stop = new AbortController();
  #together: Together | undefined;

  constructor(host: BoardHost, search: Search, show: (opened: Opened) => void) {
    this.#host = host;
    this.#search = search;
    this.#show = show;
  }

  start(): void {
    findTogether(this.#host.element, this.#meet, this.#stop.signal);
  }

  stop(): void {
    this.#stop.abort();
  }

  /** What is looked for here now. */
  tell(): void {
    const { status, theme, words } = this.#host.wish();
    this.#together?.seek({ status, theme, words: words.trim() });
  }

  readonly #meet = (together: Together): void => {
    const { signal } = this.#stop;
    this.#together = together;
    if (isNarrowed(this.#host.wish())) this.tell();
    else this.#follow();
    together.on('sought', this.#follow, signal);
    together.on('highlighted', this.#light, signal);
    together.read(this.#show, signal);
    const { renderRoot } = this.#host.element;
    for (const type of ['pointerover', 'focusin'])
      renderRoot.addEventListener(type, (event) => together.highlight(initiativeOf(event)), { signal });
    for (const type of ['pointerleave', 'focusout'])
      renderRoot.addEventListener(type, () => together.highlight(''), { signal });
  };

  readonly #follow = (): void => {
    const sought = this.#together?.sought;
    const { status, theme, words } = this.#host.wish();
    if (!sought || JSON.stringify({ status, theme, words: words.trim() }) === JSON.stringify(sought)) return;
    this.#search.follow(sought);
  };

  /** By hand: of a thousand cards, two change. */
  readonly #light = (): void => {
    const { renderRoot } = this.#host.element;
    const id = this.#together?.highlighted ?? '';
    renderRoot.querySelector('.lit')?.classList.remove('lit');
    if (id) renderRoot.querySelector(`[data-initiative="${CSS.escape(id)}"]`)?.classList.add('lit');
  };
}
