import type { Border } from '@buurt/domain/geo/border.js';
import type { Place } from '@buurt/domain/geo/place.js';
import { seededBuurten } from '../seed/buurten.js';
import { borderOf } from '../seed/seed.js';
import type { SeededBuurt, Street } from '../seed/seeded-buurt.js';

/** The made-up corporation whose site this is. The telephone number is not in use. */
export const corporation = {
  kind: 'Woningstichting',
  name: 'De Wetering',
  telephone: '088 000 12 34',
  telephoneUrl: 'tel:+31880001234',
  address: 'Sluiskade 1, 0411 AA Weterdam',
} as const;

export const town = 'Weterdam';

/** A buurt as this site shows it. */
export interface DemoBuurt {
  readonly code: string;
  readonly name: string;
  readonly municipality: string;
  readonly households: number;
  readonly path: string;
  /** What makes this buurt this buurt, in a sentence or two. */
  readonly character: string;
  readonly middle: Place;
  readonly border: Border;
  readonly streets: readonly Street[];
  /** Whether its page shows codes to vote with. */
  readonly hasDemoCodes: boolean;
}

function shown(buurt: SeededBuurt): DemoBuurt {
  const { code, name, municipality, households, middle, character, streets, round } = buurt;
  return {
    code,
    name,
    municipality,
    households,
    middle,
    character,
    path: `/buurten/${name.toLowerCase()}`,
    border: borderOf(buurt),
    streets,
    hasDemoCodes: round.hasDemoCodes,
  };
}

const [first, ...others] = seededBuurten;
export const demoBuurten: readonly [DemoBuurt, ...DemoBuurt[]] = [shown(first), ...others.map(shown)];
