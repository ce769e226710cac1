import { html, nothing, type TemplateResult } from 'lit';
import { failureText } from '@buurt/core/messages/failure-text.js';
import { clockTime } from '@buurt/core/messages/format.js';
import { heading } from '@buurt/core/element/heading.js';
import { helpSlot, notice } from '@buurt/core/element/screen.js';
import { spokenWhen } from '@buurt/core/element/spoken.js';
import type { InitiativeStatus } from '@buurt/domain/initiatives/initiative-status.js';
import type { Background } from './background.js';
import type { Frame } from './chart-host.js';
import type { Exploration } from './explore/exploration.js';
import { figuresOf } from './figures.js';
import type { Ground } from './ground.js';
import { legend } from './legend.js';
import type { Look } from './look.js';
import { picture } from './picture.js';
import { keyOf, numbersOf, pinButtons, type Pin, type PinHands } from './pins.js';
import { spotCard, spotList, type SpotHands } from './spot-card.js';
import type { Spot } from './spots.js';
import type { Everything } from './told.js';

/** What a visitor does on the card. */
export interface Hands {
  readonly pins: PinHands;
  readonly spots: SpotHands;
  readonly toggle: (status: InitiativeStatus) => void;
  readonly all: () => void;
  readonly again: () => void;
  readonly close: () => void;
  readonly openList: (open: boolean) => void;
  readonly explore: () => void;
}

/** A card as it is drawn. */
export interface Drawn extends Frame, Look {
  /** The buurten of a municipality are what is shown, not what happens in them; empty when it is not so. */
  readonly municipality: string;
  /** Undefined where the page wants no other map than the drawing. */
  readonly background: Background | undefined;
  readonly told: Everything;
  /** In the order of the pins. */
  readonly spots: readonly Spot[];
  /** Undefined as long as there is nothing to draw it by. */
  readonly ground: Ground | undefined;
  readonly pins: readonly Pin[];
  readonly current: string;
  readonly open: Pin | undefined;
  readonly highlighted: string;
  readonly listOpen: boolean;
  /** Somebody looked for something since the card came: what is found is said aloud. */
  readonly asked: boolean;
  readonly exploration: Exploration | undefined;
  /** The code of the map to explore: not asked for, on its way, or it did not come. */
  readonly exploring: 'no' | 'busy' | 'failed';
  readonly hands: Hands;
}

/** So many are written under the map before somebody opens the list, for who searches in the page. */
const writtenAtOnce = 200;

function title({ told, t, municipality, isOneBuurt }: Drawn): unknown {
  const [first, ...others] = told.areas.value?.entries ?? [];
  const name = municipality || (others.length === 0 ? first?.name : undefined);
  if (name === undefined) return isOneBuurt ? t.titleOfOne : t.titleOfSeveral;
  return html`<bdi>${t.title({ name })}</bdi>`;
}

/** Something did not come, or there is no such buurt. */
const isTrouble = ({ told: { areas, places, figures } }: Drawn): boolean =>
  (areas.error ?? places.error ?? figures.error) !== undefined || areas.value?.entries.length === 0;

function notices({ told, t, locale, hands }: Drawn): unknown {
  const { areas, places, figures } = told;
  const error = areas.error ?? places.error ?? figures.error;
  const keptAt = areas.keptAt ?? places.keptAt;
  const from = keptAt === undefined ? '' : t.from({ time: clockTime(new Date(keptAt), locale) });
  if (error === undefined && areas.value?.entries.length === 0) return notice('warning', t.noBuurt);
  if (error === undefined) return from && html`<p class="hint">${from}</p>`;
  const lost = !areas.value ? t.failed : places.value ? '' : t.placesFailed;
  return notice(
    'warning',
    html`<p>${lost} ${failureText(error, t, locale)} ${from}</p>
      <button type="button" class="button" @click=${hands.again}>${t.retry}</button>`,
  );
}

