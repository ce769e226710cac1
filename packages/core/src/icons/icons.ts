import { svg } from 'lit';
import { icon } from './icon.js';

/** What more than one widget draws. */
export const lockIcon = icon(
  'lock',
  svg`<rect x="5" y="10.5" width="14" height="9.5" rx="2"/><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5"/>`,
);
export const placeIcon = icon(
  'place',
  svg`<path d="M12 21s7-6.3 7-11.5a7 7 0 0 0-14 0C5 14.7 12 21 12 21z"/><circle cx="12" cy="9.5" r="2.5"/>`,
);
export const tickIcon = icon('tick', svg`<path d="M5 12.5l4.5 4.5L19 7.5"/>`);
