import type { Compass } from '@buurt/domain';
import type { PlaceMessages } from './place.messages.js';

const numbers = (unit: 'meter' | 'kilometer') =>
  new Intl.NumberFormat('en-GB', { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 1 });

const sides: Readonly<Record<Compass, string>> = {
  north: 'north',
  northeast: 'north-east',
  east: 'east',
  southeast: 'south-east',
  south: 'south',
  southwest: 'south-west',
  west: 'west',
  northwest: 'north-west',
};

export const en: PlaceMessages = {
  group: 'The place of your idea',
  required: 'required',
  search: 'Searching for addresses does not load. Point at the map.',
  here: {
    button: 'Use my location',
    busy: 'Finding out where you are …',
    refused: 'You do not share your location. That is fine: point at the map.',
    unavailable: 'We cannot see where you are. Point at the map.',
    timeout: 'It takes too long to see where you are. Point at the map.',
    rough: ({ distance }) => `You are about here, give or take ${distance}. Move the pin if it is wrong.`,
  },
  map: {
    label: 'Map of the neighbourhood',
    loading: 'The map is coming …',
    failed: 'The map does not load. You can choose the place in another way, or skip this.',
    retry: 'Try again',
    hint: 'Tap the place. The arrow keys work too: Shift goes faster, Enter confirms.',
    move: 'Move the pin',
    directions: { north: 'To the north', east: 'To the east', south: 'To the south', west: 'To the west' },
  },
  nowhere: 'Not bound to one place',
  chosen: 'Chosen place',
  remove: 'Remove',
  removed: 'The place is gone.',
  somewhere: 'A place on the map',
  middle: 'In the middle of the neighbourhood',
  within: ({ side, distance }) => `In the ${sides[side]} of the neighbourhood, ${distance} from the edge`,
  edge: ({ side }) => `On the edge of the neighbourhood, on the ${sides[side]} side`,
  outside: ({ side, distance }) =>
    `This is outside the neighbourhood: ${distance} over the border, on the ${sides[side]} side.`,
  mend: 'Choose a place within the line, or “not bound to one place”.',
  distance: ({ metres }) =>
    metres < 1000 ? numbers('meter').format(metres) : numbers('kilometer').format(metres / 1000),
};
