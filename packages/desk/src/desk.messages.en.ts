import { statusesEn } from '@buurt/core/messages/statuses.en.js';
import type { DeskMessages } from './desk.messages.js';

export const en: DeskMessages = {
  loading: 'One moment …',
  retry: 'Try again',
  partFailed: 'This part of the page did not arrive.',
  failed: 'This won’t load right now.',

  desk: 'Desk',
  title: 'Inbox',
  pageTitle: ({ count }) => (count > 0 ? `(${String(count)}) Inbox` : 'Inbox'),
  lead: ({ count }) =>
    count === 1
      ? '1 message is waiting for an answer.'
      : `${String(count)} messages are waiting for an answer.`,
  empty: 'Everything has been answered. Nothing is waiting for you.',
  emptyOfKind: 'Nothing of this kind is waiting.',
  more: 'Show more',
  choose: 'Choose a message on the left to read it.',
  back: 'Back to the inbox',
  next: 'Next',
  previous: 'Previous',

  search: 'Find an idea',
  searchHint: 'By a word or the number. The list changes while you type.',
  matches: ({ count }) =>
    count === 0 ? 'Nothing found.' : count === 1 ? '1 idea found' : `${String(count)} ideas found`,
  statuses: statusesEn,
  states: {
    waiting: 'Waiting for an answer',
    published: 'On the site',
    declined: 'Not placed',
    hidden: 'Taken off the site',
  },
  filter: 'Show',
  all: 'Everything',
  kinds: {
    idea: 'Ideas',
    remark: 'Comments',
    report: 'Reports',
    question: 'Questions',
    offer: 'Offers from neighbours',
    mail: 'Mails that did not arrive',
    letters: 'Letters to make',
  },
  kind: {
    idea: 'Idea',
    remark: 'Comment',
    report: 'Report',
    question: 'Question',
    offer: 'Offer',
    mail: 'Mail',
    letters: 'Letters to make',
  },
  kindNames: { time: 'Time', skill: 'Skills', tools: 'Equipment', space: 'Space', network: 'Contacts' },
  answerBy: ({ when }) => `Answer promised by ${when}`,
  late: ({ when }) => `Late: an answer was promised by ${when}`,
  waitsSince: ({ when }) => `Came in on ${when}`,

  undo: 'Undo',
  undoing: 'One moment …',
  look: 'View',
  close: 'Close',
  notDone: ({ title }) => `What you did with “${title}” did not arrive.`,
  undone: 'It has been undone.',
  undoFailed: 'Undoing did not work.',
  done: {
    published: ({ title }) => `“${title}” is on the site.`,
    declined: ({ title }) => `“${title}” will not be on the site. The maker gets your reason.`,
    hidden: ({ title }) => `“${title}” is off the site. The maker gets your reason.`,
    remarkPublished: 'The comment is on the site.',
    remarkHidden: 'The comment is no longer on the site.',
    answered: 'Your answer is on the site.',
    offerAnswered: 'Your answer has been saved.',
    mailRetried: 'The mail is ready to go again.',
    mailDropped: 'The mail has been erased and will not go out.',
  },

  account: ({ name }) => `Logged in as ${name}`,
  rounds: 'Voting rounds',
  settings: 'Settings',
  logOut: 'Log out',
  logOutFailed: 'Logging out did not work.',

  shortcuts: 'Keyboard shortcuts',
  shortcutsOn: 'Use keyboard shortcuts',
  keys: {
    j: 'next message',
    k: 'previous message',
    u: 'undo, as long as that is possible',
    question: 'open or close this list',
  },
};
