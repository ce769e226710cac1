import type { ListedInitiative } from './initiative.js';
import type { InitiativeStatus } from './initiative-status.js';

/** `new`, `support`, `help` and `news`: the most first; `near`: the nearest; `random`: shuffled by a seed. */
export const initiativeSorts = ['new', 'support', 'help', 'near', 'news', 'random'] as const;
export type InitiativeSort = (typeof initiativeSorts)[number];

/** How many there would be with this choice instead, under all other filters. */
export interface Facets {
  readonly status: Readonly<Record<InitiativeStatus, number>>;
  /** Themes that occur, the most frequent first. */
  readonly theme: readonly { readonly theme: string; readonly count: number }[];
}

/** Some of the initiatives of a buurt; `total` counts them on all pages. */
export interface InitiativePage {
  readonly initiatives: readonly ListedInitiative[];
  readonly total: number;
  readonly facets: Facets;
}
