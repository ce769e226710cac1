import { BuurtDeskActs } from './acts.js';

if (!customElements.get('buurt-desk-acts')) customElements.define('buurt-desk-acts', BuurtDeskActs);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-desk-acts': BuurtDeskActs;
  }
}
