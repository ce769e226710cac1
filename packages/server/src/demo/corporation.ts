import { borderFrom, type Border } from '@buurt/domain';

/** The made-up corporation whose site this is, and what it says about itself. */
export const corporation = {
  kind: 'Woningstichting',
  name: 'De Wetering',
  telephone: '088 000 12 34',
  telephoneUrl: 'tel:+31880001234',
  address: 'Sluiskade 1, 0400 AA Weterdam',
} as const;

export const town = { name: 'Weterdam', municipality: 'Weterdam' } as const;

/** A made-up street: from its first to its last house in metres east and north of the middle of the buurt. */
export interface Street {
  readonly name: string;
  readonly postcode: string;
  readonly from: readonly [east: number, north: number];
  readonly to: readonly [east: number, north: number];
  readonly lastNumber: number;
}

export interface DemoBuurt {
  readonly code: string;
  readonly name: string;
  readonly municipality: string;
  readonly path: string;
  readonly households: number;
  /** What makes this buurt this buurt, in a sentence or two. */
  readonly character: string;
  readonly border: Border;
  readonly streets: readonly Street[];
}

const square = (lon: number, lat: number) =>
  borderFrom({
    type: 'Polygon',
    coordinates: [
      [
        [lon - 0.004, lat - 0.002],
        [lon + 0.003, lat - 0.0026],
        [lon + 0.0042, lat + 0.001],
        [lon + 0.001, lat + 0.0026],
        [lon - 0.0038, lat + 0.002],
        [lon - 0.004, lat - 0.002],
      ],
    ],
  });

export const demoBuurten: readonly [DemoBuurt, ...DemoBuurt[]] = [
  {
    code: 'BU9999AA01',
    name: 'Sluiskwartier',
    municipality: town.municipality,
    path: '/buurten/sluiskwartier',
    households: 240,
    character: 'Smalle straten aan het water. Op de kade kent iedereen elkaars hond.',
    border: square(5.2, 52.1),
    streets: [
      { name: 'Sluiskade', postcode: '0411 AA', from: [-150, -60], to: [150, -60], lastNumber: 40 },
      { name: 'Touwslagersstraat', postcode: '0411 AB', from: [-120, 40], to: [120, 60], lastNumber: 32 },
      { name: 'Overzijde', postcode: '0430 XA', from: [500, -60], to: [800, -60], lastNumber: 20 },
    ],
  },
  {
    code: 'BU9999AA02',
    name: 'Molenbuurt',
    municipality: town.municipality,
    path: '/buurten/molenbuurt',
    households: 310,
    character: 'Rijtjes met diepe tuinen rond het veld waar vroeger de molen stond.',
    border: square(5.22, 52.1),
    streets: [],
  },
  {
    code: 'BU9999AA03',
    name: 'Tuindorp',
    municipality: town.municipality,
    path: '/buurten/tuindorp',
    households: 275,
    character: 'Flats en hofjes met veel groen. Er wonen mensen uit dertig landen.',
    border: square(5.24, 52.1),
    streets: [],
  },
];
