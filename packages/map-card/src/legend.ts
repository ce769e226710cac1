import { html, nothing, type TemplateResult } from 'lit';
import type { MapPlaces } from '@buurt/domain/geo/map-place.js';
import { initiativeStatuses, type InitiativeStatus } from '@buurt/domain/initiatives/initiative-status.js';
import type { MapViewModel } from './map-view-model.js';
import { statusSymbol } from './status-symbol.js';

/** What each symbol means, as buttons: a pressed one leaves only its status on the map. */
export function legend(
  { t, municipality, filters, actions }: MapViewModel,
  places: MapPlaces | undefined,
): TemplateResult | typeof nothing {
  const { status: chosen } = filters;
  const entries = municipality ? [] : (places?.entries ?? []);
  const countOf = (status: InitiativeStatus) => entries.filter((each) => each.status === status).length;
  const shown = initiativeStatuses.filter((status) => countOf(status) > 0 || chosen.includes(status));
  if (shown.length === 0) return nothing;
  return html`<div class="legend" part="legend" role="group" aria-labelledby="legend">
    <span id="legend" class="screen-only">${t.legend}</span>
    <ul>
      ${shown.map(
        (status) =>
          html`<li>
            <button
              type="button"
              class="option printed"
              part="option"
              aria-pressed=${chosen.includes(status)}
              @click=${() => actions.toggleStatus(status)}
            >
              ${statusSymbol(status)}
              <span>${t.option({ status: t.statuses[status], count: countOf(status) })}</span>
            </button>
          </li>`,
      )}
    </ul>
    ${
      chosen.length > 0
        ? html`<button
            type="button"
            class="button quiet"
            part="button quiet"
            @click=${actions.showAllStatuses}
          >
            ${t.all}
          </button>`
        : nothing
    }
  </div>`;
}
