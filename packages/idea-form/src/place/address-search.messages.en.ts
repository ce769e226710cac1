import type { AddressSearchMessages } from './address-search.messages.js';

export const en: AddressSearchMessages = {
  label: 'Find a street or address',
  button: 'Search',
  busy: 'Searching …',
  empty: 'Enter a street or address first.',
  found: ({ count }) =>
    count === 1 ? '1 address found. Choose it below.' : `${String(count)} addresses found. Choose one.`,
  elsewhere: 'Not found in this neighbourhood. These are similar.',
  none: ({ asked }) => `Nothing found for “${asked}”. Try it differently, or mark the place on the map.`,
  failed: 'Address search isn’t working right now. Mark the place on the map, or search again in a moment.',
  offline: 'You have no internet right now. Mark the place on the map.',
  nowhere: ({ address }) => `We don’t know where “${address}” is. Mark the place on the map.`,
  setup: ({ address }) =>
    `For the owner of this site: “${address}” is not a web address. Fix address-endpoint.`,
};
