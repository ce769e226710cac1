/** How far an initiative is; the last two are ends. */
export const initiativeStatuses = ['new', 'onBallot', 'granted', 'underway', 'done', 'declined'] as const;
export type InitiativeStatus = (typeof initiativeStatuses)[number];

/** Whether an initiative takes no support and no help any more. */
export const hasEnded = (status: InitiativeStatus): boolean => status === 'done' || status === 'declined';
