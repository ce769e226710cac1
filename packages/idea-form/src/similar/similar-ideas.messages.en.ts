import { statusesEn } from '@buurt/core';
import type { SimilarMessages } from './similar-ideas.messages.js';

const plural = (count: number, one: string, more: string) => (count === 1 ? one : more);

export const en: SimilarMessages = {
  title: 'Does this look like yours?',
  lead: 'Together you are stronger. See whether you want to join.',
  statuses: statusesEn,
  support: ({ count }) => plural(count, '1 neighbour supports this', `${count} neighbours support this`),
  offers: ({ count }) => plural(count, '1 neighbour joins in', `${count} neighbours join in`),
  join: 'Count me in for this one',
  remark: 'I have a remark',
  different: 'My idea is different',
  hidden: 'Fine. Just go on with your own idea.',
  again: 'Show them after all',

  coming: 'One moment …',
  lost: 'This does not work now. Please try again in a moment.',
};
