import { css } from 'lit';

/** Of a proposal, wherever it is shown. */
export const cardStyles = css`
  .picture {
    position: relative;
    display: grid;
    place-items: center;
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
  .houses {
    inline-size: 55%;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.2;
    stroke-linejoin: round;
    opacity: 0.55;
  }
  /* On a phone the same drawing on each card pushes the next plan off the screen. */
  @container (inline-size < 30em) {
    .picture:not(:has(img:not(.broken, .placeholder))) {
      aspect-ratio: auto;
      block-size: 0.5em;
    }
    .picture:not(:has(img:not(.broken, .placeholder))) > :is(.houses, .placeholder) {
      display: none;
    }
  }
  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1) var(--_space-2);
    align-items: center;
  }
  .tags .note {
    gap: 0.2em;
  }
  .cost {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
    align-items: center;
    font-size: 1.0625em;
  }
  .mark {
    border-radius: var(--_pill-radius);
    padding: 0.1em 0.7em;
    background: var(--_ok-tint, var(--_tint));
    color: var(--_ok);
    font-size: var(--_small);
    font-weight: 600;
  }
  .remark {
    border-inline-start: 0.25em solid var(--_accent);
    padding-inline-start: var(--_space-3);
    font-size: var(--_small);
  }
  .why {
    flex-basis: 100%;
    order: 1;
    color: var(--_text);
    font-size: var(--_small);
  }
  .card-actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
    align-items: center;
  }
  .card-actions > .button {
    gap: 0;
    padding-inline: 0.85em;
  }
  .card-actions > .quiet {
    padding-inline: 0.4em;
  }
  .card-actions > .quiet:first-child {
    margin-inline-start: -0.5em;
  }
  .card-actions .button.primary {
    inline-size: auto;
  }
  .points {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
    align-items: center;
    inline-size: 100%;
  }
  .points label {
    inline-size: 100%;
  }
  .points input {
    inline-size: 4.5em;
    text-align: center;
  }
  .button.step {
    gap: 0;
    inline-size: var(--_touch);
    padding: 0;
    font-size: 1.1em;
  }
`;
