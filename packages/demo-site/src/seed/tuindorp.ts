import { tuindorpIdeas } from './tuindorp-ideas.js';
import type { SeededBuurt } from './seeded.js';

/** Flats and courtyards on both sides of a canal: a border of two parts. Ideas come on the site at once. */
export const tuindorp: SeededBuurt = {
  code: 'BU9999AA03',
  name: 'Tuindorp',
  municipality: 'Weterdam',
  households: 251,
  middle: { lat: 52.5395, lon: 5.2605 },
  polygons: [
    [
      [
        [-280, 20],
        [-60, 45],
        [140, 30],
        [270, 60],
        [230, 210],
        [30, 250],
        [-190, 200],
      ],
    ],
    [
      [
        [-290, -15],
        [-50, 10],
        [150, -5],
        [280, 25],
        [260, -120],
        [90, -210],
        [-150, -180],
      ],
    ],
  ],
  settings: {
    organisation: { name: 'De Wetering', privacyUrl: '/over-deze-demo' },
    moderated: false,
    answerDays: 21,
  },
  initiatives: tuindorpIdeas,
};
