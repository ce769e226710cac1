import type { ChartMessages } from './chart.messages.js';

/** The Dutch texts of the frame; those of the map come with its code. Named values, so that a page can override. */
export const nl = {
  loading: 'De kaart komt eraan …',
  partFailed: 'Dit deel kon niet laden.',
  retry: 'Probeer opnieuw',
};

export type MapCardMessages = typeof nl & ChartMessages;
