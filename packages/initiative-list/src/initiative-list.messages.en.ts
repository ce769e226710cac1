import { statusesEn } from '@buurt/core';
import type { InitiativeListMessages } from './initiative-list.messages.js';

export const en: InitiativeListMessages = {
  loading: 'The initiatives are on their way …',
  partFailed: 'This part could not load.',
  retry: 'Try again',

  title: 'What is going on in the neighbourhood',
  all: ({ count }) => (count === 1 ? '1 initiative' : `${count} initiatives`),
  found: ({ count }) => (count === 1 ? '1 initiative found' : `${count} initiatives found`),
  none: 'There are no initiatives in this neighbourhood yet.',
  nothingFound: 'We found nothing.',
  searchOther: 'Try other words, or clear the filters.',
  unread: ({ count }) =>
    count === 1 ? 'We could not read 1 initiative.' : `We could not read ${count} initiatives.`,
  failed: 'The list cannot load now.',
  from: ({ time }) => `This is the list of ${time}.`,
  checking: 'Looking for news …',
  noBuurt: 'For the owner of this site: this neighbourhood is not known at this address. Please check buurt.',

  filter: {
    legend: 'Search and choose',
    search: 'Search',
    theme: 'Theme',
    allThemes: 'All themes',
    status: 'How far',
    allStatuses: 'Everything',
    sort: 'Order',
    option: ({ name, count }) => `${name} (${count})`,
    clear: 'Clear the filters',
    sorts: {
      new: 'Newest first',
      support: 'Most support first',
      help: 'Most help asked',
      news: 'Latest news first',
      near: 'Close to me',
      random: 'Shuffled',
    },
    locating: 'Asking where you are …',
    nowhere: 'We do not know where you are. The order stays as it was.',
  },

  more: ({ count }) => `Show ${count} more`,
  left: ({ count }) => `${count} left`,
  moreComing: 'More are coming …',
  moreFailed: 'Loading more did not work.',

  statuses: statusesEn,
  kinds: { time: 'Time', skill: 'Talent', tools: 'Things', space: 'Space', network: 'Contacts' },
  asked: 'Asked for:',
  stillAsked: ({ kind, count }) => `${kind}: ${count} more`,
  published: ({ when }) => `Posted ${when}`,
  lastNews: ({ when }) => `Last news ${when}`,
  silence: ({ days }) => `No news for ${days} days`,

  support: 'Support',
  supporters: ({ count }) => (count === 1 ? '1 neighbour supports this' : `${count} neighbours support this`),
  supported: ({ title }) => `You support ${title}. Press the button again to take it back.`,
  unsupported: ({ title }) => `You no longer support ${title}.`,
  supportLost: ({ why }) => `Your support did not arrive. ${why}`,
  takeBackLost: ({ why }) => `You still support this. Taking it back did not work. ${why}`,
  join: 'Count me in',

  followBuurt: 'Follow the neighbourhood:',
  byMail: 'e-mail',
  agenda: 'calendar (iCal)',
  feed: 'Atom',
};
