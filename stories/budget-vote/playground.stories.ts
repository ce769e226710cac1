import '@buurt/budget-vote/buurt-budget-vote.js';
import { voteConnection } from '../../test/support/vote-endpoint.js';
import { playground } from '../playground/playground.js';

export default { title: 'Budget vote' };

export const Playground = playground('buurt-budget-vote', { serve: () => voteConnection() });
