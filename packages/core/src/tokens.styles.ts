import { css } from 'lit';

/** Every `--_*` that a widget uses, set once: own token → NL Design System token of the page → default. */
export const tokens = css`
  :host {
    --_brand: var(--buurt-brand, #0b6e4f);
    --_action: var(--buurt-color-action, var(--_brand));
    --_on-action: var(--buurt-color-on-action, #fff);
    --_text: var(--buurt-color-text, #1c2430);
    --_surface: var(--buurt-color-surface, #fff);
    display: block;
    container-type: inline-size;
    color: var(--_text);
    background: var(--_surface);
  }
`;
