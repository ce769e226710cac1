import type { ReactiveController, TemplateResult } from 'lit';
import { findTogether } from '@buurt/core/element/find-together.js';
import { Fresh } from '@buurt/core/element/fresh.js';
import { Lazy } from '@buurt/core/element/lazy.js';
import type { Together } from '@buurt/core/element/together.js';
import type { InitiativeStatus } from '@buurt/domain/initiatives/initiative-status.js';
import type { Area, MapPlace } from '@buurt/domain/geo/map-place.js';
import { backgroundOf } from './background.js';
import type { ChartHost, Frame } from './chart-host.js';
import { chartView, type Hands } from './chart-view.js';
import type * as explore from './explore/exploration.js';
import { groundFor, seen, wholeView } from './ground.js';
import { Keeping } from './keeping.js';
import { keyOf, pinBy, pinsOf, type Pin } from './pins.js';
import { remembered } from './remembered.js';
import { areaSpot, initiativeSpot, type Spot } from './spots.js';
import { tell } from './tell.js';
import { everything, type Everything } from './told.js';

const withStatus = (places: readonly MapPlace[], status: readonly InitiativeStatus[]): readonly Spot[] =>
  places.filter((each) => status.length === 0 || status.includes(each.status)).map(initiativeSpot);

/** The same nothing each time, so that nothing is drawn again for it. */
const none: readonly never[] = [];

/** The map of one card: what a visitor does with what was read. */
export class Chart implements ReactiveController {
  readonly #host: ChartHost;
  readonly #keeping: Keeping;
  readonly #told: Everything;
  readonly #fresh: Fresh;
  readonly #stop = new AbortController();
  readonly #explorer: Lazy<typeof explore>;
  #together: Together | undefined;
  #exploration: explore.Exploration | undefined;
  #exploring = false;
  /** Those of the last time that the card was drawn. */
  #pins: readonly Pin[] = [];
  #current = '';
  /** The first spot of the pin that is open. */
  #selected = '';
  #pointed = '';
  #listOpen = false;
  /** What the card was asked first; what is found is said aloud once somebody asks something else. */
  #firstSought: string | undefined;
  #asked = false;
  /** What takes focus once it is drawn. */
  #focus = '';

