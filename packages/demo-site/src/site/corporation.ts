import type { Border, Place } from '@buurt/domain';
import { molenbuurt } from '../seed/molenbuurt.js';
import { borderOf } from '../seed/seed.js';
import type { SeededBuurt } from '../seed/seeded.js';
import { sluiskwartier } from '../seed/sluiskwartier.js';
import { tuindorp } from '../seed/tuindorp.js';
import { streetsOf, type Street } from '../seed/street-plan.js';

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
}

function shown(buurt: SeededBuurt, character: string): DemoBuurt {
  const { code, name, municipality, households, middle } = buurt;
  return {
    ...{ code, name, municipality, households, middle, character },
    path: `/buurten/${name.toLowerCase()}`,
    border: borderOf(buurt),
    streets: streetsOf[code] ?? [],
  };
}

export const demoBuurten: readonly [DemoBuurt, ...DemoBuurt[]] = [
  shown(sluiskwartier, 'Smalle straten aan het water. Op de kade kent iedereen elkaars hond.'),
  shown(molenbuurt, 'Rijtjes huizen met tuinen, rond het veld waar vroeger de molen stond.'),
  shown(tuindorp, 'Flats en hofjes aan twee kanten van het kanaal. Er wonen mensen uit dertig landen.'),
];
