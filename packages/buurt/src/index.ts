/** All widgets at once, for who bundles his own site: `import '@buurt/buurt'` defines every tag. */
import '@buurt/core/buurt-provider.js';
import '@buurt/budget-vote/buurt-budget-vote.js';
import '@buurt/idea-form/buurt-idea-form.js';
import '@buurt/initiative-list/buurt-initiative-list.js';
import '@buurt/map-card/buurt-map-card.js';
