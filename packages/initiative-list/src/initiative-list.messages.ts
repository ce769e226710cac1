import type { BoardMessages } from './board.messages.js';

/** The Dutch texts of the frame; those of the list come with its code. Named values, so that a page can override. */
export const nl = {
  loading: 'De initiatieven komen eraan …',
  partFailed: 'Dit deel kon niet laden.',
  retry: 'Probeer opnieuw',
};

export type InitiativeListMessages = typeof nl & BoardMessages;
