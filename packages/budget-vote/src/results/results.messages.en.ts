import type { ResultsMessages } from './results.messages.js';

export const en: ResultsMessages = {
  title: 'The result',
  unsent: {
    title: 'The vote closed before your ballot was sent',
    lead: 'This choice does not count. You had chosen:',
  },
};
