import { css } from 'lit';

/** Of the first step, and of the frame around every step. */
const frame = css`
  .form,
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-5);
  }
  .form {
    max-inline-size: 44rem;
    padding: clamp(0.25rem, 3cqi, 2rem);
  }
  .form > :is(h1, h2, h3, h4, h5, h6) {
    font-size: var(--_title-1);
  }
  .form.begun > :is(h1, h2, h3, h4, h5, h6) {
    color: var(--_muted);
    font-size: 1em;
  }
  .intro {
    /* Two lines, so that the organiser's words can take the place of ours without a jump. */
    min-block-size: 3.2em;
    margin-block-start: calc(-1 * var(--_space-3));
  }
  .screen-title:focus,
  .failure:focus {
    outline: 0;
  }
  .progress {
    display: grid;
    gap: var(--_space-2);
    margin-block-end: calc(-1 * var(--_space-3));
    color: var(--_muted);
    font-size: var(--_small);
  }
  .bar {
    display: flex;
    gap: 0.3em;
  }
  .bar i {
    flex: 1;
    block-size: 0.35em;
    border-radius: 1em;
    background: var(--_line);
  }
  .bar .reached {
    background: var(--_accent);
  }
  .similar-line {
    min-block-size: 1.5em;
    margin-block: var(--_space-1) calc(-1 * var(--_space-4));
    font-size: var(--_small);
  }
  form > .actions {
    margin-block-start: var(--_space-2);
  }
  .choice.pill {
    position: relative;
  }
  .choice.pill > input {
    position: absolute;
    opacity: 0;
  }
  .choice.pill:has(:checked) {
    background: var(--_action);
    color: var(--_on-action);
  }
  @container (inline-size < 26rem) {
    .actions > .button {
      inline-size: 100%;
    }
  }
  .label {
    font-weight: var(--_label-weight);
  }
  .coming {
    min-block-size: 16em;
    color: var(--_muted);
  }
  .notice :is(.link, .button) {
    min-block-size: var(--_touch);
  }
  .notice > :is(h3, h4, h5, h6) {
    font-size: var(--_title-3);
  }
  .notice > * + * {
    margin-block-start: var(--_space-2);
  }
  @media (forced-colors: active) {
    .bar i {
      border: 0.0625em solid;
    }
    .bar .reached {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;

const later = css`
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
    gap: var(--_space-4);
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
    flex: 1;
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

export const styles = [frame, later];
