import { css } from 'lit';

/** Of an element that is a dialog over the page. */
export const dialogStyles = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  :host {
    display: contents;
  }
  dialog {
    inline-size: min(42em, 100vw - 2em);
    inset-block: var(--_frame-top, 0) var(--_frame-bottom, 0);
    max-block-size: calc(100dvh - var(--_frame-top, 0px) - var(--_frame-bottom, 0px) - 2em);
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
  .sheet-inside {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-3);
    padding: var(--_space-5);
    overflow-wrap: break-word;
  }
  @media (forced-colors: active) {
    dialog {
      border: 0.125em solid;
    }
  }
`;
