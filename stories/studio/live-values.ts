import { tokens } from '@buurt/core/tokens/tokens.styles.js';
import { messageTokens } from '@buurt/core/tokens/message-tokens.styles.js';
import { statusStyles } from '@buurt/core/tokens/status.styles.js';
import publicTokens from '@buurt/core/tokens.json';
import { css, html, LitElement, unsafeCSS, type TemplateResult } from 'lit';
import type { PublicToken } from './choice.js';
import { hexOf } from './colours.js';

/** Where the styles keep what a public token says, when that is not its name without the beginning. */
const inside: Readonly<Record<string, string>> = {
  '--buurt-color-link': 'accent',
  '--buurt-color-surface-soft': 'soft',
  '--buurt-color-text-muted': 'muted',
  '--buurt-heading-color': 'heading',
  '--buurt-heading-font-family': 'heading-font',
  '--buurt-heading-font-weight': 'heading-weight',
  '--buurt-font-family': 'font',
  '--buurt-label-font-weight': 'label-weight',
  '--buurt-space': 'space-4',
  '--buurt-control-border-color': 'control-line',
  '--buurt-control-border-width': 'control-line-width',
  '--buurt-control-background-color': 'control',
  '--buurt-control-color': 'control-text',
  '--buurt-button-fill': 'fill',
  '--buurt-button-border-width': 'button-line',
  '--buurt-button-text-decoration': 'button-decoration',
  '--buurt-focus-width': 'ring-width',
};
/** Of which status a token is the colour; undefined for the others. */
export const statusOf = (name: string): string | undefined =>
  /-color-status-(.+)$/.exec(name)?.[1]?.replace('on-ballot', 'onBallot');
export const insideOf = (name: string): string =>
  `--_${inside[name] ?? name.replace(/^--buurt-(color-)?/, '')}`;

/** The property that makes the browser work out a value of this syntax. */
const measuredBy: Readonly<Record<string, string>> = {
  '<color>': 'background-color',
  '<length>': 'padding-left',
  '<family-name>#': 'font-family',
  '<time>': 'transition-duration',
  '<shadow>#': 'box-shadow',
  'underline | none': 'text-decoration-line',
};

/** Wears what is around it, so that the browser tells what each public token comes to there. */
export class LiveValues extends LitElement {
  static override readonly styles = [
    tokens,
    messageTokens,
    statusStyles,
    css`
      :host {
        block-size: 0;
        overflow: clip;
        visibility: hidden;
      }
      .status {
        background-color: var(--_status-ink);
      }
    `,
    ...publicTokens
      .filter(({ name, syntax }) => measuredBy[syntax] && !statusOf(name))
      .map(
        ({ name, syntax }) => css`
          .${unsafeCSS(name)} {
            ${unsafeCSS(measuredBy[syntax])}: var(${unsafeCSS(insideOf(name))});
          }
        `,
      ),
  ];

  /** The value of each token here, as somebody could type it. */
  read(): Readonly<Record<string, string>> {
    return Object.fromEntries(publicTokens.map((token) => [token.name, this.#valueOf(token)]));
  }

  #valueOf({ name, syntax, default: unlessSet }: PublicToken): string {
    const property = measuredBy[syntax];
    const mark = this.renderRoot.querySelector(`[data-token="${name}"]`);
    if (!property || !mark)
      return syntax === '<percentage>' ? unlessSet : getComputedStyle(this).getPropertyValue(insideOf(name));
    const value = getComputedStyle(mark).getPropertyValue(property);
    return syntax === '<color>' ? hexOf(value) : value;
  }

  protected override render(): TemplateResult {
    return html`${publicTokens.map(({ name }) => {
      const status = statusOf(name);
      return html`<i data-token=${name} class=${status ? `status ${status}` : name}></i>`;
    })}`;
  }
}
if (!customElements.get('story-live-values')) customElements.define('story-live-values', LiveValues);
