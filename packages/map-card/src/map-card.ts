import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { BuurtElement } from '@buurt/core/element/buurt-element.js';
import { findSharedSelection } from '@buurt/core/element/find-shared-selection.js';
import { RevalidateController } from '@buurt/core/element/revalidate-controller.js';
import { Resource, type AnswerCache, type ResourceOptions } from '@buurt/core/element/resource.js';
import { ApiError, isGone } from '@buurt/core/http/api-error.js';
import { helpSlot, pageFallback } from '@buurt/core/element/screen.js';
import type { Filters, SharedSelection } from '@buurt/core/element/shared-selection.js';
import type { BuurtApi } from '@buurt/core/http/api.js';
import type { Catalogue } from '@buurt/core/messages/texts.js';
import { ResponseCache } from '@buurt/core/storage/response-cache.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import { messageTokens } from '@buurt/core/tokens/message-tokens.styles.js';
import { statusStyles } from '@buurt/core/tokens/status.styles.js';
import { tokens } from '@buurt/core/tokens/tokens.styles.js';
import { areasFrom, figuresFrom } from '@buurt/domain/geo/map-json.js';
import { mapSurroundingsFrom } from '@buurt/domain/geo/map-surroundings.js';
import { initiativeStatuses, type InitiativeStatus } from '@buurt/domain/initiatives/initiative-status.js';
import { backgroundOf } from './background.js';
import type { ExplorationController } from './explore/exploration.js';
import {
  fetchAreas,
  fetchFigures,
  fetchPlaces,
  fetchSurroundings,
  parsePlaces,
  placesQuery,
} from './map-api.js';
import { mapCardView } from './map-card-view.js';
import { nl, type MapCardMessages } from './map-card.messages.js';
import { styles } from './map-card.styles.js';
import type { ExplorationStatus, MapActions, MapViewModel } from './map-view-model.js';
import { mapStyles } from './map.styles.js';
import {
  areaMarkers,
  holdsMarker,
  initiativeMarkers,
  keyOf,
  pinByKey,
  pinsOf,
  type Marker,
  type Pin,
} from './markers.js';
import { memoizeLast } from './memoize-last.js';
import { noZoom, viewportOf, zoomed, type Viewport, type Zoom } from './viewport.js';

const splitList = (text: string): readonly string[] => text.split(/[\s,]+/).filter(Boolean);

/** More buurten than this nobody tells apart on one card, and each is a request of its own. */
const maxBuurten = 12;

/** How many answers of each kind stay on the device. */
const storedAnswers = { areas: 1, vicinity: 1, figures: 1, places: 2 };

/** An empty list that is the same each time, so that nothing is computed again because of it. */
const none: readonly never[] = [];

const pinSelector = (pin: Pin): string => `[data-pin="${CSS.escape(keyOf(pin))}"]`;

/** What no buurt answers to is not there, as a code that is not known is elsewhere. */
function knownAreasFrom(json: unknown): ReturnType<typeof areasFrom> {
  const areas = areasFrom(json);
  if (areas.entries.length === 0) throw new ApiError('gone');
  return areas;
}

/**
 * The buurt at a glance: its border, its initiatives and a few figures, drawn by ourselves, and everything on the map
 * also as a list. A map with streets comes when a visitor asks for it; before that nothing leaves for another host.
 *
 * What stands inside the tag is shown until the card is ready, and where scripts do not run.
 *
 * @customElement buurt-map-card
 * @fires {CustomEvent<MapSelection>} buurt-map-select - A resident looks at an initiative on the map.
 * @fires {CustomEvent<MapFilterChange>} buurt-map-filter - A resident chooses what is on the map, and so much is.
 * @fires {CustomEvent<null>} buurt-map-explore - A resident asks for the map with streets, from another host.
 * @fires {CustomEvent<{ error: unknown }>} buurt-error - Reading failed; the card says so.
 * @slot - Shown until the card is ready; may also hold `<script type="application/json" data-texts>`.
 * @slot help - Where residents get help, such as a telephone number: at the end of the card, and beside what went wrong.
 * @csspart map-card - The whole card.
 * @csspart heading - Every heading.
 * @csspart main - The heading of the whole widget, beside `heading`.
 * @csspart button - Every button.
 * @csspart primary - A button that goes on, beside `button`.
 * @csspart quiet - A button with less weight, beside `button`.
 * @csspart map - The map.
 * @csspart pin - What stands on the map for an initiative, or for several.
 * @csspart card - What a pin stands for, once it is opened.
 * @csspart figures - The buurt in numbers.
 * @csspart found - How many are on the map.
 * @csspart legend - What each mark means.
 * @csspart option - One of the marks, to see only those.
 * @csspart explore - The button for the map with streets.
 * @csspart list - Everything on the map as a list.
 * @csspart notice - A message between other things.
 */
