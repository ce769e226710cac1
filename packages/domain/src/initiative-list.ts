import type { InitiativeStatus, InitiativeSummary, OfferKind } from './initiative.js';

/** How many neighbours are asked to bring something, and how many offered it. */
export interface Help {
  readonly kind: OfferKind;
  readonly asked: number;
  readonly offered: number;
}

/** How many more neighbours are asked; never less than none. */
export const stillAsked = ({ asked, offered }: Help): number => Math.max(0, asked - offered);

/** What the list shows of an initiative. */
export interface ListedInitiative extends InitiativeSummary {
  /** Only what is asked, in the order of `offerKinds`. */
  readonly help: readonly Help[];
  /** When something was last told about it. */
  readonly newsAt: string | null;
}

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
