import { BuurtIdeaForm } from './idea-form.js';

if (!customElements.get('buurt-idea-form')) customElements.define('buurt-idea-form', BuurtIdeaForm);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-idea-form': BuurtIdeaForm;
  }
}
