import { defaultIdeaSettings } from '@buurt/domain';
import { sluiskwartierIdeas } from './sluiskwartier-ideas.js';
import type { SeededBuurt } from './seeded.js';

/** Narrow streets along the water: a long shape with a bend. Its form is the one that comes without settings. */
export const sluiskwartier: SeededBuurt = {
  code: 'BU9999AA01',
  name: 'Sluiskwartier',
  municipality: 'Weterdam',
  households: 240,
  middle: { lat: 52.541, lon: 5.242 },
  polygons: [
    [
      [
        [-310, -120],
        [-190, -175],
        [-40, -160],
        [60, -200],
        [190, -150],
        [300, -40],
        [330, 90],
        [250, 170],
        [150, 130],
        [90, 40],
        [-30, 20],
        [-110, 90],
        [-230, 110],
        [-320, 30],
      ],
    ],
  ],
  settings: {
    organisation: { name: 'De Wetering', privacyUrl: '/over-deze-demo' },
    fields: defaultIdeaSettings.fields,
  },
  initiatives: sluiskwartierIdeas,
};
