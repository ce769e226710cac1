import { BuurtVoteIdle } from './vote-idle.js';

if (!customElements.get('buurt-vote-idle')) customElements.define('buurt-vote-idle', BuurtVoteIdle);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-vote-idle': BuurtVoteIdle;
  }
}
