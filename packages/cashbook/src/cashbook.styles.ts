import { css } from 'lit';

export const styles = css`
  /* About as high as the newest round will be, so that what stands below it on the page does not jump. */
  .coming {
    min-block-size: 32em;
  }
  .cashbook {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-4);
    align-content: start;
    max-inline-size: 60em;
    padding: var(--_padding) var(--_padding-inline);
    overflow-wrap: break-word;
  }
  .cashbook > :is(h1, h2, h3, h4, h5, h6) {
    font-size: var(--_title-1);
  }
  .cashbook > [role='status']:empty {
    display: none;
  }
  .notice > * + * {
    margin-block-start: var(--_space-3);
  }
  .empty {
    border: 0.125em dashed var(--_line);
    border-radius: var(--_radius);
    padding: var(--_space-6) var(--_space-4);
    text-align: center;
  }
  .round {
    border: 0.0625em solid var(--_line);
    border-radius: var(--_radius);
    padding-inline: var(--_space-4);
  }
  summary {
    min-block-size: var(--_touch);
    padding-block: 0.7em;
    cursor: pointer;
  }
  summary > :is(h2, h3, h4, h5, h6) {
    display: inline;
    font-size: var(--_title-3);
  }
  .content {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-4);
    padding-block-end: var(--_space-4);
  }
  .bar {
    display: block;
    inline-size: 100%;
    block-size: 0.9em;
    border: 0.0625em solid var(--_control-line);
    border-radius: var(--_pill-radius);
    overflow: hidden;
    background: var(--_surface);
  }
  .bar:dir(rtl) {
    transform: scaleX(-1);
  }
  .bar .granted {
    fill: color-mix(in srgb, var(--_accent) 35%, transparent);
  }
  .bar .spent {
    fill: var(--_accent);
  }
  /* Two colours, so that it shows on what was spent and beside it. */
  .bar .limit {
    fill: var(--_on-accent);
    stroke: var(--_text);
  }
  .sums {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .sum {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-4);
    align-items: baseline;
    justify-content: space-between;
    padding-block: var(--_space-1);
  }
  .sum + .sum {
    border-block-start: 0.0625em solid var(--_line);
  }
  .sum dd,
  td bdi {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .sum dd {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  :is(.left, .short) :is(dt, dd) {
    font-weight: 700;
  }
  .short :is(dt, dd),
  .overspent {
    color: var(--_error);
  }
  /* What the bar shows of it, in the same shape: filled, or with an edge only. */
  :is(.granted, .spent) > dt::before {
    content: '';
    display: inline-block;
    inline-size: 0.8em;
    block-size: 0.8em;
    border: 0.0625em solid var(--_control-line);
    border-radius: 0.2em;
    margin-inline-end: 0.45em;
    background: color-mix(in srgb, var(--_accent) 35%, transparent);
  }
  .spent > dt::before {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  /* In a page without a doctype a table takes no text from what is around it. */
  table {
    color: inherit;
    font: inherit;
    text-align: inherit;
    text-indent: inherit;
    white-space: inherit;
  }
  table,
  tbody {
    display: block;
  }
  thead {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  tbody tr {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-1);
    border-block-start: 0.0625em solid var(--_line);
    padding-block: var(--_space-3);
  }
  th {
    font-weight: 600;
    text-align: start;
  }
  td {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-4);
    justify-content: space-between;
    padding: 0;
    font-variant-numeric: tabular-nums;
  }
  td .label,
  td.unknown {
    color: var(--_muted);
  }
  tbody th {
    padding: 0;
  }
  tbody th :is(a, .link) {
    display: inline-block;
    padding-block: 0.25em;
    text-align: start;
    overflow-wrap: anywhere;
  }
  .overspent {
    display: block;
    font-size: var(--_small);
  }
  .meaning dl {
    display: grid;
    gap: var(--_space-2);
    padding-block-end: var(--_space-2);
  }
  .meaning summary {
    color: var(--_accent);
  }
  .meaning :is(dt, dd) {
    display: inline;
  }
  .meaning dt {
    font-weight: 600;
  }
  .cashbook > p > a {
    display: inline-block;
    padding-block: 0.4em;
  }
  @container (inline-size >= 36em) {
    .sums {
      grid-template-columns: repeat(auto-fit, minmax(7.5em, 1fr));
      gap: var(--_space-3) var(--_space-4);
    }
    .sum {
      display: block;
      padding: 0;
    }
    .sum + .sum {
      border: 0;
    }
    .sum dd {
      font-size: var(--_title-3);
    }
    table {
      display: table;
      inline-size: 100%;
      border-collapse: collapse;
    }
    thead {
      position: static;
      display: table-header-group;
      clip-path: none;
    }
    tbody {
      display: table-row-group;
    }
    tbody tr {
      display: table-row;
    }
    :is(thead, tbody) :is(th, td) {
      display: table-cell;
      border-block-start: 0.0625em solid var(--_line);
      padding: 0.6em 0;
      padding-inline-end: var(--_space-4);
      vertical-align: baseline;
    }
    thead th {
      border: 0;
      color: var(--_muted);
      font-size: var(--_small);
    }
    td,
    thead th:not(:first-child) {
      text-align: end;
      white-space: nowrap;
    }
    :is(thead, tbody) :is(th, td):last-child {
      padding-inline-end: 0;
    }
    td .label {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .bar {
      forced-color-adjust: none;
      border-color: CanvasText;
      background: Canvas;
    }
    .bar .granted {
      fill: GrayText;
    }
    .bar .spent {
      fill: CanvasText;
    }
    .bar .limit {
      fill: Canvas;
      stroke: CanvasText;
    }
    .granted > dt::before {
      forced-color-adjust: none;
      border-color: CanvasText;
      background: GrayText;
    }
    .spent > dt::before {
      forced-color-adjust: none;
      border-color: CanvasText;
      background: CanvasText;
    }
  }
  @media print {
    .bar,
    :is(.granted, .spent) > dt::before {
      print-color-adjust: exact;
    }
  }
`;
