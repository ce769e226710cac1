import type { Compass } from '@buurt/domain/geo/relative-location.js';
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
  search: 'Address search isn’t available. Mark the place on the map.',
  here: {
    button: 'Use my location',
    busy: 'Finding out where you are …',
    refused: 'Location is off. No problem: mark the place on the map.',
    unavailable: 'We can’t see where you are. Mark the place on the map.',
    timeout: 'It’s taking too long to find you. Mark the place on the map.',
    rough: ({ distance }) => `You are about here, give or take ${distance}. Move the pin if that’s wrong.`,
  },
  map: {
    label: 'Map of the neighbourhood',
    loading: 'Loading the map …',
    failed: 'The map won’t load. You can choose the place another way, or skip this.',
    retry: 'Try again',
    hint: 'Tap the place. Or use the arrow keys and press Enter.',
    move: 'Move the pin',
    directions: { north: 'Move north', east: 'Move east', south: 'Move south', west: 'Move west' },
  },
  nowhere: 'No fixed place',
  chosen: 'Chosen place',
  remove: 'Remove',
  removed: 'The place is gone.',
  somewhere: 'A place on the map',
  middle: 'In the middle of the neighbourhood',
  within: ({ side, distance }) => `In the ${sides[side]} of the neighbourhood, ${distance} from the edge`,
  near: ({ street }) => `Near ${street}`,
  edge: ({ side }) => `On the edge of the neighbourhood, on the ${sides[side]} side`,
  outside: ({ side, distance }) =>
    `This is outside the neighbourhood: ${distance} over the border, on the ${sides[side]} side.`,
  mend: 'Choose a place within the line, or “No fixed place”.',
  distance: ({ metres }) =>
    metres < 1000 ? numbers('meter').format(metres) : numbers('kilometer').format(metres / 1000),
};
