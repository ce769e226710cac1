import { svg, type TemplateResult } from 'lit';
import { statusGlyphs } from '@buurt/core/messages/statuses.js';
import type { InitiativeStatus } from '@buurt/domain/initiatives/initiative-status.js';

/** A shape for each status, so that nobody needs to tell colours apart. */
const shapes: Readonly<Record<InitiativeStatus, TemplateResult>> = {
  new: svg`<circle cx="16" cy="16" r="14"/>`,
  onBallot: svg`<rect x="3" y="3" width="26" height="26" rx="5"/>`,
  granted: svg`<path d="M16 1l13 7.5v15L16 31 3 23.5v-15z"/>`,
  underway: svg`<path d="M16 0l16 16-16 16L0 16z"/>`,
  done: svg`<path d="M10 2h12l8 8v12l-8 8H10l-8-8V10z"/>`,
  declined: svg`<circle cx="16" cy="16" r="12" stroke-dasharray="4 3"/>`,
};

/** The symbol of a status: on the map, in the legend and in the list. */
export const statusSymbol = (status: InitiativeStatus): TemplateResult => svg`<svg
    class="mark ${status}"
    viewBox="-1 -1 34 34"
    aria-hidden="true"
    focusable="false"
  >
    ${shapes[status]}
    <g class="glyph" transform="translate(4.6 4.6) scale(0.95)">${statusGlyphs[status]}</g>
  </svg>`;
