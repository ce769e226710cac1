import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { initialState, Task, TaskStatus } from '@lit/task';
import { ApiError } from '@buurt/core/http/api-error.js';
import { endpointAddress } from '@buurt/core/element/connection.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import { LazyElement } from '@buurt/core/element/lazy-element.js';
import type { NamedPlace } from '@buurt/domain/geo/place.js';
import { nl, type AddressSearchMessages } from './address-search.messages.js';
import { searchStyles } from './address-search.styles.js';
import { findAddresses, placeOf, type Address, type Addresses } from './addresses.js';

declare global {
  interface HTMLElementEventMap {
    'address-chosen': CustomEvent<NamedPlace>;
  }
}

/**
 * Finds a place by its street or address. The service hears nothing before the resident searches.
 *
 * @customElement buurt-address-search
 * @fires {CustomEvent<NamedPlace>} address-chosen - The resident chose this address.
 */
export class AddressSearch extends LazyElement<AddressSearchMessages> {
  static override readonly styles = [controls, searchStyles];

  /** A service with the questions and answers of the PDOK Locatieserver. */
  @property({ attribute: false }) endpoint = '';
  @property({ attribute: false }) buurtCode?: string | undefined;
  /** What is called instead of the browser's `fetch`. */
  @property({ attribute: false }) fetch?: typeof fetch | undefined;

  protected readonly partName = 'addressSearch';
  protected readonly catalogue = { nl, en: async () => (await import('./address-search.messages.en.js')).en };

  /** What was asked last; a new object asks again. */
  @state() private asked?: { readonly query: string } | undefined;
  /** The address that was chosen last. */
  @state() private chosen?: Address | undefined;

  readonly #search = new Task(this, {
    args: () => [this.asked] as const,
    task: ([asked], { signal }): Promise<Addresses> | typeof initialState => {
      const { service } = this;
      if (!asked?.query || !service) return initialState;
      return findAddresses(service, asked.query, this.buurtCode, signal);
    },
  });

  readonly #choice = new Task(this, {
    args: () => [this.chosen] as const,
    task: async ([chosen], { signal }) => {
      const { service } = this;
      if (!chosen || !service) return initialState;
      const place = await placeOf(service, chosen, signal);
      if (place && !signal.aborted) this.#dispatchChosen({ ...place, address: chosen.name });
      return place;
    },
  });

  private get service() {
    const endpoint = endpointAddress(this.endpoint);
    return endpoint === undefined ? undefined : { endpoint, ...(this.fetch ? { fetch: this.fetch } : {}) };
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#search.abort();
    this.#choice.abort();
  }

  override focus(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  protected override render(): TemplateResult {
    const { t } = this;
    if (!this.service) return html`<p class="notice warning">${t.setup({ address: this.endpoint })}</p>`;
    return html`
      <form role="search" class="field" @submit=${this.#onSubmit}>
        <label for="words">${t.label}</label>
        <div class="row">
          <input
            id="words"
            part="input"
            type="text"
            autocomplete="street-address"
            enterkeyhint="search"
            maxlength="200"
            aria-describedby="status"
          />
          <button class="button" part="button">${t.button}</button>
        </div>
      </form>
      <output id="status" class="hint">${this.#statusText(t)}</output>
      ${this.#results()}
    `;
  }

  #statusText(t: AddressSearchMessages): string {
    const { asked, chosen } = this;
    if (!asked) return '';
    if (asked.query === '') return t.empty;
    const nowhere = () => (chosen ? t.nowhere({ address: chosen.name }) : '');
    if (chosen)
      return this.#choice.render({
        pending: () => t.busy,
        complete: (place) => (place ? '' : nowhere()),
        error: nowhere,
      }) as string;
    return this.#search.render({
      pending: () => t.busy,
      complete: ({ found, elsewhere }) => {
        if (found.length === 0) return t.none({ asked: asked.query });
        return elsewhere ? t.elsewhere : t.found({ count: found.length });
      },
      error: (error) => (error instanceof ApiError && error.kind === 'offline' ? t.offline : t.failed),
    }) as string;
  }

  #results(): TemplateResult | typeof nothing {
    const found = this.#search.status === TaskStatus.COMPLETE ? (this.#search.value?.found ?? []) : [];
    const settled = this.chosen && this.#choice.value;
    if (settled || found.length === 0) return nothing;
    return html`<ul class="results">
      ${found.map(
        (address) =>
          html`<li>
            <button type="button" class="result" part="choice" @click=${() => (this.chosen = address)}>
              ${address.name}
            </button>
          </li>`,
      )}
    </ul>`;
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const query = this.renderRoot.querySelector('input')?.value.trim() ?? '';
    this.chosen = undefined;
    this.asked = { query };
  }

  #dispatchChosen(place: NamedPlace): void {
    this.dispatchEvent(new CustomEvent('address-chosen', { detail: place }));
  }
}
