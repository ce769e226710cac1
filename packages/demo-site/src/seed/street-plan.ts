import type { Offset } from './seeded.js';

/** A made-up street: its first and its last house, in metres east and north of the middle of the buurt. */
export interface Street {
  readonly name: string;
  readonly postcode: string;
  readonly from: Offset;
  readonly to: Offset;
  readonly lastNumber: number;
}

/** The streets in and just outside each buurt, by its code. No postcode in the Netherlands begins with 0. */
export const streetsOf: Readonly<Record<string, readonly Street[]>> = {
  BU9999AA01: [
    { name: 'Sluiskade', postcode: '0411 AA', from: [-280, -90], to: [220, -110], lastNumber: 60 },
    { name: 'Touwslagersstraat', postcode: '0411 AB', from: [-260, -20], to: [60, -30], lastNumber: 40 },
    { name: 'Smidsteeg', postcode: '0411 AC', from: [150, -100], to: [160, 90], lastNumber: 24 },
    { name: 'Overhaal', postcode: '0413 XA', from: [-300, 220], to: [-60, 260], lastNumber: 20 },
  ],
  BU9999AA02: [
    { name: 'Wiekstraat', postcode: '0421 BA', from: [-200, -130], to: [180, -130], lastNumber: 44 },
    { name: 'Korenstraat', postcode: '0421 BB', from: [190, 130], to: [180, -100], lastNumber: 36 },
    { name: 'Maalderij', postcode: '0421 BC', from: [-200, 130], to: [120, 170], lastNumber: 30 },
    { name: 'Buitenweg', postcode: '0423 XB', from: [-350, -300], to: [350, -290], lastNumber: 30 },
  ],
  BU9999AA03: [
    { name: 'Lindeflat', postcode: '0431 CA', from: [-180, 110], to: [-20, 120], lastNumber: 48 },
    { name: 'Beukenhof', postcode: '0431 CB', from: [20, 170], to: [190, 150], lastNumber: 32 },
    { name: 'Zuidkanaal', postcode: '0431 CC', from: [-220, -60], to: [200, -70], lastNumber: 50 },
    { name: 'Dijkweg', postcode: '0433 XC', from: [-300, 300], to: [300, 310], lastNumber: 24 },
  ],
};
