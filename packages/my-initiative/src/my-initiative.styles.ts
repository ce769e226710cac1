import { css } from 'lit';

export const styles = css`
  /* About as high as a small screen, so that what stands below it on the page does not jump. */
  .coming {
    min-block-size: 32em;
  }
  .mine {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-5);
    align-content: start;
    max-inline-size: 46em;
    padding: var(--_padding) var(--_padding-inline);
    overflow-wrap: anywhere;
  }
  .mine > [role='status']:empty {
    display: none;
  }
  .mine > :is(h1, h2, h3, h4, h5, h6) {
    font-size: var(--_title-1);
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-3);
    justify-items: start;
  }
  section > * {
    max-inline-size: 100%;
  }
  section > :is(h2, h3, h4, h5, h6) {
    font-size: var(--_title-2);
  }
  section > :is(ul, ol, .card, .actions, .copy, buurt-maker-form, buurt-lost-link-form, .notice) {
    justify-self: stretch;
  }
  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-2);
    justify-items: start;
    border: 0.0625em solid var(--_line);
    border-radius: var(--_radius);
    padding: var(--_space-4);
    background: var(--_surface);
  }
  .card > buurt-maker-form {
    justify-self: stretch;
    border: 0;
    border-block-start: 0.0625em solid var(--_line);
    border-radius: 0;
    padding: var(--_space-4) 0 0;
  }
  .card.waits {
    border-inline-start: 0.3em solid var(--_accent);
  }
  .about {
    background: var(--_soft);
  }
  .status {
    border: 0.0625em solid;
    border-radius: var(--_pill-radius);
    padding: 0.15em 0.7em;
    background: var(--_status-ground, transparent);
    color: var(--_status-ink);
    font-size: var(--_small);
    font-weight: 600;
  }
  .number {
    font-size: 1.15em;
    letter-spacing: 0.06em;
  }
  ul,
  ol {
    padding: 0;
    list-style: none;
  }
  .list {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-3);
  }
  .list > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
  }
  .kinds {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1) var(--_space-3);
  }
  .kinds li {
    /* Where a resident chose their own colours, it is what makes a pill of it. */
    border: 0.0625em solid transparent;
    border-radius: var(--_pill-radius);
    padding: 0.1em 0.7em;
    background: var(--_tint);
    font-size: var(--_small);
    font-weight: 600;
  }
  .answer {
    border-inline-start: 0.2em solid var(--_line);
    padding-inline-start: var(--_space-3);
  }
  .outcome {
    font-weight: 600;
  }
  .contact {
    display: inline-block;
    padding-block: 0.45em;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1) var(--_space-4);
    align-items: baseline;
    justify-content: space-between;
    border-block-end: 0.0625em solid var(--_line);
    padding-block: var(--_space-2);
  }
  .actions > buurt-maker-form {
    flex: 1 1 100%;
    min-inline-size: 0;
  }
  .link-field {
    justify-self: stretch;
  }
  .keep + .hint {
    margin-block-start: var(--_space-3);
  }
  .copy [role='status'] > * {
    margin-block-start: var(--_space-3);
  }
  .notice > * + * {
    margin-block-start: var(--_space-3);
  }
  /* Nothing stands around its words: they begin where all else does. */
  @media not (forced-colors: active) {
    section > .button.quiet {
      margin-inline-start: -0.6em;
    }
  }
  /* Large letters on a small screen: the room is for the words. */
  @container (inline-size < 14em) {
    .card {
      padding: var(--_space-2);
    }
    .button {
      padding-inline: 0.3em;
    }
  }
  @media print {
    /* Whoever finds the sheet could do what the maker can. */
    .own-link,
    .ending,
    .button,
    buurt-maker-form,
    buurt-lost-link-form {
      display: none;
    }
  }
`;
