import { html, nothing, type TemplateResult } from 'lit';
import type { MapPlaces } from '@buurt/domain/geo/map-place.js';
import { failureText } from '@buurt/core/messages/failure-text.js';
import { clockTime } from '@buurt/core/messages/format.js';
import { helpSlot, retryNotice } from '@buurt/core/element/screen.js';
import { spokenWhen } from '@buurt/core/element/spoken.js';
import { figures } from './figures.js';
import { legend } from './legend.js';
import { mapPicture } from './map-picture.js';
import type { MapViewModel } from './map-view-model.js';
import { markerList, pinCard } from './marker-details.js';
import { pinButtons } from './pin-buttons.js';
import { isNarrow, type Viewport } from './viewport.js';

function title({ areas, t, municipality, isOneBuurt }: MapViewModel): unknown {
  const [first, ...others] = areas.value?.entries ?? [];
  const name = municipality || (others.length === 0 ? first?.name : undefined);
  if (name === undefined) return isOneBuurt ? t.titleOfOne : t.titleOfSeveral;
  return html`<bdi>${t.title({ name })}</bdi>`;
}

const errorOf = ({ areas, places, figures }: MapViewModel): unknown =>
  areas.error ?? places.error ?? figures.error;

/** Says what went wrong with a way to go on, and from when the map is if that was an earlier visit. */
function notices(view: MapViewModel): unknown {
  const { areas, places, t, locale, actions } = view;
  const error = errorOf(view);
  const storedAt = areas.storedAt ?? places.storedAt;
  const from = storedAt === undefined ? '' : t.from({ time: clockTime(new Date(storedAt), locale) });
  if (error === undefined) return from && html`<p class="hint">${from}</p>`;
  const missing = !areas.value ? t.failed : places.value ? '' : t.placesFailed;
  const failure = retryNotice(`${missing} ${failureText(error, t, locale)} ${from}`, t.retry, actions.reload);
  return areas.value ? failure : html`${failure}<slot></slot>`;
}

/** How many initiatives are on the map; nothing as long as there is no map. */
function count(
  { t, filters, isCountAnnounced, markers, viewport }: MapViewModel,
  value: MapPlaces | undefined,
): TemplateResult {
  const { status, theme, words } = filters;
  const isFiltered = status.length > 0 || theme.length > 0 || words.trim() !== '';
  const none = isFiltered ? t.nothingFound : t.none;
  const found = markers.length;
  const text =
    !value || !viewport ? '' : found > 0 ? t.found({ count: found, of: value.entries.length }) : none;
  const { withoutPlace = 0, skipped = 0, total = 0, entries = [] } = value ?? {};
  const hasMore = total > entries.length + withoutPlace + skipped;
  const spoken = spokenWhen(isCountAnnounced, text && html`<bdi>${text}</bdi>`);
  return html`<p class="found" part="found">${spoken}</p>
    ${hasMore ? html`<p class="hint"><bdi>${t.newest({ count: entries.length })}</bdi></p>` : nothing}
    ${withoutPlace > 0 ? html`<p class="hint"><bdi>${t.withoutPlace({ count: withoutPlace })}</bdi></p>` : nothing}
    ${skipped > 0 ? html`<p class="hint"><bdi>${t.unread({ count: skipped })}</bdi></p>` : nothing}`;
}

function map(view: MapViewModel, viewport: Viewport): TemplateResult {
  const { areas, surroundings, places, exploration, openPin, t } = view;
  return html`<div class="map-frame">
      <div class="map ${exploration ? 'explored' : ''}" part="map">
        ${exploration?.tiles}
        ${mapPicture(
          areas.value?.entries ?? [],
          exploration ? undefined : surroundings.value,
          viewport,
          view.municipality === '' || !isNarrow(viewport),
        )}
        ${pinButtons(view, viewport)}
      </div>
      ${exploration?.controls}
    </div>
    ${exploration?.footer} ${openPin ? pinCard(view, openPin) : nothing}
    ${places.isLoading && !places.value ? html`<p class="hint">${t.loading}</p>` : nothing}`;
}

/** The button for the map with streets, and who learns that somebody looks at it. */
function exploreButton({
  exploration,
  explorationStatus,
  t,
  actions,
  background,
}: MapViewModel): TemplateResult | typeof nothing {
  if (exploration || background === undefined) return nothing;
  const isLoading = explorationStatus === 'loading';
  return html`<div class="explore">
    <button
      type="button"
      class="button"
      part="button explore"
      aria-disabled=${isLoading ? 'true' : nothing}
      @click=${actions.explore}
    >
      ${isLoading ? t.loading : t.explore}
    </button>
    <p class="hint">${t.exploreHint({ host: background.provider })}</p>
    <p class="problem" role="status">${explorationStatus === 'failed' ? t.exploreFailed : ''}</p>
  </div>`;
}

/** The whole card. What stands below waits for what comes above it, so that nothing moves under a finger. */
export function mapCardView(view: MapViewModel): TemplateResult {
  const { areas, surroundings, figures: figuresRead, places, t, mainHeading, municipality, viewport } = view;
  const isLoading = [areas, surroundings, figuresRead, places].some((each) => each.isLoading);
  const hasProblem = errorOf(view) !== undefined;
  const isComing = isLoading && !(viewport && (municipality || places.value));
  // Where the places come before the borders, what is told of them waits too.
  const told = isComing ? undefined : places.value;
  return html`<div class="map-card ${isComing ? 'coming' : ''}" part="map-card" aria-busy=${isLoading}>
    ${mainHeading(title(view))}
    <div role="status">${hasProblem ? notices(view) : nothing}</div>
    ${hasProblem ? nothing : notices(view)} ${hasProblem ? helpSlot : nothing}
    <div class="columns">
      <div class="map-column">
        ${viewport ? map(view, viewport) : html`<div class="empty">${areas.isLoading ? t.loading : ''}</div>`}
      </div>
      <div class="side">
        ${municipality ? nothing : count(view, told)} ${legend(view, told)}
        ${viewport && !isComing ? exploreButton(view) : nothing}
      </div>
    </div>
    ${isComing ? nothing : figures(view)} ${markerList(view)} ${helpSlot}
  </div>`;
}
