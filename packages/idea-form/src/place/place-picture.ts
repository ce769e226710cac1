import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { BuurtApi } from '@buurt/core/http/api.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import { LazyElement } from '@buurt/core/element/lazy-element.js';
import { streetStyles } from '@buurt/core/map/streets.js';
import type { NamedPlace } from '@buurt/domain/geo/place.js';
import { BuurtGeometry } from './buurt-geometry.js';
import { drawing } from './map-drawing.js';
import { mapPicture } from './map-picture.js';
import { mapStyles } from './place-map.styles.js';
import { describePlace } from './place-description.js';
import { nl, type PlaceMessages } from './place.messages.js';

/**
 * A place that was chosen, in words and on a small map. Without a border it is only what stands inside the tag.
 *
 * @customElement buurt-place-picture
 * @slot - What the place is called without a map.
 * @csspart map - The map.
 */
export class PlacePicture extends LazyElement<PlaceMessages> {
  static override readonly styles = [controls, streetStyles, mapStyles];

  @property({ attribute: false }) api?: BuurtApi | undefined;
  @property({ attribute: false }) buurtCode?: string | undefined;
  @property({ attribute: false }) place?: NamedPlace | undefined;

  protected readonly partName = 'place';
  protected readonly catalogue = { nl, en: async () => (await import('./place.messages.en.js')).en };
  readonly #geometry = new BuurtGeometry(this);

  protected override render(): TemplateResult {
    const { place, t } = this;
    const { border, streets } = this.#geometry;
    if (!place || !border) return html`<slot></slot>`;
    const picture = drawing(border);
    return html`<slot></slot>
      ${place.address ? nothing : html`<p>${describePlace(place, border, t, streets)}</p>`}
      <div class="map small" part="map">
        <svg viewBox="0 0 ${picture.width} ${picture.height}" aria-hidden="true" focusable="false">
          ${mapPicture(picture, { place, streets, t })}
        </svg>
      </div>`;
  }
}
