import type { InitiativeStatus } from '../initiatives/initiative-status.js';
import type { Border } from './border.js';
import type { Place } from './place.js';
import type { Readable } from '../wire/readable.js';

/** What a map shows of an initiative. */
export interface MapPlace extends Place {
  readonly id: string;
  readonly title: string;
  readonly status: InitiativeStatus;
  readonly theme: string | null;
  readonly supportCount: number;
  readonly address: string | null;
}

export interface MapPlaces extends Readable<MapPlace> {
  /** How many fit the question, with and without a place; a server may tell the newest only. */
  readonly total: number;
  /** How many initiatives fit the question but have no place. */
  readonly withoutPlace: number;
}

/** A buurt as a map shows it. */
export interface Area {
  /** Its code. */
  readonly id: string;
  readonly name: string;
  /** Published ones. */
  readonly initiativeCount: number;
  readonly border: Border;
}

/** What is known of a buurt in numbers; amounts in euro cents. */
export const figureKinds = ['households', 'initiatives', 'grantedCents', 'spentCents', 'neighbours'] as const;

export interface Figure {
  readonly kind: (typeof figureKinds)[number];
  readonly value: number;
  /** Who counted; null when the server did, from what it knows. */
  readonly source: string | null;
  readonly at: string;
}
