import { BuurtProvider } from './element/provider.js';

if (!customElements.get('buurt-provider')) customElements.define('buurt-provider', BuurtProvider);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-provider': BuurtProvider;
  }
}
