import { css } from 'lit';
import { streetStyles } from '@buurt/core/map/streets.js';

const map = css`
  .map {
    position: relative;
    overflow: hidden;
    border: 0.0625em solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_soft);
    direction: ltr;
    isolation: isolate;
  }
  .land {
    display: block;
    inline-size: 100%;
    block-size: auto;
  }
  .area {
    fill: color-mix(in srgb, var(--_surface) 70%, var(--_tint));
    stroke: var(--_accent);
    stroke-width: 2.5;
    stroke-linejoin: round;
  }
  .neighbour {
    fill: none;
    stroke: var(--_line);
    stroke-width: 1.5;
    stroke-dasharray: 5 4;
  }
  .land .name {
    fill: var(--_text);
    font-size: 0.8125em;
    font-weight: 600;
  }
  .pins {
    position: absolute;
    inset: 0;
    pointer-events: none;
  }
`;

const pins = css`
  .pin {
    position: absolute;
    display: grid;
    place-items: center;
    inline-size: 2.75em;
    block-size: 2.75em;
    margin: 0;
    border: 0;
    padding: 0;
    border-radius: 50%;
    background: none;
    color: inherit;
    font: inherit;
    translate: -50% -50%;
    cursor: pointer;
    pointer-events: auto;
  }
  .pin:is(:hover, :focus-visible, .lit, [aria-expanded='true']) {
    z-index: 1;
  }
  .pin:is(:hover, .lit, [aria-expanded='true']) :is(.mark, .count) {
    scale: 1.25;
  }
  .pin:focus-visible {
    outline-offset: -2px;
  }
  .mark {
    --_form: var(--_opaque);
    inline-size: 2.125em;
    block-size: 2.125em;
    flex: none;
    overflow: visible;
    fill: var(--_form);
    stroke: var(--_status-ink);
    stroke-width: 2.5;
    stroke-linejoin: round;
    stroke-linecap: round;
  }
  .glyph {
    fill: none;
    stroke-width: 2.5;
  }
  .mark.done {
    --_form: var(--_status-ink);
  }
  .mark.done .glyph {
    stroke: var(--_on-status);
  }
  .mark.underway {
    inline-size: 2.5em;
    block-size: 2.5em;
  }
  .mark.underway .glyph {
    scale: 0.75;
    transform-origin: 16px 16px;
    transform-box: view-box;
  }
  .count {
    display: grid;
    place-items: center;
    min-inline-size: 2.5em;
    block-size: 2.5em;
    border: 0.1875em solid var(--_surface);
    border-radius: var(--_pill-radius);
    padding-inline: 0.4em;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: max(14.4px, 0.9em);
    font-weight: 700;
    line-height: 1;
    box-shadow: var(--_shadow);
  }
  /* Buurten, where the others count initiatives. */
  .count.buurten {
    border-color: var(--_accent);
    background: var(--_surface);
    color: var(--_text);
  }
  @media (prefers-reduced-motion: no-preference) {
    .pin :is(.mark, .count) {
      transition: scale var(--_motion);
    }
  }
`;

export const mapStyles = [streetStyles, map, pins];
