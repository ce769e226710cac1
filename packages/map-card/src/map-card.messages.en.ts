import { statusesEn } from '@buurt/core/messages/statuses.en.js';
import type { MapCardMessages } from './map-card.messages.js';

const initiatives = (count: number) => (count === 1 ? '1 initiative' : `${count} initiatives`);

export const en: MapCardMessages = {
  title: ({ name }) => `${name} on the map`,
  titleOfOne: 'The neighbourhood on the map',
  titleOfSeveral: 'The neighbourhoods on the map',
  loading: 'Loading the map …',
  partFailed: 'This part couldn’t load.',
  retry: 'Try again',
  failed: 'The map won’t load right now.',
  placesFailed: 'The initiatives won’t load right now.',
  from: ({ time }) => `This is the map from ${time}.`,
  unread: ({ count }) => `We couldn’t read ${initiatives(count)}.`,

  map: 'Initiatives on the map',
  arrows: 'The arrow keys take you from one place to another.',
  pin: ({ title, status, count }) =>
    `${title}, ${status.toLowerCase()}, ${count === 1 ? '1 neighbour supports' : `${count} neighbours support`} this`,
  cluster: ({ count }) => `${count} initiatives close together`,
  areaPin: ({ name, count }) => `${name}, ${initiatives(count)}`,
  clusterOfAreas: ({ count }) => `${count} neighbourhoods close together`,
  statuses: statusesEn,

  figures: {
    households: ({ count }) => (count === 1 ? 'household' : 'households'),
    initiatives: ({ count }) => (count === 1 ? 'initiative' : 'initiatives'),
    neighbours: ({ count }) => (count === 1 ? 'neighbour taking part' : 'neighbours taking part'),
    grantedCents: 'granted',
    spentCents: 'spent',
    source: ({ source, when }) => `Source: ${source}, ${when}`,
    counted: ({ when }) => `Counted on ${when}`,
  },

  legend: 'What do you want to see?',
  option: ({ status, count }) => `${status} (${count})`,
  all: 'Show everything',
  found: ({ count, of }) =>
    count === of ? `${initiatives(count)} on the map` : `${count} of ${initiatives(of)} on the map`,
  newest: ({ count }) => `These are the newest ${count}. There are more.`,
  none: 'There are no initiatives on the map yet.',
  nothingFound: 'None of these are on the map.',
  withoutPlace: ({ count }) =>
    count === 1
      ? '1 initiative has no fixed place. It is not on the map.'
      : `${count} initiatives have no fixed place. They are not on the map.`,
  list: ({ count }) => `Everything on the map as a list (${count})`,
  listOfAreas: ({ count }) => `The neighbourhoods as a list (${count})`,
  initiatives: ({ count }) => initiatives(count),
  supporters: ({ count }) => (count === 1 ? '1 neighbour supports this' : `${count} neighbours support this`),
  read: 'Read more',
  close: 'Close',

  explore: 'Explore the map',
  exploreHint: ({ host }) =>
    host ? `You’ll see a detailed map (from ${host}).` : 'You’ll see a detailed map.',
  exploreFailed: 'The street map isn’t available. You keep the simple map.',

  exploring: {
    controls: 'Move the map',
    nearer: 'Zoom in',
    further: 'Zoom out',
    north: 'Move north',
    east: 'Move east',
    south: 'Move south',
    west: 'Move west',
    whole: 'Whole neighbourhood',
    leave: 'Back to the simple map',
    layer: 'Background',
    layers: { grijs: 'Grey', standaard: 'Colour' },
    fingers: 'Move the map with two fingers.',
    wheel: 'Hold Ctrl to zoom.',
    failed: 'The background isn’t available. You keep the simple map.',
  },
};
