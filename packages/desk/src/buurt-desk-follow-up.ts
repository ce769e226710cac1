import { BuurtDeskFollowUp } from './follow-up.js';

if (!customElements.get('buurt-desk-follow-up'))
  customElements.define('buurt-desk-follow-up', BuurtDeskFollowUp);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-desk-follow-up': BuurtDeskFollowUp;
  }
}
