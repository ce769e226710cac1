import { css } from 'lit';

/** The settings of a buurt. */
export const buurtStyles = css`
  :host {
    display: block;
    min-inline-size: 0;
  }
  .beside > *,
  .field,
  select {
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .button {
    white-space: normal;
    text-align: start;
  }
  .setting {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-3);
    border-block-end: 0.0625em solid var(--_line);
    padding-block: var(--_space-4);
  }
  [id^='section-'] {
    margin-block-start: var(--_space-4);
    font-size: var(--_title-2);
  }
  [id^='title-'] {
    font-size: var(--_title-3);
  }
  .source {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-3);
    align-items: center;
    justify-content: space-between;
    min-block-size: var(--_touch);
  }
  .items {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-4);
    padding: 0;
    list-style: none;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(12em, 100%), 1fr));
    gap: var(--_space-3);
    align-items: end;
  }
  .asked {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(14em, 100%), 1fr));
    gap: var(--_space-3);
  }
  [role='status'] > p + p {
    margin-block-start: var(--_space-2);
  }
  .preview {
    border-block-start: 0.0625em solid var(--_line);
    padding-block-start: var(--_space-4);
  }
  .number {
    max-inline-size: 8em;
  }
  .beside {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-4);
  }
  @container (inline-size >= 60em) {
    .beside {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      align-items: start;
    }
    .preview {
      border: 0;
      padding: 0;
      position: sticky;
      inset-block-start: var(--_space-3);
      overflow: auto;
      max-block-size: calc(100vh - 2 * var(--_space-3));
    }
  }
  .question {
    display: grid;
    gap: var(--_space-3);
    border-inline-start: 0.25em solid var(--_line);
    padding-inline-start: var(--_space-3);
  }
`;
