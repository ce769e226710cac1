import { css } from 'lit';

const sheet = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  :host {
    display: contents;
  }
  dialog {
    container-type: inline-size;
    inline-size: min(46rem, 100vw - 1rem);
    max-block-size: calc(100dvh - 1rem);
    margin: auto;
    border: 0;
    border-radius: var(--_radius);
    padding: 0;
    overflow: auto;
    overscroll-behavior: contain;
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 1em 4em rgb(0 0 0 / 0.35);
  }
  dialog::backdrop {
    background: rgb(10 20 18 / 0.55);
  }
  .inside {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-4);
    padding: clamp(0.75rem, 4cqi, 2rem);
    padding-block-start: 0;
    overflow-wrap: anywhere;
  }
  .top {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
    align-items: center;
    justify-content: flex-end;
    margin-block-end: calc(-1 * var(--_space-2));
    padding-block: var(--_space-2);
    background: var(--_surface);
  }
  .shared {
    flex: 1;
    font-size: var(--_small);
  }
  .inside > .picture {
    border-radius: var(--_control-radius);
  }
  #title > * {
    font-size: var(--_title-1);
  }
  .inside .tags {
    font-size: 1em;
  }
  .tags:empty,
  .state:empty {
    display: none;
  }
  .inside > .card-actions {
    padding: 0;
  }
  .notice {
    display: grid;
    gap: var(--_space-3);
    justify-items: start;
  }
  .prose {
    white-space: pre-line;
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-3);
    border-block-start: 0.0625em solid var(--_line);
    padding-block-start: var(--_space-4);
  }
  section section {
    border: 0;
    padding: 0;
  }
  section :is(h4, h5, h6) {
    font-size: var(--_title-3);
  }
  ul,
  ol {
    padding: 0;
    list-style: none;
  }
  .place .icon {
    margin-inline-end: 0.1em;
  }
`;

const road = css`
  .stages {
    display: grid;
    grid-auto-columns: minmax(0, 1fr);
    grid-auto-flow: column;
    font-size: var(--_small);
  }
  .stages li {
    position: relative;
    display: grid;
    gap: var(--_space-2);
    justify-items: center;
    color: var(--_muted);
    text-align: center;
  }
  .stages li::before {
    content: '';
    z-index: 1;
    inline-size: 1.1em;
    block-size: 1.1em;
    border: 0.15em solid var(--_control-line);
    border-radius: 50%;
    background: var(--_surface);
  }
  .stages li + li::after {
    content: '';
    position: absolute;
    inset-block-start: 0.5em;
    inset-inline-end: 50%;
    inline-size: 100%;
    border-block-start: 0.15em solid var(--_line);
  }
  .stages :is(.past, .now)::before {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  .stages li + :is(.past, .now)::after {
    border-color: var(--_accent);
  }
  .stages .now {
    color: var(--_text);
    font-weight: 700;
  }
  .stages .now::before {
    box-shadow: 0 0 0 0.25em var(--_tint);
  }
  .reason {
    border-inline-start: 0.25em solid var(--_accent);
    padding-inline-start: var(--_space-3);
  }
  @container (inline-size < 26rem) {
    .stages {
      grid-auto-flow: row;
      gap: var(--_space-2);
    }
    .stages li {
      grid-template-columns: auto minmax(0, 1fr);
      justify-items: start;
      align-items: center;
      text-align: start;
    }
    .stages li + li::after {
      inset-block-start: -1.15em;
      inset-inline: 0.5em auto;
      inline-size: 0;
      block-size: 1.5em;
      border-block-start: 0;
      border-inline-start: 0.15em solid var(--_line);
    }
  }
  @media (forced-colors: active) {
    .stages .now::before {
      outline: 0.2em solid Highlight;
    }
    .stages :is(.past, .now)::before {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;

const told = css`
  .told {
    display: grid;
    gap: var(--_space-3);
  }
  .told dt {
    font-weight: 600;
  }
  .needs,
  .promises {
    display: grid;
    gap: var(--_space-2);
  }
  .needs li,
  .promise {
    display: flex;
    gap: var(--_space-3);
    align-items: start;
    border-radius: var(--_control-radius);
    padding: var(--_space-3);
    background: var(--_soft);
  }
  .needs .icon,
  .promise > .icon {
    margin-block-start: 0.1em;
    color: var(--_accent);
  }
  .needs .hint {
    display: block;
  }
  .needs .wanted {
    background: var(--_tint);
    font-weight: 600;
  }
  .needs .wanted .hint {
    font-weight: 400;
  }
  .promise.kept .icon,
  .promise.kept .fate {
    color: var(--_ok);
  }
  .promise:is(.late, .broken) :is(.icon, .fate) {
    color: var(--_error);
  }
  .purse {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1) var(--_space-5);
    font-weight: 600;
  }
  progress {
    block-size: 0.75em;
    border-radius: 0.4em;
  }
  .silent {
    color: var(--_warning);
    font-weight: 600;
  }
  .news-list {
    display: grid;
    gap: var(--_space-4);
    border-inline-start: 0.15em solid var(--_line);
    padding-inline-start: var(--_space-4);
  }
  .news-list li {
    position: relative;
    display: grid;
    gap: var(--_space-1);
  }
  .news-list li::before {
    content: '';
    position: absolute;
    inset-block-start: 0.4em;
    inset-inline-start: calc(-1 * var(--_space-4) - 0.4em);
    inline-size: 0.65em;
    block-size: 0.65em;
    border-radius: 50%;
    background: var(--_accent);
  }
  .news-list .picture {
    max-inline-size: 22em;
    margin-block-start: var(--_space-2);
    border-radius: var(--_control-radius);
  }
  .photos {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 12em), 1fr));
    gap: var(--_space-3);
  }
  .photos .picture {
    border-radius: var(--_control-radius);
  }
  .columns {
    display: grid;
    gap: var(--_space-4);
  }
  .column {
    display: grid;
    gap: var(--_space-3);
    align-content: start;
  }
  .column :is(h4, h5, h6) {
    border-block-end: 0.15em solid var(--_line);
    padding-block-end: var(--_space-1);
    font-size: 1em;
  }
  .column.for :is(h4, h5, h6) {
    border-color: var(--_ok);
  }
  .column.against :is(h4, h5, h6) {
    border-color: var(--_error);
  }
  .column ul {
    display: grid;
    gap: var(--_space-3);
  }
  .map {
    display: block;
    inline-size: 100%;
    max-inline-size: 30em;
    border-radius: var(--_control-radius);
    background: var(--_soft);
  }
  .border {
    fill: var(--_tint);
    stroke: var(--_accent);
    stroke-width: 1.5;
    stroke-linejoin: round;
  }
  .ring {
    fill: var(--_accent);
    opacity: 0.25;
  }
  .dot {
    fill: var(--_accent);
    stroke: var(--_surface);
    stroke-width: 2;
  }
  @container (inline-size >= 32rem) {
    .columns {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @media (forced-colors: active) {
    dialog {
      border: 0.125em solid;
    }
    .news-list li::before {
      background: CanvasText;
      forced-color-adjust: none;
    }
    .dot {
      fill: Highlight;
      forced-color-adjust: none;
    }
    .needs li,
    .promise {
      border: 0.0625em solid;
    }
  }
`;

export const detailStyles = [sheet, road, told];
