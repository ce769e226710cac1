import { BuurtDeskLetters } from './letters.js';

if (!customElements.get('buurt-desk-letters')) customElements.define('buurt-desk-letters', BuurtDeskLetters);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-desk-letters': BuurtDeskLetters;
  }
}
