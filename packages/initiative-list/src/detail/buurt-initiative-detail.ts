import { BuurtInitiativeDetail } from './initiative-detail.js';

if (!customElements.get('buurt-initiative-detail'))
  customElements.define('buurt-initiative-detail', BuurtInitiativeDetail);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-initiative-detail': BuurtInitiativeDetail;
  }
}
