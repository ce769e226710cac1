import { css } from 'lit';

/** Of the first step, and of the frame around every step. */
const frame = css`
  .form,
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-5);
    margin: 0;
  }
  .form {
    max-inline-size: 44em;
    padding: var(--_padding) var(--_padding-inline);
  }
  .form > :is(h1, h2, h3, h4, h5, h6):not(.screen-title) {
    font-size: var(--_title-1);
  }
  .form.begun > :is(h1, h2, h3, h4, h5, h6):not(.screen-title) {
    color: var(--_muted);
    font-size: 1em;
  }
  .intro {
    /* Two lines, so that the organiser's words can take the place of ours without a jump. */
    min-block-size: 3.2em;
    margin-block-start: calc(-1 * var(--_space-3));
  }
  .screen-title:focus,
  .failure:focus {
    outline: 0;
  }
  .progress {
    display: grid;
    gap: var(--_space-2);
    margin-block-end: calc(-1 * var(--_space-3));
    color: var(--_muted);
    font-size: var(--_small);
  }
  .bar {
    display: flex;
    gap: 0.3em;
  }
  .bar i {
    flex: 1;
    block-size: 0.35em;
    border-radius: var(--_pill-radius);
    background: var(--_line);
  }
  .bar .reached {
    background: var(--_accent);
  }
  .similar-line {
    min-block-size: 1.5em;
    margin-block: var(--_space-1) calc(-1 * var(--_space-4));
    font-size: var(--_small);
  }
  form > .actions {
    margin-block-start: var(--_space-2);
  }
  @container (inline-size < 26em) {
    .actions > .button {
      inline-size: 100%;
    }
  }
  .label {
    font-weight: var(--_label-weight);
  }
  .coming {
    min-block-size: 16em;
    color: var(--_muted);
  }
  .notice :is(.link, .button) {
    min-block-size: var(--_touch);
  }
  .notice > :is(h3, h4, h5, h6) {
    font-size: var(--_title-3);
  }
  .notice > * + * {
    margin-block-start: var(--_space-2);
  }
  @media (forced-colors: active) {
    .bar i {
      border: 0.0625em solid;
    }
    .bar .reached {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;

/** A pill says by its colour that it is chosen; the button inside it is there for the keyboard. */
const pills = css`
  .choice.pill {
    position: relative;
  }
  .choice.pill > input {
    position: absolute;
    opacity: 0;
  }
  .choice.pill:has(:checked) {
    background: var(--_action);
    color: var(--_on-action);
  }
  /* No choice is not as loud as a choice. */
  .choice.pill.none:is(:not(:hover), :has(:checked)) {
    border: 0.0625em dashed var(--_control-line);
    background: none;
    box-shadow: none;
    color: var(--_muted);
  }
  .choice.pill.none:has(:checked) {
    border-style: solid;
  }
`;

export const styles = [frame, pills];
