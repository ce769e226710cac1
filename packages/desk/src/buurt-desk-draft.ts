import { BuurtDeskDraft } from './draft.js';

if (!customElements.get('buurt-desk-draft')) customElements.define('buurt-desk-draft', BuurtDeskDraft);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-desk-draft': BuurtDeskDraft;
  }
}
