import { css } from 'lit';

export const fields = css`
  fieldset {
    min-inline-size: 0;
    margin: 0;
    border: 0;
    padding: 0;
  }
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-2);
  }
  fieldset.field {
    display: block;
  }
  fieldset.field > * + * {
    margin-block-start: var(--_space-2);
  }
  .label-row {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-3);
    align-items: baseline;
    justify-content: space-between;
  }
  label,
  legend {
    padding: 0;
    font-weight: var(--_label-weight);
  }
  .counter {
    margin-inline-start: auto;
    font-variant-numeric: tabular-nums;
  }
  .counter.over,
  .problem {
    color: var(--_error);
    font-weight: 600;
  }
  .problem {
    border-inline-start: 0.25em solid;
    padding-inline-start: var(--_space-2);
  }
  input:where(:not([type='checkbox'], [type='radio'], [type='file'], [type='range'])),
  textarea,
  select {
    inline-size: 100%;
    min-block-size: var(--_touch);
    margin: 0;
    border: max(var(--_control-line-width), 1px) solid var(--_control-line);
    border-radius: var(--_control-radius);
    padding: 0.55em 0.75em;
    background: var(--_control);
    color: var(--_control-text);
    font: inherit;
    /* A label around it may be bold. */
    font-weight: 400;
    line-height: 1.4;
  }
  textarea {
    display: block;
    resize: vertical;
    field-sizing: content;
    min-block-size: 6.5em;
    max-block-size: 24em;
  }
  ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  [aria-invalid='true']:where(input, textarea, select) {
    border-color: var(--_error);
    box-shadow: inset 0 0 0 0.0625em var(--_error);
  }
`;

export const choices = css`
  [type='checkbox'],
  [type='radio'] {
    flex: none;
    inline-size: 1.35em;
    block-size: 1.35em;
    margin: 0;
    accent-color: var(--_accent);
  }
  .choice:is(.card, .check) > input {
    margin-block-start: 0.1em;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }
  .choice {
    display: flex;
    gap: var(--_space-3);
    align-items: center;
    min-block-size: var(--_touch);
    font-weight: 400;
    cursor: pointer;
  }
  .choice.pill {
    gap: var(--_space-2);
    padding: 0.35em 0.8em;
    border: 0.0625em solid var(--_control-line);
    border-radius: var(--_pill-radius);
    background: var(--_surface);
  }
  .choice.card {
    align-items: start;
    padding: var(--_space-4);
  }
  .choice:is(.pill, .card):hover {
    border-color: var(--_accent);
    background: var(--_tint);
  }
  .choice:is(.pill, .card):has(:checked) {
    border-color: var(--_accent);
    background: var(--_tint);
    box-shadow: inset 0 0 0 0.0625em var(--_accent);
  }
  .choice:is(.pill, .card):has(:focus-visible) {
    outline: var(--_ring-width) solid var(--_focus);
    outline-offset: 2px;
  }
  .choice:is(.pill, .card) :focus-visible {
    outline: 0;
    box-shadow: none;
  }
  .choice.check {
    align-items: start;
    padding-block: var(--_space-2);
  }
  .choice-text {
    flex: 1;
    min-inline-size: 0;
  }
`;
