import { svg } from 'lit';
import { icon } from '@buurt/core/icons/icon.js';

const circle = svg`<circle cx="12" cy="12" r="8.5"/>`;

export const clockIcon = icon('clock', svg`${circle}<path d="M12 7.5V12l3 2"/>`);
export const ticksIcon = icon('ticks', svg`<path d="M2 12.5l4.5 4.5L16 7.5M12 16l1 1L22.5 7.5"/>`);
export const pencilIcon = icon('pencil', svg`<path d="M4 20l1-4L16 5l3 3L8 19z"/><path d="M14 7l3 3"/>`);
/** In the place of a photo. */
export const houses = svg`<svg class="houses" viewBox="0 0 80 40" aria-hidden="true" focusable="false"><path d="M0 38h80M6 38V20l9-8 9 8v18M24 38V14h16v24M40 38V22l10-8 10 8v16M66 38v-8"/><circle cx="66" cy="24" r="6"/><path d="M12 25h6M12 31h6M29 20h6M29 27h6M47 28h6"/></svg>`;