export class BuurtMapCard extends BuurtElement<MapCardMessages> {
  static override readonly styles = [tokens, controls, messageTokens, statusStyles, mapStyles, styles];

  /** The name of a municipality: all its buurten as an overview, instead of one `buurt`. */
  @property() municipality = '';
  /** The address of the page's own page about an initiative, with `{id}` in it. */
  @property({ attribute: 'detail-href' }) detailHref = '';
  /** The address of the page's own page about a buurt, with `{code}` in it. */
  @property({ attribute: 'buurt-href' }) buurtHref = '';
  /** The statuses that are on the map at first, such as `granted underway`; all by default. */
  @property() status = '';
  /** The ids of the themes that are on the map; all by default. */
  @property() theme = '';
  /**
   * Where the pictures of the map with streets come from, with `{z}`, `{x}`, `{y}` and, for a choice between `grijs` and
   * `standaard`, `{layer}`; `off` for none. By default PDOK, of the Dutch government.
   */
  @property() tiles = '';
  /** Who made the map with streets, for tiles of the page's own. */
  @property({ attribute: 'tiles-attribution' }) tilesAttribution = '';

  protected readonly catalogue: Catalogue<MapCardMessages> = {
    nl,
    en: async () => (await import('./map-card.messages.en.js')).en,
  };

  /** The width of the map in CSS pixels; 0 until it is measured. */
  @state() private width = 0;
  @state() private filters: Filters = { status: [], theme: [], words: '' };
  /** The id of a marker in the open pin. Not the pin: zooming in may put the marker in another. */
  @state() private openMarkerId = '';
  @state() private highlightedId = '';
  @state() private focusedPinKey = '';
  @state() private isListOpen = false;
  @state() private exploration: ExplorationController | undefined;
  @state() private explorationStatus: ExplorationStatus = 'idle';

  /** Endpoint and buurten about which the visitor did what they did. */
  #shownSubject: string | undefined;
  /** What the card has in common with a list on the page. */
  #shared: SharedSelection | undefined;
  #hasJoined = false;
  /** Somebody changed the filters since the card came, here or in the list. */
  #hasFiltered = false;
  #isCountAnnounced = false;
  /** The font size in CSS pixels. */
  #letterPx = 16;
  /** A selector of what takes focus after the next update. */
  #focusNext = '';
  /** The column in which the map stands. */
  #column: Element | undefined;
  /** Ends when the element leaves its place on the page. */
  #connection = new AbortController();

