import { svg } from 'lit';
import { icon } from '../icons.js';

export const placeIcon = icon(
  svg`<path d="M12 21s7-6.3 7-11.5a7 7 0 0 0-14 0C5 14.7 12 21 12 21z"/><circle cx="12" cy="9.5" r="2.5"/>`,
);
/** In the place of a photo. */
export const houses = svg`<svg class="houses" viewBox="0 0 80 40" aria-hidden="true" focusable="false"><path d="M0 38h80M6 38V20l9-8 9 8v18M24 38V14h16v24M40 38V22l10-8 10 8v16M66 38v-8"/><circle cx="66" cy="24" r="6"/><path d="M12 25h6M12 31h6M29 20h6M29 27h6M47 28h6"/></svg>`;
