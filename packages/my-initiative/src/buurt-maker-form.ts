import { BuurtMakerForm } from './maker-form.js';

if (!customElements.get('buurt-maker-form')) customElements.define('buurt-maker-form', BuurtMakerForm);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-maker-form': BuurtMakerForm;
  }
}
