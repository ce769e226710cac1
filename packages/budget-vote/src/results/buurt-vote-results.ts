import { BuurtVoteResults } from './vote-results.js';

if (!customElements.get('buurt-vote-results')) customElements.define('buurt-vote-results', BuurtVoteResults);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-vote-results': BuurtVoteResults;
  }
}
