import { css } from 'lit';

/** Of all from the code to the receipt. */
export const ballotStyles = css`
  .narrow {
    max-inline-size: 44em;
  }
  .sheet.stack {
    gap: var(--_space-3);
    justify-items: start;
    padding: clamp(1em, 4cqi, 1.75em);
    box-shadow: var(--_shadow);
  }
  .sheet .ballot {
    inline-size: 100%;
  }
  .sheet > .ballot:first-child > li:first-child {
    border: 0;
  }
  #code {
    max-inline-size: 18em;
    font-size: 1.25em;
    letter-spacing: 0.08em;
    text-transform: uppercase;
  }
  details {
    inline-size: 100%;
  }
  summary {
    padding-block: 0.6em;
    color: var(--_accent);
    text-decoration: underline;
    cursor: pointer;
  }
  details .coming {
    min-block-size: 4em;
  }
  .code-state {
    min-block-size: 1.5em;
    font-weight: 600;
  }
  .code-state.known {
    color: var(--_ok);
  }
  @container (inline-size < 26em) {
    .narrow > .actions > .button {
      inline-size: 100%;
    }
  }
  .receipt {
    display: grid;
    gap: var(--_space-2);
    border-radius: var(--_radius);
    border: 0.125em dashed var(--_ok);
    padding: clamp(1em, 5cqi, 1.75em);
    background: var(--_ok-tint, var(--_tint));
  }
  .receipt-label .icon {
    color: var(--_ok);
  }
  .receipt-number {
    hyphens: manual;
    font-size: clamp(1.4em, 8.5cqi, 2.25em);
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    line-height: 1.2;
    letter-spacing: 0.08em;
  }
  .receipt-number bdi {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0.35em;
    user-select: all;
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
`;
