import { BuurtDeskUndelivered } from './undelivered.js';

if (!customElements.get('buurt-desk-undelivered'))
  customElements.define('buurt-desk-undelivered', BuurtDeskUndelivered);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-desk-undelivered': BuurtDeskUndelivered;
  }
}
