import { css } from 'lit';

export const tokenFieldsStyles = css`
  :host {
    display: grid;
    gap: 0.5rem;
  }
  details {
    border: 1px solid light-dark(#d5dad8, #3a4341);
    border-radius: 0.5rem;
  }
  summary {
    border-radius: 0.5rem;
    padding: 0.625rem 0.875rem;
    font-weight: 600;
    cursor: pointer;
  }
  .count {
    margin-inline-start: 0.5rem;
    color: light-dark(#545b59, #b4bcb9);
    font-size: 0.875rem;
    font-weight: 400;
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr));
    gap: 1.25rem;
    padding: 0.5rem 0.875rem 1rem;
  }
  .field {
    display: grid;
    align-content: start;
    gap: 0.25rem;
    min-inline-size: 0;
  }
  .hint {
    color: light-dark(#545b59, #b4bcb9);
    font-size: 0.875rem;
  }
  .hint code {
    overflow-wrap: anywhere;
  }
  .entry {
    display: flex;
    gap: 0.375rem;
    margin-block-start: auto;
  }
  .entry > input[type='text'],
  .entry > select {
    flex: 1;
    min-inline-size: 0;
  }
  .entry > input[type='color'] {
    flex: none;
    inline-size: 3rem;
  }
  .reset {
    flex: none;
    inline-size: auto;
  }
`;
