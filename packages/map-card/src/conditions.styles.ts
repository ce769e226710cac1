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
    .neighbour,
    .street {
      stroke: GrayText;
    }
    .land text {
      fill: CanvasText;
      stroke: Canvas;
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
    .close {
      display: none;
    }
    .map,
    .count {
      print-color-adjust: exact;
    }
  }
`;
