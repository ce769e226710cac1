import { css } from 'lit';

/** Of the proposals together. */
export const proposalListStyles = css`
  .main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-4);
    align-content: start;
  }
  .filter {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-3);
    margin-block-end: var(--_space-3);
  }
  .filter label {
    display: grid;
    flex: 1 1 12em;
    gap: var(--_space-1);
    max-inline-size: 24em;
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 17em), 1fr));
    gap: var(--_space-4);
    margin-block-start: var(--_space-3);
    padding: 0;
    list-style: none;
  }
  .card {
    display: grid;
    grid-template-rows: auto 1fr auto;
    border: 0.0625em solid var(--_line);
    border-radius: var(--_radius);
    overflow: hidden;
    background: var(--_surface);
  }
  .card.chosen {
    outline: 0.1875em solid var(--_accent);
    outline-offset: -0.0625em;
  }
  .card.withdrawn .picture {
    opacity: 0.5;
  }
  .card-words {
    display: grid;
    gap: var(--_space-2);
    align-content: start;
    padding: var(--_space-4) var(--_space-4) 0;
  }
  .card-words > :is(h3, h4, h5, h6) {
    font-size: var(--_title-3);
  }
  .card .excerpt {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    color: var(--_muted);
  }
  .card > .card-actions {
    padding: var(--_space-3) var(--_space-4) var(--_space-4);
  }
  @container (inline-size >= 62em) {
    .board.open {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 21em;
      gap: var(--_space-6);
      align-items: start;
    }
  }
  @media print {
    .card > .card-actions {
      padding-block-start: 0;
    }
  }
  @media (forced-colors: active) {
    .card.chosen {
      outline: 0.25em solid Highlight;
    }
  }
`;
