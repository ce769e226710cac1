import type { ProposalMessages } from './proposal.messages.js';

const letters = (count: number) => (count === 1 ? '1 letter' : `${String(count)} letters`);

/** The English texts of changing a plan of a budget vote. */
export const en: ProposalMessages = {
  changes: 'Change this plan',
  withdrawal: 'Withdraw this plan',
  leads: {
    changes:
      'Residents read it on the site at once. When the voting round is open, this cannot be done any more.',
    withdrawal:
      'The plan stays to be seen. Nobody can choose it any more and it cannot win. Whoever chose it still votes for the other plans. This cannot be undone.',
  },
  mailed:
    'Does it take part in no voting round after that? Then it is a new idea again, and its maker and followers get a mail.',
  printed: ({ count }) =>
    `Codes were made for ${letters(count)}. Letters that are printed say what it said until now.`,
  numbers:
    'With another title the plans may get other numbers on a ballot on paper. Then make the letters again.',
  crossed: 'Letters that are printed still have the plan. A cross for it does not count.',
  labels: { title: 'Title', story: 'Story', costCents: 'What does it cost?' },
  optional: 'may stay empty',
  send: { changes: 'Save', withdrawal: 'Withdraw the plan' },
  sending: 'Busy …',
  cancel: 'Cancel',
  notSent: 'It did not work.',
  conflict: 'This cannot be done now. The voting round changed meanwhile: first look how it stands now.',
  nothingNew: 'You have not changed anything yet.',
  problem: 'Something is not right yet',
  problems: {
    title: 'Fill in a title.',
    tooLong: ({ over }) =>
      over === 1 ? 'This is 1 character too long.' : `This is ${String(over)} characters too long.`,
    cost: 'Fill in an amount, such as 1250 or 1250.50.',
    budget: 'The plan does not fit in this voting round any more: look at the budget and the rules.',
  },
};
