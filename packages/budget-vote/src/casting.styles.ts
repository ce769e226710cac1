import { css } from 'lit';

/** Of sending, and of the receipt. */
export const castingStyles = css`
  .receipt {
    display: grid;
    gap: var(--_space-2);
    border-radius: var(--_radius);
    padding: var(--_space-5);
    background: var(--_ok-tint, var(--_tint));
  }
  .receipt-label .icon {
    color: var(--_ok);
  }
  .receipt-number {
    font-size: 2em;
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
  @media (forced-colors: active) {
    .receipt {
      border: 0.125em solid;
    }
  }
`;
