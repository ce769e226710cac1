import { css } from 'lit';

/** Of the frame: what is seen before the proposals are there. */
export const styles = css`
  .vote {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-5);
    max-inline-size: 76em;
    padding: var(--_padding) var(--_padding-inline);
    overflow-wrap: anywhere;
  }
  .head {
    display: grid;
    gap: var(--_space-3);
    justify-items: start;
  }
  .head > :is(h1, h2, h3, h4, h5, h6) {
    font-size: var(--_title-1);
  }
  .state {
    display: flex;
    gap: var(--_space-2);
    align-items: center;
    border: 0.0625em solid transparent;
    border-radius: var(--_pill-radius);
    padding: 0.25em 0.9em;
    background: var(--_tint);
    color: var(--_text);
    font-weight: 600;
  }
  .state.announced,
  .state.closed {
    background: var(--_soft);
    border-color: var(--_line);
  }
  .state.announced {
    border-style: dashed;
  }
  .state:is(.checking, .checkingAgain) {
    background: var(--_warning-tint, var(--_tint));
  }
  .state.sending {
    background: var(--_text);
    color: var(--_on-text);
  }
  .state:is(.cast, .changed) {
    background: var(--_ok);
    color: var(--_on-ok);
  }
  .about-round {
    display: grid;
    gap: var(--_space-1);
  }
  .budget {
    font-size: var(--_title-2);
    font-weight: 600;
  }
  .term {
    color: var(--_muted);
  }
  .prose {
    white-space: pre-line;
  }
  .screen-title:focus,
  .submit-error:focus,
  .earlier:focus {
    outline: 0;
  }
  .coming {
    min-block-size: 16em;
    color: var(--_muted);
  }
  .notice > * + * {
    margin-block-start: var(--_space-2);
  }
  @media (forced-colors: active) {
    .state {
      border: 0.125em solid;
    }
  }
`;
