import { css } from 'lit';

export const typography = css`
  h1,
  h2,
  h3,
  h4,
  h5,
  h6 {
    margin: 0;
    color: var(--_heading);
    font-family: var(--_heading-font, inherit);
    font-weight: var(--_heading-weight);
    font-size: var(--_title-2);
    line-height: 1.2;
    text-wrap: balance;
  }
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
  }
  a,
  .link {
    color: var(--_accent);
    text-decoration-thickness: max(0.0625em, 1px);
    text-underline-offset: 0.18em;
  }
  a:hover,
  .link:hover {
    text-decoration-thickness: 0.15em;
  }
  .link {
    border: 0;
    padding: 0;
    background: none;
    font: inherit;
    text-decoration-line: underline;
    cursor: pointer;
  }
  .lead {
    max-inline-size: var(--_text-width);
    color: var(--_muted);
    font-size: 1.0625em;
  }
  .hint,
  .note,
  .counter,
  .optional {
    color: var(--_muted);
    font-size: var(--_small);
  }
  .optional {
    font-weight: 400;
  }
  .note {
    display: flex;
    gap: var(--_space-2);
    align-items: baseline;
  }
  .icon {
    flex: none;
    inline-size: 1.35em;
    block-size: 1.35em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
    vertical-align: -0.3em;
  }
  .note .icon {
    align-self: center;
  }
  .tag {
    display: inline-block;
    border: 0.0625em solid transparent;
    border-radius: var(--_pill-radius);
    padding: 0.1em 0.7em;
    background: var(--_tint);
    color: var(--_text);
    font-size: var(--_small);
  }
  .for-reader {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-5);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-3);
    align-items: center;
  }
  .sheet {
    border: 0.0625em solid var(--_line);
    border-radius: var(--_radius);
    padding: var(--_space-4);
    background: var(--_surface);
  }
`;

export const messages = css`
  .notice,
  .error-summary {
    --_edge: var(--_accent);
    border: 0.0625em solid color-mix(in srgb, var(--_edge) 45%, transparent);
    border-radius: var(--_radius);
    padding: var(--_space-4);
    background: var(--_info-tint, var(--_tint));
  }
  .notice.ok {
    --_edge: var(--_ok);
    background: var(--_ok-tint, var(--_tint));
  }
  .notice.warning {
    --_edge: var(--_warning, var(--_accent));
    background: var(--_warning-tint, var(--_tint));
  }
  .notice.error,
  .error-summary {
    --_edge: var(--_error);
    background: var(--_error-tint, var(--_tint));
  }
  progress {
    display: block;
    inline-size: 100%;
  }
  /* Where a resident chose his own colours, his browser draws it best. */
  @media not (forced-colors: active) {
    progress {
      appearance: none;
      block-size: 0.5em;
      border: 0;
      border-radius: var(--_pill-radius);
      overflow: hidden;
      background: color-mix(in srgb, var(--_text) 14%, transparent);
    }
    progress::-webkit-progress-bar {
      background: transparent;
    }
    progress::-webkit-progress-value {
      border-radius: var(--_pill-radius);
      background: var(--_accent);
    }
    progress::-moz-progress-bar {
      border-radius: var(--_pill-radius);
      background: var(--_accent);
    }
  }
`;
