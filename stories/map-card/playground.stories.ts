import '@buurt/map-card/buurt-map-card.js';
import { mapConnection } from '../../test/support/map-endpoint.js';
import { playground } from '../playground/playground.js';

export default { title: 'Map card' };

/** A drawing instead of every tile, so that no story asks another host. */
const tile = new URL('../pictures/tile.svg', import.meta.url).href;

export const Playground = playground('buurt-map-card', {
  serve: () => mapConnection(),
  presets: { tiles: `${tile}?{layer}/{z}/{x}/{y}`, 'tiles-attribution': 'Kaart: getekend voor dit verhaal' },
});
