import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '@buurt/core/element/heading.js';
import { hostPage } from '@buurt/core/element/host-page.js';
import type { Look } from './look.js';
import { mark } from './marks.js';
import { keyOf, titleOf, type Pin } from './pins.js';
import type { Spot } from './spots.js';

/** What a visitor does with a spot, on the card or in the list. */
export interface SpotHands {
  /** Reads more about an initiative in another widget; undefined when there is none that shows it. */
  readonly read: ((id: string, opener: HTMLElement) => void) | undefined;
  readonly point: (id: string) => void;
}

const pageOf = (look: Look, { kind, id }: Spot): string | undefined =>
  hostPage(kind === 'buurt' ? look.buurtHref : look.detailHref, id);

/** The way to all that there is to know of a spot. */
function more(look: Look, { read }: SpotHands, spot: Spot): TemplateResult | typeof nothing {
  const { t } = look;
  const href = pageOf(look, spot);
  const words = html`${t.read}<span class="for-reader">: ${spot.title}</span>`;
  if (href !== undefined) return html`<a class="button" href=${href}>${words}</a>`;
  if (!read || spot.kind === 'buurt') return nothing;
  return html`<button
    type="button"
    class="button"
    aria-haspopup="dialog"
    @click=${({ currentTarget }: Event) => read(spot.id, currentTarget as HTMLElement)}
  >
    ${words}
  </button>`;
}

/** What is known of a spot, but its title. */
function facts({ t }: Look, spot: Spot): TemplateResult {
  if (spot.kind === 'buurt')
    return html`<p class="hint">${t.initiatives({ count: spot.initiativeCount })}</p>`;
  return html`<p class="status">${mark(spot.status)} ${t.statuses[spot.status]}</p>
    <p class="hint">
      ${spot.address === null ? nothing : html`<bdi>${spot.address}</bdi> · `}${t.supporters({ count: spot.supportCount })}
    </p>`;
}

function title(look: Look, { read }: SpotHands, spot: Spot): TemplateResult {
  const href = pageOf(look, spot);
  const words = html`<bdi>${spot.title}</bdi>`;
  if (href !== undefined) return html`<a href=${href}>${words}</a>`;
  if (!read || spot.kind === 'buurt') return html`<strong>${words}</strong>`;
  return html`<button
    type="button"
    class="link printed"
    aria-haspopup="dialog"
    @click=${({ currentTarget }: Event) => read(spot.id, currentTarget as HTMLElement)}
  >
    ${words}
  </button>`;
}

/** Spots under each other; `numbers` are those of their pins, for on paper. */
export const spotList = (
  look: Look,
  hands: SpotHands,
  spots: readonly Spot[],
  numbers: ReadonlyMap<string, number> = new Map(),
): TemplateResult =>
  html`<ul class="spots">
    ${spots.map(
      (spot) =>
        html`<li
          class="spot"
          data-number=${numbers.get(spot.id) ?? nothing}
          @pointerenter=${() => hands.point(spot.id)}
          @pointerleave=${() => hands.point('')}
          @focusin=${() => hands.point(spot.id)}
          @focusout=${() => hands.point('')}
        >
          ${title(look, hands, spot)} ${facts(look, spot)}
        </li>`,
    )}
  </ul>`;

/** What a pin stands for, beside the map; it takes focus when it opens. */
export function spotCard(look: Look, hands: SpotHands, pin: Pin, close: () => void): TemplateResult {
  const [only, ...others] = pin.members;
  const onKeydown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  };
  return html`<div
    class="spot-card"
    part="card"
    role="group"
    aria-labelledby="card-title"
    tabindex="-1"
    data-card=${keyOf(pin)}
    @keydown=${onKeydown}
  >
    <button type="button" class="close" aria-label=${look.t.close} @click=${close}>
      <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d="M6.5 6.5l11 11M17.5 6.5l-11 11" />
      </svg>
    </button>
    ${heading(look.headingLevel + 1, html`<bdi id="card-title">${titleOf(look, pin)}</bdi>`)}
    ${only && others.length === 0 ? html`${facts(look, only)} ${more(look, hands, only)}` : spotList(look, hands, pin.members)}
  </div>`;
}
