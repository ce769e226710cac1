import publicTokens from '@buurt/core/tokens.json';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { toCss, type Choice } from './choice.js';
import { fromTokenFile, shareAddress, toDesignTokens, type Imported } from './design-tokens.js';
import { formStyles } from './form.styles.js';

/** The address that somebody sees: Storybook shows a story in a frame of the same origin. */
const addressShown = (): string => {
  try {
    return (parent.location.href as string | undefined) ?? location.href;
  } catch {
    return location.href;
  }
};

const list = (title: string, lines: readonly string[]): TemplateResult | typeof nothing =>
  lines.length === 0
    ? nothing
    : html`<p><strong>${title}</strong></p>
        <ul>
          ${lines.map((line) => html`<li>${line}</li>`)}
        </ul>`;

/** What could not be used of a file or a link; nothing of it is thrown away unseen. */
export const importReport = ({ choice, unknown, wrong, otherModes }: Imported): TemplateResult =>
  html`<p>${Object.keys(choice).length} tokens read.</p>
    ${list(
      'Values that cannot be:',
      wrong.map(({ name, problem }) => `${name}: ${problem}`),
    )}
    ${list('Names that no token has:', unknown)}
    ${list('Modes that were not read, because a token has one value here:', otherModes)}`;

/**
 * Takes a choice out, as CSS, as design tokens and as a link, and takes design tokens in.
 *
 * @fires tokens-import - a file gave values
 */
export class TokenExchange extends LitElement {
  static override readonly styles = [
    formStyles,
    css`
      :host,
      section {
        display: grid;
        gap: 0.75rem;
      }
      pre {
        overflow: auto;
        max-block-size: 16rem;
        margin: 0;
        border-radius: 0.5rem;
        padding: 0.875rem 1rem;
        color: #eef1ef;
        background: #1f2625;
        font:
          0.875rem/1.6 ui-monospace,
          monospace;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      h3 {
        margin: 0.5rem 0 0;
        font-size: 1rem;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
      ul {
        padding-inline-start: 1.25rem;
        overflow-wrap: anywhere;
      }
      .hint {
        color: light-dark(#545b59, #b4bcb9);
        font-size: 0.875rem;
      }
      input[type='file'] {
        padding-block: 0.5rem;
      }
      textarea {
        min-block-size: 6rem;
        font-family: ui-monospace, monospace;
      }
    `,
  ];

  @property({ attribute: false }) choice: Choice = {};
  @state() private status = '';
  @state() private problem = '';
  @state() private imported: Imported | undefined;

  async #copy(text: string, what: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.status = `${what} on your clipboard.`;
    } catch {
      this.status = 'Your browser does not allow that: select the text, and copy it.';
    }
  }

  readonly #download = (): void => {
    const file = new Blob([toDesignTokens(publicTokens, this.choice)], {
      type: 'application/design-tokens+json',
    });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = 'buurt.tokens.json';
    link.click();
    URL.revokeObjectURL(link.href);
  };

  readonly #onFile = async ({ target }: Event): Promise<void> => {
    const [file] = (target as HTMLInputElement).files ?? [];
    if (file) this.#read(await file.text());
  };

  readonly #onPasted = ({ target }: Event): void => {
    const { value } = target as HTMLTextAreaElement;
    if (value.trim() !== '') this.#read(value);
  };

  #read(text: string): void {
    this.imported = undefined;
    this.problem = '';
    try {
      this.imported = fromTokenFile(publicTokens, text);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      this.problem = `That is no file of design tokens. ${error.message}`;
      return;
    }
    this.dispatchEvent(new CustomEvent('tokens-import', { detail: this.imported.choice }));
  }

  #renderOut(): TemplateResult {
    const styles = toCss(publicTokens, this.choice);
    const tokens = toDesignTokens(publicTokens, this.choice);
    const address = shareAddress(addressShown(), this.choice);
    return html`<h3>CSS</h3>
      <pre tabindex="0" aria-label="CSS to copy">${styles}</pre>
      <div class="row">
        <button type="button" @click=${() => this.#copy(styles, 'The CSS is')}>Copy CSS</button>
      </div>
      <h3>Design tokens, for Figma and other tools</h3>
      <details>
        <summary>Show the file</summary>
        <pre tabindex="0" aria-label="Design tokens to copy">${tokens}</pre>
      </details>
      <div class="row">
        <button type="button" @click=${() => this.#copy(tokens, 'The design tokens are')}>Copy tokens</button>
        <button type="button" @click=${this.#download}>Download tokens</button>
      </div>
      <h3><label for="link">A link to this look</label></h3>
      <input id="link" type="text" readonly .value=${address} />
      <div class="row">
        <button type="button" @click=${() => this.#copy(address, 'The link is')}>Copy link</button>
      </div>
      <p role="status" .textContent=${this.status}></p>`;
  }

  #renderIn(): TemplateResult {
    return html`<h3>Take in your own tokens</h3>
      <p class="hint" id="file-hint">
        Design tokens (DTCG) or variables that Figma exported, as JSON. Tokens go by their name:
        <code>buurt/radius</code> sets <code>--buurt-radius</code>. What the file does not name stays as it
        is.
      </p>
      <label for="file">A file</label>
      <input
        id="file"
        type="file"
        accept=".json,.tokens,application/json,application/design-tokens+json"
        aria-describedby="file-problem file-hint"
        aria-invalid=${this.problem ? 'true' : 'false'}
        @change=${this.#onFile}
      />
      <label for="pasted">or its text</label>
      <textarea
        id="pasted"
        spellcheck="false"
        aria-describedby="file-problem file-hint"
        aria-invalid=${this.problem ? 'true' : 'false'}
        @change=${this.#onPasted}
      ></textarea>
      <p class="problem" id="file-problem" role="status" .textContent=${this.problem}></p>
      <div role="status">${this.imported ? importReport(this.imported) : nothing}</div>`;
  }

  protected override render(): TemplateResult {
    return html`<section>${this.#renderOut()}</section>
      <section>${this.#renderIn()}</section>`;
  }
}
if (!customElements.get('story-token-exchange')) customElements.define('story-token-exchange', TokenExchange);
