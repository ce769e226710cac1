import { molenbuurtIdeas } from './molenbuurt-ideas.js';
import type { SeededBuurt } from './seeded.js';

/** Rows of houses around the field where the mill stood, which belongs to the municipality: a border with a hole. */
export const molenbuurt: SeededBuurt = {
  code: 'BU9999AA02',
  name: 'Molenbuurt',
  municipality: 'Weterdam',
  households: 262,
  middle: { lat: 52.5445, lon: 5.253 },
  polygons: [
    [
      [
        [-240, -190],
        [40, -230],
        [240, -160],
        [280, 30],
        [210, 190],
        [-20, 240],
        [-210, 170],
        [-270, -20],
      ],
      [
        [-70, -60],
        [-90, 30],
        [-20, 90],
        [70, 60],
        [80, -40],
        [10, -80],
      ],
    ],
  ],
  settings: {
    organisation: { name: 'De Wetering', privacyUrl: '/over-deze-demo' },
    intro: {
      nl: 'Dit jaar verdeelde de Molenbuurt € 10.000. Volgend jaar komt er weer een stemming. Wat zou jij doen?',
      en: 'This year the Molenbuurt divided € 10,000. Next year there is another vote. What would you do?',
    },
    fields: [
      { name: 'title', required: true, min: 4, max: 80 },
      { name: 'story', required: true, min: 20, max: 1500 },
      { name: 'theme', required: true },
      { name: 'place', required: true },
      { name: 'assets', required: false, max: 600 },
      { name: 'joiners', required: false, max: 600 },
      { name: 'needs', required: false },
      { name: 'offers', required: false },
      { name: 'cost', required: true },
      { name: 'photos', required: false, max: 3 },
      { name: 'name', required: true, max: 80 },
      { name: 'email', required: false, max: 254 },
      { name: 'phone', required: false, max: 20 },
    ],
    questions: [
      {
        id: 'moment',
        step: 'together',
        kind: 'choice',
        label: { nl: 'Wanneer wil je beginnen?', en: 'When would you like to start?' },
        required: false,
        options: [
          { nl: 'Dit seizoen', en: 'This season' },
          { nl: 'Volgend jaar', en: 'Next year' },
          { nl: 'Maakt niet uit', en: 'Any time' },
        ],
        shown: true,
      },
      {
        id: 'water-tap',
        step: 'place',
        kind: 'line',
        label: { nl: 'Is er water in de buurt?', en: 'Is there water nearby?' },
        hint: { nl: 'Bijvoorbeeld een kraan of een sloot.', en: 'A tap or a ditch, for example.' },
        required: false,
        max: 120,
        options: [],
        shown: false,
        onlyForTheme: 'green',
      },
    ],
    answerDays: 7,
  },
  initiatives: molenbuurtIdeas,
};
