import { css } from 'lit';

export const makeItYoursStyles = css`
  :host {
    display: grid;
    gap: 2rem;
    padding: clamp(0.75rem, 3vw, 2.5rem);
    color: light-dark(#1f2625, #eef1ef);
    background: light-dark(#f4f5f2, #101413);
    font:
      1rem/1.5 system-ui,
      sans-serif;
  }
  h1 {
    font-size: clamp(1.75rem, 4vw, 2.5rem);
    line-height: 1.15;
  }
  h2 {
    font-size: 1.125rem;
  }
  .page {
    display: grid;
    gap: 1.25rem;
    align-items: start;
  }
  .bench {
    display: grid;
    gap: 1.25rem;
    min-inline-size: 0;
  }
  @media (width >= 75rem) {
    .page {
      grid-template-columns: 26rem minmax(0, 1fr);
    }
    /* What is changed stays beside what it changes. */
    .bench {
      position: sticky;
      inset-block-start: 1rem;
      max-block-size: calc(100vh - 2rem);
      overflow-y: auto;
    }
  }
  .presets {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 10rem), 1fr));
    gap: 1rem;
    margin-block-start: 0.5rem;
  }
  .preset {
    display: grid;
    align-content: start;
    gap: 0.25rem;
    min-inline-size: 0;
    font-size: 0.875rem;
  }
  .preset button {
    font-size: 1rem;
  }
  [aria-pressed='true'] {
    border-width: 3px;
    background: light-dark(#dfe7e4, #2d3835);
  }
  .preset summary {
    min-block-size: 1.5rem;
    cursor: pointer;
  }
  .preset ul {
    padding-inline-start: 1rem;
    overflow-wrap: anywhere;
  }
  .stage {
    display: grid;
    gap: 1.25rem;
    min-inline-size: 0;
  }
  .sheet.previews {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.25rem;
    padding: 0.75rem 1.25rem;
  }
  .previews legend {
    float: inline-start;
    padding: 0;
  }
  .previews label {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    font-weight: 400;
  }
  .brought.large {
    font-size: 2rem;
  }
  .brought.narrow {
    inline-size: min(100%, 20rem);
    grid-template-columns: minmax(0, 1fr);
  }
  .brought.print > .widget,
  .brought.print {
    color-scheme: light;
  }
  .brought.forced-colors > .widget {
    background: #000;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    align-items: center;
  }
  .sheet {
    display: grid;
    align-content: start;
    gap: 0.75rem;
    min-inline-size: 0;
    border-radius: 1rem;
    padding: 1.25rem;
    background: light-dark(#fff, #1b2120);
  }
  table {
    border-collapse: collapse;
    font-size: 0.9375rem;
  }
  th,
  td {
    padding: 0.25rem 0.75rem 0.25rem 0;
    text-align: start;
    vertical-align: top;
  }
  th[scope='row'] {
    font-weight: 400;
  }
  .brought {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 28rem), 1fr));
    gap: 1.25rem;
    align-items: start;
  }
  .brought > story-live-values {
    position: absolute;
    inline-size: 20rem;
    padding: 0;
  }
  .brought > div {
    min-inline-size: 0;
    overflow: clip;
    border-radius: 1rem;
    padding: clamp(0.75rem, 2vw, 1.5rem);
    background: light-dark(#fff, #171c1b);
  }
  .brought > .wide {
    grid-column: 1 / -1;
  }
  .number {
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  .probe {
    display: none;
  }
  [data-scheme='light'] {
    color-scheme: light;
  }
  [data-scheme='dark'] {
    color-scheme: dark;
  }
`;
