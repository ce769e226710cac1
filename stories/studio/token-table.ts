import { tokens } from '@buurt/core/tokens/tokens.styles.js';
import { messageTokens } from '@buurt/core/tokens/message-tokens.styles.js';
import { statusStyles } from '@buurt/core/tokens/status.styles.js';
import publicTokens from '@buurt/core/tokens.json';
import { css, html, LitElement, unsafeCSS, type TemplateResult } from 'lit';
import { insideOf, statusOf } from './live-values.js';

/** All public tokens, and what each is under the brand, the theme and the light that the bar has chosen. */
export class TokenTable extends LitElement {
  static override readonly styles = [
    tokens,
    messageTokens,
    statusStyles,
    css`
      .mark {
        background: var(--_status-ink);
      }
      :host {
        padding: 1em;
      }
      table {
        border-collapse: collapse;
      }
      th,
      td {
        border-block-end: 1px solid var(--_line);
        padding: 0.625em 1em 0.625em 0;
        text-align: start;
        vertical-align: top;
      }
      code {
        font-size: 0.875em;
      }
      i {
        display: inline-block;
        inline-size: 2em;
        block-size: 2em;
        box-sizing: border-box;
        border: 1px solid var(--_control-line);
        border-radius: 0.375em;
        vertical-align: middle;
      }
      @media (width < 40rem) {
        thead {
          display: none;
        }
        tr {
          display: block;
          border-block-end: 1px solid var(--_line);
        }
        th,
        td {
          display: block;
          border: 0;
          padding: 0.25em 0;
        }
      }
      .now {
        max-inline-size: 20em;
        overflow-wrap: anywhere;
      }
    `,
    ...publicTokens
      .filter(({ name, syntax }) => syntax === '<color>' && !statusOf(name))
      .map(
        ({ name }) => css`
          .${unsafeCSS(name)} {
            background: var(${unsafeCSS(insideOf(name))});
          }
        `,
      ),
  ];

  #now(name: string, syntax: string): TemplateResult {
    const status = statusOf(name);
    if (status) return html`<i class="mark ${status}"></i>`;
    if (syntax === '<color>') return html`<i class=${name}></i>`;
    const style = getComputedStyle(this);
    const letter = name.endsWith('font-family') ? style.fontFamily : '';
    return html`<code>${style.getPropertyValue(insideOf(name)) || letter}</code>`;
  }

  protected override render(): TemplateResult {
    return html`<table>
      <thead>
        <tr>
          <th scope="col">Token</th>
          <th scope="col">What it is</th>
          <th scope="col">Unless told</th>
          <th scope="col">Now</th>
        </tr>
      </thead>
      <tbody>
        ${publicTokens.map(
          ({ name, description, default: unlessTold, syntax }) =>
            html`<tr>
              <th scope="row"><code>${name}</code></th>
              <td>${description}</td>
              <td>${unlessTold}</td>
              <td class="now">${this.#now(name, syntax)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }
}
if (!customElements.get('story-tokens')) customElements.define('story-tokens', TokenTable);
