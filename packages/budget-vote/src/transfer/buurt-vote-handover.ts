import { BuurtVoteHandover } from './vote-handover.js';

if (!customElements.get('buurt-vote-handover'))
  customElements.define('buurt-vote-handover', BuurtVoteHandover);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-vote-handover': BuurtVoteHandover;
  }
}
