import { BuurtMapCard } from './map-card.js';
export type * from './events.js';

if (!customElements.get('buurt-map-card')) customElements.define('buurt-map-card', BuurtMapCard);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-map-card': BuurtMapCard;
  }
}
