import { css } from 'lit';

export const searchStyles = css`
  :host {
    display: grid;
    gap: var(--_space-2);
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }
  .row input {
    flex: 1 1 10em;
    inline-size: auto;
    min-inline-size: 0;
  }
  output:empty {
    display: none;
  }
  .results {
    display: grid;
    border: 0.0625em solid var(--_line);
    border-radius: var(--_control-radius);
    padding: 0;
    overflow: hidden;
    list-style: none;
  }
  li + li {
    border-block-start: 0.0625em solid var(--_line);
  }
  .result {
    inline-size: 100%;
    min-block-size: var(--_touch);
    margin: 0;
    border: 0;
    padding: 0.5em 0.75em;
    background: var(--_surface);
    color: var(--_accent);
    font: inherit;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .result:hover {
    background: var(--_tint);
  }
  .result:focus-visible {
    outline-offset: -3px;
    box-shadow: none;
  }
`;
