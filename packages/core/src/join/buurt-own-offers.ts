import { BuurtOwnOffers } from './own-offers.js';

export { BuurtOwnOffers };

if (!customElements.get('buurt-own-offers')) customElements.define('buurt-own-offers', BuurtOwnOffers);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-own-offers': BuurtOwnOffers;
  }
}
