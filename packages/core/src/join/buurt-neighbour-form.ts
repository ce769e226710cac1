import { BuurtNeighbourForm } from './neighbour-form.js';

export { BuurtNeighbourForm };

if (!customElements.get('buurt-neighbour-form'))
  customElements.define('buurt-neighbour-form', BuurtNeighbourForm);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-neighbour-form': BuurtNeighbourForm;
  }
}
