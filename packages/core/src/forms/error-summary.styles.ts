import { css } from 'lit';

/** For a widget that shows an error summary; beside `controls`. */
export const errorSummaryStyles = css`
  .error-summary {
    display: grid;
    gap: var(--_space-2);
    border: 0.125em solid var(--_edge);
    overflow-wrap: anywhere;
  }
  .error-summary :is(h1, h2, h3, h4, h5, h6) {
    font-size: var(--_title-3);
  }
  .error-summary ul {
    padding-inline-start: 1.25em;
  }
  .error-summary a {
    display: inline-block;
    vertical-align: top;
    padding-block: 0.25em;
    color: var(--_text);
  }
`;
