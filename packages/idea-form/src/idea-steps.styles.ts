import { css } from 'lit';

/** Of all that comes after the first step. */
export const stepStyles = css`
  .choices.cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 14em), 1fr));
  }
  .choice.card {
    border: 0.0625em solid var(--_control-line);
    border-radius: var(--_radius);
    padding: 0.55em 0.9em;
    background: var(--_surface);
  }
  .choice.card .icon {
    float: inline-end;
    inline-size: 1.9em;
    block-size: 1.9em;
    margin-inline-start: var(--_space-2);
    color: var(--_accent);
  }
  .choice-name {
    display: block;
    font-weight: 600;
  }
  .choice-example {
    display: block;
    color: var(--_muted);
    font-size: var(--_small);
    line-height: 1.4;
  }
  .amounts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(9em, 1fr));
    gap: var(--_space-4);
    max-inline-size: 26em;
    margin-block-start: var(--_space-4);
  }
  .consent {
    border-radius: var(--_radius);
    padding: var(--_space-4);
    background: var(--_soft);
  }
  .sheet {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-4);
    padding: clamp(1em, 4cqi, 1.75em);
    box-shadow: var(--_shadow);
    overflow-wrap: anywhere;
  }
  .sheet.private {
    border-style: dashed;
    background: var(--_soft);
    box-shadow: none;
  }
  .shown {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2) var(--_space-4);
    align-items: start;
    justify-content: space-between;
    border-block-start: 0.0625em solid var(--_line);
    padding-block-start: var(--_space-4);
  }
  .shown .link {
    flex: none;
    min-block-size: var(--_touch);
    margin-block-start: -0.6em;
  }
  .shown-content {
    display: grid;
    flex: 1 1 10em;
    min-inline-size: 0;
    gap: var(--_space-2);
    justify-items: start;
  }
  .prose {
    white-space: pre-line;
  }
  dl {
    display: grid;
    gap: var(--_space-3);
  }
  dt {
    color: var(--_muted);
    font-size: var(--_small);
  }
  dd {
    white-space: pre-line;
  }
  .kinds {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1) var(--_space-4);
    white-space: normal;
  }
  .kind .icon {
    margin-inline-end: 0.3em;
    color: var(--_accent);
  }
  @media (forced-colors: active) {
    .choice.card .icon,
    .kind .icon {
      color: inherit;
    }
  }
  .photos {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(8em, 1fr));
    gap: var(--_space-3);
    inline-size: 100%;
    padding: 0;
    list-style: none;
  }
  .photos img {
    display: block;
    inline-size: 100%;
    block-size: auto;
    border-radius: var(--_control-radius);
    aspect-ratio: 4 / 3;
    object-fit: cover;
    background: var(--_soft);
  }
  .bars {
    display: grid;
    gap: var(--_space-4);
    padding: 0;
    list-style: none;
  }
  progress:indeterminate {
    background: linear-gradient(90deg, var(--_line), var(--_accent), var(--_line)) 0 / 200%;
  }
  @media (prefers-reduced-motion: no-preference) {
    progress:indeterminate {
      animation: under-way 1.6s linear infinite;
    }
  }
  @keyframes under-way {
    to {
      background-position: -200%;
    }
  }
  .bars label {
    display: grid;
    gap: var(--_space-2);
    font-weight: 400;
  }
`;
