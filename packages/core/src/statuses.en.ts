import type { statusesNl } from './statuses.nl.js';

export const statusesEn: typeof statusesNl = {
  new: 'New',
  onBallot: 'Being voted on',
  granted: 'Granted',
  underway: 'Under way',
  done: 'Done',
  declined: 'Not going ahead',
};
