import type { CorrectionMessages } from './correction.messages.js';

/** The English texts of correcting an idea, at the desk. */
export const en: CorrectionMessages = {
  open: 'Correct a typing error',
  title: 'Correct a typing error',
  lead: 'Correct only what was mistyped. The person behind it sees that you did this, and gets an e-mail if they get e-mails from us.',
  labels: { title: 'Title', story: 'Story' },
  send: 'Save',
  sending: 'One moment …',
  sent: 'Corrected.',
  cancel: 'Cancel',
  problem: 'Something is not right',
  problems: {
    required: 'This cannot be empty.',
    'too-short': ({ limit }) => `This is too short: at least ${String(limit)} characters.`,
    'too-long': ({ limit }) => `This is too long: at most ${String(limit)} characters.`,
    other: 'This cannot stand here.',
  },
  conflict:
    'Somebody was first: this idea has changed meanwhile. Above you see what it says now. Is your text still right? Then press again.',
  notSent: 'It did not work.',
};
