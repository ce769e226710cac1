import { BuurtProposalDetail } from './proposal-detail.js';

if (!customElements.get('buurt-proposal-detail'))
  customElements.define('buurt-proposal-detail', BuurtProposalDetail);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-proposal-detail': BuurtProposalDetail;
  }
}
