import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { BuurtApi } from '@buurt/core/http/api.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import { failureText } from '@buurt/core/messages/failure-text.js';
import { LazyElement } from '@buurt/core/element/lazy-element.js';
import type { Catalogue } from '@buurt/core/messages/texts.js';
import { receiptLength } from '@buurt/domain/rounds/code.js';
import { publishedReceiptsFrom } from '@buurt/domain/rounds/results-json.js';
import { roundPath } from '../round/round-api.js';
import { nl, type ResultsMessages } from './results.messages.js';

type SearchState =
  | { readonly name: 'nothing' | 'asking' | 'counted' | 'missing' | 'incomplete' }
  | { readonly name: 'failed'; readonly error: unknown };

/** A receipt as somebody wrote it down: any case, any spaces, look-alikes for the sign that they look like. */
const written = (receipt: string): string =>
  receipt
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
    .replaceAll('U', 'V');

/**
 * Says whether a receipt stands among those that were counted. The list is compared here: the server does not learn
 * whose receipt it is.
 *
 * @customElement buurt-receipt-search
 */
export class BuurtReceiptSearch extends LazyElement<ResultsMessages> {
  static override readonly styles = [
    controls,
    css`
      *,
      ::before,
      ::after {
        box-sizing: border-box;
      }
      form {
        display: grid;
        gap: var(--_space-3);
        justify-items: start;
      }
      input {
        max-inline-size: 12em;
        text-transform: uppercase;
        letter-spacing: 0.08em;
      }
      .found {
        min-block-size: 1.6em;
      }
    `,
  ];

  @property({ attribute: false }) api?: BuurtApi | undefined;
  @property({ attribute: false }) roundId = '';
  @property({ attribute: false }) failures?: CoreMessages;

  @state() private found: SearchState = { name: 'nothing' };

  protected readonly catalogue: Catalogue<ResultsMessages> = {
    nl,
    en: async () => (await import('./results.messages.en.js')).en,
  };
  protected readonly partName = 'results';

  #receipt = '';
  /** How often a number was refused: each time that is said again. */
  #tries = 0;
  readonly #gone = new AbortController();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#gone.abort();
  }

  protected override render(): TemplateResult {
    const { t } = this;
    const wrong = this.#wrong();
    return html`<form novalidate @submit=${this.#onSubmit}>
      <div class="field">
        <label for="receipt">${t.receipt.label}</label>
        <p class="hint" id="receipt-hint">${t.receipt.hint}</p>
        <div aria-live="polite">
          ${
            wrong
              ? keyed(this.#tries, html`<p class="problem" part="problem" id="receipt-problem">${wrong}</p>`)
              : nothing
          }
        </div>
        <input
          id="receipt"
          part="input"
          dir="ltr"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          aria-invalid=${wrong ? 'true' : nothing}
          aria-describedby=${wrong ? 'receipt-problem receipt-hint' : 'receipt-hint'}
          @input=${({ target }: InputEvent) => (this.#receipt = (target as HTMLInputElement).value)}
        />
      </div>
      <button type="submit" class="button" part="button">${t.receipt.search}</button>
      <p class="found" role="status"><strong>${this.#says()}</strong></p>
    </form>`;
  }

  #says(): string {
    const { t, found, failures, locale } = this;
    if (found.name === 'failed') return failures ? failureText(found.error, failures, locale) : '';
    return found.name === 'asking' || found.name === 'counted' ? t.receipt[found.name] : '';
  }

  /** What is wrong with the number, beside its field. */
  #wrong(): string {
    const { name } = this.found;
    return name === 'incomplete' || name === 'missing' ? this.t.receipt[name] : '';
  }

  #refuse(name: 'incomplete' | 'missing'): void {
    this.#tries += 1;
    this.found = { name };
  }

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { api, roundId } = this;
    const receipt = written(this.#receipt);
    if (receipt.length !== receiptLength) {
      this.renderRoot.querySelector('input')?.focus();
      return this.#refuse('incomplete');
    }
    if (!api) return;
    this.found = { name: 'asking' };
    try {
      const path = `${roundPath(roundId)}/receipts` as const;
      const { receipts } = await api.read({ path, signal: this.#gone.signal }, publishedReceiptsFrom);
      if (!receipts.includes(receipt)) return this.#refuse('missing');
      this.found = { name: 'counted' };
    } catch (error) {
      this.found = { name: 'failed', error };
    }
  };
}
