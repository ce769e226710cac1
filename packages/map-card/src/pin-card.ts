import { html, type TemplateResult } from 'lit';
import { heading } from '@buurt/core/element/heading.js';
import type { MapViewModel } from './map-view-model.js';
import { markerFacts, markerItems, markerLink } from './marker-list.js';
import { keyOf, pinTitle, type Pin } from './markers.js';

/** The card of a pin, below the map: its one marker, or a list of them. It takes focus when it opens. */
export function pinCard(view: MapViewModel, pin: Pin): TemplateResult {
  const { t, headingLevel, actions } = view;
  const [only, ...others] = pin.members;
  const onKeydown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    actions.closePin();
  };
  return html`<div
    class="pin-card"
    part="card"
    role="group"
    aria-labelledby="card-title"
    tabindex="-1"
    data-card=${keyOf(pin)}
    @keydown=${onKeydown}
  >
    <button type="button" class="close" aria-label=${t.close} @click=${actions.closePin}>
      <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d="M6.5 6.5l11 11M17.5 6.5l-11 11" />
      </svg>
    </button>
    ${heading(headingLevel + 1, html`<bdi id="card-title">${pinTitle(t, pin)}</bdi>`)}
    ${
      only && others.length === 0
        ? html`${markerFacts(view, only)} ${markerLink(view, only)}`
        : markerItems(view, pin.members)
    }
  </div>`;
}
