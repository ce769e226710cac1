import { css } from 'lit';

/** What is open at the desk: something to read, and what to do with it. */
export const openedStyles = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  article {
    overflow-wrap: anywhere;
  }
  /* What can be done stays in sight while somebody reads. */
  .sticky {
    position: sticky;
    inset-block-end: 0;
  }
  /* Nor does it cover a form that somebody fills in. */
  [open] ~ .sticky {
    position: static;
  }
  .opener {
    margin-inline-start: -0.6em;
  }
  .sticky .button {
    flex: 1 1 8em;
    inline-size: auto;
    max-inline-size: 16em;
    padding-inline: 0.6em;
    padding-inline: var(--_space-2);
  }
  header {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-2);
  }
  header > :is(h2, h3, h4) {
    font-size: var(--_title-1);
  }
  .why-title {
    font-size: var(--_title-3);
  }
  .state {
    font-weight: 600;
  }
  .story,
  .quote > p {
    white-space: pre-line;
  }
  .story {
    max-inline-size: var(--_text-width);
    font-size: 1.0625em;
  }
  .quote {
    display: grid;
    gap: var(--_space-2);
    margin: 0;
    border-inline-start: 0.25em solid var(--_line);
    padding-inline-start: var(--_space-4);
  }
  .act {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-3);
    border: 0.0625em solid var(--_line);
    border-radius: var(--_radius);
    padding: var(--_space-4);
    background: var(--_opaque);
  }
  .act.sticky {
    padding: var(--_space-3);
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-2);
  }
  section > :is(h3, h4, h5) {
    font-size: var(--_title-3);
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
    white-space: pre-line;
  }
  .photos {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 12em), 1fr));
    gap: var(--_space-3);
  }
  .picture img {
    display: block;
    inline-size: 100%;
    block-size: auto;
    border-radius: var(--_radius);
  }
  .templates {
    display: grid;
    justify-items: start;
  }
  .templates .button {
    justify-content: start;
    text-align: start;
  }
  .promises {
    display: grid;
    gap: var(--_space-3);
    padding: 0;
    list-style: none;
  }
  .promises > li {
    border-inline-start: 0.25em solid var(--_line);
    padding-inline-start: var(--_space-3);
  }
  .promises .button {
    margin-inline-start: -0.6em;
    text-align: start;
  }
  [role='status']:empty {
    display: none;
  }
  .history,
  .similar,
  .reports {
    display: grid;
    gap: var(--_space-1);
    padding-inline-start: 1.2em;
  }
  .similar a {
    display: inline-block;
    padding-block: 0.25em;
  }
  .history {
    color: var(--_muted);
    font-size: var(--_small);
  }
  @container (inline-size >= 40em) {
    .facts {
      grid-template-columns: repeat(auto-fit, minmax(14em, 1fr));
    }
  }
  /* On paper nobody decides. */
  @media print {
    .act {
      display: none;
    }
  }
`;
