import type { IdleMessages } from './idle.messages.js';

export const en: IdleMessages = {
  title: 'Are you still there?',
  unsent: 'Your vote has not been sent yet. Soon we wipe your choice and your code from this screen.',
  unsentAgain:
    'Your new choice has not been sent yet. Your earlier vote counts. Soon we wipe your choice and your code from this screen.',
  sent: 'Your vote counts. Did you write down the receipt? Soon we wipe this screen.',
  left: ({ count }) => (count === 1 ? '1 second left.' : `${count} seconds left.`),
  stay: 'I am still here',
  wipe: 'Wipe everything now',
};
