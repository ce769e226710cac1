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
    inline-size: min(46em, 100vw - 1em);
    inset-block: var(--_frame-top, 0) var(--_frame-bottom, 0);
    max-block-size: calc(100dvh - var(--_frame-top, 0px) - var(--_frame-bottom, 0px) - 1em);
    margin: auto;
    border: 0;
    border-radius: var(--_radius);
    padding: 0;
    overflow: auto;
    overscroll-behavior: contain;
    background: var(--_opaque);
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
    padding: clamp(0.75em, 4cqi, 2em);
    padding-block-start: 0;
    overflow-wrap: break-word;
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
    background: var(--_opaque);
  }
  @media print {
    .top {
      display: none;
    }
    /* In a grid a title does not stay with what it is the title of. */
    .inside {
      display: block;
      padding: 0;
    }
    .inside > * {
      margin-block-end: var(--_space-4);
    }
  }
  .shared {
    flex: 1;
    font-size: var(--_small);
  }
  .inside > .picture {
    border-radius: var(--_control-radius);
  }
  #title {
    font-size: var(--_title-1);
  }
  .inside .tags {
    font-size: 1em;
  }
  .tags:empty,
  .hint.state:empty {
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
    background: var(--_opaque);
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
  @container (inline-size < 26em) {
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

export const detailStyles = [sheet, road];
