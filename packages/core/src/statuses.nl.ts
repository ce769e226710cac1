import type { InitiativeStatus } from '@buurt/domain';

export const statusesNl: Readonly<Record<InitiativeStatus, string>> = {
  new: 'Nieuw',
  onBallot: 'Op het stembiljet',
  granted: 'Toegekend',
  underway: 'Wordt gemaakt',
  done: 'Klaar',
  declined: 'Gaat niet door',
};
