/** What fetches and defines each tag. The one list that grows when a widget comes. The last are no tags: a div in the place of one, and the self-test. */
export const widgets: Readonly<Record<string, () => Promise<unknown>>> = {
  'buurt-provider': () => import('@buurt/core/buurt-provider.js'),
  'buurt-budget-vote': () => import('@buurt/budget-vote/buurt-budget-vote.js'),
  'buurt-cashbook': () => import('@buurt/cashbook/buurt-cashbook.js'),
  'buurt-idea-form': () => import('@buurt/idea-form/buurt-idea-form.js'),
  'buurt-initiative-list': () => import('@buurt/initiative-list/buurt-initiative-list.js'),
  'buurt-map-card': () => import('@buurt/map-card/buurt-map-card.js'),
  'buurt-my-initiative': () => import('@buurt/my-initiative/buurt-my-initiative.js'),
  '[data-buurt-widget]': () => import('./divs.js'),
  '[data-buurt-check]': () => import('@buurt/embed-tools/check.js'),
};
