import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '@buurt/core/element/heading.js';
import { hostPage } from '@buurt/core/element/host-page.js';
import type { MapViewModel } from './map-view-model.js';
import { keyOf, pinNumbers, pinTitle, type Marker, type Pin } from './markers.js';
import { statusSymbol } from './status-symbol.js';
import { isNarrow } from './viewport.js';

/** A closed list of at most this length is in the page all the same, so that a search in the page finds what it holds. */
const maxClosedLength = 200;

/** The page's own page about a marker. */
const pageOf = ({ buurtHref, detailHref }: MapViewModel, { kind, id }: Marker): string | undefined =>
  hostPage(kind === 'buurt' ? buurtHref : detailHref, id);

const canRead = ({ hasReader }: MapViewModel, { kind }: Marker): boolean =>
  hasReader && kind === 'initiative';

const readButton = (
  { actions }: MapViewModel,
  { id }: Marker,
  className: string,
  label: TemplateResult,
): TemplateResult =>
  html`<button
    type="button"
    class=${className}
    aria-haspopup="dialog"
    @click=${({ currentTarget }: Event) => actions.readInitiative(id, currentTarget as HTMLElement)}
  >
    ${label}
  </button>`;

/** Leads to more about a marker: on a page of its own, or in another widget. */
function markerLink(view: MapViewModel, marker: Marker): TemplateResult | typeof nothing {
  const href = pageOf(view, marker);
  const label = html`${view.t.read}<span class="for-reader">: ${marker.title}</span>`;
  if (href !== undefined) return html`<a class="button" part="button" href=${href}>${label}</a>`;
  return canRead(view, marker) ? readButton(view, marker, 'button', label) : nothing;
}

/** What is known of a marker, except its title. */
function markerFacts({ t }: MapViewModel, marker: Marker): TemplateResult {
  if (marker.kind === 'buurt')
    return html`<p class="hint">${t.initiatives({ count: marker.initiativeCount })}</p>`;
  const { status, address, supportCount } = marker;
  return html`<p class="status">${statusSymbol(status)} ${t.statuses[status]}</p>
    <p class="hint">
      ${address === null ? nothing : html`<bdi>${address}</bdi> · `}${t.supporters({ count: supportCount })}
    </p>`;
}

function titleLink(view: MapViewModel, marker: Marker): TemplateResult {
  const href = pageOf(view, marker);
  const label = html`<bdi>${marker.title}</bdi>`;
  if (href !== undefined) return html`<a href=${href}>${label}</a>`;
  return canRead(view, marker)
    ? readButton(view, marker, 'link printed', label)
    : html`<strong>${label}</strong>`;
}

/** Markers as a list. `numbers` are those of their pins, which are printed. */
function markerItems(
  view: MapViewModel,
  markers: readonly Marker[],
  numbers: ReadonlyMap<string, number> = new Map(),
): TemplateResult {
  const { highlight } = view.actions;
  return html`<ul class="markers">
    ${markers.map(
      (marker) =>
        html`<li
          class="marker"
          data-number=${numbers.get(marker.id) ?? nothing}
          @pointerenter=${() => highlight(marker.id)}
          @pointerleave=${() => highlight('')}
          @focusin=${() => highlight(marker.id)}
          @focusout=${() => highlight('')}
        >
          ${titleLink(view, marker)} ${markerFacts(view, marker)}
        </li>`,
    )}
  </ul>`;
}

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

/** Everything on the map as a list, in the order of the pins. */
export function markerList(view: MapViewModel): TemplateResult | typeof nothing {
  const { t, markers, pins, municipality, isListOpen, actions, viewport } = view;
  if (markers.length === 0) return nothing;
  const summary = municipality ? t.listOfAreas : t.list;
  const hasItems = isListOpen || markers.length <= maxClosedLength;
  const onToggle = ({ target }: Event) => actions.toggleList((target as HTMLDetailsElement).open);
  // Where the map has no room for the names of buurten, they stand in the list.
  const isOpenAtFirst = municipality !== '' && viewport !== undefined && isNarrow(viewport);
  return html`<details class="all" part="list" ?open=${isOpenAtFirst} @toggle=${onToggle}>
    <summary>${summary({ count: markers.length })}</summary>
    ${hasItems ? markerItems(view, markers, pinNumbers(pins)) : nothing}
  </details>`;
}
