import { css } from 'lit';

export const receiptStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-5);
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  .card {
    display: grid;
    gap: var(--_space-1);
    border-radius: var(--_radius);
    padding: var(--_space-5);
    background: var(--_ok-tint);
  }
  .idea {
    font-size: var(--_title-3);
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .idea .icon {
    color: var(--_ok);
  }
  .number {
    font-size: 1.25em;
    letter-spacing: 0.04em;
    user-select: all;
  }
  .next ol {
    display: grid;
    gap: var(--_space-2);
    padding-inline-start: 1.4em;
  }
  section {
    display: grid;
    gap: var(--_space-2);
    justify-items: start;
  }
  section > :is(h3, h4, h5, h6) {
    font-size: var(--_title-3);
  }
  .prose {
    white-space: pre-line;
  }
  .wipe {
    border-block-start: 0.0625em solid var(--_line);
    padding-block-start: var(--_space-4);
  }
  .link {
    min-block-size: var(--_touch);
  }
  @media (forced-colors: active) {
    .card {
      border: 0.125em solid;
    }
  }
`;
