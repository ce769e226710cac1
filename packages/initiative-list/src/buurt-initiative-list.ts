import { BuurtInitiativeList } from './initiative-list.js';
export type * from './events.js';

if (!customElements.get('buurt-initiative-list'))
  customElements.define('buurt-initiative-list', BuurtInitiativeList);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-initiative-list': BuurtInitiativeList;
  }
}
