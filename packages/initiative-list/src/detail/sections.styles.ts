import { css } from 'lit';

/** Needs, promises, news, remarks and place. */
export const sectionStyles = css`
  .answers {
    display: grid;
    gap: var(--_space-3);
  }
  .answers dt {
    font-weight: 600;
  }
  .needs,
  .promises {
    display: grid;
    gap: var(--_space-2);
  }
  .needs li,
  .promise {
    display: flex;
    gap: var(--_space-3);
    align-items: start;
    border-radius: var(--_control-radius);
    padding: var(--_space-3);
    background: var(--_soft);
  }
  .needs .icon,
  .promise > .icon {
    margin-block-start: 0.1em;
    color: var(--_accent);
  }
  .needs .hint {
    display: block;
  }
  .needs .wanted {
    background: var(--_tint);
    font-weight: 600;
  }
  .needs .wanted .hint {
    font-weight: 400;
  }
  .promise.kept .icon,
  .promise.kept .fate {
    color: var(--_ok);
  }
  .promise:is(.late, .broken) :is(.icon, .fate) {
    color: var(--_error);
  }
  .purse {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1) var(--_space-5);
    font-weight: 600;
  }
  progress {
    block-size: 0.75em;
    border-radius: var(--_pill-radius);
  }
  .silent {
    color: var(--_warning);
    font-weight: 600;
  }
  .news-list {
    display: grid;
    gap: var(--_space-4);
    border-inline-start: 0.15em solid var(--_line);
    padding-inline-start: var(--_space-4);
  }
  .news-list li {
    position: relative;
    display: grid;
    gap: var(--_space-1);
  }
  .news-list li::before {
    content: '';
    position: absolute;
    inset-block-start: 0.4em;
    inset-inline-start: calc(-1 * var(--_space-4) - 0.4em);
    inline-size: 0.65em;
    block-size: 0.65em;
    border-radius: 50%;
    background: var(--_accent);
  }
  .news-list .picture {
    max-inline-size: 22em;
    margin-block-start: var(--_space-2);
    border-radius: var(--_control-radius);
  }
  .photos {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 12em), 1fr));
    gap: var(--_space-3);
  }
  .photos .picture {
    border-radius: var(--_control-radius);
  }
  .columns {
    display: grid;
    gap: var(--_space-4);
  }
  .column {
    display: grid;
    gap: var(--_space-3);
    align-content: start;
  }
  .column :is(h4, h5, h6) {
    border-block-end: 0.15em solid var(--_line);
    padding-block-end: var(--_space-1);
    font-size: 1em;
  }
  .column.for :is(h4, h5, h6) {
    border-color: var(--_ok);
  }
  .column.against :is(h4, h5, h6) {
    border-color: var(--_error);
  }
  .column ul {
    display: grid;
    gap: var(--_space-3);
  }
  .answer {
    display: grid;
    gap: var(--_space-1);
    margin-block-start: var(--_space-2);
    border-inline-start: 0.2em solid var(--_accent);
    padding-inline-start: var(--_space-3);
  }
  .report {
    min-block-size: 1.6em;
    color: var(--_muted);
    font-size: var(--_small);
  }
  .follow {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1) var(--_space-5);
  }
  .follow a {
    display: inline-block;
    padding-block: 0.4em;
  }
  .map {
    display: block;
    inline-size: 100%;
    max-inline-size: 30em;
    border-radius: var(--_control-radius);
    background: var(--_soft);
  }
  .border {
    fill: var(--_tint);
    stroke: var(--_accent);
    stroke-width: 1.5;
    stroke-linejoin: round;
  }
  .ring {
    fill: var(--_accent);
    opacity: 0.25;
  }
  .dot {
    fill: var(--_accent);
    stroke: var(--_surface);
    stroke-width: 2;
  }
  @container (inline-size >= 32em) {
    .columns {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @media (forced-colors: active) {
    dialog {
      border: 0.125em solid;
    }
    .news-list li::before {
      background: CanvasText;
      forced-color-adjust: none;
    }
    .dot {
      fill: Highlight;
      forced-color-adjust: none;
    }
    .needs li,
    .promise {
      border: 0.0625em solid;
    }
  }
`;
