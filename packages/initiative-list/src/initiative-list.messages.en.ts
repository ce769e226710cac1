import { statusesEn } from '@buurt/core/messages/statuses.en.js';
import type { InitiativeListMessages } from './initiative-list.messages.js';

const plural = (count: number, one: string, more: string) => (count === 1 ? one : more);

export const en: InitiativeListMessages = {
  loading: 'Loading the initiatives …',
  partFailed: 'This part couldn’t load.',
  retry: 'Try again',

  title: 'What’s going on in the neighbourhood',
  all: ({ count }) => (count === 1 ? '1 initiative' : `${count} initiatives`),
  found: ({ count }) => (count === 1 ? '1 initiative found' : `${count} initiatives found`),
  none: 'There are no initiatives in this neighbourhood yet.',
  nothingFound: 'Nothing found.',
  searchOther: 'Try different words, or clear the filters.',
  unread: ({ count }) =>
    count === 1 ? 'We couldn’t read 1 initiative.' : `We couldn’t read ${count} initiatives.`,
  failed: 'The list won’t load right now.',
  from: ({ time }) => `This is the list from ${time}.`,
  checking: 'Looking for news …',

  filter: {
    legend: 'Search and filter',
    search: 'Search',
    theme: 'Theme',
    allThemes: 'All themes',
    status: 'Status',
    allStatuses: 'Everything',
    sort: 'Order',
    option: ({ name, count }) => `${name} (${count})`,
    fold: ({ count }) => (count === 0 ? 'Filters' : `Filters: ${count} in use`),
    clear: 'Clear the filters',
    sorts: {
      new: 'Newest first',
      support: 'Most support first',
      help: 'Most help needed',
      news: 'Latest news first',
      near: 'Close to me',
      random: 'Random order',
    },
    locating: 'Asking where you are …',
    nowhere: 'We don’t know where you are. The order stays as it was.',
  },

  more: ({ count }) => `Show ${count} more`,
  left: ({ count }) => `${count} left`,
  moreComing: 'Loading more …',
  moreFailed: 'Loading more didn’t work.',

  statuses: statusesEn,
  kinds: { time: 'Time', skill: 'Skills', tools: 'Equipment', space: 'Space', network: 'Contacts' },
  asked: 'Still needed:',
  stillAsked: {
    time: ({ count }) => plural(count, '1 neighbour with time', `${count} neighbours with time`),
    skill: ({ count }) => plural(count, '1 skilled neighbour', `${count} skilled neighbours`),
    tools: ({ count }) => plural(count, '1 neighbour with equipment', `${count} neighbours with equipment`),
    space: ({ count }) => plural(count, '1 neighbour with space', `${count} neighbours with space`),
    network: ({ count }) =>
      plural(count, '1 neighbour with useful contacts', `${count} neighbours with useful contacts`),
  },
  published: ({ when }) => `Posted ${when}`,
  lastNews: ({ when }) => `Last news ${when}`,
  silence: ({ days }) => `No news for ${days} days`,

  support: 'Support',
  supporters: ({ count }) => (count === 1 ? '1 neighbour supports this' : `${count} neighbours support this`),
  supported: ({ title }) => `You support ${title}. Press the button again to take it back.`,
  unsupported: ({ title }) => `You no longer support ${title}.`,
  supportLost: ({ why }) => `Your support didn’t reach us. ${why}`,
  takeBackLost: ({ why }) => `You still support this. Taking it back didn’t work. ${why}`,
  join: 'Count me in',

  followBuurt: 'Follow the neighbourhood:',
  byMail: 'by e-mail',
  agenda: 'in your calendar',
  feed: 'in a news reader (RSS)',
};
