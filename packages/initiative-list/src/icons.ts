import { svg } from 'lit';
import { icon } from '@buurt/core/icons/icon.js';

export const heartIcon = icon(
  'heart',
  svg`<path class="heart" d="M12 20S4 15.2 4 9.3A4.3 4.3 0 0 1 12 7a4.3 4.3 0 0 1 8 2.3C20 15.2 12 20 12 20z"/>`,
);
export const handIcon = icon(
  'hand',
  svg`<path d="M7.5 12V6.5a1.3 1.3 0 0 1 2.6 0V11 4.8a1.3 1.3 0 0 1 2.6 0V11 5.5a1.3 1.3 0 0 1 2.6 0V12v-3.5a1.3 1.3 0 0 1 2.6 0v6.2A6.3 6.3 0 0 1 11.6 21c-2.5 0-4-1.2-5.3-3.5l-2-3.6a1.3 1.3 0 0 1 2.2-1.3z"/>`,
);
export const searchIcon = icon('search', svg`<circle cx="10.5" cy="10.5" r="6"/><path d="M15 15l5 5"/>`);

/** In the place of a photo: the street, with a tree and somebody's bench. */
export const street = svg`<svg class="street" viewBox="0 0 160 90" aria-hidden="true" focusable="false"><path class="wash" d="M0 74h160v16H0z"/><path d="M0 74h160M14 74V42l15-13 15 13v32M44 74V34h26v40M70 74V46l16-14 16 14v28M24 74V60h10v14M51 42h5M60 42h5M51 52h5M60 52h5M53 74V63h8v11M80 52h5M90 52h5M82 74V62h9v12M26 48h6"/><circle class="wash" cx="124" cy="46" r="15"/><circle cx="124" cy="46" r="15"/><path d="M124 74V50M124 60l6-6M137 67h16M137 67v7M153 67v7M136 62h18"/></svg>`;

export const crossIcon = icon('cross', svg`<path d="M6.5 6.5l11 11M17.5 6.5l-11 11"/>`);
export const hourglassIcon = icon(
  'hourglass',
  svg`<path d="M7 4h10M7 20h10M8 4c0 5 8 7 8 16M16 4c0 5-8 7-8 16"/>`,
);
export const shareIcon = icon('share', svg`<path d="M12 14V4M8.5 7L12 3.5 15.5 7M6 12v7.5h12V12"/>`);
