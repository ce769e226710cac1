import { BuurtDeskErasure } from './erasure.js';
import { BuurtDeskErasing } from './erasing.js';

if (!customElements.get('buurt-desk-erasure')) customElements.define('buurt-desk-erasure', BuurtDeskErasure);
if (!customElements.get('buurt-desk-erasing')) customElements.define('buurt-desk-erasing', BuurtDeskErasing);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-desk-erasure': BuurtDeskErasure;
    'buurt-desk-erasing': BuurtDeskErasing;
  }
}
