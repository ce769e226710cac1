import { css } from 'lit';

const frame = css`
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
  .ground {
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

const side = css`
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

const spots = css`
  .spot-card {
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
  .spot-card :is(h1, h2, h3, h4, h5, h6) {
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
  .spots {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(17em, 100%), 1fr));
    gap: var(--_space-4);
    padding-block: var(--_space-2) var(--_space-4);
  }
  .spot-card .spots {
    inline-size: 100%;
    max-block-size: 20em;
    overflow: auto;
    padding-block: var(--_space-1);
  }
  .spot {
    display: grid;
    gap: 0.15em;
    align-content: start;
    content-visibility: auto;
    contain-intrinsic-block-size: auto 5em;
  }
  .spot .link {
    text-align: start;
  }
`;

export const sideStyles = [frame, side, spots];
