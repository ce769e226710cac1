import { css } from 'lit';

/** The screens of the settings. */
export const settingsStyles = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  article {
    max-inline-size: 60em;
    overflow-wrap: anywhere;
  }
  article.wide {
    max-inline-size: 96em;
  }
  .screens {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-4);
    border-block-end: 0.0625em solid var(--_line);
    padding: 0;
    list-style: none;
  }
  .screens a {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--_touch);
    border-block-end: 0.2em solid transparent;
    text-decoration: none;
  }
  .screens a:hover {
    text-decoration: underline;
  }
  .screens a[aria-current='page'] {
    border-block-end-color: var(--_accent);
    font-weight: 600;
  }
  article > :is(h2, h3) {
    font-size: var(--_title-1);
  }
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
    gap: var(--_space-2);
    border-block-end: 0.0625em solid var(--_line);
    padding-block: var(--_space-3);
  }
  .about {
    display: grid;
    gap: var(--_space-1);
  }
  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }
  .presses {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-3);
    align-items: center;
    margin-inline-start: -0.6em;
  }
  .act {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-4);
    border: 0.0625em solid var(--_line);
    border-radius: var(--_radius);
    padding: var(--_space-4);
  }
  .act input:not([type='checkbox']),
  .field select {
    max-inline-size: 28em;
  }
  [role='status']:empty {
    display: none;
  }
  @container (inline-size >= 40em) {
    .rows > li.split {
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: start;
    }
    .rows > li.split > .act {
      grid-column: 1 / -1;
    }
    .split > .presses {
      margin: 0;
    }
  }
`;
