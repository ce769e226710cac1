import type { statusesNl } from './statuses.nl.js';

export const statusesEn: typeof statusesNl = {
  new: 'New',
  onBallot: 'On the ballot',
  granted: 'Granted',
  underway: 'Under way',
  done: 'Done',
  declined: 'Not going ahead',
};