  // Each is computed again only when what it depends on has changed: moving the map does not group its pins anew.
  readonly #viewportOf = memoizeLast(viewportOf);
  readonly #areaMarkers = memoizeLast(areaMarkers);
  readonly #initiativeMarkers = memoizeLast(initiativeMarkers);
  readonly #enlarged = memoizeLast((viewport: Viewport, k: number) => zoomed(viewport, { ...noZoom, k }));
  readonly #pinsOf = memoizeLast(pinsOf);
  readonly #pinsMoved = memoizeLast((pins: readonly Pin[], dx: number, dy: number): readonly Pin[] =>
    pins.map((pin) => ({ ...pin, x: pin.x + dx, y: pin.y + dy })),
  );
  readonly #markersOf = memoizeLast((pins: readonly Pin[]): readonly Marker[] =>
    pins.flatMap(({ members }) => members),
  );

  readonly #areas = this.#resource('areas', {
    subject: () => this.#subject,
    fetch: (api, signal) => fetchAreas(api, { codes: this.#codes, municipality: this.municipality }, signal),
    parse: knownAreasFrom,
  });
  readonly #surroundings = this.#resource('vicinity', {
    subject: () => (this.#isOneBuurt ? this.#subject : undefined),
    fetch: (api, signal) => fetchSurroundings(api, this.#codes[0] ?? '', signal),
    parse: mapSurroundingsFrom,
  });
  readonly #figures = this.#resource('figures', {
    subject: () => (this.#isOneBuurt ? this.#subject : undefined),
    fetch: (api, signal) => fetchFigures(api, this.#codes[0] ?? '', signal),
    parse: figuresFrom,
  });
  readonly #places = this.#resource('places', {
    subject: () => (this.municipality ? undefined : this.#subject),
    question: () => `?${placesQuery(this.filters)}`,
    fetch: (api, signal) => fetchPlaces(api, this.#codes, placesQuery(this.filters), signal),
    parse: parsePlaces,
  });
  readonly #revalidation = new RevalidateController(this, () => this.#onReload());
  // What is drawn may itself bring a scrollbar, so the answer to a new size waits until all are measured.
  readonly #size = new ResizeObserver(() => setTimeout(() => this.#measure()));

  readonly #actions: MapActions = {
    openPin: (pin) => this.#onOpenPin(pin),
    closePin: () => this.#onClosePin(),
    pressKey: (event, pin) => this.#onKeydown(event, pin),
    highlight: (markerId) => this.#onHighlight(markerId),
    readInitiative: (id, opener) => this.#shared?.open({ id, opener }),
    toggleStatus: (status) => this.#onToggleStatus(status),
    showAllStatuses: () => this.#filterBy([]),
    toggleList: (isOpen) => (this.isListOpen = isOpen),
    reload: () => this.#onReload(),
    explore: () => void this.#onExplore(),
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.#connection = new AbortController();
    this.#hasJoined = false;
    // On paper the list is always open. On the screen what is added stays folded.
    addEventListener('beforeprint', () => (this.isListOpen = true), { signal: this.#connection.signal });
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection.abort();
  }

  /** Several buurten may stand beside each other, and a municipality needs none. */
  protected override isBuurt(code = ''): boolean {
    const codes = splitList(code);
    return this.municipality !== '' || (codes.length > 0 && codes.every((each) => super.isBuurt(each)));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('status') || changed.has('theme')) {
      const status = initiativeStatuses.filter((each) => splitList(this.status).includes(each));
      this.#setFilters({ ...this.filters, status, theme: splitList(this.theme) });
    }
    // Away from the page there is no provider and no size; what the visitor did waits for the card to come back.
    if (!this.isConnected) return;
    this.#letterPx = parseFloat(getComputedStyle(this).fontSize);
    if (this.#subject !== this.#shownSubject) this.#startAnew();
    if (this.#subject !== undefined) this.#joinList();
    // While places are loading the number is still that of the previous filters.
    this.#isCountAnnounced ||= this.#hasFiltered && !this.#places.isLoading;
  }

  /** Measures the column of the map, which only the page knows, and moves focus. */
  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const column = this.renderRoot.querySelector('.map-column') ?? undefined;
    if (column !== this.#column) {
      this.#column = column;
      this.#size.disconnect();
      if (column) this.#size.observe(column);
      this.#measure();
    }
    const target = this.#focusNext && this.renderRoot.querySelector<HTMLElement>(this.#focusNext);
    if (!target) return;
    this.#focusNext = '';
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: 'nearest' });
  }

  protected override render(): TemplateResult {
    const { isMisconfigured, t } = this;
    if (isMisconfigured || (!this.#areas.value && isGone(this.#areas.error))) return pageFallback;
    if (this.#subject !== undefined) return mapCardView(this.#viewModel);
    return html`<div class="coming">
      <p>${t.loading}</p>
      ${helpSlot}
    </div>`;
  }

  get #viewModel(): MapViewModel {
    const { t, locale, headingLevel, detailHref, buurtHref, municipality, filters } = this;
    const { isListOpen, exploration, explorationStatus } = this;
    const pins = this.#pins;
    const whole = this.#wholeViewport;
    const viewport = whole && zoomed(whole, this.#zoom);
    const tabStop = pins.find((pin) => keyOf(pin) === this.focusedPinKey) ?? pins[0];
    const background = backgroundOf(this.tiles, this.tilesAttribution);
    return {
      t,
      locale,
      headingLevel,
      mainHeading: (content) => this.mainHeading(content),
      detailHref,
      buurtHref,
      municipality,
      isOneBuurt: this.#isOneBuurt,
      areas: this.#areas,
      surroundings: this.#surroundings,
      figures: this.#figures,
      places: this.#places,
      filters,
      isCountAnnounced: this.#isCountAnnounced,
      viewport,
      pins,
      markers: this.#markersOf(pins),
      tabStop: tabStop ? keyOf(tabStop) : '',
      openPin: this.#openPin,
      highlightedId: this.#shared ? this.#shared.highlighted : this.highlightedId,
      isListOpen,
      hasReader: this.#shared?.hasReader ?? false,
      background,
      exploration: viewport && exploration?.view(t, viewport, background),
      explorationStatus,
      actions: this.#actions,
    };
  }

  get #codes(): readonly string[] {
    return this.municipality ? none : splitList(this.buurtCode ?? '').slice(0, maxBuurten);
  }

  get #isOneBuurt(): boolean {
    return this.#codes.length === 1;
  }

  /** What the card is about; `undefined` as long as the page does not say it rightly. Answers are stored under it. */
  get #subject(): string | undefined {
    const { api, isMisconfigured, municipality, buurtCode } = this;
    if (!api || isMisconfigured || !this.isBuurt(buurtCode)) return undefined;
    return [api.endpoint, municipality, ...this.#codes].join(' ');
  }

  get #zoom(): Zoom {
    return this.exploration?.zoom ?? noZoom;
  }

  /** The map without zoom. */
  get #wholeViewport(): Viewport | undefined {
    const areas = this.#areas.value?.entries ?? none;
    return areas.length > 0 && this.width > 0
      ? this.#viewportOf(areas, this.width, this.#letterPx)
      : undefined;
  }

  get #markers(): readonly Marker[] {
    return this.municipality
      ? this.#areaMarkers(this.#areas.value?.entries ?? none)
      : this.#initiativeMarkers(this.#places.value?.entries ?? none, this.filters.status);
  }

  /** In reading order. Only zooming in groups them anew. */
  get #pins(): readonly Pin[] {
    const whole = this.#wholeViewport;
    if (!whole) return none;
    const { k, x, y } = this.#zoom;
    return this.#pinsMoved(this.#pinsOf(this.#markers, this.#enlarged(whole, k)), x, y);
  }

  get #openPin(): Pin | undefined {
    return this.#pins.find((pin) => holdsMarker(pin, this.openMarkerId));
  }

  /** A resource of which the answers stay on the device, so that the map is there at once the next time. */
  #resource<T>(
    kind: keyof typeof storedAnswers,
    {
      fetch,
      ...options
    }: Omit<ResourceOptions<T>, 'fetch'> & {
      readonly fetch: (api: BuurtApi, signal: AbortSignal) => Promise<unknown>;
    },
  ): Resource<T> {
    const cache = (subject: string): AnswerCache => {
      const cache = new ResponseCache(`buurt:map:${subject}`, storedAnswers);
      return {
        get: (question) => cache.get(kind, question),
        set: (question, json) => cache.keep(kind, question, json),
      };
    };
    return new Resource<T>(this, {
      question: () => kind,
      client: () => this.api,
      cache,
      onValue: () => this.#revalidation.onRead(),
      onError: (error) => {
        this.emit('buurt-error', { error });
        if (kind === 'areas') this.reportGone(error);
      },
      ...options,
      fetch: async (signal) => this.api && fetch(this.api, signal),
    });
  }

  /** The card is about something else: what the visitor did before does not count. */
  #startAnew(): void {
    this.#shownSubject = this.#subject;
    this.openMarkerId = '';
    this.highlightedId = '';
    this.isListOpen = false;
    this.#hasFiltered = false;
    this.#isCountAnnounced = false;
    this.#focusNext = '';
    this.#endExploration();
  }

  /** Shares filters and highlights with a list in the same provider. */
  #joinList(): void {
    if (this.#hasJoined) return;
    this.#hasJoined = true;
    this.#shared = undefined;
    const { signal } = this.#connection;
    findSharedSelection(
      this,
      (shared) => {
        this.#shared = shared;
        if (shared.filters) this.filters = shared.filters;
        else shared.filter(this.filters);
        shared.on('filters', () => shared.filters && this.#setFilters(shared.filters), signal);
        shared.on('highlighted', () => this.requestUpdate(), signal);
        shared.on('readers', () => this.requestUpdate(), signal);
        this.requestUpdate();
      },
      signal,
    );
  }

  #setFilters(filters: Filters): void {
    this.#hasFiltered ||= this.hasUpdated && JSON.stringify(filters) !== JSON.stringify(this.filters);
    this.filters = filters;
  }

  #filterBy(status: readonly InitiativeStatus[]): void {
    this.#setFilters({ ...this.filters, status });
    this.#shared?.filter(this.filters);
    this.emit('buurt-map-filter', { status, found: this.#markers.length });
  }

  #endExploration(): void {
    this.exploration?.remove();
    this.exploration = undefined;
    this.explorationStatus = 'idle';
  }

  #measure(): void {
    const { clientWidth = 0 } = this.#column ?? {};
    // A card that is hidden for a while keeps its width.
    if (clientWidth > 0 && this.isConnected) this.width = clientWidth;
  }

  #onToggleStatus(status: InitiativeStatus): void {
    const chosen = this.filters.status;
    this.#filterBy(chosen.includes(status) ? chosen.filter((each) => each !== status) : [...chosen, status]);
  }

  #onReload(): void {
    for (const each of [this.#areas, this.#surroundings, this.#figures, this.#places]) each.reload();
  }

  #onOpenPin(pin: Pin): void {
    const [first, ...others] = pin.members;
    if (!first) return;
    if (holdsMarker(pin, this.openMarkerId)) return this.#onClosePin();
    this.openMarkerId = first.id;
    this.focusedPinKey = first.id;
    this.#focusNext = '.pin-card';
    if (others.length === 0 && first.kind === 'initiative')
      this.emit('buurt-map-select', { initiativeId: first.id });
  }

  #onClosePin(): void {
    const pin = this.#openPin;
    this.#focusNext = pin ? pinSelector(pin) : '';
    this.openMarkerId = '';
  }

  #onKeydown(event: KeyboardEvent, pin: Pin): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const next = pinByKey(event.key, pin, this.#pins);
    if (!next) return;
    event.preventDefault();
    this.focusedPinKey = keyOf(next);
    this.#focusNext = pinSelector(next);
    this.exploration?.bringIntoView(next);
    this.requestUpdate();
  }

  #onHighlight(markerId: string): void {
    this.highlightedId = markerId;
    this.#shared?.highlight(markerId);
  }

  async #onExplore(): Promise<void> {
    if (this.explorationStatus === 'loading') return;
    this.explorationStatus = 'loading';
    // That the code did not come is shown, and the visitor can ask for it again.
    const module = await import('./explore/exploration.js').catch(() => undefined);
    if (this.explorationStatus !== 'loading') return;
    this.explorationStatus = module ? 'idle' : 'failed';
    if (!module) return;
    this.exploration = new module.ExplorationController(this, {
      viewport: () => this.#wholeViewport,
      onLeave: () => this.#onLeaveExploration(),
    });
    this.#focusNext = '.controls button';
    this.emit('buurt-map-explore', null);
  }

  /** Goes back to the drawing. */
  #onLeaveExploration(): void {
    this.#endExploration();
    this.#focusNext = '.explore button';
  }
}
