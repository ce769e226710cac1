import { BuurtMyInitiative } from './my-initiative.js';
export type * from './events.js';

if (!customElements.get('buurt-my-initiative'))
  customElements.define('buurt-my-initiative', BuurtMyInitiative);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-my-initiative': BuurtMyInitiative;
  }
}
