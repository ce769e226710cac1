import type { CashbookMessages } from './cashbook.messages.js';

export const en: CashbookMessages = {
  loading: 'Loading the cashbook …',
  retry: 'Try again',

  title: 'The neighbourhood’s cashbook',
  intro: 'See where the neighbourhood’s money goes.',
  failed: 'The cashbook won’t load right now.',
  from: ({ time }) => `This is the cashbook from ${time}.`,
  none: 'No money has been shared out in this neighbourhood yet.',

  announced: ({ when }) => `Voting opens on ${when}.`,
  open: ({ when }) => `Voting is still open, until ${when}.`,
  closed: ({ when }) => `The neighbourhood voted until ${when}.`,
  nothingWon: 'The neighbourhood chose no plans in this round.',

  budget: 'Budget',
  won: 'Chosen',
  granted: 'Granted',
  spent: 'Spent',
  left: 'Left',
  short: 'Overspent',
  unknownGranted: 'no amount yet',
  unknownSpent: 'not known yet',
  overspent: ({ amount }) => `${amount} more spent than granted`,

  lines: ({ round }) => `The plans of ${round}`,
  initiative: 'Plan',
  removed: 'Plan that was removed',

  outside: 'Outside the rounds',
  outsideHint: 'This money was granted without a vote.',

  meaning: 'What do these words mean?',
  meanings: {
    budget: 'how much money there was for this round.',
    won: 'what the plans cost that the neighbourhood chose.',
    granted: 'how much money was promised to the plans.',
    spent: 'how much has been paid so far.',
    left: 'the budget minus what was spent.',
  },
  csv: 'Download as a table (CSV)',
};
