import { css } from 'lit';

export const conditions = css`
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
      --_ink: CanvasText;
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
    .spot-card {
      display: none;
    }
    .map,
    .mark,
    .count,
    .pin::after {
      print-color-adjust: exact;
    }
    .spot {
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
      border-radius: 0.7em;
      padding-inline: 0.3em;
      background: #fff;
      color: #000;
      font-size: 0.75rem;
      font-weight: 700;
      line-height: 1.3;
    }
    .all .spot {
      position: relative;
      padding-inline-start: 2em;
    }
    .all .spot::before {
      content: attr(data-number) '.';
      position: absolute;
      inset-inline-start: 0;
      font-weight: 700;
    }
  }
`;
