import { css, html, LitElement, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { formStyles } from './form.styles.js';
import { coloursOfImage, ImageProblem, imageTypes } from './logo-colours.js';

/**
 * Offers the main colours of a logo that somebody chooses or pastes. Nothing leaves the browser.
 *
 * @fires brand-pick - somebody picked one of the colours
 */
export class LogoPicker extends LitElement {
  static override readonly styles = [
    formStyles,
    css`
      :host {
        display: grid;
        gap: 0.5rem;
      }
      input[type='file'] {
        padding-block: 0.5rem;
      }
      .hint {
        color: light-dark(#545b59, #b4bcb9);
        font-size: 0.875rem;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        list-style: none;
      }
      li button {
        display: flex;
        gap: 0.5rem;
        align-items: center;
      }
      svg {
        inline-size: 1.5rem;
        block-size: 1.5rem;
        border: 1px solid light-dark(#6a706e, #98a19e);
        border-radius: 0.25rem;
      }
    `,
  ];

  @state() private colours: readonly string[] = [];
  @state() private problem = '';
  @state() private status = '';

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('paste', this.#onPaste);
  }

  override disconnectedCallback(): void {
    removeEventListener('paste', this.#onPaste);
    super.disconnectedCallback();
  }

  async #look(image: Blob): Promise<void> {
    this.colours = [];
    this.status = '';
    this.problem = '';
    try {
      this.colours = await coloursOfImage(image);
      const count = this.colours.length;
      this.status = count > 0 ? `${String(count)} main ${count === 1 ? 'colour' : 'colours'} found.` : '';
      if (count === 0) this.problem = 'That image has no colour but white.';
    } catch (error) {
      if (!(error instanceof ImageProblem)) throw error;
      this.problem = error.message;
    }
  }

  readonly #onPaste = ({ clipboardData }: ClipboardEvent): void => {
    const image = [...(clipboardData?.files ?? [])].find(({ type }) => type.startsWith('image/'));
    const text = clipboardData?.getData('text/plain').trim() ?? '';
    if (image) void this.#look(image);
    else if (/^(<\?xml[^>]*>\s*)?<svg[\s>]/.test(text))
      void this.#look(new Blob([text], { type: 'image/svg+xml' }));
  };

  readonly #onFile = ({ target }: Event): void => {
    const [image] = (target as HTMLInputElement).files ?? [];
    if (image) void this.#look(image);
  };

  #pick(colour: string): void {
    this.dispatchEvent(new CustomEvent('brand-pick', { detail: colour }));
    this.status = `${colour} is your brand colour now.`;
  }

  protected override render(): TemplateResult {
    return html`<label for="logo">A colour from your logo</label>
      <p class="hint" id="logo-hint">
        Choose a PNG, JPEG or SVG, or paste one on this page. It stays in this browser.
      </p>
      <input
        id="logo"
        type="file"
        accept=${imageTypes.join(',')}
        aria-describedby="logo-problem logo-hint"
        aria-invalid=${this.problem ? 'true' : 'false'}
        @change=${this.#onFile}
      />
      <p class="problem" id="logo-problem" role="status" .textContent=${this.problem}></p>
      <ul>
        ${this.colours.map(
          (colour) =>
            html`<li>
              <button
                type="button"
                @click=${() => {
                  this.#pick(colour);
                }}
              >
                <svg aria-hidden="true"><rect width="100%" height="100%" fill=${colour} /></svg>
                Use ${colour}
              </button>
            </li>`,
        )}
      </ul>
      <p role="status" .textContent=${this.status}></p>`;
  }
}
if (!customElements.get('story-logo-picker')) customElements.define('story-logo-picker', LogoPicker);
