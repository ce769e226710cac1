import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { MapViewModel } from './map-view-model.js';
import { holdsMarker, keyOf, pinNumbers, pinTitle, type Pin } from './markers.js';
import { positionAt } from './position-at.js';
import { statusSymbol } from './status-symbol.js';
import { isVisible, type Viewport } from './viewport.js';

/** The accessible name of a pin. */
function nameOf({ t }: MapViewModel, pin: Pin): string {
  const [only, ...others] = pin.members;
  if (!only || others.length > 0) return pinTitle(t, pin);
  if (only.kind === 'buurt') return t.areaPin({ name: only.title, count: only.initiativeCount });
  return t.pin({ title: only.title, status: t.statuses[only.status], count: only.supportCount });
}

/** What is seen of a pin: how many it stands for, or the status of its one initiative. */
function faceOf({ members }: Pin): TemplateResult {
  const [only, ...others] = members;
  if (only?.kind === 'initiative' && others.length === 0) return statusSymbol(only.status);
  const count = only?.kind === 'buurt' && others.length === 0 ? only.initiativeCount : members.length;
  const several = only?.kind === 'buurt' && others.length > 0 ? 'buurten' : '';
  return html`<span class="count ${several}" aria-hidden="true">${count}</span>`;
}

function pinButton(
  view: MapViewModel,
  viewport: Viewport,
  pin: Pin,
  number: number | undefined,
): TemplateResult {
  const { tabStop, openPin, highlightedId, actions } = view;
  const key = keyOf(pin);
  const isGroup = pin.members.length > 1;
  const isHighlighted = holdsMarker(pin, highlightedId);
  const highlight = () => actions.highlight(isGroup ? '' : key);
  const highlightNone = () => actions.highlight('');
  return html`<button
    type="button"
    class="pin printed ${isGroup ? 'several' : ''} ${isHighlighted ? 'lit' : ''}"
    part="pin"
    data-pin=${key}
    data-number=${number ?? nothing}
    tabindex=${key === tabStop ? 0 : -1}
    aria-label=${nameOf(view, pin)}
    aria-expanded=${pin === openPin}
    @click=${() => actions.openPin(pin)}
    @keydown=${(event: KeyboardEvent) => actions.pressKey(event, pin)}
    @pointerenter=${highlight}
    @pointerleave=${highlightNone}
    @focus=${highlight}
    @blur=${highlightNone}
    ${positionAt(pin, viewport)}
  >
    ${faceOf(pin)}
  </button>`;
}

/** The pins that can be seen, as buttons in reading order. */
export function pinButtons(view: MapViewModel, viewport: Viewport): TemplateResult {
  const { t, pins } = view;
  const visible = pins.filter((pin) => isVisible(pin, viewport));
  const numbers = pinNumbers(pins);
  return html`<div class="pins" role="group" aria-label=${t.map} aria-describedby="pins-hint">
      ${repeat(visible, keyOf, (pin) => pinButton(view, viewport, pin, numbers.get(keyOf(pin))))}
    </div>
    ${visible.length > 1 ? html`<p class="for-reader" id="pins-hint">${t.arrows}</p>` : nothing}`;
}
