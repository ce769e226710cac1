import '@buurt/my-initiative/buurt-my-initiative.js';
import { makerConnection, openLink } from '../../test/support/my-initiative-endpoint.js';
import { playground } from '../playground/playground.js';

export default { title: 'My initiative' };

export const Playground = playground('buurt-my-initiative', {
  serve: () => {
    openLink();
    return makerConnection();
  },
});
