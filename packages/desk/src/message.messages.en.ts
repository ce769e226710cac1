import type { MessageMessages } from './message.messages.js';

export const en: MessageMessages = {
  loading: 'Loading the message …',
  retry: 'Try again',
  failed: 'The message won’t load right now.',
  erase: 'Erase this for good …',
  gone: 'This message is no longer here, or you may not see it.',

  titles: {
    remark: 'A comment to read',
    report: 'A comment that was reported',
    question: 'A question from a neighbour',
    offer: 'A neighbour wants to join in',
  },
  about: ({ title }) => `About the initiative “${title}”`,
  by: ({ name, when }) => `${name}, ${when}`,
  anonymous: 'A neighbour',
  stances: { for: 'Is in favour', against: 'Has a concern', question: 'Asks something' },
  reports: 'Why neighbours reported this',
  resolved: 'This has been dealt with.',
  answeredBy: { maker: 'The maker answered', organisation: 'The organisation answered' },
  brings: 'Brings',
  contact: 'How to reach this neighbour',
  outcomes: {
    joined: 'This neighbour is joining in.',
    declined: 'This neighbour is not joining in for now.',
    withdrawn: 'This neighbour took the offer back.',
  },

  keep: 'Leave it on the site',
  place: 'Place on the site',
  hide: 'Take off the site',
  refuse: 'Don’t place',
  sending: 'Working …',
  label: 'Your answer',
  questionHint: 'Your answer appears on the site, under the question.',
  offerHint: 'Tell this neighbour how it goes on. The maker has not answered yet.',
  answer: 'Place the answer',
  joins: 'This neighbour joins in',
  declines: 'Not now',
  required: 'Write an answer.',
  tooLong: ({ over }) =>
    over === 1 ? 'This is 1 character too long.' : `This is ${String(over)} characters too long.`,
  problem: 'Something is missing',
  conflict: 'Somebody was before you: this has changed meanwhile. You now see how it stands.',
  notSent: 'That did not work.',
  readOnly: 'You can read this. To answer you need another role.',
};
