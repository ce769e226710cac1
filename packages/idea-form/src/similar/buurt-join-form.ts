import { BuurtJoinForm } from './join-form.js';

if (!customElements.get('buurt-join-form')) customElements.define('buurt-join-form', BuurtJoinForm);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-join-form': BuurtJoinForm;
  }
}
