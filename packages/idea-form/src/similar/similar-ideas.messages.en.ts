import { statusesEn } from '@buurt/core/messages/statuses.en.js';
import type { SimilarMessages } from './similar-ideas.messages.js';

const plural = (count: number, one: string, more: string) => (count === 1 ? one : more);

export const en: SimilarMessages = {
  title: 'Is this similar to yours?',
  lead: 'Together you are stronger. See if you’d like to join.',
  statuses: statusesEn,
  support: ({ count }) => plural(count, '1 neighbour supports this', `${count} neighbours support this`),
  offers: ({ count }) => plural(count, '1 neighbour is taking part', `${count} neighbours are taking part`),
  join: 'Count me in for this',
  remark: 'I have a comment',
  different: 'My idea is different',
  hidden: 'Fine. Just carry on with your own idea.',
  again: 'Show them after all',

  coming: 'One moment …',
  lost: 'This isn’t working right now. Please try again in a moment.',
};
