import { BuurtDesk } from './desk.js';

if (!customElements.get('buurt-desk')) customElements.define('buurt-desk', BuurtDesk);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-desk': BuurtDesk;
  }
}
