import { css } from 'lit';

export const mapStyles = css`
  :host {
    display: grid;
    gap: var(--_space-2);
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  .map {
    position: relative;
    max-inline-size: 30em;
    border: max(0.0625em, 1px) solid var(--_control-line);
    border-radius: var(--_radius);
    background: var(--_soft);
  }
  /* Lies over the picture, so that what is written in the picture is no part of its name. */
  .map button {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    margin: 0;
    border: 0;
    border-radius: inherit;
    padding: 0;
    background: none;
    cursor: crosshair;
    touch-action: manipulation;
  }
  .map svg {
    display: block;
    direction: ltr;
    inline-size: 100%;
    border-radius: inherit;
  }
  .map.small {
    max-inline-size: 16em;
  }
  .buurt {
    fill: var(--_tint);
  }
  /* Over the streets, so that the border stays one line. */
  .buurt-line {
    fill: none;
    stroke: var(--_accent);
    stroke-width: 2;
    stroke-linejoin: round;
  }
  .ruler {
    fill: none;
    stroke: var(--_muted);
    stroke-width: 1.25;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  /* The size that map-drawing.ts counts with. */
  .land {
    font-size: 17.5px;
  }
  .land text {
    stroke: var(--_tint);
  }
  svg > text {
    fill: var(--_muted);
    font-size: 12px;
    paint-order: stroke;
    stroke: var(--_soft);
    stroke-width: 3px;
  }
  .halo {
    fill: none;
    stroke: var(--_surface);
    stroke-width: 5;
    stroke-linejoin: round;
  }
  .drop {
    fill: var(--_accent);
    stroke: var(--_text);
    stroke-width: 1;
  }
  circle {
    fill: var(--_on-accent);
  }
  .nudges {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1) var(--_space-3);
    align-items: center;
  }
  /* A map has the west on the left, whichever way the page reads. */
  .arrows {
    display: flex;
    gap: var(--_space-2);
    direction: ltr;
  }
  .nudge {
    inline-size: var(--_touch);
    border-width: 1px;
    padding: 0;
  }
  .east svg {
    rotate: 90deg;
  }
  .south svg {
    rotate: 180deg;
  }
  .west svg {
    rotate: -90deg;
  }
  @media (forced-colors: active) {
    .map {
      forced-color-adjust: none;
      border-color: ButtonText;
      background: Canvas;
      color: CanvasText;
    }
    .buurt {
      fill: Canvas;
    }
    .buurt-line {
      stroke: CanvasText;
    }
    .ruler {
      stroke: CanvasText;
    }
    svg > text {
      fill: CanvasText;
    }
    text,
    .land text {
      stroke: Canvas;
    }
    .halo,
    .drop {
      stroke: Canvas;
    }
    .drop {
      fill: Highlight;
    }
    circle {
      fill: Canvas;
    }
  }
`;
