import { BuurtSimilarIdeas } from './similar-ideas.js';

if (!customElements.get('buurt-similar-ideas'))
  customElements.define('buurt-similar-ideas', BuurtSimilarIdeas);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-similar-ideas': BuurtSimilarIdeas;
  }
}
