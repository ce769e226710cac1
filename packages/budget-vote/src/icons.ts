import { svg, type TemplateResult } from 'lit';

/** In the size and colour of the text beside it. */
const icon = (paths: TemplateResult): TemplateResult =>
  svg`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${paths}</svg>`;

const circle = svg`<circle cx="12" cy="12" r="8.5"/>`;

export const clockIcon = icon(svg`${circle}<path d="M12 7.5V12l3 2"/>`);
export const tickIcon = icon(svg`<path d="M5 12.5l4.5 4.5L19 7.5"/>`);
export const ticksIcon = icon(svg`<path d="M2 12.5l4.5 4.5L16 7.5M12 16l1 1L22.5 7.5"/>`);
export const pencilIcon = icon(svg`<path d="M4 20l1-4L16 5l3 3L8 19z"/><path d="M14 7l3 3"/>`);
export const lockIcon = icon(
  svg`<rect x="5" y="10.5" width="14" height="9.5" rx="2"/><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5"/>`,
);
export const placeIcon = icon(
  svg`<path d="M12 21s7-6.3 7-11.5a7 7 0 0 0-14 0C5 14.7 12 21 12 21z"/><circle cx="12" cy="9.5" r="2.5"/>`,
);
/** In the place of a photo. */
export const houses = svg`<svg class="houses" viewBox="0 0 80 40" aria-hidden="true" focusable="false"><path d="M0 38h80M6 38V20l9-8 9 8v18M24 38V14h16v24M40 38V22l10-8 10 8v16M66 38v-8"/><circle cx="66" cy="24" r="6"/><path d="M12 25h6M12 31h6M29 20h6M29 27h6M47 28h6"/></svg>`;
