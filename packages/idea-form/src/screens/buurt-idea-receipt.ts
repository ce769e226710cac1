import { BuurtIdeaReceipt } from './idea-receipt.js';

if (!customElements.get('buurt-idea-receipt')) customElements.define('buurt-idea-receipt', BuurtIdeaReceipt);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-idea-receipt': BuurtIdeaReceipt;
  }
}
