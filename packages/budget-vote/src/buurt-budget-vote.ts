import { BuurtBudgetVote } from './budget-vote.js';
export type * from './events.js';

if (!customElements.get('buurt-budget-vote')) customElements.define('buurt-budget-vote', BuurtBudgetVote);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-budget-vote': BuurtBudgetVote;
  }
}
