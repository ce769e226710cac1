import { html, nothing, type TemplateResult } from 'lit';
import { hostPage } from '@buurt/core/element/host-page.js';
import { Lazy } from '@buurt/core/element/lazy.js';
import type { Opened } from '@buurt/core/element/together.js';
import type { Said } from '@buurt/core/element/saying.js';
import type { ListedInitiative, OfferKind } from '@buurt/domain/initiatives/initiative.js';
import type { BoardHost } from './board-host.js';
import { tell } from './events.js';
import type { KeptAnswers } from './kept.js';
import { lost } from './notices.js';
import type { Search } from './search.js';
import type { View } from './view.js';

/** The initiative that is open over the list, because somebody pressed it or the address asks for it. */
export class OneInitiative {
  readonly #host: BoardHost;
  readonly #search: Search;
  readonly #kept: KeptAnswers;
  readonly #code: Lazy<unknown>;
  /** It is opened to join it. */
  #joining = false;
  /** What opened it: the focus goes back to it. */
  #opener: HTMLElement | undefined;

  constructor(host: BoardHost, search: Search, kept: KeptAnswers) {
    this.#host = host;
    this.#search = search;
    this.#kept = kept;
    this.#code = new Lazy(host.element, () => import('./detail/buurt-initiative-detail.js'));
  }

  /** To read about it, or to join it; a click that asks for another tab or window goes its own way. */
  readonly open = (id: string, event: Event, join = false): void => {
    const { ctrlKey, metaKey, shiftKey, altKey } = event as MouseEvent;
    tell(this.#host.element, 'buurt-open', { initiativeId: id });
    const elsewhere = !join && hostPage(this.#host.element.detailHref, id) !== undefined;
    if (elsewhere || ctrlKey || metaKey || shiftKey || altKey) return;
    event.preventDefault();
    this.#joining = join;
    this.#opener = event.currentTarget as HTMLElement;
    this.#search.open(id);
  };

  /** Somebody pressed it elsewhere on the page. */
  readonly show = ({ id, opener }: Opened): void => {
    tell(this.#host.element, 'buurt-open', { initiativeId: id });
    const elsewhere = hostPage(this.#host.element.detailHref, id);
    if (elsewhere !== undefined) return location.assign(elsewhere);
    this.#joining = false;
    this.#opener = opener;
    this.#search.open(id);
  };

  drawn(): void {
    if (this.#host.wish().open) return;
    this.#opener?.focus();
    this.#opener = undefined;
  }

  render(view: View, listed: ListedInitiative | undefined, said: Said): TemplateResult | typeof nothing {
    const { open } = view.wish;
    const { module, failed, need } = this.#code;
    if (!open) return nothing;
    if (!module) {
      if (!failed) void need();
      return failed ? lost(view, need) : nothing;
    }
    return html`<buurt-initiative-detail
      exportparts="detail, heading, status, support, join, remark, follow, back, field, label, input, choice, problem, error-summary, notice, actions"
      .client=${this.#host.api}
      .buurt=${this.#host.buurt}
      .initiativeId=${open}
      .listed=${listed}
      .view=${view}
      .kept=${this.#kept}
      .joining=${this.#joining}
      .said=${said}
      .locale=${view.locale}
      .ownTexts=${view.ownTexts}
      @close=${this.#search.shut}
      @offered=${this.#onOffered}
      ><slot name="help" slot="help"></slot
    ></buurt-initiative-detail>`;
  }

  readonly #onOffered = ({ detail }: CustomEvent<{ readonly kinds: readonly OfferKind[] }>): void => {
    const initiativeId = this.#host.wish().open;
    tell(this.#host.element, 'buurt-offer', { initiativeId, kinds: detail.kinds });
  };
}
