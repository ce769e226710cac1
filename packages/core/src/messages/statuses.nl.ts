import type { InitiativeStatus } from '@buurt/domain/initiatives/initiative-status.js';

export const statusesNl: Readonly<Record<InitiativeStatus, string>> = {
  new: 'Nieuw',
  onBallot: 'Op het stembiljet',
  granted: 'Toegekend',
  underway: 'Bezig',
  done: 'Klaar',
  declined: 'Gaat niet door',
};
