/** How far an initiative is; the last two are ends. */
export const initiativeStatuses = ['new', 'onBallot', 'granted', 'underway', 'done', 'declined'] as const;
export type InitiativeStatus = (typeof initiativeStatuses)[number];
