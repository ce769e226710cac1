import { BuurtIdeaForm } from './idea-form.js';
export type * from './events.js';

if (!customElements.get('buurt-idea-form')) customElements.define('buurt-idea-form', BuurtIdeaForm);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-idea-form': BuurtIdeaForm;
  }
}