  readonly #groundOf = remembered((areas: readonly Area[], width: number, letterPx: number) =>
    groundFor(
      { type: 'MultiPolygon', coordinates: areas.flatMap(({ border }) => border.coordinates) },
      width,
      letterPx,
    ),
  );
  readonly #areaSpots = remembered((areas: readonly Area[]): readonly Spot[] => areas.map(areaSpot));
  readonly #spotsOf = remembered(withStatus);
  readonly #pinsOf = remembered(pinsOf);
  readonly #enlarged = remembered((ground: ReturnType<typeof groundFor>, k: number) =>
    seen(ground, { ...wholeView, k }),
  );
  readonly #listed = remembered((pins: readonly Pin[]) => pins.flatMap(({ members }) => members));

  constructor(host: ChartHost) {
    this.#host = host;
    this.#keeping = new Keeping(host);
    this.#told = everything(host.readings, (error) => tell(host.element, 'buurt-error', { error }));
    this.#fresh = new Fresh(this.#again);
    this.#explorer = new Lazy(host.element, () => import('./explore/exploration.js'));
  }

  start(): void {
    const { element } = this.#host;
    element.addController(this);
    this.#fresh.start();
    // On paper the list is always open; on the screen what is written stays folded.
    addEventListener('beforeprint', () => this.#writeList(), { signal: this.#stop.signal });
    findTogether(element, this.#share, this.#stop.signal);
  }

  close(): void {
    this.#host.element.removeController(this);
    this.#fresh.stop();
    this.#exploration?.stop();
    this.#stop.abort();
  }

  hostUpdated(): void {
    this.#keeping.keep();
    const { renderRoot } = this.#host.element;
    const map = renderRoot.querySelector<HTMLElement>('.map');
    if (map) this.#exploration?.attach(map);
    const target = this.#focus && renderRoot.querySelector<HTMLElement>(this.#focus);
    if (!target) return;
    this.#focus = '';
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: 'nearest' });
  }

  render(frame: Frame): TemplateResult {
    this.#keeping.restore();
    const { width, sought } = frame;
    const looksFor = JSON.stringify(sought);
    this.#firstSought ??= looksFor;
    this.#asked ||= looksFor !== this.#firstSought && !this.#told.places.busy;
    const { headingLevel, detailHref, buurtHref, municipality, tiles, tilesAttribution } = this.#host.element;
    const told = this.#told;
    const areas = told.areas.value?.entries ?? none;
    const places = told.places.value?.entries ?? none;
    const letterPx = parseFloat(getComputedStyle(this.#host.element).fontSize);
    const whole = areas.length > 0 && width > 0 ? this.#groundOf(areas, width, letterPx) : undefined;
    const spots = municipality ? this.#areaSpots(areas) : this.#spotsOf(places, sought.status);
    const view = (whole && this.#exploration?.viewOn(whole)) ?? wholeView;
    const pins = whole ? this.#pinsOf(spots, this.#enlarged(whole, view.k), letterPx) : [];
    this.#pins = pins.map((pin) => ({ ...pin, x: pin.x + view.x, y: pin.y + view.y }));
    if (!pins.some((pin) => keyOf(pin) === this.#current)) this.#current = pins[0] ? keyOf(pins[0]) : '';
    const { failed, module } = this.#explorer;
    return chartView({
      ...frame,
      ...{ headingLevel, detailHref, buurtHref, municipality },
      background: backgroundOf(tiles, tilesAttribution),
      told,
      spots: this.#listed(pins),
      ground: whole && seen(whole, view),
      pins: this.#pins,
      current: this.#current,
      open: this.#pins.find(({ members }) => members.some(({ id }) => id === this.#selected)),
      highlighted: this.#together ? this.#together.highlighted : this.#pointed,
      listOpen: this.#listOpen,
      asked: this.#asked,
      exploration: this.#exploration,
      exploring: failed ? 'failed' : this.#exploring && !module ? 'busy' : 'no',
      hands: this.#hands,
    });
  }

  get #hands(): Hands {
    const together = this.#together;
    return {
      pins: { open: this.#open, point: ({ members }) => this.#point(members), key: this.#key },
      spots: {
        read: together?.isReadable ? (id, opener) => together.open({ id, opener }) : undefined,
        point: (id) => this.#highlight(id),
      },
      toggle: this.#toggle,
      all: () => this.#seek([]),
      again: this.#again,
      close: this.#close,
      openList: this.#writeList,
      explore: () => void this.#explore(),
    };
  }

  readonly #writeList = (written = true): void => {
    this.#listOpen = written;
    this.#host.element.requestUpdate();
  };

  readonly #share = (shared: Together): void => {
    const { element, seek, sought } = this.#host;
    const { signal } = this.#stop;
    this.#together = shared;
    if (shared.sought) seek(shared.sought);
    else shared.seek(sought());
    shared.on('sought', () => shared.sought && seek(shared.sought), signal);
    for (const change of ['highlighted', 'readers'] as const)
      shared.on(change, () => element.requestUpdate(), signal);
    element.requestUpdate();
  };

  readonly #again = (): void => {
    for (const reading of Object.values(this.#host.readings)) void reading.again();
  };

  readonly #open = (pin: Pin): void => {
    const [first, ...others] = pin.members;
    if (!first) return;
    if (this.#selected === first.id) return this.#close();
    this.#selected = first.id;
    this.#current = first.id;
    this.#focus = '.spot-card';
    if (others.length === 0 && first.kind === 'initiative')
      tell(this.#host.element, 'buurt-map-select', { initiativeId: first.id });
    this.#host.element.requestUpdate();
  };

  readonly #close = (): void => {
    const pin = this.#pins.find(({ members }) => members.some(({ id }) => id === this.#selected));
    this.#selected = '';
    this.#focus = pin ? `[data-pin="${CSS.escape(keyOf(pin))}"]` : '';
    this.#host.element.requestUpdate();
  };

  readonly #key = (event: KeyboardEvent, pin: Pin): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const next = pinBy(event.key, pin, this.#pins);
    if (!next) return;
    event.preventDefault();
    this.#current = keyOf(next);
    this.#focus = `[data-pin="${CSS.escape(this.#current)}"]`;
    this.#exploration?.show(next);
    this.#host.element.requestUpdate();
  };

  #point(members: Pin['members']): void {
    const [only, ...others] = members;
    this.#highlight(only && others.length === 0 ? only.id : '');
  }

  #highlight(id: string): void {
    this.#pointed = id;
    if (this.#together) this.#together.highlight(id);
    else this.#host.element.requestUpdate();
  }

  readonly #toggle = (status: InitiativeStatus): void => {
    const { status: chosen } = this.#host.sought();
    this.#seek(chosen.includes(status) ? chosen.filter((each) => each !== status) : [...chosen, status]);
  };

  #seek(status: readonly InitiativeStatus[]): void {
    const { element, seek, sought } = this.#host;
    const wanted = { ...sought(), status };
    seek(wanted);
    this.#together?.seek(wanted);
    const found = withStatus(this.#told.places.value?.entries ?? [], status).length;
    tell(element, 'buurt-map-filter', { status, found });
  }

  async #explore(): Promise<void> {
    this.#exploring = true;
    this.#host.element.requestUpdate();
    await this.#explorer.need();
    const { module } = this.#explorer;
    if (!module || this.#exploration || this.#stop.signal.aborted) return;
    this.#exploration = new module.Exploration(this.#host.element, this.#leave);
    this.#focus = '.controls button';
    tell(this.#host.element, 'buurt-map-explore', null);
    this.#host.element.requestUpdate();
  }

  /** Back to the drawing. */
  readonly #leave = (): void => {
    this.#exploration?.stop();
    this.#exploration = undefined;
    this.#exploring = false;
    this.#focus = '.explore button';
    this.#host.element.requestUpdate();
  };
}
