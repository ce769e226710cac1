import '@buurt/initiative-list/buurt-initiative-list.js';
import { listConnection } from '../../test/support/initiative-endpoint.js';
import { playground } from '../playground/playground.js';

export default { title: 'Initiative list' };

/** The address of a story is Storybook's own, so what a visitor looks for stays out of it until somebody chooses `on`. */
export const Playground = playground('buurt-initiative-list', {
  serve: () => listConnection(),
  presets: { history: 'off' },
});
