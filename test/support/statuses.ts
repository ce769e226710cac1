import { initiativeStatuses, type InitiativeStatus } from '@buurt/domain/initiatives/initiative-status.js';

/** No initiative of any status. */
export const noStatus = Object.fromEntries(initiativeStatuses.map((status) => [status, 0])) as Readonly<
  Record<InitiativeStatus, number>
>;
