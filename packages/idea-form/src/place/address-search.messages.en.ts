import type { AddressSearchMessages } from './address-search.messages.js';

export const en: AddressSearchMessages = {
  label: 'Find a street or address',
  button: 'Search',
  busy: 'Searching …',
  empty: 'Write a street or address first.',
  found: ({ count }) =>
    count === 1 ? '1 address found. Choose it below.' : `${String(count)} addresses found. Choose one.`,
  elsewhere: 'Not found in this neighbourhood. These look like it.',
  none: ({ asked }) => `Nothing found for “${asked}”. Write it differently, or point at the map.`,
  failed: 'Searching does not work right now. Point at the map, or search again in a moment.',
  offline: 'You have no internet right now. Point at the map.',
  nowhere: ({ address }) => `We do not know where “${address}” is. Point at the map.`,
  setup: ({ address }) =>
    `For the webmaster of this site: “${address}” is no web address. Mend address-endpoint.`,
};
