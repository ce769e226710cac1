import '@buurt/cashbook/buurt-cashbook.js';
import { cashbookConnection } from '../../test/support/cashbook-endpoint.js';
import { playground } from '../playground/playground.js';

export default { title: 'Cashbook' };

export const Playground = playground('buurt-cashbook', { serve: () => cashbookConnection() });
