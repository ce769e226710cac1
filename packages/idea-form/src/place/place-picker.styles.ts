import { css } from 'lit';

export const pickerStyles = css`
  :host {
    display: block;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  .ways {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-4);
  }
  .wrong {
    border-inline-start: 0.25em solid var(--_error);
    padding-inline-start: var(--_space-3);
  }
  /* As high as the search that comes, so that nothing jumps. */
  .search {
    min-block-size: calc(2 * var(--_touch) - 0.35em);
  }
  .locating {
    display: grid;
    gap: var(--_space-2);
    justify-items: start;
  }
  .locating output:empty {
    display: none;
  }
  .coming {
    display: grid;
    place-items: center;
    max-inline-size: 30em;
    min-block-size: 16em;
    border: max(0.0625em, 1px) dashed var(--_line);
    border-radius: var(--_radius);
    color: var(--_muted);
  }
  .failed {
    display: grid;
    gap: var(--_space-3);
    justify-items: start;
  }
  .chosen.nothing {
    position: absolute;
  }
  .chosen.notice {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2) var(--_space-4);
    align-items: center;
    padding-block: var(--_space-2);
  }
  .chosen output {
    flex: 1 1 12em;
    min-inline-size: 0;
  }
  .name {
    font-weight: 600;
  }
`;
