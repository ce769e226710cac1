import { BuurtVoteRecount } from './vote-recount.js';

if (!customElements.get('buurt-vote-recount')) customElements.define('buurt-vote-recount', BuurtVoteRecount);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-vote-recount': BuurtVoteRecount;
  }
}
