import { BuurtDeskMessage } from './message.js';

if (!customElements.get('buurt-desk-message')) customElements.define('buurt-desk-message', BuurtDeskMessage);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-desk-message': BuurtDeskMessage;
  }
}
