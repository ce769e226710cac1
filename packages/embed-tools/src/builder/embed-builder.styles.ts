import { css } from 'lit';

export const embedBuilderStyles = css`
  :host {
    display: grid;
    gap: var(--_space-6);
    padding: 0;
  }
  .sheet {
    display: grid;
    gap: var(--_space-4);
    min-inline-size: 0;
  }
  h2,
  h3 {
    margin: 0;
  }
  h3 {
    font-size: 1em;
  }
  .row {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15em), 1fr));
    gap: var(--_space-4);
    align-items: start;
  }
  .field {
    display: grid;
    gap: var(--_space-1);
    align-content: start;
    min-inline-size: 0;
  }
  .field .hint {
    font-weight: 400;
  }
  .colour {
    display: flex;
    gap: var(--_space-3);
    align-items: center;
  }
  input[type='color'] {
    inline-size: 4em;
    block-size: var(--_touch);
    padding: 0.25em;
  }
  summary {
    min-block-size: var(--_touch);
    align-content: center;
    font-weight: 600;
    cursor: pointer;
  }
  .preview {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: clamp(0.5em, 2vw, 1.5em);
  }
  figure {
    display: grid;
    gap: var(--_space-2);
    margin: 0;
  }
  figcaption {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
    align-items: center;
    justify-content: space-between;
    font-weight: 600;
  }
  pre {
    overflow: auto;
    margin: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: var(--_space-3) var(--_space-4);
    background: var(--_soft);
    font:
      0.875em/1.6 ui-monospace,
      monospace;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
`;
