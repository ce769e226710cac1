import type { Border } from '@buurt/domain/geo/border.js';
import { fit, svgPath } from '@buurt/domain/geo/projection.js';
import { html } from 'hono/html';
import type { Markup } from './layout.js';

const [width, height] = [240, 160];

/** The border of a buurt as a small picture; decoration, the name stands beside it. */
export const shapeOf = (border: Border): Markup =>
  html`<div class="shape">
    <svg viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false">
      <path class="land" d="${svgPath(border, fit(border, width, height, 4))}"></path>
    </svg>
  </div>`;
