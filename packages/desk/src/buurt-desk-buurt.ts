import { BuurtDeskBuurt } from './buurt.js';
import { BuurtDeskBuurten } from './buurten.js';

for (const [tag, element] of [
  ['buurt-desk-buurten', BuurtDeskBuurten],
  ['buurt-desk-buurt', BuurtDeskBuurt],
] as const)
  if (!customElements.get(tag)) customElements.define(tag, element);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-desk-buurten': BuurtDeskBuurten;
    'buurt-desk-buurt': BuurtDeskBuurt;
  }
}
