import type { Offset } from './seeded.js';

/** A road, path or quay on the map; nobody lives at it. */
export interface Lane {
  readonly name: string;
  readonly line: readonly Offset[];
}

/** What else there is to recognise each buurt by. */
export const lanesOf: Readonly<Record<string, readonly Lane[]>> = {
  BU9999AA01: [
    {
      name: 'Sluiskade',
      line: [
        [-520, -60],
        [-280, -90],
        [220, -110],
        [420, -40],
        [560, 60],
      ],
    },
    {
      name: 'Touwslagersstraat',
      line: [
        [-330, 0],
        [-260, -20],
        [60, -30],
        [150, -10],
      ],
    },
    {
      name: 'Smidsteeg',
      line: [
        [148, -120],
        [150, -100],
        [160, 90],
        [190, 160],
      ],
    },
    {
      name: 'Overhaal',
      line: [
        [-460, 190],
        [-300, 220],
        [-60, 260],
        [180, 250],
        [420, 280],
      ],
    },
    {
      name: 'Lijnpad',
      line: [
        [-500, -210],
        [-190, -235],
        [60, -260],
        [320, -190],
        [560, -90],
      ],
    },
    {
      name: 'Kaasgang',
      line: [
        [-180, -25],
        [-170, 70],
        [-190, 235],
      ],
    },
    {
      name: 'Veersteeg',
      line: [
        [-30, -100],
        [-40, -30],
        [-35, 15],
      ],
    },
    {
      name: 'Sasplein',
      line: [
        [190, -60],
        [250, -30],
        [280, 60],
        [230, 110],
        [165, 60],
      ],
    },
    {
      name: 'Dokweg',
      line: [
        [330, -60],
        [400, 120],
        [410, 290],
      ],
    },
    {
      name: 'Bolwerk',
      line: [
        [-330, 0],
        [-380, 90],
        [-330, 210],
      ],
    },
  ],
  BU9999AA02: [
    {
      name: 'Wiekstraat',
      line: [
        [-330, -120],
        [-200, -130],
        [180, -130],
        [330, -90],
      ],
    },
    {
      name: 'Korenstraat',
      line: [
        [195, 240],
        [190, 130],
        [180, -100],
        [175, -290],
      ],
    },
    {
      name: 'Maalderij',
      line: [
        [-300, 100],
        [-200, 130],
        [120, 170],
        [320, 160],
      ],
    },
    {
      name: 'Buitenweg',
      line: [
        [-520, -310],
        [-350, -300],
        [350, -290],
        [520, -270],
      ],
    },
    {
      name: 'Molenpad',
      line: [
        [-90, -95],
        [-110, 40],
        [-25, 112],
        [88, 78],
        [100, -52],
        [8, -104],
        [-90, -95],
      ],
    },
    {
      name: 'Zakkendragerspad',
      line: [
        [-200, 130],
        [-205, 10],
        [-195, -130],
        [-210, -300],
      ],
    },
    {
      name: 'Roggehof',
      line: [
        [190, 20],
        [250, 25],
        [265, -20],
      ],
    },
    {
      name: 'Meelgang',
      line: [
        [-30, 112],
        [-20, 150],
        [-10, 320],
      ],
    },
    {
      name: 'Ringvaart',
      line: [
        [-480, -240],
        [-360, -60],
        [-340, 120],
        [-260, 290],
        [40, 340],
        [400, 300],
      ],
    },
    {
      name: 'Spoorlaan',
      line: [
        [420, -360],
        [400, 40],
        [430, 360],
      ],
    },
  ],
  BU9999AA03: [
    {
      name: 'Lindeflat',
      line: [
        [-290, 100],
        [-180, 110],
        [-20, 120],
        [60, 125],
      ],
    },
    {
      name: 'Beukenhof',
      line: [
        [20, 170],
        [190, 150],
        [310, 160],
      ],
    },
    {
      name: 'Zuidkanaal',
      line: [
        [-480, -50],
        [-220, -60],
        [200, -70],
        [480, -60],
      ],
    },
    {
      name: 'Dijkweg',
      line: [
        [-520, 290],
        [-300, 300],
        [300, 310],
        [520, 330],
      ],
    },
    {
      name: 'Esdoornlaan',
      line: [
        [-200, 300],
        [-190, 110],
        [-180, -60],
        [-200, -260],
      ],
    },
    {
      name: 'Populierenpad',
      line: [
        [60, 305],
        [55, 125],
        [20, 20],
        [40, -66],
      ],
    },
    {
      name: 'Wilgenstraat',
      line: [
        [-185, 30],
        [-60, 10],
        [20, 20],
        [180, 30],
        [300, 20],
      ],
    },
    {
      name: 'Tuinpad',
      line: [
        [-100, 118],
        [-95, 15],
      ],
    },
    {
      name: 'Schoolpad',
      line: [
        [150, 155],
        [160, 30],
        [170, -70],
      ],
    },
    {
      name: 'Kanaaldijk',
      line: [
        [-480, -130],
        [-180, -140],
        [220, -150],
        [480, -140],
      ],
    },
    {
      name: 'Parkweg',
      line: [
        [300, 310],
        [305, 20],
        [320, -250],
      ],
    },
  ],
};
