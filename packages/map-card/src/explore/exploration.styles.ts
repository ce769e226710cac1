import { css } from 'lit';

export const explorationStyles = css`
  .explored .area {
    fill: none;
    stroke-width: 4;
  }
  .explored .land {
    position: relative;
    pointer-events: none;
  }
  /* A map made for paper dazzles on a dark page. */
  .tiles::after {
    position: absolute;
    inset: 0;
    background: light-dark(transparent, rgb(0 0 0 / 0.5));
    content: '';
  }
  .tiles {
    position: absolute;
    inset: 0;
    overflow: hidden;
  }
  .tile {
    position: absolute;
    max-inline-size: none;
    user-select: none;
  }
  .map-frame {
    position: relative;
    direction: ltr;
  }
  .controls {
    display: grid;
    grid-template-columns: repeat(6, minmax(0, 1fr));
    margin-block-start: var(--_space-2);
    border: 0.0625em solid var(--_control-line);
    border-radius: var(--_control-radius);
    overflow: hidden;
    background: var(--_surface);
  }
  @container (inline-size > 30em) {
    .controls {
      position: absolute;
      inset-block-start: var(--_space-2);
      inset-inline-end: var(--_space-2);
      z-index: 2;
      grid-template-columns: repeat(2, var(--_touch));
      margin: 0;
    }
  }
  .control {
    display: grid;
    place-items: center;
    min-inline-size: min(var(--_touch), 100%);
    block-size: var(--_touch);
    border: 0;
    padding: 0;
    background: none;
    color: var(--_text);
    cursor: pointer;
  }
  .control:hover {
    background: var(--_tint);
  }
  .control:focus-visible {
    outline-offset: -4px;
    box-shadow: none;
  }
  .gesture {
    position: absolute;
    inset-block-end: var(--_space-3);
    inset-inline: var(--_space-3);
    z-index: 2;
    inline-size: fit-content;
    margin-inline: auto;
    border-radius: var(--_radius);
    padding: 0.4em 0.9em;
    background: var(--_text);
    color: var(--_on-text);
    pointer-events: none;
  }
  .gesture:empty {
    display: none;
  }
  .attribution {
    text-align: end;
  }
  .map-column [role='status']:empty {
    display: none;
  }
  @media (forced-colors: active) {
    .control {
      background: Canvas;
      color: CanvasText;
    }
    .gesture {
      border: 0.0625em solid CanvasText;
      background: Canvas;
      color: CanvasText;
    }
  }
  @media print {
    .controls,
    .gesture {
      display: none;
    }
  }
`;
