import { BuurtDeskPaper } from './paper-ballots.js';

if (!customElements.get('buurt-desk-paper')) customElements.define('buurt-desk-paper', BuurtDeskPaper);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-desk-paper': BuurtDeskPaper;
  }
}
