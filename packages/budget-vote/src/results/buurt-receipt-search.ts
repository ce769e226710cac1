import { BuurtReceiptSearch } from './receipt-search.js';

if (!customElements.get('buurt-receipt-search'))
  customElements.define('buurt-receipt-search', BuurtReceiptSearch);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-receipt-search': BuurtReceiptSearch;
  }
}
