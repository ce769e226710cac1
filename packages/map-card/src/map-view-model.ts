import type { TemplateResult } from 'lit';
import type { Resource } from '@buurt/core/element/resource.js';
import type { Filters } from '@buurt/core/element/shared-selection.js';
import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import type { Locale } from '@buurt/core/messages/texts.js';
import type { Area, Figure, MapPlaces } from '@buurt/domain/geo/map-place.js';
import type { MapSurroundings } from '@buurt/domain/geo/map-surroundings.js';
import type { InitiativeStatus } from '@buurt/domain/initiatives/initiative-status.js';
import type { Readable } from '@buurt/domain/wire/readable.js';
import type { Background } from './background.js';
import type { MapCardMessages } from './map-card.messages.js';
import type { Marker, Pin } from './markers.js';
import type { Viewport } from './viewport.js';

/** What a visitor can do on the card. */
export interface MapActions {
  readonly openPin: (pin: Pin) => void;
  readonly closePin: () => void;
  /** Moves focus from this pin to another, when the key is one that does. */
  readonly pressKey: (event: KeyboardEvent, pin: Pin) => void;
  /** Highlights a marker by its id, here and in a list beside the map; with an empty id none. */
  readonly highlight: (markerId: string) => void;
  /** Opens an initiative in another widget; focus comes back to `opener`. */
  readonly readInitiative: (id: string, opener: HTMLElement) => void;
  readonly toggleStatus: (status: InitiativeStatus) => void;
  readonly showAllStatuses: () => void;
  readonly toggleList: (isOpen: boolean) => void;
  readonly reload: () => void;
  readonly explore: () => void;
}

/** The parts of the card that the map with streets adds. */
export interface ExplorationView {
  /** Behind the drawing. */
  readonly tiles: unknown;
  /** Over the map. */
  readonly controls: TemplateResult;
  /** Below the map: its source, its layers, and the way back. */
  readonly footer: TemplateResult;
}

/** Everything that the card shows. */
export interface MapViewModel {
  readonly t: MapCardMessages & CoreMessages;
  readonly locale: Locale;
  readonly headingLevel: number;
  /** The heading of the whole card, unless the page has one of its own. */
  readonly mainHeading: (content: unknown) => unknown;
  /** The page's own page about an initiative, with `{id}`; empty when it has none. */
  readonly detailHref: string;
  /** The page's own page about a buurt, with `{code}`. */
  readonly buurtHref: string;
  /** The municipality of which the buurten are shown; empty when initiatives are shown. */
  readonly municipality: string;
  /** The page asks for one buurt, whether or not its name is known. */
  readonly isOneBuurt: boolean;

  readonly areas: Resource<Readable<Area>>;
  readonly surroundings: Resource<MapSurroundings>;
  readonly figures: Resource<readonly Figure[]>;
  readonly places: Resource<MapPlaces>;

  readonly filters: Filters;
  /** The visitor has filtered: from then on a screen reader says how many are found. */
  readonly isCountAnnounced: boolean;
  /** `undefined` as long as the borders or the width of the card are not known. */
  readonly viewport: Viewport | undefined;
  readonly pins: readonly Pin[];
  /** The markers of all pins, in the order of the pins. */
  readonly markers: readonly Marker[];
  /** The key of the pin that is in the tab order; arrow keys lead from it to the others. */
  readonly tabStop: string;
  readonly openPin: Pin | undefined;
  readonly highlightedId: string;
  readonly isListOpen: boolean;
  /** Another widget on the page can show an initiative. */
  readonly hasReader: boolean;

  /** `undefined` where the page wants no map with streets. */
  readonly background: Background | undefined;
  /** `undefined` while the visitor sees the drawing. */
  readonly exploration: ExplorationView | undefined;
  readonly explorationStatus: ExplorationStatus;

  readonly actions: MapActions;
}

/** The code of the map with streets: not asked for or there, on its way, or it did not come. */
export type ExplorationStatus = 'idle' | 'loading' | 'failed';
