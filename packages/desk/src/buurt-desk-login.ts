import { BuurtDeskLogin } from './login.js';

if (!customElements.get('buurt-desk-login')) customElements.define('buurt-desk-login', BuurtDeskLogin);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-desk-login': BuurtDeskLogin;
  }
}
