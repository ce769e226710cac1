import type { BuurtPromise, CostRange, InitiativeStatus, OfferKind, Remark } from '@buurt/domain';
import type { SettingsOverrides } from '@buurt/server/seeding';
import type { SceneName } from './art/scenes.js';

/** Metres east and north of the middle of the buurt. */
export type Offset = readonly [east: number, north: number];

/** A made-up buurt: polygons, each an outer ring with the holes behind it. */
export interface SeededBuurt {
  readonly code: string;
  readonly name: string;
  readonly municipality: string;
  readonly households: number;
  readonly middle: { readonly lat: number; readonly lon: number };
  readonly polygons: readonly (readonly (readonly Offset[])[])[];
  readonly settings: SettingsOverrides;
  readonly initiatives: readonly SeededInitiative[];
}

/** An idea of a made-up resident, and what became of it. Days are counted back from the moment of seeding. */
export interface SeededInitiative {
  readonly title: string;
  readonly story: string;
  readonly theme: string;
  readonly daysAgo: number;
  readonly by: string | null;
  /** Absent: nobody has read it yet. */
  readonly status?: InitiativeStatus;
  readonly statusReason?: string;
  /** Taken off the site, or never on it, and why. */
  readonly refused?: { readonly review: 'declined' | 'hidden'; readonly reason: string };
  readonly at?: Offset;
  readonly address?: string;
  readonly photo?: SceneName;
  readonly assets?: string;
  readonly joiners?: string;
  readonly needs?: readonly OfferKind[];
  /** How many neighbours are asked of each kind that is needed; one unless told. */
  readonly asked?: Partial<Readonly<Record<OfferKind, number>>>;
  readonly brings?: readonly OfferKind[];
  readonly cost?: CostRange;
  readonly answers?: Readonly<Record<string, string>>;
  readonly supports?: number;
  readonly offers?: readonly {
    readonly kinds: readonly OfferKind[];
    readonly words: string;
    readonly by: string;
  }[];
  readonly promises?: readonly SeededPromise[];
  readonly remarks?: readonly SeededRemark[];
  readonly news?: readonly { readonly daysAgo: number; readonly text: string; readonly photo?: SceneName }[];
}

export interface SeededRemark {
  readonly daysAgo: number;
  readonly by: string | null;
  readonly stance: Remark['stance'];
  readonly text: string;
}

export interface SeededPromise {
  readonly who: string;
  readonly what: string;
  /** Days before (or, negative, after) the moment of seeding. */
  readonly daysAgo: number;
  readonly state: BuurtPromise['state'];
  readonly granted?: number;
  readonly spent?: number;
}

/** An amount in whole euros as the cents that the store keeps. */
export const euros = (from: number, to: number): CostRange => ({ minCents: from * 100, maxCents: to * 100 });
