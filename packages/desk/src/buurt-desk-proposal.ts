import { BuurtDeskProposal } from './proposal.js';

if (!customElements.get('buurt-desk-proposal'))
  customElements.define('buurt-desk-proposal', BuurtDeskProposal);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-desk-proposal': BuurtDeskProposal;
  }
}
