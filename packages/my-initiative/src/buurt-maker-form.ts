import { BuurtLostLinkForm } from './lost-link-form.js';
import { BuurtMakerForm } from './maker-form.js';

if (!customElements.get('buurt-maker-form')) customElements.define('buurt-maker-form', BuurtMakerForm);
if (!customElements.get('buurt-lost-link-form'))
  customElements.define('buurt-lost-link-form', BuurtLostLinkForm);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-lost-link-form': BuurtLostLinkForm;
    'buurt-maker-form': BuurtMakerForm;
  }
}
