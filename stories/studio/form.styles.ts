import { css } from 'lit';

/** Fields, buttons and text of the Studio's own page, which must not look like the widgets that it shows. */
export const formStyles = css`
  h1,
  h2,
  p,
  ul,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  label,
  legend {
    font-weight: 600;
  }
  input,
  select,
  textarea,
  button {
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 2.75rem;
    border: 1px solid light-dark(#6a706e, #98a19e);
    border-radius: 0.5rem;
    padding: 0.375rem 0.75rem;
    color: inherit;
    background: light-dark(#fff, #101413);
    font: inherit;
  }
  button {
    inline-size: auto;
    font-weight: 600;
    cursor: pointer;
  }
  button:hover {
    background: light-dark(#eceeec, #262d2b);
  }
  button:disabled {
    border-color: light-dark(#d5dad8, #3a4341);
    color: light-dark(#6a706e, #98a19e);
    background: none;
    cursor: default;
  }
  ::placeholder {
    color: light-dark(#6a706e, #98a19e);
    opacity: 1;
  }
  input[type='color'] {
    padding: 0.25rem;
    cursor: pointer;
  }
  input[type='checkbox'] {
    inline-size: 1.5rem;
    min-block-size: 1.5rem;
    margin: 0;
  }
  [aria-invalid='true'] {
    border: 2px solid light-dark(#b3261e, #ffb4a9);
  }
  .problem {
    color: light-dark(#b3261e, #ffb4a9);
    font-size: 0.9375rem;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  :focus-visible {
    outline: 3px solid light-dark(#1f2625, #fff);
    outline-offset: 2px;
  }
`;
