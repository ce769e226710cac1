import { mapConnection } from '../../test/support/map-endpoint.js';
import { playground } from '../playground/playground.js';
import { tiles } from './card.js';

export default { title: 'Map card' };

/** With a drawing instead of every tile, so that no story asks another host. */
export const Playground = playground('buurt-map-card', {
  serve: () => mapConnection(),
  presets: { tiles, 'tiles-attribution': 'Kaart: getekend voor dit verhaal' },
});
