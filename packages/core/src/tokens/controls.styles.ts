import { css } from 'lit';
import { choices, fields } from './fields.styles.js';
import { messages, typography } from './typography.styles.js';

const buttons = css`
  .button {
    display: inline-flex;
    gap: var(--_space-2);
    align-items: center;
    justify-content: center;
    min-block-size: var(--_touch);
    max-inline-size: 100%;
    margin: 0;
    border: var(--_button-line) solid var(--_accent);
    border-radius: var(--_button-radius);
    padding: 0.5em 1.15em;
    background: transparent;
    color: var(--_accent);
    font: inherit;
    font-weight: 600;
    line-height: 1.25;
    text-decoration: var(--_button-decoration);
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .button:hover {
    background: var(--_tint);
    text-decoration: underline;
  }
  .button.primary {
    border-color: var(--_action-line);
    background: var(--_button);
    color: var(--_on-button);
  }
  .button.primary:hover {
    background: var(--_button-hover, var(--_button));
  }
  .button.primary:active {
    background: var(--_button-active, var(--_button));
  }
  .button.quiet {
    border-color: transparent;
    padding-inline: 0.6em;
    text-decoration: underline;
  }
  .button[aria-disabled='true'],
  .button:disabled {
    opacity: 0.65;
    cursor: default;
  }
  @container (inline-size < 26em) {
    .button.primary {
      inline-size: 100%;
    }
  }
`;

/** A ring of two colours, so that it shows on whatever stands behind it. */
const focus = css`
  :focus-visible {
    outline: var(--_ring-width) solid var(--_focus);
    outline-offset: 2px;
    box-shadow: 0 0 0 calc(4px + var(--_ring-width)) var(--_surface);
  }
  [tabindex='-1']:focus {
    box-shadow: none;
  }
  :is(h1, h2, h3, h4, h5, h6)[tabindex='-1']:focus {
    outline: 0;
  }
`;

const conditions = css`
  ::slotted([slot='help']) {
    margin-block: var(--_space-4) 0;
  }
  @media (prefers-reduced-motion: no-preference) {
    .button,
    .choice,
    input,
    textarea,
    progress::-webkit-progress-value {
      transition:
        background-color var(--_motion),
        border-color var(--_motion),
        inline-size 240ms;
    }
  }
  @media (forced-colors: active) {
    .button.primary {
      border-color: ButtonText;
    }
    .choice:has(:checked) {
      border-color: Highlight;
      outline: 0.125em solid Highlight;
    }
  }
`;

/**
 * On paper nothing can be pressed, opened or scrolled. What makes sense only on a screen goes, by itself or as
 * `.screen-only`; a button whose words say something without pressing is `.printed`.
 */
const paper = css`
  @media print {
    :host {
      background: none;
    }
    :is(button, .button):not(.printed),
    [role='search'],
    .screen-only {
      display: none !important;
    }
    .printed {
      border-color: transparent !important;
      background: none !important;
      box-shadow: none !important;
      color: inherit !important;
      text-decoration: none !important;
    }
    .excerpt {
      display: block !important;
    }
    details::details-content {
      content-visibility: visible;
      block-size: auto;
    }
    summary {
      list-style: none;
    }
    /* PrintedDialog lets it stand in the page. */
    dialog {
      position: static !important;
      inline-size: auto !important;
      max-block-size: none !important;
      margin: 0 !important;
      overflow: visible !important;
      box-shadow: none !important;
    }
    dialog::backdrop,
    dialog[role='alertdialog'] {
      display: none;
    }
    li,
    tr,
    .card,
    .notice,
    .sheet {
      break-inside: avoid;
    }
    :is(h1, h2, h3, h4, h5, h6, summary, caption) {
      break-after: avoid;
    }
  }
`;

/**
 * What residents touch and read: `.button` (`.primary`, `.quiet`), `.field` with `label`, `.hint`, `.note`,
 * `.counter`, `.problem`; `.choices` (`.pills`) of `.choice` (`.pill`, `.card`, `.check`); `.notice` (`.ok`,
 * `.warning`, `.error`); `.error-summary`, `progress`, `.tag`, `.sheet`, `.stack`, `.actions`, `.lead`, `.link`,
 * `.icon`, `.for-reader`; on paper `.screen-only` and `.printed`.
 */
export const controls = [typography, buttons, fields, choices, messages, focus, conditions, paper];
