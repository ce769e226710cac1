import { BuurtCashbook } from './cashbook.js';
export type * from './events.js';

if (!customElements.get('buurt-cashbook')) customElements.define('buurt-cashbook', BuurtCashbook);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-cashbook': BuurtCashbook;
  }
}
