import { css } from 'lit';

/** Budget votes at the desk. */
export const roundsStyles = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  article {
    max-inline-size: 60em;
    overflow-wrap: anywhere;
  }
  article > .screen-title {
    font-size: var(--_title-1);
  }
  article > :is(h3, h4),
  .letters-title,
  .form-title {
    font-size: var(--_title-3);
  }
  .rows {
    padding: 0;
    list-style: none;
  }
  .rows > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-1);
    border-block-end: 0.0625em solid var(--_line);
    padding-block: var(--_space-3);
  }
  .rows > .order {
    gap: var(--_space-3);
  }
  .rows .title {
    font-weight: 600;
  }
  .tag ~ .money {
    margin-inline-start: var(--_space-2);
  }
  .money {
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  .facts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-3);
  }
  dt {
    color: var(--_muted);
    font-size: var(--_small);
  }
  dd {
    margin: 0;
  }
  dd + dd {
    margin-block-start: var(--_space-1);
  }
  .intro {
    max-inline-size: var(--_text-width);
    white-space: pre-line;
  }
  .act {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-4);
    border: 0.0625em solid var(--_line);
    border-radius: var(--_radius);
    padding: var(--_space-4);
  }
  .act input {
    max-inline-size: 28em;
  }
  .rows .cost {
    max-inline-size: 8em;
  }
  .todo {
    display: grid;
    gap: var(--_space-1);
    padding-inline-start: 1.2em;
  }
  :is(form, .act) > :is(h3, h4) {
    font-size: var(--_title-3);
  }
  .history {
    display: grid;
    gap: var(--_space-1);
    padding-inline-start: 1.2em;
    color: var(--_muted);
    font-size: var(--_small);
  }
  [role='status']:empty {
    display: none;
  }
  .rows > .split > :not(p) {
    grid-column: 1 / -1;
  }
  .split > .actions .quiet {
    margin-inline-start: -0.6em;
  }
  @container (inline-size >= 40em) {
    .facts {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .rows > li.split {
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: baseline;
    }
  }
  @media print {
    .act,
    .actions {
      display: none;
    }
  }
`;
