import { svg, type TemplateResult } from 'lit';
import type { OfferKind } from '@buurt/domain';

const icon = (paths: TemplateResult): TemplateResult =>
  svg`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${paths}</svg>`;

/** One drawing for each kind of offer, in the colour of the text beside it. */
export const kindIcons: Readonly<Record<OfferKind, TemplateResult>> = {
  time: icon(svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>`),
  skill: icon(svg`<path d="M12 3.5l2.4 5.3 5.8.6-4.3 3.9 1.2 5.7L12 16.1 6.9 19l1.2-5.7L3.8 9.4l5.8-.6z"/>`),
  tools: icon(
    svg`<path d="M14.5 6.5a4 4 0 0 1 5-1l-2.5 2.5.500 2 2 .500L22 8a4 4 0 0 1-5.5 4.5L8 21a2.1 2.1 0 0 1-3-3l8.5-8.5a4 4 0 0 1 1-3z" transform="translate(-1 -1)"/>`,
  ),
  space: icon(svg`<path d="M4 11l8-6.5L20 11"/><path d="M6 9.5V20h12V9.5"/><path d="M10 20v-5.5h4V20"/>`),
  network: icon(
    svg`<circle cx="12" cy="6" r="2.5"/><circle cx="5.5" cy="17" r="2.5"/><circle cx="18.5" cy="17" r="2.5"/><path d="M10.8 8.2L6.7 14.8M13.2 8.2l4.1 6.6M8 17h8"/>`,
  ),
};

export const eyeIcon = icon(
  svg`<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z"/><circle cx="12" cy="12" r="2.8"/>`,
);
export const lockIcon = icon(
  svg`<rect x="5" y="10.5" width="14" height="9.5" rx="2"/><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5"/>`,
);
export const placeIcon = icon(
  svg`<path d="M12 21s7-6.3 7-11.5a7 7 0 0 0-14 0C5 14.7 12 21 12 21z"/><circle cx="12" cy="9.5" r="2.5"/>`,
);
export const tickIcon = icon(svg`<path d="M5 12.5l4.5 4.5L19 7.5"/>`);
