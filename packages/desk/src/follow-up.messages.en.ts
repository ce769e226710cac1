import { statusesEn } from '@buurt/core/messages/statuses.en.js';
import type { FollowUpMessages } from './follow-up.messages.js';

export const en: FollowUpMessages = {
  title: 'How does it stand?',
  statuses: statusesEn,
  statusReason: ({ reason }) => `Neighbours read: “${reason}”`,
  onBallot: 'The neighbourhood is voting on it. The result decides how it goes on.',
  promises: 'Promises',
  promiseStates: { open: 'To be done', kept: 'Done', late: 'Late', broken: 'Did not work out' },
  promised: ({ who, when }) => `${who}, by ${when}`,
  granted: ({ amount }) => `${amount} granted`,
  spent: ({ amount }) => `${amount} spent`,
  news: 'News',
  open: {
    standing: 'Change the status',
    news: 'Tell news',
    promises: 'Make a promise',
    change: ({ what }) => `Update: ${what}`,
  },
  forms: {
    standing: { title: 'Change the status', lead: 'The maker and everybody who follows get a mail.' },
    news: { title: 'Tell news', lead: 'It is on the site at once. Everybody who follows gets a mail.' },
    promises: {
      title: 'Make a promise',
      lead: 'A promise is on the site. Neighbours see who does something, what, and by when.',
    },
    change: { title: 'Update a promise', lead: 'Neighbours see what came of it.' },
  },
  labels: {
    status: 'Status',
    reason: 'Why?',
    optional: 'may be empty',
    text: 'Your news',
    who: 'Who promises it?',
    what: 'What?',
    dueOn: 'By which date?',
    state: 'What came of it?',
    granted: 'How many euros are granted?',
    spent: 'How many euros are spent?',
  },
  send: { standing: 'Save the status', news: 'Place on the site', promises: 'Save the promise' },
  sent: {
    standing: 'The new status is on the site.',
    news: 'The news is on the site.',
    promises: 'The promise is on the site.',
  },
  sending: 'Working …',
  cancel: 'Cancel',
  problem: 'Something is not right',
  required: ({ label }) => `Fill in: ${label}`,
  tooLong: ({ over }) =>
    over === 1 ? 'This is 1 character too long.' : `This is ${String(over)} characters too long.`,
  noDate: 'Fill in a date.',
  noAmount: 'Fill in an amount, such as 1250 or 1250.50.',
  notSent: 'That did not work.',
};
