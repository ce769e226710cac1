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
  [part~='results'] {
    margin-block-start: calc(-1 * var(--_space-5));
  }
  .money {
    display: grid;
    gap: var(--_space-2);
    counter-reset: piece;
  }
  .bar {
    display: block;
    inline-size: 100%;
    block-size: 3.25em;
    border-radius: var(--_control-radius);
  }
  .bar rect {
    fill: var(--_accent);
    stroke: var(--_surface);
    stroke-width: 0.15em;
  }
  .bar .left rect {
    fill: color-mix(in srgb, var(--_text) 14%, transparent);
  }
  .bar text {
    fill: var(--_on-accent);
    font-size: 1.1em;
    font-weight: 700;
    text-anchor: middle;
    dominant-baseline: central;
  }
  @container (inline-size < 40em) {
    .bar .tight {
      display: none;
    }
  }
  .bar:dir(rtl) {
    transform: scaleX(-1);
  }
  .bar:dir(rtl) text {
    transform: scaleX(-1);
    transform-box: fill-box;
    transform-origin: center;
  }
  .key {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1) var(--_space-4);
    padding: 0;
    font-size: var(--_small);
    list-style: none;
  }
  .key li {
    display: flex;
    gap: var(--_space-2);
    align-items: baseline;
  }
  .key li::before {
    flex: none;
    content: '\\a0';
    border-radius: var(--_pill-radius);
    background: color-mix(in srgb, var(--_text) 14%, transparent);
  }
  .key .piece {
    counter-increment: piece;
  }
  .key .piece::before {
    content: counter(piece);
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
    margin-inline-end: var(--_space-2);
  }
  .granted strong::before,
  .key li::before {
    display: inline-grid;
    place-items: center;
    min-inline-size: 1.7em;
    block-size: 1.7em;
    font-size: var(--_small);
  }
  .granted strong::before,
  .key .piece::before {
    border-radius: var(--_pill-radius);
    background: var(--_accent);
    color: var(--_on-accent);
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
  /* In a page without a doctype a table takes no text from what is around it. */
  table {
    inline-size: 100%;
    border-collapse: collapse;
    color: inherit;
    font: inherit;
    font-size: var(--_small);
    white-space: inherit;
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
    font-weight: 600;
  }
  .number {
    font-variant-numeric: tabular-nums;
    text-align: end;
    white-space: nowrap;
  }
  .yes {
    color: var(--_ok);
    font-weight: 600;
  }
  .no {
    color: var(--_muted);
  }
  td.why {
    inline-size: 36%;
  }
  @container (inline-size < 40em) {
    table,
    caption,
    tbody,
    tbody :is(tr, th) {
      display: block;
    }
    thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    tbody tr {
      border-block-start: 0.0625em solid var(--_line);
      padding: var(--_space-3) var(--_space-4);
    }
    tbody th {
      border: 0;
      padding: 0 0 var(--_space-1);
      font-size: 1rem;
    }
    td,
    td.number,
    td.why {
      display: grid;
      grid-template-columns: minmax(5em, 30%) minmax(0, 1fr);
      gap: var(--_space-3);
      inline-size: auto;
      border: 0;
      padding: 0.1em 0;
      text-align: start;
      white-space: normal;
    }
    td::before {
      content: attr(data-column);
      content: attr(data-column) / '';
      color: var(--_muted);
    }
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
  .counting > summary {
    border-block: 0.0625em solid var(--_line);
    padding-block: var(--_space-3);
  }
  .counting > summary > * {
    display: inline;
  }
  .counting-whole :is(h3, h4, h5, h6) {
    font-size: var(--_title-3);
  }
  .counting-whole {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-5);
    padding-block-start: var(--_space-4);
  }
  details ol {
    display: grid;
    gap: var(--_space-2);
    max-inline-size: var(--_text-width);
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
    :is(th, td) {
      padding-inline: var(--_space-2);
    }
    /* In a grid a title does not stay with what it is the title of. */
    :host,
    section,
    .summary,
    .counting-whole {
      display: block;
    }
    :is(section, .summary, .counting-whole) > *,
    section,
    .summary,
    details {
      margin-block-end: var(--_space-4);
    }
    [part~='results'] {
      margin-block: 0 var(--_space-4);
    }
    .money,
    .money ::before,
    .granted {
      print-color-adjust: exact;
    }
  }
  @media (forced-colors: active) {
    .bar rect {
      fill: Highlight;
      forced-color-adjust: none;
    }
    .bar .left rect {
      fill: Canvas;
      stroke: CanvasText;
    }
    .key .left::before {
      border: 0.0625em solid CanvasText;
    }
    .bar text {
      fill: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
