import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { BuurtApi } from '@buurt/core/http/api.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import { LazyElement } from '@buurt/core/element/lazy-element.js';
import { LazyModule } from '@buurt/core/element/lazy-module.js';
import type { NamedPlace, Place } from '@buurt/domain/geo/place.js';
import { admits } from '@buurt/domain/geo/relative-location.js';
import { locateDevice, LocationError, type LocationFailure } from './device-location.js';
import { BuurtGeometry } from './buurt-geometry.js';
import { rounded } from './map-drawing.js';
import { pickerStyles } from './place-picker.styles.js';
import { describePlace, roundedMetres } from './place-description.js';
import { nl, type PlaceMessages } from './place.messages.js';

export interface PlaceChange {
  /** `null`: not bound to one place; `undefined`: no answer. */
  readonly place: NamedPlace | null | undefined;
  /** The place lies outside the border of the buurt, too far from it to be taken. */
  readonly outside: boolean;
}

declare global {
  interface HTMLElementEventMap {
    'buurt-place-change': CustomEvent<PlaceChange>;
  }
}

/** Off by more than this is shown. */
const roughMetres = 100;

type Locating = 'not-yet' | 'busy' | LocationFailure | { readonly withinMetres: number };

/**
 * Where is the idea? On a map of the border, by an address, where the resident is, or not bound to one place. Each way
 * works without the others.
 *
 * @customElement buurt-place-picker
 * @fires {CustomEvent<PlaceChange>} buurt-place-change - Another place, or none; also when a border that comes late
 * shows that the place is outside.
 * @csspart input - The field of the address search.
 * @csspart choice - A found address, and the box for "not bound to one place".
 * @csspart map - The map.
 */
export class PlacePicker extends LazyElement<PlaceMessages> {
  static override readonly styles = [controls, pickerStyles];

  @property({ attribute: false }) api?: BuurtApi | undefined;
  @property({ attribute: false }) buurtCode?: string | undefined;
  @property({ attribute: false }) value: NamedPlace | null | undefined;
  /** A search for addresses that answers like the PDOK Locatieserver; without it there is no search. */
  @property({ attribute: false }) addressEndpoint = '';
  /** What the address search calls instead of the browser's `fetch`. */
  @property({ attribute: false }) addressFetch?: typeof fetch | undefined;
  @property({ type: Boolean }) required = false;
  /** What is wrong with the answer, in words; the form shows it too. */
  @property({ attribute: false }) problem?: string | undefined;

  @state() private locating: Locating = 'not-yet';
  @state() private removed = false;

  protected readonly partName = 'place';
  protected readonly catalogue = { nl, en: async () => (await import('./place.messages.en.js')).en };

