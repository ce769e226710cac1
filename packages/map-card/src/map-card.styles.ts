import { css } from 'lit';

const layout = css`
  /* As much as buurt.css keeps free before, so that what stands below does not jump. */
  .coming {
    align-content: start;
    min-block-size: max(50em, 70em - 60cqi);
  }
  .map-card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-4);
    max-inline-size: 84em;
    padding: var(--_padding) var(--_padding-inline);
  }
  .map-card > [role='status']:empty {
    display: none;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-4) var(--_space-5);
    align-items: start;
  }
  .side,
  .map-column {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-4);
  }
  @container (inline-size > 46em) {
    .columns {
      grid-template-columns: minmax(0, 1fr) minmax(15em, 19em);
    }
  }
  .empty {
    display: grid;
    place-content: center;
    min-block-size: 16em;
    border-radius: var(--_radius);
    background: var(--_soft);
    color: var(--_muted);
  }
  .notice {
    display: grid;
    gap: var(--_space-3);
    justify-items: start;
  }
  .found {
    font-weight: 600;
  }
  .found:empty {
    display: none;
  }
  ul {
    padding: 0;
    list-style: none;
  }
`;

const legendAndFigures = css`
  .figures ul {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(7.5em, 100%), 1fr));
    gap: var(--_space-3) var(--_space-4);
    margin-block-end: var(--_space-2);
  }
  .figures strong {
    display: block;
    color: var(--_heading);
    font-size: 1.5em;
    line-height: 1.15;
    font-variant-numeric: tabular-nums;
  }
  .legend {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-2);
  }
  .legend > .button {
    justify-self: start;
  }
  .legend > span {
    font-weight: var(--_label-weight);
  }
  .legend ul,
  .layers {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }
  .option {
    display: inline-flex;
    gap: var(--_space-2);
    align-items: center;
    min-block-size: var(--_touch);
    margin: 0;
    border: max(0.0625em, 1px) solid var(--_control-line);
    border-radius: var(--_button-radius);
    padding: 0.25em 0.8em 0.25em 0.5em;
    background: var(--_control);
    color: var(--_control-text);
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .layers .option {
    padding-inline: 0.8em;
  }
  .option:hover {
    background: var(--_tint);
  }
  .option[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_tint);
    box-shadow: inset 0 0 0 max(0.125em, 2px) var(--_accent);
    font-weight: 600;
  }
  .option .mark {
    inline-size: 1.5em;
    block-size: 1.5em;
  }
  .explore {
    display: grid;
    gap: var(--_space-2);
    justify-items: start;
  }
  .explore .problem:empty {
    display: none;
  }
`;

const markers = css`
  .pin-card {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-2);
    justify-items: start;
    border: 0.0625em solid var(--_line);
    border-radius: var(--_radius);
    padding: var(--_space-4);
    padding-inline-end: calc(var(--_touch) + var(--_space-2));
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }
  .pin-card :is(h1, h2, h3, h4, h5, h6) {
    font-size: var(--_title-3);
  }
  .close {
    position: absolute;
    inset-block-start: var(--_space-1);
    inset-inline-end: var(--_space-1);
    display: grid;
    place-items: center;
    inline-size: var(--_touch);
    block-size: var(--_touch);
    border: 0;
    border-radius: var(--_button-radius);
    padding: 0;
    background: none;
    color: var(--_text);
    cursor: pointer;
  }
  .status {
    display: flex;
    gap: 0.4em;
    align-items: center;
  }
  .status .mark {
    inline-size: 1.3em;
    block-size: 1.3em;
  }
  .all {
    border-block: 0.0625em solid var(--_line);
  }
  summary {
    min-block-size: var(--_touch);
    padding-block: 0.6em;
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
  }
  .markers {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(17em, 100%), 1fr));
    gap: var(--_space-4);
    padding-block: var(--_space-2) var(--_space-4);
  }
  .pin-card .markers {
    inline-size: 100%;
    max-block-size: 20em;
    overflow: auto;
    padding-block: var(--_space-1);
  }
  .marker {
    display: grid;
    gap: 0.15em;
    align-content: start;
    content-visibility: auto;
    contain-intrinsic-block-size: auto 5em;
  }
  .marker .link {
    text-align: start;
  }
`;

const forcedColorsAndPrint = css`
  @media (forced-colors: active) {
    .map,
    .mark,
    .land {
      forced-color-adjust: none;
    }
    .map {
      border-color: CanvasText;
      background: Canvas;
    }
    .area {
      fill: Canvas;
      stroke: CanvasText;
    }
    .neighbour {
      stroke: GrayText;
    }
    .area {
      stroke-width: 3;
    }
    .land .name {
      fill: CanvasText;
    }
    .mark,
    .mark:is(.onBallot, .underway, .granted, .declined, .done) {
      --_form: Canvas;
      --_status-ink: CanvasText;
    }
    .mark.done {
      --_form: CanvasText;
    }
    .mark.done .glyph {
      stroke: Canvas;
    }
    .count {
      border-color: Canvas;
      background: CanvasText;
      color: Canvas;
    }
    .option[aria-pressed='true'] {
      border-color: Highlight;
      outline: 0.125em solid Highlight;
    }
  }
  @media print {
    .explore,
    .pin-card {
      display: none;
    }
    .map,
    .mark,
    .count,
    .pin::after {
      print-color-adjust: exact;
    }
    .marker {
      content-visibility: visible;
    }
    .option.printed {
      padding: 0;
    }
    /* Paper does not say the name of a pin: the number beside it leads to its place in the list. */
    .pin::after {
      content: attr(data-number);
      position: absolute;
      inset-block-end: -0.4em;
      inset-inline-end: -0.1em;
      min-inline-size: 1.4em;
      border: 0.0625em solid;
      border-radius: var(--_pill-radius);
      padding-inline: 0.3em;
      background: #fff;
      color: #000;
      font-size: 0.75rem;
      font-weight: 700;
      line-height: 1.3;
    }
    .all .marker {
      position: relative;
      padding-inline-start: 2em;
    }
    .all .marker::before {
      content: attr(data-number) '.';
      position: absolute;
      inset-inline-start: 0;
      font-weight: 700;
    }
  }
`;

export const styles = [layout, legendAndFigures, markers, forcedColorsAndPrint];
