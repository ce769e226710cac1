import { BuurtDeskCorrection } from './correction.js';

if (!customElements.get('buurt-desk-correction'))
  customElements.define('buurt-desk-correction', BuurtDeskCorrection);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-desk-correction': BuurtDeskCorrection;
  }
}
