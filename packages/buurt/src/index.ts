/** All widgets at once, for a site that makes its own bundle: `import '@buurt/buurt'` defines every tag. */
import '@buurt/core/buurt-provider.js';
import '@buurt/budget-vote/buurt-budget-vote.js';
import '@buurt/cashbook/buurt-cashbook.js';
import '@buurt/idea-form/buurt-idea-form.js';
import '@buurt/initiative-list/buurt-initiative-list.js';
import '@buurt/map-card/buurt-map-card.js';
import '@buurt/my-initiative/buurt-my-initiative.js';

export { registerIcons } from './register-icons.js';
