import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import { Translated } from '@buurt/core/element/translated.js';
import { streetStyles } from '@buurt/core/map/streets.js';
import type { Border } from '@buurt/domain/geo/border.js';
import type { Place } from '@buurt/domain/geo/place.js';
import type { Street } from '@buurt/domain/geo/map-surroundings.js';
import { middleOf } from '@buurt/domain/geo/relative-location.js';
import { drawing, rounded, stepped, wayOf, type Drawing, type Way } from './map-drawing.js';
import { mapPicture } from './map-picture.js';
import { mapStyles } from './place-map.styles.js';
import type { PlaceMessages } from './place.messages.js';

declare global {
  interface HTMLElementEventMap {
    'pin-put': CustomEvent<Place>;
    'pin-confirmed': Event;
  }
}

const directions: readonly Way[] = ['west', 'north', 'south', 'east'];
const shiftTimes = 5;

/**
 * The border of a buurt and its streets, drawn by ourselves, on which a resident puts a pin: with a finger, a mouse or the arrow keys.
 *
 * @customElement buurt-place-map
 * @fires {CustomEvent<Place>} pin-put - The pin stands here now.
 * @fires {Event} pin-confirmed - Enter was pressed with the pin on the map.
 * @csspart map - The map.
 */
export class PlaceMap extends LitElement {
  static override readonly styles = [controls, streetStyles, mapStyles];

  @property({ attribute: false }) border?: Border;
  @property({ attribute: false }) streets: readonly Street[] = [];
  @property({ attribute: false }) place?: Place | undefined;
  @property({ attribute: false }) texts?: PlaceMessages;

  protected readonly translated = new Translated(this);
  #drawing?: Drawing;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('border') && this.border) this.#drawing = drawing(this.border);
  }

  override focus(): void {
    this.renderRoot.querySelector('button')?.focus();
  }

  protected override render(): unknown {
    const { texts: t, place, streets } = this;
    if (!this.#drawing || !t) return nothing;
    const { width, height } = this.#drawing;
    return html`
      <div class="map" part="map">
        <svg viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false">
          ${mapPicture(this.#drawing, { place, streets, t })}
        </svg>
        <button
          type="button"
          aria-label=${t.map.label}
          aria-describedby="hint"
          @click=${this.#onClick}
          @keydown=${this.#onKeydown}
        ></button>
      </div>
      <p class="hint" id="hint">${t.map.hint}</p>
      ${this.place ? this.#nudges(t) : nothing}
    `;
  }

  /** The same as the arrow keys, for a finger, a switch or a voice. */
  #nudges(t: PlaceMessages): TemplateResult {
    return html`<div class="nudges" role="group" aria-labelledby="move">
      <span id="move">${t.map.move}</span>
      <div class="arrows">
        ${directions.map(
          (way) =>
            html`<button
              type="button"
              class="button nudge ${way}"
              aria-label=${t.map.directions[way]}
              @click=${() => this.#move(way, 1)}
            >
              <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                <path d="M12 19V5m-6 6 6-6 6 6"></path>
              </svg>
            </button>`,
        )}
      </div>
    </div>`;
  }

  #onClick({ detail, clientX, clientY }: PointerEvent): void {
    // Enter, space and a voice click without a pointer.
    if (detail === 0) this.#confirm();
    else this.#putAt(clientX, clientY);
  }

  #onKeydown(event: KeyboardEvent): void {
    const way = wayOf(event);
    if (!way) return;
    event.preventDefault();
    this.#move(way, event.shiftKey ? shiftTimes : 1);
  }

  #putAt(clientX: number, clientY: number): void {
    const picture = this.renderRoot.querySelector<SVGSVGElement>('.map svg');
    const onScreen = picture?.getScreenCTM();
    if (!onScreen || !this.#drawing) return;
    this.#put(this.#drawing.toPlace(new DOMPoint(clientX, clientY).matrixTransform(onScreen.inverse())));
  }

  /** The first press of a key puts the pin in the middle. */
  #move(way: Way, times: number): void {
    if (!this.place) this.#putInTheMiddle();
    else if (this.#drawing) this.#put(stepped(this.place, way, this.#drawing.stepMetres * times));
  }

  #confirm(): void {
    if (this.place) this.dispatchEvent(new Event('pin-confirmed'));
    else this.#putInTheMiddle();
  }

  #putInTheMiddle(): void {
    if (this.border) this.#put(middleOf(this.border));
  }

  #put(place: Place): void {
    this.dispatchEvent(new CustomEvent('pin-put', { detail: rounded(place) }));
  }
}
