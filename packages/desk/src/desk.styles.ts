import { css } from 'lit';

export const styles = css`
  .desk {
    container: desk / inline-size;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-4);
    padding: var(--_padding) var(--_padding-inline);
    overflow-wrap: break-word;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1) var(--_space-3);
    align-items: center;
    border-block-end: 0.0625em solid var(--_line);
  }
  .bar > :is(h1, h2, h3) {
    font-size: var(--_title-3);
  }
  .who {
    flex: 1 1 12em;
    color: var(--_muted);
    font-size: var(--_small);
  }
  .shortcuts,
  .bar > [role='alert'] {
    flex: 1 1 100%;
    padding-block-end: var(--_space-3);
  }
  .shortcuts dl > div {
    display: flex;
    gap: var(--_space-3);
    align-items: baseline;
    padding-block: 0.15em;
  }
  kbd {
    display: inline-block;
    min-inline-size: 1.8em;
    border: 0.0625em solid var(--_control-line);
    border-radius: 0.25em;
    padding: 0.05em 0.4em;
    font: inherit;
    font-weight: 600;
    text-align: center;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-5);
    align-items: start;
  }
  .columns > * {
    grid-row: 1;
  }
  .inbox,
  .open {
    display: grid;
    grid-column: -2 / -1;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-4);
    align-content: start;
    min-inline-size: 0;
  }
  .inbox-head {
    display: grid;
    gap: var(--_space-2);
  }
  .inbox-title {
    font-size: var(--_title-1);
  }
  .filter {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2) var(--_space-3);
    align-items: center;
  }
  .filter select {
    flex: 1 1 12em;
    inline-size: auto;
    min-inline-size: 0;
  }
  /* What is open is as wide for what is in it as a page is for a widget. */
  .open > * {
    container-type: inline-size;
  }
  /* Only there, where it would leave a gap: what a screen reader has to read must be there before it is filled. */
  .inbox > [role='status']:empty {
    display: none;
  }
  .entries {
    padding: 0;
    list-style: none;
  }
  .entries > li + li {
    border-block-start: 0.0625em solid var(--_line);
  }
  .entry {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 var(--_space-3);
    border-inline-start: 0.3em solid transparent;
    padding: var(--_space-3);
    color: var(--_text);
    text-decoration: none;
  }
  .entry:hover {
    background: var(--_tint);
  }
  .entry[aria-current] {
    border-inline-start-color: var(--_accent);
    background: var(--_tint);
  }
  .entry-title {
    grid-column: 1 / -1;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .entry-kind,
  .entry-buurt,
  .entry-when {
    color: var(--_muted);
    font-size: var(--_small);
  }
  .entry-kind {
    order: -2;
  }
  .entry-buurt {
    order: -1;
    text-align: end;
  }
  .entry-when {
    grid-column: 1 / -1;
  }
  .entry-when.late {
    color: var(--_error);
    font-weight: 600;
  }
  .empty {
    border: 0.125em dashed var(--_line);
    border-radius: var(--_radius);
    padding: var(--_space-6) var(--_space-4);
    text-align: center;
  }
  /* The words of quiet buttons stand in line with what is below them. */
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-3);
    margin-inline-start: calc(-1 * var(--_space-3));
  }
  .steps .back {
    margin-inline-end: auto;
  }
  .neighbours {
    display: flex;
    gap: var(--_space-3);
  }
  .choose {
    padding-block: var(--_space-6);
    text-align: center;
  }
  /* Over the bar, so that nothing moves when it comes and goes. */
  .toasts {
    position: sticky;
    z-index: 1;
    inset-block-start: var(--_space-2);
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: minmax(0, auto);
    justify-content: center;
    align-self: start;
    block-size: 0;
    margin-block-start: -4.75em;
    margin-block-end: 4.75em;
  }
  .toast {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2) var(--_space-4);
    align-items: center;
    justify-content: space-between;
    border: 0.0625em solid var(--_line);
    border-inline-start: 0.3em solid var(--_ok);
    border-radius: var(--_radius);
    padding: var(--_space-2) var(--_space-4);
    background: var(--_opaque);
    box-shadow: 0 0.25em 1em #0003;
  }
  .toast.failed {
    border-inline-start-color: var(--_error);
  }
  .toast-text {
    flex: 1 1 12em;
    max-inline-size: 36em;
    overflow-wrap: anywhere;
  }
  .toasts > :not(.toast) > .toast-text {
    margin: 0;
  }
  /* On a small screen one of the two: the inbox, or what is open. */
  @container desk (inline-size < 56em) {
    .columns.opened > .inbox,
    .columns:not(.opened) > .open {
      display: none;
    }
  }
  @container desk (inline-size >= 56em) {
    .columns {
      grid-template-columns: minmax(18em, 2fr) minmax(0, 3fr);
    }
    .columns.whole {
      grid-template-columns: minmax(0, 1fr);
    }
    .inbox {
      position: sticky;
      grid-column: 1;
      inset-block-start: 0;
      max-block-size: 100vb;
      overflow-y: auto;
      /* Room for the ring around what has the focus, which would be cut off. */
      margin-inline-start: calc(-1 * var(--_space-2));
      padding-inline-start: var(--_space-2);
      border-inline-end: 0.0625em solid var(--_line);
      padding-inline-end: var(--_space-4);
    }
    .steps .back {
      display: none;
    }
  }
  /* On paper: what is open, else the list. */
  @media print {
    .toasts,
    .filter,
    .steps,
    .choose,
    .bar .button {
      display: none;
    }
    .columns {
      display: block;
    }
    .columns > .inbox {
      position: static;
      max-block-size: none;
      border: 0;
    }
    .columns.opened > .inbox {
      display: none;
    }
  }
`;
