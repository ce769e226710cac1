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
  cancel: 'Close',

  offerTitle: ({ title }) => `Join “${title}”`,
  kinds: 'What do you bring?',
  kindNames: { time: 'Time', skill: 'Talent', tools: 'Things', space: 'Space', network: 'Contacts' },
  words: 'Tell a little about it',
  wordsHint: 'For example: I can help with the woodwork on Saturday.',
  name: 'Your name',
  contact: 'Your e-mail address or telephone number',
  contactHint: 'Only the person behind this idea sees it.',
  optional: 'optional',
  characters: ({ used, most }) => `${used} of ${most} characters`,
  sendOffer: 'Count me in',
  offered: 'How nice that you join! The person behind the idea gets your message.',

  remarkTitle: ({ title }) => `A remark on “${title}”`,
  stance: 'What kind of remark is it?',
  stances: { for: 'I am for it', against: 'I am against it', question: 'I have a question' },
  text: 'Your remark',
  sendRemark: 'Send my remark',
  remarked: 'Thank you! Somebody reads your remark before others see it.',

  sending: 'One moment …',
  lost: 'This does not work now. Please try again in a moment.',
  problems: 'Something is still needed',
  kindsRequired: 'Choose at least one thing',
  textRequired: 'Write your remark in a few words',
  nameRequired: 'Fill in your name',
  contactRequired: 'Fill in your e-mail address or telephone number',
  stanceRequired: 'Choose what kind of remark it is',
  tooLong: ({ over }) => `Make this ${over} characters shorter`,
};
