import { css } from 'lit';

export const resultsStyles = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-6);
    overflow-wrap: break-word;
  }
  .screen-title:focus {
    outline: 0;
  }
  section,
  .summary {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-3);
  }
  [part='results'] {
    margin-block-start: calc(-1 * var(--_space-5));
  }
  .how {
    max-inline-size: 65ch;
    color: var(--_muted);
  }
  .money {
    display: block;
    inline-size: 100%;
    block-size: 3.25em;
    border-radius: var(--_control-radius);
  }
  .money rect {
    fill: var(--_accent);
    stroke: var(--_surface);
    stroke-width: 0.15em;
  }
  .money .left rect {
    fill: color-mix(in srgb, var(--_text) 14%, transparent);
  }
  .money text {
    fill: var(--_surface);
    font-size: 1.1em;
    font-weight: 700;
    text-anchor: middle;
    dominant-baseline: central;
  }
  .money:dir(rtl) {
    transform: scaleX(-1);
  }
  .money:dir(rtl) text {
    transform: scaleX(-1);
    transform-box: fill-box;
    transform-origin: center;
  }
  .outcomes {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 22em), 1fr));
    gap: var(--_space-3);
    counter-reset: place;
    padding: 0;
    list-style: none;
  }
  .outcomes li {
    display: grid;
    gap: var(--_space-1);
    align-content: start;
    border: 0.0625em solid var(--_line);
    border-radius: var(--_radius);
    padding: var(--_space-4);
  }
  .outcomes .granted {
    border-color: var(--_ok);
    background: var(--_ok-tint, var(--_tint));
    counter-increment: place;
  }
  .outcome-name {
    display: flex;
    gap: var(--_space-3);
    align-items: baseline;
    justify-content: space-between;
  }
  @container (inline-size < 26em) {
    .outcome-name {
      display: block;
    }
    .outcome-name .amount {
      display: block;
    }
  }
  .granted strong::before {
    content: counter(place);
    display: inline-grid;
    place-items: center;
    min-inline-size: 1.7em;
    block-size: 1.7em;
    margin-inline-end: var(--_space-2);
    border-radius: 1em;
    background: var(--_accent);
    color: var(--_surface);
    font-size: var(--_small);
  }
  .amount {
    font-variant-numeric: tabular-nums;
    font-weight: 600;
    white-space: nowrap;
  }
  .score {
    color: var(--_muted);
    font-size: var(--_small);
  }
  .table {
    overflow-x: auto;
    border: 0.0625em solid var(--_line);
    border-radius: var(--_radius);
  }
  table {
    inline-size: 100%;
    min-inline-size: 34em;
    border-collapse: collapse;
    font-size: var(--_small);
    overflow-wrap: normal;
  }
  caption {
    padding: var(--_space-3) var(--_space-4);
    font-weight: 600;
    text-align: start;
  }
  th,
  td {
    border-block-start: 0.0625em solid var(--_line);
    padding: var(--_space-2) var(--_space-4);
    text-align: start;
    vertical-align: top;
  }
  tbody th {
    min-inline-size: 9em;
    font-weight: 600;
  }
  .number {
    font-variant-numeric: tabular-nums;
    text-align: end;
    white-space: nowrap;
  }
  td.yes {
    color: var(--_ok);
    font-weight: 600;
    white-space: nowrap;
  }
  td.no {
    color: var(--_muted);
    white-space: nowrap;
  }
  td.why {
    min-inline-size: 18em;
  }
  .ways {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 20em), 1fr));
    gap: var(--_space-3);
    padding: 0;
    list-style: none;
  }
  .ways li {
    display: grid;
    gap: var(--_space-2);
    align-content: start;
    border-radius: var(--_radius);
    padding: var(--_space-4);
    background: var(--_soft);
  }
  summary {
    padding-block: 0.6em;
    color: var(--_accent);
    text-decoration: underline;
    cursor: pointer;
  }
  details ol {
    display: grid;
    gap: var(--_space-2);
    max-inline-size: 70ch;
    padding-inline-start: 1.8em;
  }
  .chain {
    color: var(--_muted);
    font-size: var(--_small);
    overflow-wrap: anywhere;
  }
  @media print {
    .table {
      overflow: visible;
    }
    table,
    tbody th,
    td.why {
      min-inline-size: 0;
    }
    :is(th, td) {
      padding-inline: var(--_space-2);
    }
    /* In a grid a title does not stay with what it is the title of. */
    :host,
    section,
    .summary {
      display: block;
    }
    :is(section, .summary) > *,
    section,
    .summary,
    details {
      margin-block-end: var(--_space-4);
    }
    [part='results'] {
      margin-block: 0 var(--_space-4);
    }
    .money,
    .granted {
      print-color-adjust: exact;
    }
  }
  @media (forced-colors: active) {
    .money rect {
      fill: Highlight;
      forced-color-adjust: none;
    }
    .money .left rect {
      fill: Canvas;
      stroke: CanvasText;
    }
    .money text {
      fill: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
