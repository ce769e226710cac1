import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { BuurtElement } from '@buurt/core/element/buurt-element.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import { helpSlot, notice } from '@buurt/core/element/screen.js';
import type { Catalogue } from '@buurt/core/messages/texts.js';
import type { Sought } from '@buurt/core/element/together.js';
import { tokens } from '@buurt/core/tokens/tokens.styles.js';
import { messageTokens } from '@buurt/core/tokens/message-tokens.styles.js';
import { initiativeStatuses } from '@buurt/domain/initiatives/initiative-status.js';
import { askAreas, askFigures, askPlaces, askVicinity, searchFor } from './ask-map.js';
import { Chart } from './chart.js';
import type { Frame, Readings } from './chart-host.js';
import { nl, type MapCardMessages } from './map-card.messages.js';
import { styles } from './map-card.styles.js';
import { conditions } from './conditions.styles.js';
import { mapStyles } from './map.styles.js';
import { Reading } from './reading.js';
import { sideStyles } from './side.styles.js';

const listed = (text: string): readonly string[] => text.split(/[\s,]+/).filter(Boolean);

/** More buurten than this nobody tells apart on one card, and each is a question of its own. */
const mostBuurten = 12;

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
 * @fires {CustomEvent<{ error: unknown }>} buurt-error - Reading failed; the resident was told.
 * @slot - Shown until the card is ready; may also hold `<script type="application/json" data-texts>`.
 * @slot help - Where residents get help, such as a telephone number: at the end of the card, and beside what went wrong.
 * @csspart map-card - The whole card.
 * @csspart heading - Every heading.
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
  static override readonly styles = [
    tokens,
    controls,
    styles,
    messageTokens,
    mapStyles,
    sideStyles,
    conditions,
  ];

  /** The name of a municipality: all its buurten as an overview, instead of one `buurt`. */
  @property() municipality = '';
  /** The address of the page's own page about an initiative, with `{id}` in it. */
  @property({ attribute: 'detail-href' }) detailHref = '';
  /** The address of the page's own page about a buurt, with `{code}` in it. */
  @property({ attribute: 'buurt-href' }) buurtHref = '';
  /** The statuses that are on the map at first, such as `granted underway`; all unless told. */
  @property() status = '';
  /** The ids of the themes that are on the map; all unless told. */
  @property() theme = '';
  /**
   * Where the pictures of the map with streets come from, with `{z}`, `{x}`, `{y}` and, for a choice between `grijs` and
   * `standaard`, `{layer}`; `off` for none. The Dutch government's PDOK unless told.
   */
  @property() tiles = '';
  /** Who made the map with streets, for tiles of the page's own. */
  @property({ attribute: 'tiles-attribution' }) tilesAttribution = '';

  protected readonly catalogue: Catalogue<MapCardMessages> = {
    nl,
    en: async () => (await import('./map-card.messages.en.js')).en,
  };

  @state() private width = 0;
  @state() private sought: Sought = { status: [], theme: [], words: '' };

  readonly #failed = (error: unknown): unknown => this.isConnected && this.emit('buurt-error', { error });
  readonly #readings: Readings = {
    areas: new Reading(this, this.#failed),
    vicinity: new Reading(this, this.#failed),
    figures: new Reading(this, this.#failed),
    places: new Reading(this, this.#failed),
  };
  // What is drawn may itself bring a scrollbar, so the answer to a new size waits until all are measured.
  readonly #size = new ResizeObserver(() => setTimeout(this.#measure));
  /** The column in which the map stands. */
  #column: Element | undefined;
  /** Endpoint and buurten of which the readings tell. */
  #about = '';
  #chart: Chart | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that is only moved is connected again before this runs.
    queueMicrotask(() => {
      if (this.isConnected) return;
      for (const reading of Object.values(this.#readings)) reading.stop();
      this.#closeChart();
      this.#about = '';
    });
  }

  /** Several buurten may stand beside each other, and a municipality needs none. */
  protected override isBuurt(code = ''): boolean {
    const codes = listed(code);
    return this.municipality !== '' || (codes.length > 0 && codes.every((each) => super.isBuurt(each)));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('status') || changed.has('theme'))
      this.sought = {
        ...this.sought,
        status: initiativeStatuses.filter((each) => listed(this.status).includes(each)),
        theme: listed(this.theme),
      };
    this.#read();
    if (this.#chart || !this.#about || !this.isConnected) return;
    this.#chart = new Chart({
      element: this,
      readings: this.#readings,
      name: () => this.#about,
      sought: () => this.sought,
      seek: (sought) => (this.sought = sought),
    });
    this.#chart.start();
  }

  #read(): void {
    const { api } = this;
    const codes = this.municipality ? [] : listed(this.buurtCode ?? '').slice(0, mostBuurten);
    const about =
      api && !this.setupProblem && this.isBuurt(this.buurtCode) ? this.#nameOf(api.endpoint, codes) : '';
    if (about !== this.#about) {
      for (const reading of Object.values(this.#readings)) reading.forget();
      this.#closeChart();
    }
    this.#about = about;
    if (!api || !about || !this.isConnected) return;
    const { areas, vicinity, figures, places } = this.#readings;
    const [code, ...others] = codes;
    areas.ask('areas', (signal) => askAreas(api, { codes, municipality: this.municipality }, signal));
    if (codes.length > 0) {
      const search = searchFor(this.sought);
      places.ask(`?${search}`, (signal) => askPlaces(api, codes, search, signal));
    }
    if (!code || others.length > 0) return;
    figures.ask('figures', (signal) => askFigures(api, code, signal));
    vicinity.ask('vicinity', (signal) => askVicinity(api, code, signal));
  }

  /** What the card is about. */
  #nameOf = (endpoint: string, codes: readonly string[]): string =>
    [endpoint, this.municipality, ...codes].join(' ');

  #closeChart(): void {
    this.#chart?.close();
    this.#chart = undefined;
  }

  get #frame(): Frame {
    const { t, locale, width, sought, municipality } = this;
    const isOneBuurt = municipality === '' && listed(this.buurtCode ?? '').length === 1;
    return { t, locale, width, sought, isOneBuurt };
  }

  protected override render(): TemplateResult {
    const { setupProblem, t } = this;
    if (setupProblem) return html`${notice('warning', setupProblem)}${helpSlot}`;
    if (this.#chart) return this.#chart.render(this.#frame);
    return html`<div class="coming">
      <p>${t.loading}</p>
      ${helpSlot}
    </div>`;
  }

  /** The map is drawn for the room that there is, which only the page knows. */
  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const column = this.renderRoot.querySelector('.ground') ?? undefined;
    if (column === this.#column) return;
    this.#column = column;
    this.#size.disconnect();
    if (column) this.#size.observe(column);
    this.#measure();
  }

  readonly #measure = (): void => {
    const { clientWidth = 0 } = this.#column ?? {};
    // A card that is hidden for a while keeps what it was.
    if (clientWidth > 0 && this.isConnected) this.width = clientWidth;
  };
}
