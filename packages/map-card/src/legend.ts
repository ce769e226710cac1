import { html, nothing, type TemplateResult } from 'lit';
import { initiativeStatuses, type InitiativeStatus } from '@buurt/domain/initiatives/initiative-status.js';
import type { MapPlace } from '@buurt/domain/geo/map-place.js';
import type { Look } from './look.js';
import { mark } from './marks.js';

export interface LegendHands {
  readonly toggle: (status: InitiativeStatus) => void;
  readonly all: () => void;
}

/** What each mark means; pressed, only those stay on the map. */
export function legend(
  { t }: Look,
  places: readonly MapPlace[],
  chosen: readonly InitiativeStatus[],
  { toggle, all }: LegendHands,
): TemplateResult | typeof nothing {
  const countOf = (status: InitiativeStatus) => places.filter((each) => each.status === status).length;
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
              @click=${() => toggle(status)}
            >
              ${mark(status)}
              <span>${t.option({ status: t.statuses[status], count: countOf(status) })}</span>
            </button>
          </li>`,
      )}
    </ul>
    ${
      chosen.length > 0
        ? html`<button type="button" class="button quiet" @click=${all}>${t.all}</button>`
        : nothing
    }
  </div>`;
}
