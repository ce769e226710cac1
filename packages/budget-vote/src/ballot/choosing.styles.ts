import { css } from 'lit';

const choice = css`
  .aside {
    display: contents;
  }
  .board {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-5);
  }
  .rules {
    display: grid;
    gap: var(--_space-1);
    max-inline-size: var(--_text-width);
    padding-inline-start: 1.2em;
  }
  .yours {
    display: grid;
    gap: var(--_space-3);
  }
  .yours > :is(h2, h3, h4, h5, h6) {
    font-size: var(--_title-3);
  }
  .picks,
  .ballot {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    padding: 0;
    list-style: none;
  }
  .picks > li,
  .ballot > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--_space-1) var(--_space-3);
    align-items: baseline;
    border-block-start: 0.0625em solid var(--_line);
    padding-block: var(--_space-2);
  }
  .pick-name {
    font-weight: 600;
    overflow-wrap: break-word;
  }
  .pick-cost {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .pick-actions {
    display: flex;
    grid-column: 1 / -1;
    flex-wrap: wrap;
    gap: var(--_space-2);
    align-items: center;
  }
  .pick-actions .link {
    min-block-size: var(--_touch);
  }
  .rank {
    display: inline-grid;
    place-items: center;
    min-inline-size: 1.7em;
    block-size: 1.7em;
    margin-inline-end: var(--_space-2);
    border-radius: var(--_pill-radius);
    background: var(--_tint);
    font-size: var(--_small);
  }
  .bar-box {
    display: grid;
    gap: var(--_space-3);
    border: 0.0625em solid var(--_line);
    border-radius: var(--_radius);
    padding: var(--_space-3) var(--_space-4);
    background: var(--_opaque);
    box-shadow: var(--_shadow);
  }
  .bar-words {
    display: grid;
    gap: 0.1em;
    line-height: 1.4;
    font-variant-numeric: tabular-nums;
  }
  .pieces {
    display: block;
    inline-size: 100%;
    block-size: 0.9em;
    border-radius: var(--_pill-radius);
    overflow: hidden;
  }
  .pieces:dir(rtl) {
    transform: scaleX(-1);
  }
  .pieces .whole {
    fill: color-mix(in srgb, var(--_text) 14%, transparent);
  }
  .pieces rect {
    fill: var(--_accent);
  }
  .pieces .over {
    fill: var(--_error);
  }
  .groups {
    display: grid;
    gap: var(--_space-1);
    padding: 0;
    font-size: var(--_small);
    list-style: none;
  }
`;

/**
 * The bar stays in sight where there is room for it, which large letters take away, and never lies over what has the
 * focus.
 */
const inSight = css`
  @media (min-height: 30rem) {
    @container (inline-size >= 16em) {
      .bar-box {
        position: sticky;
        inset-block-end: var(--_space-2);
        z-index: 1;
      }
      .main :is(a, button, input, select, .screen-title),
      .yours :is(a, button) {
        scroll-margin-block: 1em 15em;
      }
    }
  }
  /* One line as long as nothing is chosen: a phone has little room. */
  @container (inline-size < 62em) {
    .bar-box.empty {
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: center;
      padding: var(--_space-2) var(--_space-3);
    }
    .bar-box.empty .chosen-so-far:not(:only-child) {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .bar-box.empty :is(.bar-words, .button) {
      font-size: var(--_small);
    }
    .bar-box.empty .pieces {
      display: none;
    }
    .bar-box.empty .button {
      inline-size: auto;
      padding-inline: 0.5em;
    }
  }
  @container (inline-size >= 62em) {
    .aside {
      display: flex;
      flex-direction: column;
      gap: var(--_space-4);
      position: sticky;
      inset-block-start: var(--_space-4);
      max-block-size: calc(100vh - 2em);
      overflow: auto;
      border-radius: var(--_radius);
      padding: var(--_space-4);
      background: var(--_soft);
    }
    .main :is(a, button, input, select, .screen-title) {
      scroll-margin-block: 1em;
    }
  }
  @media print {
    /* Instead of the plans, the one that is open. */
    .vote:has(> buurt-proposal-detail) > .board.board {
      display: none;
    }
    .bar-box,
    .aside {
      position: static;
      max-block-size: none;
      overflow: visible;
      box-shadow: none;
    }
    /* A grid may print its next row over a card that moved to the next page. */
    .vote,
    .board.board,
    .main {
      display: block;
    }
    :is(.vote, .board, .main, .aside) > * + *,
    .aside > :first-child {
      margin-block-start: var(--_space-4);
    }
    .pieces {
      print-color-adjust: exact;
    }
  }
`;

const rest = css`
  :is(.sheet, .notice) > :is(h3, h4, h5, h6) {
    font-size: var(--_title-3);
  }
  @media (forced-colors: active) {
    .pieces rect {
      fill: Highlight;
      forced-color-adjust: none;
    }
    .pieces .whole {
      fill: Canvas;
      stroke: CanvasText;
    }
  }
`;

export const choosingStyles = [choice, inSight, rest];
