import { statusesEn } from '@buurt/core';
import type { MapCardMessages } from './map-card.messages.js';

const initiatives = (count: number) => (count === 1 ? '1 initiative' : `${count} initiatives`);

export const en: MapCardMessages = {
  title: ({ name }) => `${name} on the map`,
  titleOfOne: 'The neighbourhood on the map',
  titleOfSeveral: 'The neighbourhoods on the map',
  loading: 'The map is on its way …',
  partFailed: 'This part could not load.',
  retry: 'Try again',
  failed: 'The map cannot load now.',
  placesFailed: 'The initiatives could not load.',
  noBuurt: 'For the owner of this site: this neighbourhood is not known at this address. Please check buurt.',
  from: ({ time }) => `This is the map of ${time}.`,
  unread: ({ count }) => `We could not read ${initiatives(count)}.`,

  map: 'Initiatives on the map',
  arrows: 'The arrow keys take you from one place to another.',
  pin: ({ title, status, count }) => `${title}, ${status.toLowerCase()}, ${count} supporters`,
  cluster: ({ count }) => `${count} initiatives close together`,
  areaPin: ({ name, count }) => `${name}, ${initiatives(count)}`,
  clusterOfAreas: ({ count }) => `${count} neighbourhoods close together`,
  statuses: statusesEn,

  figures: {
    households: ({ count }) => (count === 1 ? 'home' : 'homes'),
    initiatives: ({ count }) => (count === 1 ? 'initiative' : 'initiatives'),
    neighbours: ({ count }) => (count === 1 ? 'neighbour joins in' : 'neighbours join in'),
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
  exploreHint: ({ host }) => `The map with streets then comes from ${host}.`,
  exploreFailed: 'The map with streets does not come now. The drawing stays.',

  exploring: {
    controls: 'Move the map',
    nearer: 'Nearer',
    further: 'Further away',
    north: 'To the north',
    east: 'To the east',
    south: 'To the south',
    west: 'To the west',
    whole: 'Whole neighbourhood',
    leave: 'Back to the drawing',
    layer: 'Background',
    layers: { grijs: 'Grey', standaard: 'Colour' },
    fingers: 'Move the map with two fingers.',
    wheel: 'Hold Ctrl to zoom.',
    failed: 'The background does not come now. The drawing stays.',
  },
};
