import { BuurtDeskIdea } from './idea.js';

if (!customElements.get('buurt-desk-idea')) customElements.define('buurt-desk-idea', BuurtDeskIdea);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-desk-idea': BuurtDeskIdea;
  }
}
