import type { InitiativeSort } from '@buurt/domain/initiatives/initiative-list.js';
import type { InitiativeStatus } from '@buurt/domain/initiatives/initiative-status.js';
import type { OfferKind } from '@buurt/domain/initiatives/initiative.js';

/** A resident supports an initiative, or no longer; the endpoint has it. */
export interface SupportChange {
  readonly initiativeId: string;
  readonly supported: boolean;
}

/** A neighbour joins an initiative. Who it is and how to reach them is left out. */
export interface OfferMade {
  readonly initiativeId: string;
  readonly kinds: readonly OfferKind[];
}

/** A resident looks for something else, and so many initiatives were found. */
export interface FilterChange {
  readonly status: readonly InitiativeStatus[];
  readonly theme: readonly string[];
  readonly words: string;
  readonly sort: InitiativeSort;
  readonly found: number;
}

/** A resident opens an initiative. */
export interface InitiativeOpened {
  readonly initiativeId: string;
}

declare global {
  interface HTMLElementEventMap {
    'buurt-support': CustomEvent<SupportChange>;
    'buurt-offer': CustomEvent<OfferMade>;
    'buurt-filter': CustomEvent<FilterChange>;
    'buurt-open': CustomEvent<InitiativeOpened>;
    'buurt-error': CustomEvent<{ readonly error: unknown }>;
  }
}
