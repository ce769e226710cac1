import type { InitiativeStatus } from '@buurt/domain/initiatives/initiative-status.js';

/** A resident looks at an initiative on the map. */
export interface MapSelection {
  readonly initiativeId: string;
}

/** A resident wants to see these statuses only (none: all), and so many are on the map. */
export interface MapFilterChange {
  readonly status: readonly InitiativeStatus[];
  readonly found: number;
}

declare global {
  interface HTMLElementEventMap {
    'buurt-map-select': CustomEvent<MapSelection>;
    'buurt-map-filter': CustomEvent<MapFilterChange>;
    'buurt-map-explore': CustomEvent<null>;
    'buurt-error': CustomEvent<{ readonly error: unknown }>;
  }
}
