import { css } from 'lit';
import { statusStyles } from '@buurt/core/tokens/status.styles.js';

const layout = css`
  .cards {
    --_most: 4;
    --_narrowest: 17em;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-4);
  }
  /* What is out of sight is not drawn, but can be found and read out. A leaf that is full is about so high. */
  .leaf:not(:last-child) {
    content-visibility: auto;
    contain-intrinsic-size: auto 180em;
  }
  .leaf {
    display: grid;
    grid-template-columns: repeat(
      auto-fill,
      minmax(
        max(min(100%, var(--_narrowest)), (100% - (var(--_most) - 1) * var(--_space-4)) / var(--_most)),
        1fr
      )
    );
    gap: var(--_space-4);
  }
  .most-1 {
    --_most: 1;
  }
  .most-2 {
    --_most: 2;
  }
  .most-3 {
    --_most: 3;
  }
  .card {
    position: relative;
    display: grid;
    grid-template-rows: auto 1fr auto;
    border: 0.0625em solid var(--_line);
    border-radius: var(--_radius);
    overflow: hidden;
    background: var(--_surface);
  }
  .card:is(:hover, .lit) {
    border-color: var(--_accent);
  }
  /* Somebody points at it on the map. */
  .card.lit {
    box-shadow: 0 0 0 3px var(--_accent);
  }
  .card-words {
    display: grid;
    gap: var(--_space-2);
    align-content: start;
    padding: var(--_space-4) var(--_space-4) 0;
  }
  .card-words > :is(h2, h3, h4, h5, h6) {
    font-size: 1.1875em;
  }
  .card-actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2) var(--_space-3);
    align-items: center;
    justify-content: space-between;
    padding: var(--_space-3) var(--_space-4) var(--_space-4);
  }
  @media print {
    .leaf:not(:last-child) {
      content-visibility: visible;
    }
  }
  .rows {
    --_most: 1;
  }
  @container (inline-size >= 38em) {
    .rows .card {
      grid-template-columns: minmax(10em, 26%) minmax(0, 1fr);
      grid-template-rows: 1fr auto;
    }
    .rows .card-actions {
      justify-content: start;
    }
    .rows .picture {
      grid-row: 1 / -1;
      aspect-ratio: auto;
      block-size: 100%;
      min-block-size: 11em;
    }
  }
`;

const text = css`
  .picture {
    position: relative;
    display: grid;
    place-items: end center;
    overflow: hidden;
    aspect-ratio: 16 / 9;
    background: var(--_tint);
    color: var(--_accent);
  }
  .picture img {
    position: absolute;
    inset: 0;
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    background: var(--_tint);
  }
  .picture img.broken {
    display: none;
  }
  .placeholder {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .street {
    display: block;
    inline-size: 100%;
    max-block-size: 100%;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.4;
    stroke-linecap: round;
    stroke-linejoin: round;
    opacity: 0.55;
  }
  .street .wash {
    fill: currentColor;
    stroke: none;
    opacity: 0.18;
  }
  /* On a phone the same drawing on each card pushes the next initiative off the screen. */
  @container (inline-size < 30em) {
    .picture:not(:has(img:not(.broken, .placeholder))) {
      aspect-ratio: auto;
      block-size: 0.5em;
    }
    .picture:not(:has(img:not(.broken, .placeholder))) > :is(.street, .placeholder) {
      display: none;
    }
  }
  .title {
    padding: 0;
    color: inherit;
    font: inherit;
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }
  .title:hover {
    text-decoration: underline;
  }
  /* The whole card leads to the initiative; what can be pressed lies above that. */
  .title::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .card-actions > * {
    position: relative;
    z-index: 1;
  }
  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1) var(--_space-3);
    align-items: center;
    font-size: var(--_small);
  }
  .theme {
    color: var(--_muted);
  }
  .status {
    display: inline-flex;
    gap: 0.35em;
    align-items: center;
    border: 0.0625em solid transparent;
    border-radius: var(--_pill-radius);
    padding: 0.1em 0.75em 0.1em 0.5em;
    background: var(--_status-ground);
    color: var(--_text);
    font-weight: 600;
  }
  .status:dir(rtl) {
    padding: 0.1em 0.5em 0.1em 0.75em;
  }
  .status .icon {
    inline-size: 1.2em;
    block-size: 1.2em;
    color: var(--_status-ink);
  }
  .status.done {
    background: var(--_status-ink);
    color: var(--_on-status);
  }
  .status.done .icon {
    color: inherit;
  }
  .status.declined {
    border-color: var(--_line);
  }
  .place {
    gap: 0.2em;
  }
  .excerpt {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }
  .help {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1) var(--_space-2);
    align-items: baseline;
    font-size: var(--_small);
  }
  .help-label {
    font-weight: 600;
  }
  .help ul {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1) var(--_space-3);
    padding: 0;
    list-style: none;
  }
  .help .icon {
    color: var(--_accent);
  }
  .news {
    color: var(--_muted);
    font-size: var(--_small);
  }
  .news.silent {
    color: var(--_warning);
    font-weight: 600;
  }
`;

const support = css`
  .card-actions {
    font-size: 0.9375em;
  }
  .card-actions .button {
    gap: 0.35em;
    padding-inline: 0.6em;
  }
  .card-actions .quiet {
    padding-inline: 0.2em;
  }
  :is(.button, .status) {
    overflow-wrap: break-word;
  }
  .support {
    background: var(--_surface);
  }
  .support .number {
    border-inline-start: 0.0625em solid;
    padding-inline-start: 0.5em;
    font-variant-numeric: tabular-nums;
  }
  .support[aria-pressed='true'] {
    border-color: transparent;
    background: var(--_action);
    color: var(--_on-action);
  }
  .support[aria-pressed='true'] .heart {
    fill: currentColor;
  }
  @media print {
    /* Instead of the list, the initiative that is open. */
    .list:has(> buurt-initiative-detail) > :not(buurt-initiative-detail) {
      display: none;
    }
    .support.support {
      padding: 0;
    }
    .support > span:not(.number) {
      display: none;
    }
    .support .number {
      border: 0;
      padding: 0;
    }
  }
  .supporters {
    display: flex;
    gap: var(--_space-2);
    align-items: center;
    min-block-size: var(--_touch);
    color: var(--_muted);
  }
  .card-actions .quiet {
    background: var(--_surface);
  }
  .card-actions > .problem {
    flex-basis: 100%;
    font-size: var(--_small);
  }
  @media (forced-colors: active) {
    .status {
      border: 0.0625em solid;
    }
    .support[aria-pressed='true'] {
      border: 0.25em solid Highlight;
    }
    .card-actions .quiet {
      padding-inline: 0.6em;
    }
    .street {
      stroke: CanvasText;
    }
  }
`;

export const cardStyles = [statusStyles, layout, text, support];
