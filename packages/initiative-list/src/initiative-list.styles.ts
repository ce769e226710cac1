import { css } from 'lit';

export const styles = css`
  /* About as high as the list will be, so that what stands below it on the page does not jump. */
  .coming {
    min-block-size: 48em;
  }
  .list {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-4);
    max-inline-size: 84em;
    padding: var(--_padding) var(--_padding-inline);
    overflow-wrap: break-word;
  }
  .list > :is(h1, h2, h3, h4, h5, h6) {
    font-size: var(--_title-1);
  }
  .filter {
    position: relative;
    margin: 0;
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11em), 1fr));
    gap: var(--_space-3);
    align-items: end;
    border-radius: var(--_radius);
    padding: var(--_space-4);
    background: var(--_soft);
  }
  .fold {
    justify-self: start;
  }
  .filter-field {
    display: grid;
    gap: var(--_space-1);
    min-inline-size: 0;
  }
  .filter select {
    padding-inline-end: 0.4em;
    text-overflow: ellipsis;
  }
  .search-box {
    position: relative;
  }
  .search-box .icon {
    position: absolute;
    inset-block-start: calc(50% - 0.675em);
    inset-inline-start: 0.7em;
    color: var(--_muted);
    pointer-events: none;
  }
  .search-box input {
    padding-inline-start: 2.5em;
  }
  .clear {
    justify-self: start;
    min-block-size: var(--_touch);
  }
  .found {
    font-size: var(--_title-3);
    font-weight: 600;
  }
  :is(.locating, .about-list):empty {
    display: none;
  }
  .about-list .notice {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-3) var(--_space-4);
    align-items: center;
    justify-content: space-between;
  }
  .empty {
    display: grid;
    gap: var(--_space-4);
    justify-items: center;
    border: 0.125em dashed var(--_line);
    border-radius: var(--_radius);
    padding: var(--_space-6) var(--_space-4);
    text-align: center;
  }
  .more-row {
    display: grid;
    gap: var(--_space-3);
    justify-items: center;
    padding-block: var(--_space-3);
  }
  .more-row .left {
    font-weight: 400;
  }
  .follow-buurt {
    display: grid;
    gap: var(--_space-4);
    border-block-start: 0.0625em solid var(--_line);
    padding-block-start: var(--_space-3);
    color: var(--_muted);
    font-size: var(--_small);
  }
  .follow-buurt :is(a, .link) {
    display: inline-block;
    padding-block: 0.4em;
  }
  .follow-buurt buurt-neighbour-form {
    max-inline-size: 36em;
    color: var(--_text);
    font-size: var(--_font-size);
  }
  /* As much as is kept free before, so that what stands below does not jump. */
  .list[aria-busy='true'] {
    align-content: start;
    min-block-size: 48em;
  }
  .list[aria-busy='true'] > .filter::after {
    content: '';
    position: absolute;
    inset-block-end: 0;
    inset-inline: 0;
    block-size: 0.2em;
    background: var(--_accent);
  }
  @container (inline-size >= 17em) {
    .filter {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .filter .words {
      grid-column: 1 / -1;
    }
  }
  @container (17em <= inline-size < 40em) {
    .filter-field:nth-child(5) {
      grid-column: 1 / -1;
    }
  }
  @container (inline-size < 30em) {
    .filter.folded {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      padding: 0;
      background: none;
    }
    .filter.folded > .filter-field {
      display: none;
    }
    .filter > .fold {
      grid-column: 1 / -1;
    }
  }
  @container (inline-size >= 30em) {
    .fold {
      display: none;
    }
  }
  @container (40em <= inline-size < 52em) {
    .filter {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
  @container (inline-size >= 52em) {
    .filter {
      grid-template-columns: minmax(0, 1.6fr) repeat(auto-fit, minmax(9em, 1fr));
    }
    .filter .words {
      grid-column: auto;
    }
    /* In one column: a span over all of them would keep the empty ones of auto-fit open, and narrow the fields. */
    .filter .clear {
      grid-column: 1;
      margin-block: calc(-1 * var(--_space-2));
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .list[aria-busy='true'] > .filter::after {
      animation: busy 1.2s ease-in-out infinite alternate;
    }
  }
  @keyframes busy {
    from {
      transform: scaleX(0.15);
    }
  }
  @media (forced-colors: active) {
    .filter {
      border: 0.0625em solid;
    }
  }
`;