  #focusNext: 'chosen' | 'field' | 'nothing' = 'nothing';
  readonly #search = new LazyModule(this, () => import('./buurt-address-search.js'));
  readonly #geometry = new BuurtGeometry(this, (border) => {
    if (this.value && !admits(border, this.value)) this.#dispatchChange(true);
  });

  get #outside(): boolean {
    const { border } = this.#geometry;
    return Boolean(this.value && border && !admits(border, this.value));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('addressEndpoint') && this.addressEndpoint) void this.#search.load();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const wanted = this.#focusNext;
    this.#focusNext = 'nothing';
    if (wanted === 'chosen') this.renderRoot.querySelector<HTMLElement>('.chosen')?.focus();
    if (wanted === 'field') this.focusField();
  }

  /** Puts the focus where a place can be given. */
  focusField(): void {
    this.renderRoot.querySelector<HTMLElement>('buurt-address-search, .here')?.focus();
  }

  override focus(): void {
    this.focusField();
  }

  protected override render(): TemplateResult {
    const { t, problem, required } = this;
    return html`
      <div
        role="group"
        class="ways ${problem ? 'wrong' : ''}"
        aria-label=${required ? `${t.group} (${t.required})` : t.group}
        aria-describedby=${problem ? 'problem' : nothing}
      >
        ${problem ? html`<p class="for-reader" id="problem">${problem}</p>` : nothing}
        ${this.addressEndpoint ? this.#renderSearch(t) : nothing} ${this.#renderHere(t)} ${this.#renderMap(t)}
        ${this.#renderChosen(t)} ${this.#renderNowhere(t)}
      </div>
    `;
  }

  #renderSearch(t: PlaceMessages): TemplateResult {
    if (this.#search.failed)
      return html`<div class="notice warning failed" role="status">
        <p>${t.search}</p>
        <button type="button" class="button" part="button" @click=${() => void this.#search.load()}>
          ${t.map.retry}
        </button>
      </div>`;
    return html`<div class="search">
      ${
        this.#search.module
          ? html`<buurt-address-search
              exportparts="input, choice, button, primary, quiet"
              .endpoint=${this.addressEndpoint}
              .fetch=${this.addressFetch}
              .buurtCode=${this.buurtCode}
              .locale=${this.locale}
              .ownTexts=${this.ownTexts}
              @address-chosen=${({ detail }: CustomEvent<NamedPlace>) => this.#choose(detail, 'chosen')}
            ></buurt-address-search>`
          : nothing
      }
    </div>`;
  }

  #renderHere(t: PlaceMessages): TemplateResult {
    return html`<div class="locating">
      <button type="button" class="button here" part="button" @click=${this.#onHere}>
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
          <circle cx="12" cy="12" r="3"></circle>
          <circle cx="12" cy="12" r="7.5"></circle>
          <path d="M12 1.5v3m0 15v3M1.5 12h3m15 0h3"></path>
        </svg>
        ${t.here.button}
      </button>
      <output class="hint">${this.#locatingText(t)}</output>
    </div>`;
  }

  #locatingText({ here, distance }: PlaceMessages): string {
    const { locating } = this;
    if (locating === 'not-yet') return '';
    if (typeof locating === 'string') return here[locating];
    return here.rough({ distance: distance({ metres: roundedMetres(locating.withinMetres) }) });
  }

  #renderMap(t: PlaceMessages): unknown {
    const { border, streets, isLoading, error, retry } = this.#geometry;
    if (border)
      return html`<buurt-place-map
        exportparts="map"
        .border=${border}
        .streets=${streets}
        .place=${this.value ?? undefined}
        .texts=${t}
        @pin-put=${({ detail }: CustomEvent<Place>) => this.#choose(detail, 'nothing')}
        @pin-confirmed=${() => this.#focusChosen()}
      ></buurt-place-map>`;
    if (isLoading) return html`<p class="coming">${t.map.loading}</p>`;
    if (error === undefined) return nothing;
    return html`<div class="notice warning failed" role="status">
      <p>${t.map.failed}</p>
      <button type="button" class="button" part="button" @click=${retry}>${t.map.retry}</button>
    </div>`;
  }

  #renderChosen(t: PlaceMessages): TemplateResult {
    const { value } = this;
    const kind = value ? `notice ${this.#outside ? 'warning' : 'ok'}` : this.removed ? '' : 'nothing';
    return html`<div class="chosen ${kind}" tabindex="-1">
      <output>
        ${value ? html`<span class="name">${t.chosen}:</span> ${describePlace(value, this.#geometry.border, t, this.#geometry.streets)}` : nothing}
        ${this.removed ? t.removed : nothing}
      </output>
      ${
        value
          ? html`<button type="button" class="button quiet" part="button quiet" @click=${this.#onRemove}>
              ${t.remove}
            </button>`
          : nothing
      }
    </div>`;
  }

  #renderNowhere(t: PlaceMessages): TemplateResult {
    return html`<label class="choice check" part="choice">
      <input type="checkbox" .checked=${this.value === null} @change=${this.#onNowhere} />
      <span class="choice-text">${t.nowhere}</span>
    </label>`;
  }

  async #onHere(): Promise<void> {
    if (this.locating === 'busy') return;
    this.locating = 'busy';
    try {
      const { place, withinMetres } = await locateDevice();
      if (!this.isConnected) return;
      this.#choose(rounded(place), 'chosen');
      if (withinMetres > roughMetres) this.locating = { withinMetres };
    } catch (error) {
      if (!(error instanceof LocationError)) throw error;
      this.locating = error.reason;
    }
  }

  #onRemove(): void {
    this.#choose(undefined, 'field');
    this.removed = true;
  }

  #onNowhere({ target }: Event): void {
    this.#choose((target as HTMLInputElement).checked ? null : undefined, 'nothing');
  }

  #focusChosen(): void {
    this.renderRoot.querySelector<HTMLElement>('.chosen')?.focus();
  }

  #choose(place: NamedPlace | null | undefined, focus: 'chosen' | 'field' | 'nothing'): void {
    this.value = place;
    this.locating = 'not-yet';
    this.removed = false;
    this.#focusNext = focus;
    this.#dispatchChange(this.#outside);
  }

  #dispatchChange(outside: boolean): void {
    const detail: PlaceChange = { place: this.value, outside };
    this.dispatchEvent(new CustomEvent('buurt-place-change', { detail, bubbles: true, composed: true }));
  }
}
