import { BuurtDeskRound } from './round.js';
import { BuurtDeskRounds } from './rounds.js';

for (const [tag, element] of [
  ['buurt-desk-round', BuurtDeskRound],
  ['buurt-desk-rounds', BuurtDeskRounds],
] as const)
  if (!customElements.get(tag)) customElements.define(tag, element);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-desk-round': BuurtDeskRound;
    'buurt-desk-rounds': BuurtDeskRounds;
  }
}