/** Nothing is said of what stands on the map while there is no map. */
function found({ told, t, sought, asked, spots, ground }: Drawn): TemplateResult {
  const { value } = told.places;
  const { status, theme, words } = sought;
  const isNarrowed = status.length > 0 || theme.length > 0 || words.trim() !== '';
  const empty = isNarrowed ? t.nothingFound : t.none;
  const count = spots.length;
  const said = !value || !ground ? '' : count > 0 ? t.found({ count, of: value.entries.length }) : empty;
  const { withoutPlace = 0, skipped = 0, total = 0, entries = [] } = value ?? {};
  const more = total > entries.length + withoutPlace + skipped;
  return html`<p class="found" part="found">${spokenWhen(asked, said && html`<bdi>${said}</bdi>`)}</p>
    ${more ? html`<p class="hint"><bdi>${t.newest({ count: entries.length })}</bdi></p>` : nothing}
    ${withoutPlace > 0 ? html`<p class="hint"><bdi>${t.withoutPlace({ count: withoutPlace })}</bdi></p>` : nothing}
    ${skipped > 0 ? html`<p class="hint"><bdi>${t.unread({ count: skipped })}</bdi></p>` : nothing}`;
}

function map(drawn: Drawn, ground: Ground): TemplateResult {
  const { told, pins, current, open, highlighted, hands, exploration, t } = drawn;
  const { areas, vicinity } = told;
  return html`<div class="stage">
      <div class="map ${exploration ? 'explored' : ''}" part="map">
        ${exploration?.background(ground, drawn.background)}
        ${picture(areas.value?.entries ?? [], exploration ? undefined : vicinity.value, ground)}
        ${pinButtons(drawn, {
          ground,
          pins,
          current,
          selected: open ? keyOf(open) : '',
          highlighted,
          hands: hands.pins,
        })}
      </div>
      ${exploration?.controls(drawn)}
    </div>
    ${exploration?.below(drawn, drawn.background)}
    ${open ? spotCard(drawn, hands.spots, open, hands.close) : nothing}
    ${told.places.busy && !told.places.value ? html`<p class="hint">${t.loading}</p>` : nothing}`;
}

function explore({ exploring, exploration, t, hands, background }: Drawn): TemplateResult | typeof nothing {
  if (exploration || background === undefined) return nothing;
  return html`<div class="explore">
    <button
      type="button"
      class="button"
      part="explore"
      aria-disabled=${exploring === 'busy' ? 'true' : nothing}
      @click=${hands.explore}
    >
      ${exploring === 'busy' ? t.loading : t.explore}
    </button>
    <p class="hint">${t.exploreHint({ host: background.provider })}</p>
    <p class="problem" role="status">${exploring === 'failed' ? t.exploreFailed : ''}</p>
  </div>`;
}

function list({ spots, municipality, listOpen, hands, t, ...drawn }: Drawn): TemplateResult | typeof nothing {
  if (spots.length === 0) return nothing;
  const onToggle = ({ target }: Event) => hands.openList((target as HTMLDetailsElement).open);
  const written = listOpen || spots.length <= writtenAtOnce;
  return html`<details class="all" part="list" @toggle=${onToggle}>
    <summary>${(municipality ? t.listOfAreas : t.list)({ count: spots.length })}</summary>
    ${written ? spotList({ ...drawn, t }, hands.spots, spots, numbersOf(drawn.pins)) : nothing}
  </details>`;
}

/** The whole card. What stands below waits for what comes above it, so that nothing moves under somebody's finger. */
export function chartView(drawn: Drawn): TemplateResult {
  const { told, t, headingLevel, municipality, ground, sought, hands } = drawn;
  const { areas, figures, places } = told;
  const busy = Object.values(told).some((each) => each.busy);
  const trouble = isTrouble(drawn);
  const coming = busy && !(ground && (municipality || places.value));
  const all = municipality ? [] : (places.value?.entries ?? []);
  return html`<div class="map-card ${coming ? 'coming' : ''}" part="map-card" aria-busy=${busy}>
    ${heading(headingLevel, title(drawn))}
    <div role="status">${trouble ? notices(drawn) : nothing}</div>
    ${trouble ? nothing : notices(drawn)} ${trouble ? helpSlot : nothing}
    <div class="columns">
      <div class="ground">
        ${ground ? map(drawn, ground) : html`<div class="empty">${areas.busy ? t.loading : ''}</div>`}
      </div>
      <div class="side">
        ${municipality ? nothing : found(drawn)} ${legend(drawn, all, sought.status, hands)}
        ${ground && !coming ? explore(drawn) : nothing}
      </div>
    </div>
    ${coming ? nothing : figuresOf(drawn, figures.value)} ${list(drawn)} ${helpSlot}
  </div>`;
}
