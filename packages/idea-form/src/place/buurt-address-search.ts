import { AddressSearch } from './address-search.js';

if (!customElements.get('buurt-address-search')) customElements.define('buurt-address-search', AddressSearch);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-address-search': AddressSearch;
  }
}
