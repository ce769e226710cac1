import type { IdleMessages } from './idle.messages.js';

export const en: IdleMessages = {
  title: 'Are you still there?',
  unsent: 'Your vote has not been sent yet. We’ll soon clear your choice and your code from this screen.',
  unsentAgain:
    'Your new choice has not been sent yet. Your earlier vote counts. We’ll soon clear your choice and your code from this screen.',
  sent: 'Your vote counts. Did you write down the receipt number? We’ll clear this screen soon.',
  left: ({ count }) => (count === 1 ? '1 second left.' : `${count} seconds left.`),
  stay: 'I’m still here',
  wipe: 'Clear everything now',
};
