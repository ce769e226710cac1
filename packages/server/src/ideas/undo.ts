import { undoSeconds } from '@buurt/domain/ideas/idea-decision.js';

/** So much longer than the screen says: who presses in the last second is in time, whatever the network does. */
const graceSeconds = 2;

/** Until when a decision of this moment can be undone; then makers and followers hear of it. */
export const undoableUntil = (at: Date): Date => new Date(at.getTime() + (undoSeconds + graceSeconds) * 1000);

/** When a decision must have been made so that it cannot be undone at this moment. */
export const undoableSince = (at: Date): Date => new Date(at.getTime() - (undoSeconds + graceSeconds) * 1000);

/** Until when the screen offers to undo a decision of this moment. */
export const undoOfferedUntil = (at: Date): Date => new Date(at.getTime() + undoSeconds * 1000);
